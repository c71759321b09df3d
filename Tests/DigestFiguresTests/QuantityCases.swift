import DigestLexicon
import DigestModel
import DigestText
import Foundation
import Testing

@testable import DigestFigures

/// The cases of `Tests/Cases/quantity`.
struct QuantityCases {
  /// What a line expects: a first word and pairs.
  struct Expectation: Sendable {
    var kind = ""
    var fields: [String: String] = [:]

    init(_ line: Substring) {
      for word in Expectation.words(line) {
        if let equals = word.firstIndex(of: "=") {
          fields[String(word[..<equals])] = String(word[word.index(after: equals)...])
        } else {
          kind = word
        }
      }
    }

    /// The words of a line; double quotes hold words together.
    private static func words(_ line: Substring) -> [String] {
      var words: [String] = []
      var word = ""
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == " ", !isQuoted {
          if !word.isEmpty { words.append(word) }
          word = ""
        } else {
          word.append(character)
        }
      }
      return word.isEmpty ? words : words + [word]
    }
  }

  /// One case.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text = ""
    var spans: [String] = []
    var starts: [Int] = []
    var figures: [Expectation] = []
    var changes: [Expectation] = []

    var testDescription: String { name }

    /// Takes the marks out of a text line.
    mutating func read(text line: Substring) {
      var open = 0
      var isEscaped = false
      for character in line {
        if isEscaped || !"[]\\".contains(character) {
          text.append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "[" {
          open = text.utf8.count
        } else {
          starts.append(open)
          spans.append(String(decoding: Array(text.utf8)[open...], as: UTF8.self))
        }
      }
    }
  }

  static let all: [Case] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases/quantity")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(cases)
  }()

  private static func cases(in file: URL) -> [Case] {
    var cases: [Case] = []
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { continue }
      let rest = line[line.index(after: colon)...].drop { $0 == " " }
      switch line[..<colon] {
      case "case": cases.append(Case(name: "\(file.lastPathComponent): \(rest)"))
      case "text": cases[cases.count - 1].read(text: rest)
      case "figure": cases[cases.count - 1].figures.append(Expectation(rest))
      case "change": cases[cases.count - 1].changes.append(Expectation(rest))
      default: Issue.record("unknown line: \(line)")
      }
    }
    return cases
  }

  static let extractor = Result { try FigureExtractor() }

  @Test func casesAreThere() { #expect(Self.all.count > 100) }

  @Test(arguments: all) func recognises(_ one: Case) throws {
    let found = try Self.extractor.get().figures(in: one.text)
    let figures = found.figures.filter { !$0.rule.hasPrefix("time.") }
    #expect(figures.map(\.text) == one.spans)
    #expect(figures.map(\.start) == one.starts)
    guard figures.count == one.figures.count else {
      Issue.record("\(figures.count) figures where \(one.figures.count) lines stand")
      return
    }
    let numbers = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1.id, $0 + 1) })
    for (figure, expected) in zip(figures, one.figures) {
      #expect(figure.kind.rawValue == expected.kind)
      compare(expected, Self.fields(figure, numbers))
    }
    #expect(found.changes.count == one.changes.count, "\(found.changes)")
    for (change, expected) in zip(found.changes, one.changes) { compare(expected, Self.fields(change, numbers)) }
  }

  private func compare(_ expected: Expectation, _ actual: [String: String]) {
    for (name, value) in expected.fields {
      let found = actual[name] ?? "-"
      if let one = Double(value), let other = Double(found) {
        #expect(abs(one - other) <= 1e-9 * max(1, abs(one)), "\(name): \(found)")
      } else {
        #expect(found == value, "\(name)")
      }
    }
  }

  private static func fields(_ figure: Figure, _ numbers: [String: Int]) -> [String: String] {
    var fields = ["rule": figure.rule]
    fields["value"] = figure.value.map { "\($0)" }
    fields["low"] = figure.low.map { "\($0)" }
    fields["high"] = figure.high.map { "\($0)" }
    fields["bound"] = figure.bound?.rawValue
    fields["unit"] = figure.unit
    fields["ucum"] = figure.ucum
    fields["currency"] = figure.currency
    fields["of"] = figure.of
    fields["equivalent"] = figure.equivalent.flatMap { numbers[$0] }.map { "\($0)" }
    return fields
  }

  private static func fields(_ change: Change, _ numbers: [String: Int]) -> [String: String] {
    var fields = ["rule": change.rule, "direction": change.direction.rawValue]
    fields["from"] = change.from.flatMap { numbers[$0] }.map { "\($0)" }
    fields["to"] = change.to.flatMap { numbers[$0] }.map { "\($0)" }
    fields["by"] = change.by.flatMap { numbers[$0] }.map { "\($0)" }
    fields["ratio"] = change.ratio.map { "\($0)" }
    fields["difference"] = change.difference.map { "\($0)" }
    fields["computed"] = change.computed.isEmpty ? nil : change.computed.joined(separator: ",")
    fields["measure"] = change.measure
    return fields
  }
}
