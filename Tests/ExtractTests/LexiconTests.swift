import Foundation
import Testing

/// The curator's tools.
struct LexiconTests {
  @Test func tablesAreCompiledAndLookedUp() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("t/people.tsv", "id\tname\tcountry\nperson:ana-quispe\tAna Quispe\tPE\n")
    #expect(try tool.run("lexicon", "compile", "t", "--only-lexicons", "-o", "my.lexicon").status == 0)
    for path in ["t", "my.lexicon"] {
      let found = try tool.run("lexicon", "lookup", "Ana Quispe", "--lexicons", path, "--only-lexicons")
      #expect(found.output.contains("person:ana-quispe  name, safe alone"))
      #expect(found.status == 0)
    }
    #expect(try tool.run("lexicon", "stats", "--lexicons", "my.lexicon").output.contains("people.tsv\t1\t1\t0"))
  }

  @Test func faultsAreNamed() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("t/people.tsv", "id\tname\tcountry\nperson:a\tAna Quispe\tXX\tx\nperson:b\tXu Yi \tXX\n")
    let lint = try tool.run("lexicon", "lint", "t")
    #expect(lint.status == 1)
    #expect(lint.output.contains("people.tsv:2: column-count"))
    #expect(lint.output.contains("people.tsv:3: column 'name': stray-space"))
    #expect(lint.output.contains("unknown-reference: no row is called 'XX'"))
    let compile = try tool.run("lexicon", "compile", "t", "--only-lexicons", "-o", "my.lexicon")
    #expect(compile.status == 1 && compile.errors.contains("people.tsv:2: column-count"))
    try tool.write("broken.lexicon", [0x89, 0x44, 0x47, 0x4C, 0x45, 0x58, 0x0D, 0x0A, 1])
    let broken = try tool.run("lexicon", "stats", "--lexicons", "broken.lexicon")
    #expect(broken.status == 1 && broken.errors.contains("truncated"))
  }
}
