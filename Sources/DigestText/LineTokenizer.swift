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
  /// How many bytes may be read from the line's first on: all of the text behind it.
  let readable: Int
  let reader: WordReader
  /// Whether a stop between letters never ends a sentence, as in a name: Day.Az.
  let isName: Bool
  /// Tokens before which a sentence starts though no space does.
  private(set) var forcedBreaks: [Int] = []
  private(set) var spaceBefore = false

  init(line: UnsafeBufferPointer<UInt8>, offset: Int, readable: Int, reader: WordReader, isName: Bool = false) {
    self.line = line
    self.offset = UInt32(offset)
    self.readable = readable
    self.reader = reader
    self.isName = isName
  }

  mutating func tokenize(_ boundaries: UnsafeBufferPointer<Int32>, into tokens: inout [Token]) {
    let first = tokens.count
    var start = 0
    for boundary in boundaries {
      let end = Int(boundary)
      if isSpace(start) {
        spaceBefore = true
      } else if line[start] == UInt8(ascii: "."), joinsStop(at: start, tokens, first: first) {
        extendOverStop(&tokens[tokens.count - 1], to: end)
      } else if !appendFast(start, end, into: &tokens) {
        split(start, end, into: &tokens)
      }
      start = end
    }
  }

  // MARK: One ICU word to one token

  /// Appends a word of ASCII letters only, a number or a sign, as most are; false where it is anything else.
  @inline(__always)
  private mutating func appendFast(_ start: Int, _ end: Int, into tokens: inout [Token]) -> Bool {
    // Boundaries ascend and the last is the line's end, so `start..<end` is not empty and lies in the line.
    let base = line.baseAddress.unsafelyUnwrapped + start
    let length = end &- start
    if length == 1, base[0] < 0x80 {
      let (word, shape) = reader.character(base[0])
      append(start, end, word, shape, into: &tokens)
      return true
    }
    guard end &+ 7 <= readable, let bytes = WordBytes(base, length: length, scratch: reader.folded) else {
      return false
    }
    append(start, end, reader.word(bytes, length: length), bytes.shape, into: &tokens)
    return true
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ word: Word, _ shape: TokenShape, into tokens: inout [Token]
  ) {
    let shape = spaceBefore ? shape.union(.spaceBefore) : shape
    spaceBefore = false
    // The text is shorter than 4 GB: see `Segmenter.segment`.
    tokens.append(
      Token(
        start: offset &+ UInt32(truncatingIfNeeded: start), end: offset &+ UInt32(truncatingIfNeeded: end), word: word,
        shape: shape))
  }

  /// Appends any word.
  private mutating func append(_ start: Int, _ end: Int, extra: TokenShape = [], into tokens: inout [Token]) {
    if extra.isEmpty, appendFast(start, end, into: &tokens) { return }
    let text = UnsafeBufferPointer(rebasing: line[start..<end])
    var shape = TokenShape(of: text).union(extra)
    // "U.S" without its last stop is still an abbreviation with stops.
    let dotted = shape.contains(.letter) && isSpacedInitials(text)
    if dotted { shape.insert(.dotted) }
    append(start, end, reader.word(text, droppingStops: dotted), shape, into: &tokens)
  }

  // MARK: One ICU word to several tokens

  private mutating func split(_ first: Int, _ end: Int, into tokens: inout [Token]) {
    var start = first
    while isLetterByte(line[start]) {
      if let stop = missingSpace(start, end) {
        append(start, stop, into: &tokens)
        append(stop, stop + 1, into: &tokens)
        forcedBreaks.append(tokens.count)
        start = stop + 1
      } else if let digit = digitBehindCode(start, end) {
        append(start, digit, into: &tokens)
        start = digit
      } else {
        return splitPossessive(start, end, into: &tokens)
      }
    }
    if isDigitByte(line[start]), let letters = (start + 1..<end).first(where: { isLetterByte(line[$0]) }) {
      append(start, letters, into: &tokens)
      start = letters
    }
    append(start, end, into: &tokens)
  }

  private mutating func splitPossessive(_ start: Int, _ end: Int, into tokens: inout [Token]) {
    guard let apostrophe = possessive(start, end) else { return append(start, end, into: &tokens) }
    append(start, apostrophe, into: &tokens)
    append(apostrophe, end, extra: .clitic, into: &tokens)
  }

  /// Behind the code of `USD115.5`: two to four letters, upper case first, that are a currency's code; then digits.
  private func digitBehindCode(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 2, isUpper(line[start]), isDigitByte(line[min(start + 2, end - 1)]) || end - start > 3,
      let digit = (start + 2..<min(start + 5, end)).first(where: { isDigitByte(line[$0]) }),
      !(start..<digit).contains(where: { !isLetterByte(line[$0]) })
    else { return nil }
    let code = reader.word(UnsafeBufferPointer(rebasing: line[start..<digit]))
    return reader.traits(of: code).contains(.currencyCode) ? digit : nil
  }

  /// Behind the stem of `Oman's`: where the apostrophe stands.
  private func possessive(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 2, line[end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    if line[end - 2] == UInt8(ascii: "'") { return end - 2 }
    if end - start > 4, line[end - 4] == 0xE2, line[end - 3] == 0x80, line[end - 2] == 0x99 { return end - 4 }
    return nil
  }

  /// The full stop of `region.According`: three letters or more, a stop, a capital and a small letter; but not that of a
  /// name that is known: `Day.Az`, `Day.Az's`.
  private func missingSpace(_ start: Int, _ end: Int) -> Int? {
    var index = start + 3
    while index + 2 < end {
      if line[index] == UInt8(ascii: "."), isLower(line[index - 1]), isLower(line[index - 2]),
        isUpper(line[index + 1]), isLower(line[index + 2])
      {
        return isName || isKnown(start, possessive(start, end) ?? end) ? nil : index
      }
      index += 1
    }
    return nil
  }

  /// Whether the vocabulary has a word, which has no more bytes than this.
  private func isKnown(_ start: Int, _ end: Int) -> Bool {
    end - start <= 64 && reader.word(UnsafeBufferPointer(rebasing: line[start..<end])) != 0
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
