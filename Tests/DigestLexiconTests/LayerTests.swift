import DigestText
import Foundation
import Testing

@testable import DigestLexicon

/// Tables of a user over others.
struct LayerTests {
  private func lexicon(_ upper: [String: String]...) throws -> Lexicon {
    let base = try Lexicon(files: TestTables.all)
    return try Lexicon(
      layers: [.compiled(base.image.storage, name: "base")] + upper.map { .tables(TestTables.layer($0)) })
  }

  private func faults(_ upper: [String: String]) -> [String] {
    do {
      _ = try lexicon(upper)
      return []
    } catch let error as LexiconError {
      return error.faults.map { "\($0.file):\($0.line) \($0.rule)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func rowsAreAdded() throws {
    let lexicon = try lexicon(["people.tsv": "id\tname\tcountry\nperson:to-chen\tTo Chen\tPE\n"])
    #expect(TestTables.ids("To Chen met Ana Quispe.", lexicon).contains("To Chen=person:to-chen"))
    #expect(TestTables.ids("To Chen met Ana Quispe.", lexicon).contains("Ana Quispe=person:ana-quispe"))
  }

  @Test func rowsAreOverriddenColumnByColumn() throws {
    let lexicon = try lexicon(["people.tsv": "id\tname\nperson:ana-quispe\tAnita Quispe\n"])
    #expect(TestTables.ids("Anita Quispe came.", lexicon).contains("Anita Quispe=person:ana-quispe"))
    #expect(!TestTables.ids("Ana Quispe came.", lexicon).contains("Ana Quispe=person:ana-quispe"))
    #expect(TestTables.ids("Ana María Quispe came.", lexicon).contains("Ana María Quispe=person:ana-quispe"))
    let people = lexicon.table(.people)
    let row = try #require(people.row(id: "person:ana-quispe"))
    #expect(people.cell(row, "country") == "PE")
    #expect(people.line(ofRow: row) == 2)
    #expect(people.file(ofRow: row) == "people.tsv")
  }

  @Test func rowsAreRemoved() throws {
    let lexicon = try lexicon(["people.tsv": "id\tname\nperson:nino-beridze\t-\n"])
    #expect(TestTables.ids("Nino Beridze came.", lexicon).isEmpty)
    #expect(lexicon.table(.people).row(id: "person:nino-beridze") == nil)
    #expect(lexicon.table(.people).rowCount == 1)
  }

  @Test func upperLayersSeeLowerOnes() throws {
    let lexicon = try lexicon(
      ["people.tsv": "id\tname\nperson:x\tXu Yi\n"], ["people.tsv": "id\tname\nperson:x\tXu Yan\n"])
    #expect(TestTables.ids("Xu Yan, Xu Yi", lexicon) == ["Xu Yan=person:x"])
  }

  @Test func wholeTablesAreReplaced() throws {
    let lexicon = try lexicon(["people.tsv": "# replaces: all\nid\tname\nperson:x\tXu Yi\n"])
    #expect(lexicon.table(.people).rowCount == 1)
    #expect(TestTables.ids("Xu Yi, Ana Quispe", lexicon) == ["Xu Yi=person:x"])
  }

  @Test func allFaultsAreNamedAtOnce() {
    let found = faults([
      "people.tsv": "id\tname\tcountry\nperson:a\tA B\tPE\tx\nperson:c\tC D\tPE\nperson:c\tC E\tPE\nperson:z\t-\n",
      "countries.tsv": "name\tcolour\nPeru\tred\n", "peoples.tsv": "id\tname\n",
      "words.tsv": "class\twords\nverbish\ta\n",
      "offices.tsv": "", "positions.tsv": "id\tname\nposition:x\tx\u{0}\n",
    ])
    #expect(
      Set(found) == [
        "people.tsv:2 column-count", "people.tsv:4 duplicate-id", "people.tsv:5 nothing-to-remove",
        "countries.tsv:0 unknown-column", "countries.tsv:0 no-key-column", "peoples.tsv:0 unknown-table",
        "words.tsv:2 unknown-class", "offices.tsv:0 no-header",
      ])
  }

  @Test func referencesAreChecked() {
    let office = "id\tperson\tposition\tbody\n"
    #expect(faults(["offices.tsv": office + "office:x\tperson:nobody\tposition:mayor\tcountry:PE\n"]).count == 1)
    #expect(faults(["offices.tsv": office + "office:x\tperson:ana-quispe\tposition:mayor\tcountry:PE\n"]).isEmpty)
    #expect(faults(["people.tsv": "id\tname\tcountry\nperson:x\tXu Yi\tXX\n"]) == ["people.tsv:2 unknown-reference"])
  }

  @Test func brokenUTF8IsAFault() {
    #expect(throws: LexiconError.self) {
      try Lexicon(files: [("people.tsv", Array("id\tname\nperson:x\t".utf8) + [0xFF, 0xC3])])
    }
  }

  @Test func spreadsheetsAreRead() throws {
    let lexicon = try lexicon(["people.tsv": "\u{FEFF}id\tname\tcountry\r\nperson:x\tXu Yi\tPE\r\n"])
    #expect(TestTables.ids("Xu Yi", lexicon) == ["Xu Yi=person:x"])
  }

  @Test func nothingIsALexiconToo() throws {
    let empty = try Lexicon(layers: [], overBundled: false)
    #expect(TestTables.ids("The President of Peru met Ana Quispe.", empty).isEmpty)
    #expect(empty.table(.people).cell(0, "name") == "" || empty.table(.people).rowCount == 0)
  }

  @Test func filesAndFolders() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lexicon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for table in TestTables.all { try Data(table.bytes).write(to: folder.appendingPathComponent(table.name)) }
    try Data("nothing".utf8).write(to: folder.appendingPathComponent("README.md"))
    let lexicon = try Lexicon(layers: [try LexiconLayer(path: folder.path)], overBundled: false)
    #expect(lexicon.table(.people).file(ofRow: 0) == folder.path + "/people.tsv")
    let compiled = folder.appendingPathComponent("all.lexicon")
    try Data(lexicon.image.copy).write(to: compiled)
    let again = try Lexicon(layers: [try LexiconLayer(path: compiled.path)])
    #expect(again.fingerprint == lexicon.fingerprint)
    let more = try Lexicon(layers: [
      try LexiconLayer(path: compiled.path), .tables(TestTables.layer(["people.tsv": "id\tname\nperson:x\tXu Yi\n"])),
    ])
    #expect(TestTables.ids("Xu Yi, Ana Quispe", more).count == 3)
    #expect(throws: LexiconError.self) { try LexiconLayer(path: folder.path + "/none") }
  }
}
