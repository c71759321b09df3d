internal import DigestText

/// What a token that is no word is.
enum Mark: UInt8 {
  case none, comma, stop, question, colon, semicolon, openParen, closeParen, hyphen, dash, quote, openQuote, closeQuote
  case bullet, slash, ampersand, apostrophe, other

  /// Reads the first scalar of a token.
  init(_ token: Token, in bytes: [UInt8]) {
    guard token.shape.contains(.symbol) else {
      self = .none
      return
    }
    let first = bytes[Int(token.start)]
    self = first < 0x80 ? Mark(ascii: first) : Mark(bytes: bytes[token.bytes])
  }

  private init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: "."): self = .stop
    case UInt8(ascii: "?"), UInt8(ascii: "!"): self = .question
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: "("), UInt8(ascii: "["): self = .openParen
    case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closeParen
    case UInt8(ascii: "-"): self = .hyphen
    case UInt8(ascii: "\""): self = .quote
    case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .apostrophe
    case UInt8(ascii: "*"): self = .bullet
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "&"): self = .ampersand
    default: self = .other
    }
  }

  private init(bytes: ArraySlice<UInt8>) {
    let scalar = bytes.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar }
    switch scalar {
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x201C, 0xAB, 0x201E: self = .openQuote
    case 0x201D, 0xBB: self = .closeQuote
    case 0x2018, 0x2019: self = .apostrophe
    case 0x2026: self = .stop
    case 0x2022, 0x2023, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x25BA, 0x25B6, 0xB7, 0x2043: self = .bullet
    default: self = .other
    }
  }
}
