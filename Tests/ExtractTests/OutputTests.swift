import Foundation
import Testing

/// What comes out: files whole or not at all, pipes, exit codes.
struct OutputTests {
  @Test func aFileIsWrittenWhole() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    try tool.write("old", "old")
    try FileManager.default.createSymbolicLink(atPath: tool.path("link"), withDestinationPath: "old")
    #expect(try tool.run("--format", "json", "a.txt", "-o", "link").status == 0)
    #expect(tool.read("old")?.hasPrefix("{\n  \"schema\": \"digest-graph/1\"") == true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: tool.path("link")) == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
    #expect(names.filter { $0.hasPrefix(".") && !$0.hasPrefix(".std") }.isEmpty)
  }

  @Test func whatFailsReplacesNothing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", "old")
    #expect(try tool.run("none.txt", "-o", "old").status == 1)
    try tool.write("in.jsonl", "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"a\",\"text\":\"B\"}\n")
    _ = try tool.run("--input", "jsonl", "--format", "nothing", "in.jsonl", "-o", "old")
    #expect(tool.read("old") == "old")
  }

  @Test func anUnwritablePathIsNamed() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    let result = try tool.run("a.txt", "-o", "none/x")
    #expect(result.status == 1)
    #expect(
      result.errors == "extract: none/x: No such file or directory: choose an output file that can be written\n")
    #expect(try tool.run("a.txt", "-o", ".").status == 1)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsNamed() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    for command in ["extract a.txt > /dev/full", "extract a.txt -o /dev/full"] {
      let result = try tool.shell(command)
      #expect(result.status == 1)
      #expect(result.errors.contains("No space left on device"))
    }
  }

  @Test func aClosedPipeIsQuiet() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let line = #"{"id":1,"text":"A"}"#
    try tool.write("in.jsonl", Array(repeating: line, count: 3000).joined(separator: "\n"))
    let result = try tool.shell("extract --input jsonl --format jsonl in.jsonl | head -n 1")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func noColoursInAFile() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    #expect(try !tool.run("a.txt").output.contains("\u{1B}"))
  }

  @Test func columnsSetTheWidth() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    let narrow = try tool.run("a.txt", environment: ["COLUMNS": "30"]).output
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }
}
