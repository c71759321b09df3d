extension TokenShape {
  /// The shape of a word, as far as its own characters tell it.
  init(of text: UnsafeBufferPointer<UInt8>) {
    self = []
    var seen: LetterCase = []
    var index = 0
    var characters = 0
    while index < text.count {
      let (scalar, length) = decodeScalar(text, at: index)
      let letter = LetterCase.of(scalar)
      if index == 0 {
        if letter.isEmpty {
          insert(scalar &- 0x30 < 10 ? .digit : .symbol)
        } else {
          insert(letter.contains(.upper) ? [.letter, .capitalized] : .letter)
        }
      }
      seen.formUnion(letter)
      characters += 1
      index += length
    }
    if seen.contains(.lower) { insert(.hasLowercase) }
    if seen.contains(.upper) && !seen.contains(.lower) && characters > 1 { insert(.allCaps) }
    if characters == 1 { insert(.single) }
  }
}

/// Which kind of letter a character is; empty where it is none.
struct LetterCase: OptionSet {
  let rawValue: UInt8
  static let upper = LetterCase(rawValue: 1)
  static let lower = LetterCase(rawValue: 2)
  /// Any letter, or what counts as one.
  static let alphabetic = LetterCase(rawValue: 4)

  /// Those of the Latin letters that news writes names with: asking the standard library takes much longer.
  private static let latin: [LetterCase] = (0..<0x250).map(asked)

  static func of(_ scalar: UInt32) -> LetterCase {
    if scalar < 0x250 { return latin[Int(scalar)] }
    // Spaces, dashes, quotation marks and the like.
    if scalar & ~0x3F == 0x2000 { return [] }
    return asked(scalar)
  }

  /// What the standard library says.
  static func asked(_ scalar: UInt32) -> LetterCase {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return [] }
    var letter: LetterCase = properties.isAlphabetic ? .alphabetic : []
    if properties.isUppercase { letter.insert(.upper) }
    if properties.isLowercase { letter.insert(.lower) }
    return letter
  }
}

/// `U.S`, `K.P`, `a.m`: single letters with stops between.
func isSpacedInitials(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.count >= 3, text.count % 2 == 1 else { return false }
  for index in 0..<text.count where (index % 2 == 1) != (text[index] == UInt8(ascii: ".")) { return false }
  return true
}

func isDigitByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }
func isLetterByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
