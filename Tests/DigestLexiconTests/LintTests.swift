import Foundation
import Testing

@testable import DigestLexicon

/// Each rule of lint finds its fault, and only that.
struct LintTests {
  private static let head = "# Test\n# source: own\n# licence: CC0-1.0\n# as-of: 2025-01-01\n# rows: 0..9\n"

  private func rules(_ tables: [String: String]) -> [String] {
    LexiconLint(files: TestTables.layer(tables.mapValues { Self.head + $0 })).faults().map {
      "\($0.file):\($0.line) \($0.rule)"
    }
  }

  private func people(_ rows: String...) -> [String] {
    rules(["people.tsv": "id\tname\taliases\tcountry\n" + rows.map { $0 + "\n" }.joined()])
  }

  @Test func goodTablesHaveNone() {
    #expect(people("person:a\tAna Quispe\tAnita Quispe|~Quispe\t", "person:b\tÉva Nagy\t\t").isEmpty)
  }

  @Test(arguments: [
    ("person:a\tAna Quispe \t\t", "stray-space"), ("person:a\tAna  Quispe\t\t", "stray-space"),
    ("person:a\tAna Quispe\tA| B\t", "stray-space"), ("person:a\tAna Quispe\tA||B\t", "stray-space"),
    ("person:a\tAna\u{A0}Quispe\t\t", "stray-space"), ("person:a\tE\u{301}va Nagy\t\t", "not-nfc"),
    ("person:a\tАna Quispe\t\t", "mixed-scripts"), ("a\tAna Quispe\t\t", "id-form"),
    ("person:a\tAna Quispe\t\t\tx", "column-count"), ("person:a\tMonst. Quispe\t\t", "cut-name"),
    ("person:a\tA\u{1}na Quispe\t\t", "control-character"), ("\tAna Quispe\t\t", "no-id"),
  ])
  func cells(row: String, rule: String) {
    #expect(people(row).contains("people.tsv:7 \(rule)"))
  }

  @Test func rows() {
    #expect(people("person:b\tXu Yi\t\t", "person:a\tXu Yan\t\t") == ["people.tsv:8 not-sorted"])
    #expect(people("person:a\tXu Yi\t\t", "person:b\tXu Yi\t\t") == ["people.tsv:8 shared-name"])
    #expect(people("person:a\tXu Yi\t\t", "person:b\tXu Yan\t~Xu Yi\t").isEmpty)
    #expect(people("person:a\tXu Yi\t\t", "person:a\tXu Yan\t\t").contains("people.tsv:8 duplicate-id"))
  }

  @Test func datesAndReferences() {
    let offices = "id\tperson\tposition\tbody\tfrom\tto\n"
    func faults(_ row: String) -> [String] {
      rules(["offices.tsv": offices + row + "\n", "people.tsv": "id\tname\nperson:a\tXu Yi\n"])
    }
    #expect(faults("office:a\tperson:a\t\t\t2020\t2020-05-01").isEmpty)
    #expect(faults("office:a\tperson:a\t\t\t2021\t2020-05-01") == ["offices.tsv:7 dates-inverted"])
    #expect(faults("office:a\tperson:a\t\t\t2021-13\t") == ["offices.tsv:7 not-a-date"])
    #expect(faults("office:a\tperson:b\t\t\t\t") == ["offices.tsv:7 unknown-reference"])
    #expect(faults("office:a\tpresident:b\t\t\t\t") == ["offices.tsv:7 unknown-reference"])
  }

  @Test func heads() {
    let faults = LexiconLint(
      files: TestTables.layer(["people.tsv": "# rows: 3..4\n# must-have: person:b\nid\tname\nperson:a\tXu Yi\n"])
    ).faults().map(\.rule)
    #expect(faults.sorted() == ["missing-row", "no-head-field", "no-head-field", "no-head-field", "row-count"])
  }

  @Test func classesThatMustBeThere() {
    func rules(_ classes: String) -> [String] {
      let head = "# source: own\n# licence: CC0-1.0\n# as-of: 2025-01-01\n# rows: 0..9\n# must-have: \(classes)\n"
      let table = head + "class\tvalue\tstarter\twords\nmodal\t\t\tmay\n"
      return LexiconLint(files: TestTables.layer(["words.tsv": table])).faults().map(\.rule)
    }
    #expect(rules("modal").isEmpty)
    #expect(rules("modal article") == ["missing-row"])
  }

  /// Each bundled table says what it must hold, where it comes from and as of when.
  @Test func bundledHeads() throws {
    let lexicon = try Lexicon.bundled.get()
    for kind in TableKind.allCases where lexicon.table(kind).rowCount > 0 {
      for field in ["source", "licence", "as-of", "rows", "must-have"] {
        #expect(lexicon.table(kind).headerValue(field) != nil, "\(kind.fileName) lacks \(field)")
      }
    }
  }

  @Test func lookupSaysWhatANameMeans() throws {
    let lexicon = try Lexicon(files: TestTables.all)
    let found = Lookup("Mayor Ana Quispe", in: lexicon, date: "2021-01-01")
    #expect(found.candidates.first?.id == "person:ana-quispe")
    #expect(found.candidates.first?.offices == ["position:mayor of country:PE, 2020-01-01.."])
    #expect(Lookup("Ana Quispe", in: lexicon, date: "2019").candidates.first?.offices == [])
  }
}
