import Foundation
import Testing

@testable import DigestLexicon

/// What the curator's tools find in tables.
struct CurateTests {
  private static let offices = """
    # as-of: 2025-02-02
    id\tperson\tposition\tbody\ttitle\tfrom\tto\tas-of
    office:a\tperson:ana-quispe\tposition:president\tcountry:PE\t\t2020-01-01\t\t2021-01-01
    office:b\tperson:nino-beridze\tposition:president\tcountry:PE\t\t2022-05\t\t2025-02-02
    office:c\tperson:nino-beridze\tposition:mayor\tcountry:GE\t\t2019\t2020\t2020
    """
  private static let positions = """
    id\tname\tplurals\tkind
    position:mayor\tmayor\tmayors\texecutive
    position:president\tpresident\tpresidents\thead-of-state
    """
  private static let countries = """
    id\tname\tkind
    country:GE\t~Georgia\tstate
    country:PE\tPeru\tstate
    """

  private static func lexicon(_ tables: [String: String]) throws -> Lexicon {
    let base = [
      "people.tsv": TestTables.people, "offices.tsv": offices, "positions.tsv": positions, "countries.tsv": countries,
    ]
    return try Lexicon(files: TestTables.layer(base.merging(tables) { $1 }))
  }

  // MARK: Freshness

  @Test func whatIsStale() throws {
    let found = Freshness(try Self.lexicon([:]), before: "2024-01-01")
    #expect(found.stale.map(\.id) == ["office:a"])
    #expect(found.overlaps.map { [$0.first.id, $0.second.id] } == [["office:a", "office:b"]])
    #expect(found.vacant.map(\.country) == ["country:GE"])
    #expect(found.vacant.first?.missing == "head-of-state, head-of-government")
    #expect(Freshness(try Self.lexicon([:]), before: "2020-06-01").stale.isEmpty)
  }

  @Test func aTermThatEndsWhenTheNextBeginsDoesNotOverlap() throws {
    let ended = Self.offices.replacingTerm("2020-01-01\t\t2021-01-01", "2020-01-01\t2022-05\t2022-05")
    #expect(Freshness(try Self.lexicon(["offices.tsv": ended]), before: "2024-01-01").overlaps.isEmpty)
  }

  // MARK: Differences

