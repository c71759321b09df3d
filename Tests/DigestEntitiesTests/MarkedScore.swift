import DigestModel
import DigestText
import Foundation

@testable import DigestEntities

/// Compares what is read from the marked texts with their marking: persons, organisations, countries.
struct MarkedScore {
  var found = 0
  var wanted = 0
  var right = 0
  var missed: [String] = []
  var surplus: [String] = []

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  mutating func add(_ names: [String], against gold: [String], matching: (String, String) -> Bool, in document: String)
  {
    var open = gold
    for name in names {
      found += 1
      if let index = open.firstIndex(where: { matching(name, $0) }) {
        open.remove(at: index)
        right += 1
      } else {
        surplus.append("\(document): \(name)")
      }
    }
    wanted += gold.count
    missed += open.map { "\(document): \($0)" }
  }

  /// Names agree where the words of one are all in the other, in any case and without marks.
  static func isSameName(_ one: String, _ other: String) -> Bool {
    let first = words(one)
    let second = words(other)
    return !first.isEmpty && !second.isEmpty && (first.isSubset(of: second) || second.isSubset(of: first))
  }

  private static func words(_ name: String) -> Set<String> {
    let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return Set(folded.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !["the", "of"].contains($0) })
  }

  /// The documents that may be used to score while rules are written.
  static let development = ["digest": 1...10, "meeting": 1...5, "project": 1...5]

  /// Scores the development documents, by type.
  static func score(_ reader: EntityReader) throws -> [EntityType: MarkedScore] {
    var scores: [EntityType: MarkedScore] = [.person: .init(), .organization: .init(), .country: .init()]
    for file in try FileManager.default.contentsOfDirectory(atPath: casesFolder("marked").path).sorted() {
      let parts = file.split(separator: "-")
      guard file.hasSuffix(".txt"), parts.count > 1, let number = Int(parts[1]),
        development[String(parts[0])]?.contains(number) == true
      else { continue }
      try add(file, reader, &scores)
    }
    return scores
  }

  private static func add(_ file: String, _ reader: EntityReader, _ scores: inout [EntityType: MarkedScore]) throws {
    let folder = casesFolder("marked")
    let name = String(file.dropLast(4))
    let gold = try String(contentsOf: folder.appendingPathComponent("\(name).gold.tsv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let date = gold.first { $0[0] == "document-date" }?[1]
    let (text, read) = reader.read(
      try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8), id: name, date: date)
    for (type, key) in [(EntityType.person, "person"), (.organization, "organization"), (.country, "country")] {
      let named = read.mentions.filter {
        $0.type == type && !$0.rule.hasSuffix(".in-name") && [.name, .acronym, .demonym, .shortName].contains($0.form)
      }
      var order: [Int] = []
      var names: [Int: [String]] = [:]
      for mention in named {
        guard let entity = mention.entity else { continue }
        if names[entity] == nil {
          order.append(entity)
          names[entity] = [read.entities[entity].name] + (read.entities[entity].aliases ?? [])
        }
        let words = text.string(mention.tokens)
        // A bare surname is no name to compare people by, where another is known.
        if type != .person || words.contains(" ") { names[entity]?.append(words) }
      }
      let wanted = gold.filter { $0[0] == key }.map { $0[1] }
      scores[type]?.add(
        order.map { type == .country ? read.entities[$0].country ?? "" : (names[$0] ?? []).joined(separator: "|") },
        against: wanted,
        matching: { found, gold in
          type == .country ? found == gold : found.split(separator: "|").contains { isSameName(String($0), gold) }
        }, in: name)
    }
  }
}
