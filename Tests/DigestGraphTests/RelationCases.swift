import DigestGraph
import Foundation
import Testing

/// A text and the relations that must and must not come out of it; see Tests/Cases/relations/README.md.
struct RelationCase: CustomTestStringConvertible, Sendable {
  struct Pattern: Sendable {
    var type: String
    var values: [(name: String, value: String)]
  }

  var name: String
  var date: String?
  var text = ""
  var required: [Pattern] = []
  var forbidden: [Pattern] = []

  var testDescription: String { name }

  static let all: [RelationCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases/relations")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(read)
  }()

  private static func read(_ file: URL) -> [RelationCase] {
    let content = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var cases: [RelationCase] = []
    for line in content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("## ") {
        cases.append(RelationCase(name: file.deletingPathExtension().lastPathComponent + ": " + line.dropFirst(3)))
      } else if line.hasPrefix("date: ") {
        cases[cases.count - 1].date = String(line.dropFirst(6))
      } else if line.hasPrefix("text: ") {
        cases[cases.count - 1].text = line.dropFirst(6).replacingOccurrences(of: "\\n", with: "\n")
      } else if line.hasPrefix("+ ") {
        cases[cases.count - 1].required.append(pattern(line.dropFirst(2)))
      } else if line.hasPrefix("- ") {
        cases[cases.count - 1].forbidden.append(pattern(line.dropFirst(2)))
      } else if !line.isEmpty, !cases.isEmpty {
        cases[cases.count - 1].text += "\n" + line
      }
    }
    return cases
  }

  private static func pattern(_ line: Substring) -> Pattern {
    var words = line.split(separator: " ").map(String.init)
    let type = words.removeFirst()
    var values: [(name: String, value: String)] = []
    for word in words {
      if let equals = word.firstIndex(of: "=") {
        values.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
      } else if !values.isEmpty {
        values[values.count - 1].value += " " + word
      }
    }
    return Pattern(type: type, values: values)
  }
}

extension RelationCase.Pattern {
  func matches(_ relation: Relation, in graph: DocumentGraph) -> Bool {
    if type == "any" {
      let states: [RelationType] = [.locatedIn, .holdsPosition, .represents, .memberOf, .reportedBy, .involvesCountry]
      return !states.contains(relation.type)
    }
    guard relation.type.rawValue == type else { return false }
    return values.allSatisfy { name, value in
      switch name {
      case "status": relation.status.rawValue == value
      case "time": relation.time?.edtf == value
      case "place":
        relation.place?.entity.flatMap(graph.entity)?.name == value
          || relation.arguments(.place).contains { names($0, graph).contains(value) }
      default:
        relation.arguments.contains { $0.role.rawValue == name && names($0, graph).contains(value) }
      }
    }
  }

  private func names(_ argument: Argument, _ graph: DocumentGraph) -> [String] {
    let entity = argument.entity.flatMap(graph.entity)
    return [argument.entity, entity?.name, argument.text, argument.country].compactMap(\.self)
  }
}

struct RelationCaseTests {
  static let extractor = Result { try Extractor() }

  @Test(arguments: RelationCase.all)
  func relationCase(_ example: RelationCase) throws {
    let graph = try Self.extractor.get().extract(example.text, id: "case", date: example.date)
    for pattern in example.required {
      #expect(
        graph.relations.contains { pattern.matches($0, in: graph) },
        "expected \(pattern); found \(summary(graph))")
    }
    for pattern in example.forbidden {
      #expect(
        !graph.relations.contains { pattern.matches($0, in: graph) },
        "unexpected \(pattern); found \(summary(graph))")
    }
  }

  private func summary(_ graph: DocumentGraph) -> String {
    graph.relations.map { relation in
      let arguments = relation.arguments.map { "\($0.role)=\($0.entity ?? $0.text ?? $0.country ?? "-")" }
      return
        "\(relation.type.rawValue) \(arguments.joined(separator: " ")) \(relation.status) \(relation.time?.edtf ?? "-")"
    }.joined(separator: " | ")
  }
}