  @Test func differencesAreRowsAndNames() throws {
    let old = try Lexicon(files: TestTables.all)
    let people = """
      id\tname\taliases\tshort\tcountry
      person:ana-quispe\tAna Quispe\tAna María Quispe|Anita Quispe\tQuispe\tGE
      person:xu-yi\tXu Yi\t\t\tPE
      """
    let offices = "id\tperson\tposition\tbody\tfrom\tto\n"
    var files = TestTables.all.filter { $0.name != "people.tsv" && $0.name != "offices.tsv" }
    files += TestTables.layer(["people.tsv": people, "offices.tsv": offices])
    let difference = LexiconDifference(from: old, to: try Lexicon(files: files))
    #expect(
      difference.changes.map(\.description) == [
        "~ people.tsv person:ana-quispe  aliases: +'Anita Quispe'",
        "~ people.tsv person:ana-quispe  country: -'PE' +'GE'",
        "- people.tsv person:nino-beridze  Nino Beridze", "+ people.tsv person:xu-yi  Xu Yi",
        "- offices.tsv office:ana-quispe/mayor/2020",
      ])
    #expect(LexiconDifference(from: old, to: try Lexicon(files: TestTables.all.reversed())).changes.isEmpty)
  }

  @Test func tablesWithoutIdsDiffer() throws {
    let old = try Lexicon(files: TestTables.layer(["words.tsv": TestTables.words]))
    let new = try Lexicon(files: TestTables.layer(["words.tsv": TestTables.words + "modal\t\t\tmay\n"]))
    #expect(LexiconDifference(from: old, to: new).changes.map(\.description) == ["+ words.tsv modal |  |  | may"])
  }

  // MARK: Rows

  private func added(
    _ cells: [(column: String, value: String)], _ kind: TableKind = .people, to table: String? = nil
  ) throws -> (text: String, line: Int, id: String) {
    let row = try RowInsertion(cells, kind: kind, file: kind.fileName, table: table.map { Array($0.utf8) })
    return (String(decoding: row.bytes, as: UTF8.self), row.line, row.id)
  }

  @Test func aRowStandsInItsSortedPlace() throws {
    let table = "# Test\nid\tname\tcountry\nperson:b\tB\tPE\nperson:d\tD\tPE\n"
    for (id, line) in [("person:a", 3), ("person:c", 4), ("person:e", 5)] {
      let added = try added([("id", id), ("name", "X")], to: table)
      #expect(added.line == line)
      let lines = added.text.split(separator: "\n")
      #expect(lines[line - 1] == "\(id)\tX")
      #expect(lines.count == 5)
    }
  }

  @Test func idsAreMade() throws {
    #expect(try added([("name", "Éva O'Nagy-Kis"), ("country", "PE")]).id == "person:eva-onagy-kis")
    #expect(try added([("name", "Cusco"), ("country", "PE")], .places).id == "place:PE/cusco")
    let office: [(column: String, value: String)] = [
      ("person", "person:a-b"), ("position", "position:mayor"), ("from", "2020-01-01"),
    ]
    #expect(try added(office, .offices).id == "office:a-b/mayor/2020")
    #expect(try added([("name", "Xu Yi")]).text == "id\tname\nperson:xu-yi\tXu Yi\n")
  }

  @Test func whatDoesNotFitIsRefused() {
    let table = "id\tname\nperson:a\tA\n"
    func rule(_ cells: [(column: String, value: String)]) -> String? {
      do {
        _ = try added(cells, to: table)
        return nil
      } catch {
        return (error as? LexiconError)?.faults.first?.rule
      }
    }
    #expect(rule([("id", "person:a"), ("name", "B")]) == "duplicate-id")
    #expect(rule([("title", "Mayor"), ("name", "B")]) == "unknown-column")
    #expect(rule([("name", "B\tC")]) == "control-character")
    #expect(rule([("name", "")]) == "no-id")
  }

  // MARK: Sounds

  @Test(arguments: [
    ("Zhaparov", "Japarov"), ("Mirziyoev", "Mirziyoyev"), ("Qyzylorda", "Kyzylorda"), ("Tokayev", "Toqaev"),
    ("Çavuşoğlu", "Cavusoglu"), ("Tkatchenko", "Tkachenko"), ("Shevchenko", "Ševčenko"), ("Khamenei", "Hamenei"),
  ])
  func oneSkeleton(names: (String, String)) {
    #expect(NameSkeleton.of("Sadyr " + names.0) == NameSkeleton.of("Sadyr " + names.1))
  }

  @Test func otherNamesHaveOthers() {
    #expect(NameSkeleton.of("Ana Quispe") != NameSkeleton.of("Ana Quiroga"))
    #expect(NameSkeleton.of("Li Na").isEmpty)
  }

  // MARK: Look-up

  @Test func lookupSaysHowTheRowHasIt() throws {
    let lexicon = try Lexicon(files: TestTables.all)
    #expect(Lookup("Ana Maria Quispe", in: lexicon).candidates.first?.listed == "Ana María Quispe")
    #expect(Lookup("Ana Quispe", in: lexicon).candidates.first?.listed == nil)
    #expect(Lookup("Ana Quispe", in: lexicon).candidates.first?.country == "PE")
  }

  @Test func lookupSaysWhoHeldAnOffice() throws {
    let lexicon = try Lexicon(files: TestTables.all)
    let holders = Lookup("the mayor of Peru", in: lexicon, date: "2021-01-01").holders
    #expect(holders.count == 1 && holders[0].hasPrefix("person:ana-quispe  position:mayor of country:PE"))
    #expect(Lookup("the mayor of Peru", in: lexicon, date: "2019-01-01").holders.isEmpty)
    #expect(Lookup("the mayor of Peru", in: lexicon).holders.isEmpty)
  }
}

extension String {
  /// The text with one part replaced.
  fileprivate func replacingTerm(_ old: String, _ new: String) -> String {
    guard let range = range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
