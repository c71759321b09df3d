import DigestModel
import Testing

struct JSONReaderTests {
  private func bytes(_ json: String) throws -> [UInt8] {
    var reader = JSONReader(Array(json.utf8))
    let value = try reader.stringBytes()
    try reader.finish()
    return value
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\u0000\/\b""#, "\u{0}/\u{8}"), ("\"a\tb\"", "a\tb"),
    (#""\u00E9""#, "é"),
  ])
  func escapes(json: String, expected: String) throws {
    #expect(String(decoding: try bytes(json), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    #""\x""#, #""\u12""#, #""\u12G4""#, #""abc"#, #""abc\"#, "\"a\" x", "nul", "01", "-", "1.", "1e", "+1", "[1,]",
    #"{"a"}"#,
    #"{"a":}"#, #"{a:1}"#, "[1 2]", "", "[", "{", #"{"a":1"#, "tru", "]", ".5", "0x10", "NaN", "'a'",
  ])
  func malformedIsAnError(json: String) {
    var reader = JSONReader(Array(json.utf8))
    #expect(throws: JSONError.self) {
      try reader.skip()
      try reader.finish()
    }
  }

  @Test(arguments: [
    "1", "-0", "0.5", "1e5", "1E-5", "-1.25e+3", "true", "false", "null", " [ ] ", "{}", #"{"a":[1,{"b":"c"}]}"#,
    "\u{FEFF}[1]",
  ])
  func wellFormedIsRead(json: String) throws {
    var reader = JSONReader(Array(json.utf8))
    try reader.skip()
    try reader.finish()
  }

  @Test func nestingIsLimited() {
    for text in [String(repeating: "[", count: 1_000_000), String(repeating: #"{"a":"#, count: 200_000)] {
      var reader = JSONReader(Array(text.utf8))
      let error = #expect(throws: JSONError.self) { try reader.skip() }
      #expect(error?.message == "nested deeper than 128")
    }
  }

  @Test func errorsHaveTheirPlace() {
    var reader = JSONReader(Array("[1,\n2,\n x]".utf8))
    let error = #expect(throws: JSONError.self) { try reader.skip() }
    #expect(error?.line == 3)
    #expect(error?.offset == 8)
  }

  @Test func wholeNumbers() throws {
    var reader = JSONReader(Array("[3, 3.0, 3e2, 3.5]".utf8))
    var values: [Int] = []
    let error = #expect(throws: JSONError.self) {
      try reader.array { (reader) throws(JSONError) in values.append(try reader.integer()) }
    }
    #expect(values == [3, 3, 300])
    #expect(error?.message == "a whole number belongs here, not 3.5")
  }

  /// Any bytes give a value or an error, never a trap.
  @Test(arguments: 0..<300)
  func damagedTextsNeverTrap(seed: UInt64) {
    var generator = SystemlessGenerator(state: seed)
    let source = Array(
      #"{"id":"a\u00e9","text":"x\n\ud83d\ude00","list":[1,-2.5e3,null,true,{"k":[]}],"date":null}"#.utf8)
    var bytes = source
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: index)
      default: bytes.insert(source[Int.random(in: 0..<source.count, using: &generator)], at: index)
      }
    }
    _ = try? DocumentLine(json: bytes)
    _ = try? DocumentGraph(json: bytes)
  }
}

private struct SystemlessGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
