extension JSONReader {
  /// Reads a string; broken UTF-8 is replaced by U+FFFD.
  package mutating func string() throws(JSONError) -> String {
    String(decoding: try stringBytes(), as: UTF8.self)
  }

  /// Reads a string as the bytes it stands for: escapes resolved, broken UTF-8 left as it is.
  ///
  /// - Complexity: O(n) in its length.
  package mutating func stringBytes() throws(JSONError) -> [UInt8] {
    guard peek() == UInt8(ascii: "\"") else { throw error("a string in quotes belongs here") }
    position += 1
    var result: [UInt8] = []
    while position < bytes.count {
      let plain = position
      position = endOfPlain(from: position)
      result.append(contentsOf: bytes[plain..<position])
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        return result
      }
      try escape(into: &result)
    }
    throw error("the text ends inside a string")
  }

  /// The next quote or backslash from `start` on, eight bytes a step; the end where there is none.
  private func endOfPlain(from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      var index = start
      while index &+ 8 <= bytes.count {
        let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let quote = eight ^ 0x22 &* ones
        let backslash = eight ^ 0x5C &* ones
        // The lowest byte that is marked is one of the two; those above may lend to each other.
        let found = ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (0x80 &* ones)
        if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
        index &+= 8
      }
      while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index &+= 1 }
      return index
    }
  }

  /// Reads a number and gives the text of it.
  package mutating func numberText() throws(JSONError) -> String {
    _ = peek()
    let start = position
    accept("-")
    let whole = position
    if digits() == 0 || (bytes[whole] == UInt8(ascii: "0") && position > whole + 1) {
      position = start
      throw error(start == bytes.count ? "the text ends where a value belongs" : "no value that JSON knows")
    }
    if accept("."), digits() == 0 { throw error("a digit belongs behind '.'") }
    if accept("e") || accept("E") {
      if !accept("-") { accept("+") }
      if digits() == 0 { throw error("a digit belongs in the exponent") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Reads a number; one that no `Double` can hold is an error.
  package mutating func number() throws(JSONError) -> Double {
    let text = try numberText()
    guard let value = Double(text), value.isFinite else { throw error("the number \(text) is too large") }
    return value
  }

  /// Reads a whole number; `3.0` is one, `3.5` is an error.
  package mutating func integer() throws(JSONError) -> Int {
    let text = try numberText()
    if let value = Int(text) { return value }
    guard let number = Double(text), let value = Int(exactly: number) else {
      throw error("a whole number belongs here, not \(text)")
    }
    return value
  }

  @discardableResult
  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
    guard position + 1 < bytes.count else {
      position = bytes.count
      throw error("the text ends inside a string")
    }
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape(into: &result)
    default: throw error("a backslash belongs before one of \"\\/bfnrtu only; write \\\\ for a backslash")
    }
    position += 2
  }

  /// Reads `\uXXXX`, a pair of them where the first is a high surrogate.
  private mutating func unicodeEscape(into result: inout [UInt8]) throws(JSONError) {
    guard let first = hexadecimal(at: position) else { throw error("four hexadecimal digits belong behind \\u") }
    position += 6
    var scalar = Unicode.Scalar(first)
    if first & 0xFC00 == 0xD800, let second = hexadecimal(at: position), second & 0xFC00 == 0xDC00 {
      position += 6
      scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)))
    }
    result.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}")!)
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt32 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
