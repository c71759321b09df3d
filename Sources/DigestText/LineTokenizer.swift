/// Makes tokens of one line's word boundaries, and corrects them where news writes otherwise than UAX #29 expects.
///
/// | written | ICU | here |
/// |---|---|---|
/// | `Oman's` | one word | `Oman` `'s` |
/// | `13.5mn`, `2nd`, `500MW` | one word | number, letters |
/// | `USD115.5`, `RM42` | one word | currency code, number |
/// | `U.S.`, `K.P.` | `U.S` `.` | one token with its full stops |
/// | `Co.`, `Gen.`, `K. Oli` | word, `.` | one token, where the word is an abbreviation or an initial |
/// | `region.According` | one word | `region` `.` `According`, a sentence break between |
struct LineTokenizer {
  let line: UnsafeBufferPointer<UInt8>
  let offset: UInt32
  let words: SegmentationWords
  /// Tokens before which a sentence starts though no space does.
  private(set) var forcedBreaks: [Int] = []
  private var spaceBefore = false

  init(line: UnsafeBufferPointer<UInt8>, offset: UInt32, words: SegmentationWords) {
    self.line = line
    self.offset = offset
    self.words = words
  }

  mutating func tokenize(_ boundaries: UnsafeBufferPointer<Int32>, key: inout [UInt8], into tokens: inout [Token]) {
    let first = tokens.count
    var start = 0
    for boundary in boundaries {
      let end = Int(boundary)
      if isSpace(start) {
        spaceBefore = true
      } else if line[start] == UInt8(ascii: "."), !spaceBefore, tokens.count > first,
        joinsStop(
          tokens[tokens.count - 1], at: start, isFirst: tokens.count == first + 1,
          before: tokens.count > first + 1 ? tokens[tokens.count - 2] : nil)
      {
        extendOverStop(&tokens[tokens.count - 1], to: end, key: &key)
      } else {
        split(start, end, key: &key, into: &tokens)
      }
      start = end
    }
  }

  // MARK: One ICU word to one or more tokens

  private mutating func split(_ start: Int, _ end: Int, key: inout [UInt8], into tokens: inout [Token]) {
    let first = line[start]
    if isDigit(first) {
      if let letters = (start + 1..<end).first(where: { isLetterByte(line[$0]) }) {
        append(start, letters, key: &key, into: &tokens)
        return append(letters, end, key: &key, into: &tokens)
      }
    } else if isLetterByte(first) {
      if let stop = missingSpace(start, end) {
        append(start, stop, key: &key, into: &tokens)
        append(stop, stop + 1, key: &key, into: &tokens)
        forcedBreaks.append(tokens.count)
        return split(stop + 1, end, key: &key, into: &tokens)
      }
      if let digit = digitBehindCode(start, end, key: &key) {
        append(start, digit, key: &key, into: &tokens)
        return split(digit, end, key: &key, into: &tokens)
      }
      if let apostrophe = possessive(start, end) {
        append(start, apostrophe, key: &key, into: &tokens)
        append(apostrophe, end, extra: .clitic, key: &key, into: &tokens)
        return
      }
    }
    append(start, end, key: &key, into: &tokens)
  }

  private mutating func append(
    _ start: Int, _ end: Int, extra: TokenShape = [], key: inout [UInt8], into tokens: inout [Token]
  ) {
    let text = UnsafeBufferPointer(rebasing: line[start..<end])
    var shape = Self.shape(of: text).union(extra)
    if spaceBefore { shape.insert(.spaceBefore) }
    spaceBefore = false
    key.removeAll(keepingCapacity: true)
    // "U.S" without its last stop is still an abbreviation with stops.
    let dotted = shape.contains(.letter) && Self.isSpacedInitials(text)
    if dotted { shape.insert(.dotted) }
    Folding.shared.append(text, to: &key, droppingStops: dotted)
    let word = key.withUnsafeBufferPointer(words.vocabulary.word)
    tokens.append(Token(start: offset + UInt32(start), end: offset + UInt32(end), word: word, shape: shape))
  }

  /// Behind the code of `USD115.5`: two to four letters, upper case first, that are a currency's code; then digits.
  private func digitBehindCode(_ start: Int, _ end: Int, key: inout [UInt8]) -> Int? {
    guard end - start > 2, isUpper(line[start]), isDigitByte(line[min(start + 2, end - 1)]) || end - start > 3,
      let digit = (start + 2..<min(start + 5, end)).first(where: { isDigitByte(line[$0]) }),
      !(start..<digit).contains(where: { !isLetterByte(line[$0]) })
    else { return nil }
    key.removeAll(keepingCapacity: true)
    Folding.shared.append(UnsafeBufferPointer(rebasing: line[start..<digit]), to: &key)
    return words.traits(of: key.withUnsafeBufferPointer(words.vocabulary.word)).contains(.currencyCode) ? digit : nil
  }

