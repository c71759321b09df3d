import Foundation
import Testing

/// The curator's tools, as a curator runs them.
struct CuratorTests {
  private static let head = "# Test\n# source: own\n# licence: CC0-1.0\n# as-of: 2025-01-01\n# rows: 0..9\n"

  @Test func suggestedRowsAreReady() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let first = "Peruvian President Wari Illanes met Omani Minister Salim Harthi-Zad in Lima. Orqo Andina S.A. paid.\n"
    try tool.write("a.txt", first)
    try tool.write("b.txt", "President Wari Illanes said that it rains.\n")
    let suggest = try tool.run("lexicon", "suggest", ".", "--output", "new")
    #expect(suggest.status == 0, "\(suggest.errors)")
    let people = try #require(tool.read("new/people.tsv"))
    let lines = people.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("id\tname\t"))
    #expect(lines[2].hasPrefix("# 2 documents, 2 mentions,"))
    #expect(lines[3].hasPrefix("person:wari-illanes\tWari Illanes\t\t~Illanes\t\tPE"))
    #expect(people.contains("\nperson:salim-harthi-zad\t"))
    #expect(try #require(tool.read("new/organizations.tsv")).contains("\tOrqo Andina S.A.\t"))
    // What is suggested can be laid over the tables as it is.
    let again = try tool.run(
      "lexicon", "suggest", ".", "--lexicons", "new", "--table", "people", "--min-documents", "2")
    #expect(again.output.isEmpty && again.status == 0, "\(again.output)\(again.errors)")
  }

  @Test func knownNamesInUnknownSpellingsStandApart() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("t/people.tsv", "id\tname\taliases\tcountry\nperson:q\tTomas Kwizhpe\tTom Kwizhpe\tPE\n")
    try tool.write("a.txt", "Peruvian President Tomas Qvizhpe met Ana Illanes in Lima.\n")
    let found = try tool.run("lexicon", "suggest", "a.txt", "--lexicons", "t", "--table", "people").output
    let apart = try #require(found.range(of: "known names in spellings that no table has"))
    #expect(found[..<apart.lowerBound].contains("person:ana-illanes"))
    #expect(!found[..<apart.lowerBound].contains("person:tomas-qvizhpe"))
    #expect(found[apart.lowerBound...].contains("person:q\tTomas Kwizhpe\tTom Kwizhpe|Tomas Qvizhpe\t"))
  }

  @Test func suggestNamesWhatItCannotRead() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let none = try tool.run("lexicon", "suggest", "none.txt")
    #expect(none.status == 1 && none.errors.contains("none.txt: no such file or folder"))
    let table = try tool.run("lexicon", "suggest", "a", "--table", "verbs")
    #expect(table.status == 64 && table.errors.contains("use one of people, organizations"))
  }

  @Test func aRowIsAdded() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("t/people.tsv", Self.head + "id\tname\tshort\tcountry\nperson:zoe-q\tZoe Qwq\t\tPE\n")
    let arguments = ["lexicon", "add", "people", "--to", "t", "name=Ana Qwispezz", "short=~Qwispezz", "country=PE"]
    let dry = try tool.shell("extract " + (arguments + ["--dry-run"]).map { "'\($0)'" }.joined(separator: " "))
    #expect(dry.output.hasPrefix("t/people.tsv:7: would add person:ana-qwispezz\n"), "\(dry.errors)")
    #expect(tool.read("t/people.tsv")?.contains("Ana") == false)
    let added = try tool.shell("extract " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(added.status == 0 && added.output.contains("added person:ana-qwispezz"), "\(added.errors)")
    #expect(
      tool.read("t/people.tsv")?.hasSuffix(
        "country\nperson:ana-qwispezz\tAna Qwispezz\t~Qwispezz\tPE\nperson:zoe-q\tZoe Qwq\t\tPE\n") == true)
    #expect(try tool.run("lexicon", "lint", "t").status == 0)
  }

  @Test func aRowWithAFaultIsRefused() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("t/people.tsv", Self.head + "id\tname\tcountry\nperson:zoe-q\tZoe Qwq\tPE\n")
    let before = tool.read("t/people.tsv")
    for (cell, rule) in [
      ("country=XX", "unknown-reference"), ("titel=Mayor", "unknown-column"), ("id=zoe", "id-form"),
      ("id=person:zoe-q", "duplicate-id"),
    ] {
      let added = try tool.run("lexicon", "add", "people", "--to", "t", "name=Ana Qwispezz", cell)
      #expect(added.status == 1 && added.errors.contains(rule), "\(cell): \(added.errors)")
      #expect(added.errors.contains("cure: "))
    }
    #expect(tool.read("t/people.tsv") == before)
    #expect(try tool.run("lexicon", "add", "persons", "--to", "t", "name=A").errors.contains("use one of countries"))
    #expect(try tool.run("lexicon", "add", "people", "--to", "none", "name=A").errors.contains("no such folder"))
    #expect(try tool.run("lexicon", "add", "people", "--to", "t", "name").status == 64)
  }

  @Test func differencesAreShown() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a/people.tsv", "id\tname\tcountry\nperson:a\tAna Quispe\tPE\n")
    try tool.write("b/people.tsv", "# new\nid\tcountry\tname\nperson:b\tPE\tXu Yi\nperson:a\tPE\tAna Quispe\n")
    let diff = try tool.run("lexicon", "diff", "a", "b")
    #expect(diff.output == "+ people.tsv person:b  Xu Yi\n" && diff.status == 1)
    let same = try tool.run("lexicon", "diff", "a", "a")
    #expect(same.output.isEmpty && same.status == 0)
    #expect(try tool.run("lexicon", "diff", "a", "none").errors.contains("none: unreadable"))
  }

  @Test func freshness() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let fresh = try tool.run("lexicon", "fresh", "--before", "2025-06-01", "--country", "kz")
    #expect(fresh.status == 0)
    #expect(fresh.output.contains("running terms last confirmed before 2025-06-01"))
    #expect(fresh.output.contains("0 states without a holder"))
    #expect(try tool.run("lexicon", "fresh", "--before", "May").status == 64)
    #expect(
      try tool.run("lexicon", "fresh", "--before", "2025", "--country", "QQ").errors.contains("write an ISO code"))
  }

  @Test func lookupTellsTheHolder() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let found = try tool.run("lexicon", "lookup", "the Kazakh president", "--date", "2018-07-01").output
    #expect(found.contains("holder on 2018-07-01: person:nursultan-nazarbayev"), "\(found)")
  }

  @Test func aUsersTablesAddOverrideAndRemove() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      "t/people.tsv",
      "id\tname\taliases\nperson:wari-illanes\tWari Illanes\nperson:xi-jinping\tXi Jinping\tChairman Xi\nperson:barack-obama\t-\n"
    )
    try tool.write("t/offices.tsv", "id\tperson\n")
    let obama = try tool.run("lexicon", "lookup", "Barack Obama", "--lexicons", "t")
    // Terms of office still name the removed row: the load is refused, and says where.
    #expect(obama.status == 1 || !obama.output.contains("person:barack-obama"), "\(obama.output)\(obama.errors)")
    try tool.write(
      "t/people.tsv",
      "id\tname\taliases\nperson:wari-illanes\tWari Illanes\nperson:xi-jinping\tXi Jinping\tOld Qwx Xi\n")
    #expect(try tool.run("lexicon", "lookup", "Wari Illanes", "--lexicons", "t").output.contains("t/people.tsv:2"))
    #expect(try tool.run("lexicon", "lookup", "Old Qwx Xi", "--lexicons", "t").output.contains("person:xi-jinping"))
    try tool.write("u/people.tsv", "id\tname\tcountry\nperson:b\tXu Yi\tXX\nperson:b\tXu Er\tPE\n")
    try tool.write("u/places.tsv", "id\tname\tland\nplace:PE/q\tQ\tPE\n")
    let bad = try tool.run("lexicon", "stats", "--lexicons", "u")
    #expect(bad.status == 1)
    for part in ["u/people.tsv:3: column 'id': duplicate-id", "u/places.tsv: column 'land': unknown-column"] {
      #expect(bad.errors.contains(part), "\(bad.errors)")
    }
  }
}
