/// Reads JSON from bytes, value by value, without building object trees.
///
/// Safe on any input: nesting is limited, and nothing is read beyond the end. Tolerant where nothing is lost: a byte
/// order mark at the start, raw control characters in strings, broken UTF-8 in strings (the caller gets the bytes),
/// unpaired surrogate escapes (U+FFFD).
package struct JSONReader {
  /// How deep arrays and objects may nest.
  package static let depthLimit = 128

  /// What is read.
  package let bytes: [UInt8]
  /// The offset of the next byte.
  package internal(set) var position: Int
  private var depth = 0

  /// Makes a reader over bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next byte that is not white space, left unread; `nil` at the end.
  package mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Reads an object; `member` gets each name and reads the value behind it.
  package mutating func object(
    _ member: (String, inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(UInt8(ascii: "{"), "an object")
    if leave(UInt8(ascii: "}")) { return }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw error("a member's name in quotes belongs here") }
      let name = try string()
      guard peek() == UInt8(ascii: ":") else { throw error("':' belongs behind the name \"\(name)\"") }
      position += 1
      try member(name, &self)
      if leave(UInt8(ascii: "}")) { return }
      try comma("}")
    }
  }

  /// Reads an array; `element` reads each value.
  package mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
    try enter(UInt8(ascii: "["), "an array")
    if leave(UInt8(ascii: "]")) { return }
    while true {
      try element(&self)
      if leave(UInt8(ascii: "]")) { return }
      try comma("]")
    }
  }

  /// Reads one value of any kind and forgets it.
  package mutating func skip() throws(JSONError) {
    switch peek() {
    case UInt8(ascii: "{"): try object { (_, reader) throws(JSONError) in try reader.skip() }
    case UInt8(ascii: "["): try array { (reader) throws(JSONError) in try reader.skip() }
    case UInt8(ascii: "\""): _ = try stringBytes()
    default:
      if null() || word("true") || word("false") { return }
      _ = try numberText()
    }
  }

  /// Reads `null` if it comes next.
  package mutating func null() -> Bool { word("null") }

  /// Makes sure that nothing but white space is left.
  package mutating func finish() throws(JSONError) {
    if peek() != nil { throw error("nothing may follow the end of the value") }
  }

  /// An error at the present place.
  package func error(_ message: String) -> JSONError {
    let line = bytes[..<position].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return JSONError(message: message, offset: position, line: line)
  }

  private mutating func enter(_ open: UInt8, _ what: String) throws(JSONError) {
    guard peek() == open else { throw error("\(what) belongs here") }
    guard depth < Self.depthLimit else { throw error("nested deeper than \(Self.depthLimit)") }
    depth += 1
    position += 1
  }

  private mutating func leave(_ close: UInt8) -> Bool {
    guard peek() == close else { return false }
    depth -= 1
    position += 1
    return true
  }

  private mutating func comma(_ close: String) throws(JSONError) {
    guard peek() == UInt8(ascii: ",") else {
      throw error(position == bytes.count ? "the text ends before '\(close)'" : "',' or '\(close)' belongs here")
    }
    position += 1
  }

  private mutating func word(_ word: StaticString) -> Bool {
    _ = peek()
    guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] { return false }
    position += word.utf8CodeUnitCount
    return true
  }
}
