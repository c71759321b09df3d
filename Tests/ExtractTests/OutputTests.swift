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

  /// The size that a user may write stands for the size of the disk: the write fails half-way.
  @Test(arguments: ["json", "jsonl", "html", "summary"])
  func aDiskThatFillsUpCostsNoGoodFile(format: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let text = String(repeating: "Peru’s President Dina Boluarte met Chile’s President Gabriel Boric. ", count: 300)
    try tool.write("a.txt", text)
    try tool.write("old", "old")
    let result = try tool.shell("ulimit -f 8; extract --format \(format) a.txt -o old")
    #expect(result.status == 1)
    #expect(result.errors == "extract: old: File too large: free some space; nothing was replaced\n")
    #expect(tool.read("old") == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
    #expect(names.filter { $0.hasPrefix(".old") }.isEmpty)
  }

  @Test func aFolderIsReplacedAsAWhole() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      "a.txt", String(repeating: "Peru’s President Dina Boluarte met Chile’s President Gabriel Boric. ", count: 300))
    try tool.write("out/documents.jsonl", "old")
    let result = try tool.shell("ulimit -f 8; extract --split out a.txt")
    #expect(result.status == 1)
    #expect(result.errors.contains("File too large: free some space; nothing was replaced"))
    #expect(tool.read("out/documents.jsonl") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: tool.path("out")) == ["documents.jsonl"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func everyOutputIsLookedAfter() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "Peru’s President Dina Boluarte met Chile’s President Gabriel Boric.")
    #expect(try tool.run("--format", "json", "a.txt", "-o", "g.json").status == 0)
    for command in [
      "--help", "help formats", "lexicon stats", "lexicon lookup Lima", "explain a.txt --relation r1", "merge g.json",
      "convert g.json", "filter g.json --type met", "diff g.json a.json", "validate --schema",
    ] {
      let result = try tool.shell(
        "cp g.json a.json; extract \(command.replacing("a.json", with: "/dev/null")) > /dev/full")
      #expect(result.status != 0, "\(command)")
      #expect(!result.errors.isEmpty, "\(command)")
    }
  }

  @Test func anInterruptedRunLeavesNothing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", "old")
    let result = try tool.shell(
      """
      mkfifo pipe; exec 3<>pipe
      for signal in INT TERM HUP; do
        (trap - INT; exec '\(Tool.binary.path)' --input jsonl --format jsonl pipe -o old) & child=$!
        while ! ls .old.* >/dev/null 2>&1; do sleep 0.05; done
        kill -$signal $child; wait $child; echo $?
      done
      ls -A
      """)
    #expect(result.output.hasSuffix("143\n129\n.stderr\n.stdin\n.stdout\nold\npipe\n"), "\(result.output)")
    #expect(tool.read("old") == "old")
  }

  @Test func noProgressWhereNobodyLooks() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for index in 0..<40 { try tool.write("in/\(index).txt", "A") }
    #expect(try tool.run("--format", "jsonl", "in", "-o", "out").errors.isEmpty)
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