  /// Behind the stem of `Oman's`: where the apostrophe stands.
  private func possessive(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 2, line[end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    if line[end - 2] == UInt8(ascii: "'") { return end - 2 }
    if end - start > 4, line[end - 4] == 0xE2, line[end - 3] == 0x80, line[end - 2] == 0x99 { return end - 4 }
    return nil
  }

  /// The full stop of `region.According`: three letters or more, a stop, a capital and a small letter.
  private func missingSpace(_ start: Int, _ end: Int) -> Int? {
    var index = start + 3
    while index + 2 < end {
      if line[index] == UInt8(ascii: "."), isLower(line[index - 1]), isLower(line[index - 2]),
        isUpper(line[index + 1]), isLower(line[index + 2])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  // MARK: Full stops that belong to a word

  /// Whether the full stop at `index` belongs to the token before it.
  private func joinsStop(_ token: Token, at index: Int, isFirst: Bool, before: Token?) -> Bool {
    guard token.shape.contains(.letter), Int(token.end) == Int(offset) + index else { return false }
    if token.shape.contains(.dotted) { return true }
    let traits = words.traits(of: token.word)
    if !traits.isDisjoint(with: [.abbreviation, .finalAbbreviation]) {
      return token.shape.contains(.capitalized) || nextByte(after: index) != nil
    }
    guard token.shape.isSuperset(of: [.single, .capitalized]) else { return false }
    if let next = nextByte(after: index), isUpper(next) || next >= 0x80 {
      return isFirst
        || before.map { $0.shape.contains(.capitalized) || $0.shape.contains(.dotted) || !$0.shape.contains(.letter) }
          ?? true
        || !startsSentence(after: index)
    }
    return false
  }

  private func nextByte(after index: Int) -> UInt8? {
    var next = index + 1
    while next < line.count, line[next] == 0x20 { next += 1 }
    return next < line.count ? line[next] : nil
  }

  /// Whether the next word is one that starts sentences ("vitamin C. The ...").
  private func startsSentence(after index: Int) -> Bool {
    var start = index + 1
    while start < line.count, line[start] == 0x20 { start += 1 }
    var end = start
    while end < line.count, isLetterByte(line[end]) { end += 1 }
    var key: [UInt8] = []
    Folding.shared.append(UnsafeBufferPointer(rebasing: line[start..<end]), to: &key)
    return words.traits(of: key.withUnsafeBufferPointer(words.vocabulary.word)).contains(.starter)
  }

  private func extendOverStop(_ token: inout Token, to end: Int, key: inout [UInt8]) {
    token.end = offset + UInt32(end)
    token.shape.insert(.dotted)
    token.shape.remove(.single)
    key.removeAll(keepingCapacity: true)
    let text = UnsafeBufferPointer(rebasing: line[Int(token.start - offset)..<end])
    Folding.shared.append(text, to: &key, droppingStops: true)
    token.word = key.withUnsafeBufferPointer(words.vocabulary.word)
  }

  // MARK: Characters

  /// `U.S`, `K.P`, `a.m`: single letters with stops between.
  private static func isSpacedInitials(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 3, text.count % 2 == 1 else { return false }
    for index in 0..<text.count where (index % 2 == 1) != (text[index] == UInt8(ascii: ".")) { return false }
    return true
  }

  private static func shape(of text: UnsafeBufferPointer<UInt8>) -> TokenShape {
    var shape: TokenShape = []
    var hasUpper = false
    var hasLower = false
    var index = 0
    var characters = 0
    while index < text.count {
      let (scalar, length) = decodeScalar(text, at: index)
      let (upper, lower) = Self.letterCase(scalar)
      if index == 0 {
        if upper || lower || Self.isLetter(scalar) {
          shape.insert(.letter)
          if upper { shape.insert(.capitalized) }
        } else {
          shape.insert(scalar < 0x80 && isDigitByte(UInt8(scalar)) ? .digit : .symbol)
        }
      }
      hasUpper = hasUpper || upper
      hasLower = hasLower || lower
      characters += 1
      index += length
    }
    if hasLower { shape.insert(.hasLowercase) }
    if hasUpper && !hasLower && characters > 1 { shape.insert(.allCaps) }
    if characters == 1 { shape.insert(.single) }
    return shape
  }

  private static func letterCase(_ scalar: UInt32) -> (upper: Bool, lower: Bool) {
    if scalar < 0x80 {
      let byte = UInt8(scalar)
      return (byte &- 0x41 < 26, byte &- 0x61 < 26)
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return (false, false) }
    return (properties.isUppercase, properties.isLowercase)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && Unicode.Scalar(scalar)?.properties.isAlphabetic == true
  }

  /// Whether the segment at `index` is white space, which ICU never joins with anything else.
  private func isSpace(_ index: Int) -> Bool {
    let byte = line[index]
    if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 }
    let scalar = decodeScalar(line, at: index).scalar
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return true
    default: return false
    }
  }
}

private func isDigitByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }
private func isLetterByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
