import Foundation
import Testing

/// Commands on results that were written before.
struct ResultTests {
  private static let text = """
    Weekly digest, 13 June 2025

    Peru’s President Dina Boluarte met Chile’s President Gabriel Boric in Lima on June 10, Andina reported on June 11.

    Peru will receive the Foreign Minister of Japan, Takeshi Iwaya, on June 20, Andina reported on June 12.
    """

  private func tool() throws -> Tool {
    let tool = try Tool()
    try tool.write("a.txt", Self.text)
    try tool.write("b.txt", "Brazil’s President Lula da Silva met Argentina’s President Javier Milei on July 3, 2025.")
    #expect(try tool.run("--format", "jsonl", "a.txt", "b.txt", "-o", "g.jsonl").status == 0)
    return tool
  }

  @Test(arguments: ["json", "jsonl", "dot", "summary", "graphml", "svg"])
  func convertingEqualsExtracting(format: String) throws {
    let tool = try tool()
    defer { tool.remove() }
    let direct = try tool.run("--format", format, "a.txt", "b.txt")
    let converted = try tool.run("convert", "g.jsonl", "--format", format)
    #expect(converted.status == 0)
    #expect(converted.output == direct.output)
    // A set, and pretty JSON, are read as well.
    #expect(try tool.run("--format", "json", "a.txt", "b.txt", "-o", "set.json").status == 0)
    #expect(try tool.run("convert", "set.json", "--format", format).output == direct.output)
  }

  @Test func mergingDoesNotDependOnTheOrder() throws {
    let tool = try tool()
    defer { tool.remove() }
    for name in ["a", "b"] { _ = try tool.run("--format", "json", "\(name).txt", "-o", "\(name).json") }
    let forth = try tool.run("merge", "a.json", "b.json")
    #expect(forth.status == 0)
    #expect(forth.output == (try tool.run("merge", "b.json", "a.json").output))
    #expect(forth.output == (try tool.run("merge", "g.jsonl", "a.json").output))
    #expect(forth.output.contains("\"schema\": \"digest-graph-set/1\""))
  }

  @Test func filteringKeepsWhatFits() throws {
    let tool = try tool()
    defer { tool.remove() }
    let kept = try tool.run("filter", "g.jsonl", "--country", "br", "--format", "jsonl")
    #expect(kept.status == 0)
    #expect(kept.output.contains("\"id\":\"b.txt\""))
    #expect(!kept.output.contains("\"id\":\"a.txt\""))
    let planned = try tool.run(
      "filter", "g.jsonl", "--status", "planned", "--from", "2025-06-15", "--format", "summary")
    #expect(!planned.output.contains("Boric"))
    #expect(try tool.run("filter", "g.jsonl", "--type", "danced").status == 64)
    #expect(try tool.run("filter", "g.jsonl", "--country", "Peru").status == 64)
    #expect(try tool.run("filter", "g.jsonl", "--from", "May").status == 64)
  }

  @Test func differencesAreTold() throws {
    let tool = try tool()
    defer { tool.remove() }
    #expect(try tool.run("diff", "g.jsonl", "g.jsonl").status == 0)
    let text = try #require(tool.read("g.jsonl"))
    try tool.write(
      "h.jsonl", text.replacing("\"status\":\"happened\"", with: "\"status\":\"cancelled\"", maxReplacements: 1))
    let result = try tool.run("diff", "g.jsonl", "h.jsonl")
    #expect(result.status == 1)
    #expect(result.output.contains("status: happened -> cancelled"))
    #expect(try tool.run("diff", "g.jsonl", "none").status == 2)
  }

  @Test func resultsAreCheckedAgainstTheirTexts() throws {
    let tool = try tool()
    defer { tool.remove() }
    let good = try tool.run("validate", "g.jsonl")
    #expect(good.status == 0)
    #expect(good.errors == "2 documents, 2 compared with their text; 0 faults\n")
    let text = try #require(tool.read("g.jsonl"))
    try tool.write("h.jsonl", text.replacing("\"Dina Boluarte\"", with: "\"Dina Boluarta\""))
    let bad = try tool.run("validate", "h.jsonl")
    #expect(bad.status == 1)
    #expect(bad.errors.contains("h.jsonl:1: /mentions/"))
    try tool.write("a.txt", "Another text.")
    #expect(try tool.run("validate", "g.jsonl", "--source", "a.txt").status == 1)
    #expect(try tool.run("validate", "g.jsonl").errors.contains("1 without their text"))
    #expect(try tool.run("validate", "--schema").output.contains("\"digest-graph/1\""))
  }

  @Test func aBadLineCostsNoGoodOne() throws {
    let tool = try tool()
    defer { tool.remove() }
    let text = try #require(tool.read("g.jsonl"))
    let lines = text.split(separator: "\n")
    try tool.write("h.jsonl", "\(lines[0])\n{\"schema\":\"digest-graph/7\"}\n\(lines[1])\n")
    let result = try tool.run("convert", "h.jsonl", "--format", "jsonl")
    #expect(result.status == 1)
    #expect(result.output == text)
    #expect(result.errors.contains("h.jsonl:2"))
    #expect(result.errors.contains("schema is 'digest-graph/7'; this version reads 'digest-graph/1'"))
    #expect(try tool.run("convert", "none.jsonl").status == 1)
    try tool.write("empty", "")
    #expect(try tool.run("convert", "empty").status == 1)
  }

  @Test func tablesByKind() throws {
    let tool = try tool()
    defer { tool.remove() }
    #expect(try tool.run("a.txt", "b.txt", "--split", "out").status == 0)
    let folder = try FileManager.default.contentsOfDirectory(atPath: tool.path("out")).sorted()
    #expect(
      folder == [
        "arguments.jsonl", "changes.jsonl", "documents.jsonl", "edges.jsonl", "entities.jsonl", "evidence.jsonl",
        "figures.jsonl", "items.jsonl", "mentions.jsonl", "relations.jsonl",
      ])
    for name in folder {
      var columns: Set<[String]> = []
      for line in (tool.read("out/\(name)") ?? "").split(separator: "\n") {
        let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        columns.insert(row.keys.sorted())
      }
      #expect(columns.count <= 1, "\(name)")
    }
  }

  #if SQLite
    @Test func aDatabaseIsWritten() throws {
      let tool = try tool()
      defer { tool.remove() }
      #expect(try tool.run("convert", "g.jsonl", "--format", "sqlite", "-o", "g.db").status == 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: tool.path("g.db")))
      #expect(bytes.prefix(15) == Data("SQLite format 3".utf8))
    }
  #else
    @Test func aBuildWithoutSQLiteSaysSo() throws {
      let tool = try Tool()
      defer { tool.remove() }
      let result = try tool.run("--format", "sqlite", input: "A")
      #expect(result.status == 64)
      #expect(result.errors.contains("--traits SQLite"))
    }
  #endif
}
