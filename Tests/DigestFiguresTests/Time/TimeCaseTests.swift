import DigestModel
import Foundation
import Testing

@testable import DigestFigures

/// A case of `Tests/Cases/time`.
struct TimeCase: Sendable, CustomTestStringConvertible {
  struct Expected: Sendable, Equatable, CustomStringConvertible {
    var words: String
    var kind: String
    var timex: String?
    var edtf: String?
    var mod: String?
    var description: String { "[\(words)] \(kind) \(timex ?? "-") \(edtf ?? "-") \(mod ?? "")" }
  }

  var file = ""
  var name = ""
  var anchor: String?
  var options = FigureOptions()
  var text = ""
  var expected: [Expected] = []
  var testDescription: String { "\(file): \(name)" }

  /// The rule that the name promises, where it is one of a positive case.
  var rule: String? { expected.isEmpty ? nil : name.split(separator: " ").first.map(String.init) }

  static let all: [TimeCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Cases/time").standardized
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(read)
  }()

  private static func read(_ file: URL) -> [TimeCase] {
    guard let content = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var cases: [TimeCase] = []
    for line in content.split(separator: "\n") {
      if line.hasPrefix("## ") {
        cases.append(TimeCase(file: file.lastPathComponent, name: String(line.dropFirst(3))))
      } else if !cases.isEmpty {
        cases[cases.count - 1].add(String(line))
      }
    }
    return cases
  }

  private mutating func add(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    if text.isEmpty, words[0] == "anchor" {
      anchor = words[1]
    } else if text.isEmpty, words[0] == "option" {
      switch words[1] {
      case "timeml": options.timeML = true
      case "queries": options.queries = true
      default: options.dayFirst = false
      }
    } else if text.isEmpty {
      addText(line)
    } else if let index = expected.firstIndex(where: { $0.kind.isEmpty }) {
      expected[index].kind = words[0]
      expected[index].timex = words[1] == "-" ? nil : words[1]
      expected[index].edtf = words[2] == "=" ? words[1] : words[2] == "-" ? nil : words[2]
      expected[index].mod = words.count > 3 ? String(words[3].dropFirst(4)) : nil
    }
  }

  private mutating func addText(_ line: String) {
    for part in line.split(separator: "[", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { expected.append(Expected(words: String(halves[0]), kind: "")) }
      text += halves.joined()
    }
  }
}

struct TimeCaseTests {
  @Test(arguments: TimeCase.all) func caseHolds(_ given: TimeCase) throws {
    let extractor = try FigureExtractor(options: given.options)
    let temporal: [Figure.Kind] = [.date, .time, .duration, .set]
    let found = extractor.figures(in: given.text, anchor: given.anchor).figures.filter { temporal.contains($0.kind) }
    let values = found.map {
      TimeCase.Expected(words: $0.text, kind: $0.kind.rawValue, timex: $0.timex, edtf: $0.edtf, mod: $0.mod)
    }
    #expect(values == given.expected)
    if let rule = given.rule { #expect(found.contains { $0.rule == rule }) }
  }

  @Test func casesAreThere() { #expect(TimeCase.all.count > 80) }
}
