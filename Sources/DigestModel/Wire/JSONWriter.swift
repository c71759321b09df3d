/// Writes JSON into bytes, without object trees and without Foundation.
///
/// Compact (no spaces at all) or pretty: two spaces of indentation, with small objects kept on one line so that a list
/// of mentions reads as a list. The caller keeps to JSON's grammar: a ``key(_:)`` before each value of an object, an
/// ``element()`` before each value of an array.
package struct JSONWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  private var depth = 0
  private var inlined = 0
  private var isFirst = true

  /// Makes a writer.
  package init(pretty: Bool = false) {
    self.pretty = pretty
  }

  /// Writes an object whose members `body` writes; `inline` keeps it on one line when pretty.
  package mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), inline: inline, body)
  }

  /// Writes an array whose elements `body` writes.
  package mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), inline: inline, body)
  }

  /// Starts a member of the object that is being written; its value comes next.
  package mutating func key(_ name: String) {
    element()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(UInt8(ascii: " ")) }
  }

  /// Starts an element of the array that is being written.
  package mutating func element() {
    if !isFirst {
      bytes.append(UInt8(ascii: ","))
      if pretty && inlined > 0 { bytes.append(UInt8(ascii: " ")) }
    }
    isFirst = false
    if pretty && inlined == 0 { newline() }
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a number in the shortest form that reads back as the same number: whole ones without a fraction.
  /// What JSON can't hold (not a number, infinite) becomes `null`.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value), abs(value) < 9_007_199_254_740_992 {
      integer(whole)
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  /// Writes `null`.
  package mutating func null() {
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func container(
    open: UInt8, close: UInt8, inline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(open)
    depth += 1
    inlined += inline ? 1 : 0
    isFirst = true
    body(&self)
    depth -= 1
    if pretty && inlined == 0 && !isFirst { newline() }
    inlined -= inline ? 1 : 0
    bytes.append(close)
    isFirst = false
  }

  private mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

extension JSONWriter {
  /// Writes a string: quotes, backslashes, all control characters (C0, DEL, C1) and the line separators U+2028 and
  /// U+2029 escaped, everything else as it is.
  package mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { quoted($0) }
  }

  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    var plain = 0
    while index < text.count {
      guard let found = Self.escape(text, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[plain..<index])
      escaped(found.scalar)
      index += found.length
      plain = index
    }
    bytes.append(contentsOf: text[plain...])
    bytes.append(UInt8(ascii: "\""))
  }

  /// The scalar that starts at `index`, where it must be escaped, and its length in bytes.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt16, length: Int)? {
    let byte = text[index]
    switch byte {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F:
      return (UInt16(byte), 1)
    case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
      return (UInt16(text[index + 1]), 2)
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
      return (0x2000 | UInt16(text[index + 2] & 0x3F), 3)
    default:
      return nil
    }
  }

  private mutating func escaped(_ scalar: UInt16) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: bytes.append(UInt8(scalar))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(scalar >> UInt16(shift)) & 15]) }
    }
  }
}
