import DigestGraph
import DigestLexicon
import Foundation
import Testing

/// "The Kazakh president" is the person who held the office on the day of the text.
struct OfficeTests {
  /// One question: an office, a day, and who held it.
  struct Question: CustomTestStringConvertible, Sendable {
    var phrase: String
    var date: String
    var answer: String
    var source: String

    var testDescription: String { "\(phrase) on \(date)" }
  }

  /// All rows of `Tests/Cases/offices.tsv`, by office.
  static let questions: [[Question]] = {
    let file = Digest.tests.appending(path: "Cases/offices.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      head.indices.dropFirst().dropLast().filter { cells[$0] != "-" }.map {
        Question(phrase: cells[0], date: head[$0], answer: cells[$0], source: cells[cells.count - 1])
      }
    }
  }()

  @Test func thereAreEnough() {
    #expect(Self.questions.count >= 40)
    #expect(Self.questions.flatMap { $0 }.count >= 200)
    for question in Self.questions.flatMap({ $0 }) { #expect(!question.source.isEmpty, "\(question.phrase)") }
  }

  @Test(arguments: questions)
  func holder(_ questions: [Question]) throws {
    let extractor = try Digest.extractor.get()
    let lexicon = try Lexicon.bundled.get()
    for question in questions {
      let text = "Reporters waited in the rain until noon, when \(question.phrase) opened the fair."
      let graph = extractor.extract(text, id: "office", date: question.date)
      let person = graph.mentions.first { $0.type == .person && $0.form == .role }?.entity
      let wanted = Lookup(question.answer, in: lexicon).candidates
        .filter { $0.words == question.answer }.map(\.id)
      #expect(
        wanted.contains(person ?? "-"),
        "\(question.phrase) on \(question.date) is \(person ?? "nobody"), wanted \(question.answer) (\(question.source))"
      )
    }
  }
}
