/// Writes JSON into bytes, without object trees and without Foundation.
///
/// Compact (no spaces at all) or pretty: two spaces of indentation, with small objects kept on one line so that a list
/// of mentions reads as a list. The caller keeps to JSON's grammar: a ``key(_:)`` before each value of an object, an
/// ``element()`` before each value of an array.
package struct JSONWriter: ~Copyable {
  private var output = ByteBuffer()
  private let pretty: Bool
  private var depth = 0
  private var inlined = 0
  private var isFirst = true

  /// Makes a writer.
  package init(pretty: Bool = false) {
    self.pretty = pretty
  }

  /// What has been written so far.
  package var bytes: [UInt8] { output.bytes }

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
    colon()
  }

  /// Starts a member whose name needs no escapes.
  mutating func key(_ name: StaticString) {
    element()
    output.append(UInt8(ascii: "\""))
    output.append(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    output.append(UInt8(ascii: "\""))
    colon()
  }

  private mutating func colon() {
    output.append(UInt8(ascii: ":"))
    if pretty { output.append(UInt8(ascii: " ")) }
  }

  /// Starts an element of the array that is being written.
  package mutating func element() {
    if !isFirst {
      output.append(UInt8(ascii: ","))
      if pretty && inlined > 0 { output.append(UInt8(ascii: " ")) }
    }
    isFirst = false
    if pretty && inlined == 0 { newline() }
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    output.append(decimal: value)
  }

  /// Writes a number in the shortest form that reads back as the same number: whole ones without a fraction.
  /// What JSON can't hold (not a number, infinite) becomes `null`.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value), abs(value) < 9_007_199_254_740_992 {
      integer(whole)
    } else {
      output.append(value.description)
    }
  }

  /// Writes a number with a fraction or an exponent even where it is whole, so that readers that guess the type of a
  /// column take it for a floating-point one.
  package mutating func real(_ value: Double) {
    guard value.isFinite else { return null() }
    output.append(value.description)
  }

  /// Writes `null`.
  package mutating func null() {
    output.append("null")
  }

  /// Ends a line of JSON Lines.
  mutating func lineFeed() {
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func container(
    open: UInt8, close: UInt8, inline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    output.append(open)
    depth += 1
    inlined += inline ? 1 : 0
    isFirst = true
    body(&self)
    depth -= 1
    if pretty && inlined == 0 && !isFirst { newline() }
    inlined -= inline ? 1 : 0
    output.append(close)
    isFirst = false
  }

  private mutating func newline() {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { output.append("  ") }
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
    output.append(UInt8(ascii: "\""))
    var plain = output.appendPlain(text)
    while plain < text.count {
      let length: Int
      if let found = Self.escape(text, at: plain) {
        escaped(found.scalar)
        length = found.length
      } else {
        output.append(text[plain])
        length = 1
      }
      plain += length
      plain += output.appendPlain(UnsafeBufferPointer(rebasing: text[plain...]))
    }
    output.append(UInt8(ascii: "\""))
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
    output.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: output.append(UInt8(scalar))
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(UInt8(ascii: "u"))
      for shift in stride(from: UInt16(12), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: scalar >> shift & 15)
        output.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }
}
