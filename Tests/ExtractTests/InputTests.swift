import DigestModel
import Foundation
import Testing

/// What goes in: files good and bad, folders, standard input, JSON Lines.
struct InputTests {
  @Test(
    arguments: [
      ("empty", []), ("nul", [0x41, 0, 0x42]), ("broken", [0xFF, 0xC3, 0x28, 0xE2, 0x82]),
      ("crlf", Array("A\r\nB\r\n".utf8)),
      ("bom", [0xEF, 0xBB, 0xBF] + Array("To Lam.".utf8)), ("bomonly", [0xEF, 0xBB, 0xBF]),
      ("line", Array("word ".utf8)),
    ] as [(String, [UInt8])])
  func anyFileIsRead(name: String, bytes: [UInt8]) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(name, bytes)
    let json = try tool.run("--format", "json", name)
    #expect(json.status == 0)
    #expect(json.errors.isEmpty)
    #expect(try DocumentGraph(json: Array(json.output.utf8)).document.id == name)
    #expect(try tool.run(name).status == 0)
  }

  @Test func whatIsMissingIsNamedAndTheOthersAreRead() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a.txt", "A")
    try tool.write("b.txt", "B")
    let result = try tool.run("--format", "jsonl", "a.txt", "none.txt", "b.txt")
    #expect(result.status == 1)
    #expect(result.errors == "extract: none.txt: no such file or folder: check the name\n")
    #expect(try ids(result) == ["a.txt", "b.txt"])
  }

  private func ids(_ result: Tool.Result) throws -> [String] {
    try result.output.split(separator: "\n").map { try DocumentGraph(json: Array($0.utf8)).document.id }
  }

  @Test func foldersAreReadByPath() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for name in ["d/b.txt", "d/a.text", "d/c/z.TXT", "d/readme.md", "d/.hidden/x.txt", "d/.x.txt"] {
      try tool.write(name, "A")
    }
    #expect(try ids(tool.run("--format", "jsonl", "d/")) == ["d/a.text", "d/b.txt", "d/c/z.TXT"])
  }

  @Test func aFolderWithoutTextsIsNamed() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("d/readme.md", "A")
    let result = try tool.run("d")
    #expect(result.status == 1)
    #expect(result.errors == "extract: d: no *.txt or *.text in this folder: name the files, or another folder\n")
  }

  @Test func standardInputIsRead() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for arguments in [["-"], []] {
      let result = try tool.shell("printf 'To Lam' | extract --format jsonl " + arguments.joined(separator: " "))
      #expect(try ids(result) == ["stdin"])
    }
  }

  @Test func linesAreAnsweredInOrder() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let lines = [
      #"{"id":"a","text":"A"}"#, #"{"id":"b""#, "", #"{"id":3,"text":"C","date":"2025-05-09T08:00:00Z"}"#, "   ",
      #"{"id":"d","text":"D","date":"May 9"}"#, #"{"text":"E"}"#, #"{"id":"f","text":"F"}"# + "\r",
    ]
    try tool.write("in.jsonl", lines.joined(separator: "\n"))
    let result = try tool.run("--input", "jsonl", "--format", "jsonl", "in.jsonl")
    #expect(result.status == 1)
    // A date that can't be read costs the date, not the document.
    #expect(try ids(result) == ["a", "3", "d", "f"])
    #expect(
      result.errors == """
        extract: in.jsonl:2: the text ends before '}' (column 10)
        extract: in.jsonl:7: the line has no "id": give each document one (column 13)

        """)
  }

  @Test func jobsChangeNothing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let lines = (0..<300).map {
      #"{"id":\#($0),"text":"\#(String(repeating: "President A met B. ", count: $0 % 17))"}"#
    }
    try tool.write("in.jsonl", lines.joined(separator: "\n"))
    let one = try tool.run("--input", "jsonl", "--format", "jsonl", "--jobs", "1", "in.jsonl")
    #expect(try ids(one) == (0..<300).map(String.init))
    for jobs in ["2", "7"] {
      #expect(try tool.run("--input", "jsonl", "--format", "jsonl", "--jobs", jobs, "in.jsonl").output == one.output)
    }
  }
}
