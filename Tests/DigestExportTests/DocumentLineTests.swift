import DigestModel
import Testing

struct DocumentLineTests {
  private func line(_ json: String) throws -> DocumentLine { try DocumentLine(json: Array(json.utf8)) }

  @Test func allMembers() throws {
    let line = try line(#"{"x":[{}],"source":"S","id":"a","title":"T","date":"2025-05-09","text":"Hi \"you\""}"#)
    #expect(line.id == "a")
    #expect(line.text == Array(#"Hi "you""#.utf8))
    #expect([line.date, line.title, line.source] == ["2025-05-09", "T", "S"])
  }

  @Test(arguments: [("7", "7"), ("1.50", "1.50"), ("-3e2", "-3e2"), (#""7""#, "7")])
  func numbersAreIds(json: String, id: String) throws {
    #expect(try line(#"{"id":\#(json),"text":""}"#).id == id)
  }

  @Test func nullIsAbsent() throws {
    #expect(try line(#"{"id":"a","text":"","date":null,"title":null}"#).date == nil)
  }

  @Test func brokenBytesReachTheExtractor() throws {
    let bytes = Array(#"{"id":"a","text":""#.utf8) + [0x61, 0xFF, 0xC3] + Array(#""}"#.utf8)
    #expect(try DocumentLine(json: bytes).text == [0x61, 0xFF, 0xC3])
  }

  @Test(arguments: [
    (#"{"text":"x"}"#, "the line has no \"id\": give each document one"),
    (#"{"id":"","text":"x"}"#, "the line has no \"id\": give each document one"),
    (#"{"id":"a"}"#, "the line has no \"text\": put the document's text there"),
    (#"{"id":"a","text":null}"#, "the line has no \"text\": put the document's text there"),
    (#"["a"]"#, "an object belongs here"), (#"{"id":"a","text":5}"#, "a string in quotes belongs here"),
    (#"{"id":"a","text":"x"} x"#, "nothing may follow the end of the value"),
    (#"{"id":true,"text":"x"}"#, "no value that JSON knows"),
  ])
  func faultsAreNamed(json: String, message: String) {
    let error = #expect(throws: JSONError.self) { try line(json) }
    #expect(error?.message == message)
  }
}
