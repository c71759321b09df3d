package import DigestLexicon
package import DigestText

/// A number found at a token: digits, words or both, with its scale words.
package struct NumberReading: Sendable, Hashable {
  /// How it is written.
  package enum Form: Sendable, Hashable {
    case digits, words, fraction, vague, ordinal
  }

  /// Its tokens.
  package var tokens: Range<Int>
  /// The number, scale words multiplied in; of a vague one the lower end.
  package var value: Double
  /// The upper end of a vague number: thousands are 1,000 to 10,000; nil where it has none.
  package var high: Double?
  /// How it is written.
  package var form: Form
  /// The number before the last scale word.
  package var mantissa: Double
  /// The power of ten of the scale words, 0 = none.
  package var scale = 0
  /// The number of digits before the decimal mark, for a bare numeral; else 0.
  package var integerDigits = 0
  /// Whether it is a plain integer in digits: neither separators nor decimals nor a scale.
  package var isPlain = false
  /// Whether it starts with a nought that is no decimal's.
  package var hasLeadingZero = false

  init(tokens: Range<Int>, value: Double, form: Form) {
    self.tokens = tokens
    self.value = value
    self.form = form
    mantissa = value
  }
}

/// Reads numbers: 1,500,000, 71,8, 13.5mn, two dozen, one and a half million, hundreds of thousands, 2/3, 21st.
package struct NumberReader: Sendable {
  let lexicon: Lexicon
  /// Whether a comma before three digits is a decimal comma.
  let decimalComma: Bool
  /// The classes with which a number may start.
  private let starters = WordClassSet(
    .numberUnit, .numberTens, .numberScale, .numberScalePlural, .numberDozen, .numberDozenPlural, .numberPair,
    .numberSeveral, .numberHalf, .numberQuarter, .numberArticle, .numberFractionSign, .numberOrdinal)

  package init(lexicon: Lexicon, decimalComma: Bool = false) {
    self.lexicon = lexicon
    self.decimalComma = decimalComma
  }

  /// Whether a number may start at this token: a cheap test before ``read(_:at:limit:)``.
  @inline(__always)
  package func mayStart(_ token: Token) -> Bool {
    token.shape.contains(.digit) || lexicon.classes(of: token.word).intersects(starters)
  }

  /// Reads the longest number that starts at a token; nil where none does.
  ///
  /// - Complexity: O(length of the number).
  package func read(_ text: SegmentedText, at start: Int, limit: Int) -> NumberReading? {
    guard start < limit else { return nil }
    let token = text.tokens[start]
    let scan = NumberScan(reader: self, text: text, limit: limit)
    if token.shape.contains(.digit) { return scan.digits(at: start) }
    let classes = lexicon.classes(of: token.word)
    guard classes.intersects(starters) else { return nil }
    if classes.contains(.numberFractionSign) { return scan.fractionSign(at: start) }
    return scan.tensOrdinal(at: start) ?? scan.vague(at: start) ?? scan.words(at: start) ?? scan.ordinalWord(at: start)
  }
}

/// One reading: the text, and helpers that look at its tokens.
struct NumberScan {
  let reader: NumberReader
  let text: SegmentedText
  let limit: Int

  var lexicon: Lexicon { reader.lexicon }

  @inline(__always) func token(_ index: Int) -> Token { text.tokens[index] }

  /// Whether a token is of a class.
  @inline(__always) func has(_ index: Int, _ wordClass: WordClass) -> Bool {
    index < limit && lexicon.is(text.tokens[index].word, wordClass)
  }

  /// The value that a class gives a token.
  func value(_ index: Int, _ wordClass: WordClass) -> Int? {
    has(index, wordClass) ? lexicon.value(text.tokens[index].word, wordClass) : nil
  }

  /// Whether no space stands before the token.
  @inline(__always) func isGlued(_ index: Int) -> Bool {
    index < limit && !text.tokens[index].shape.contains(.spaceBefore)
  }

  /// Whether the token is digits.
  @inline(__always) func isDigits(_ index: Int) -> Bool {
    index < limit && text.tokens[index].shape.contains(.digit)
  }

  /// The first byte of a token.
  @inline(__always) func byte(_ index: Int) -> UInt8 { text.bytes[Int(text.tokens[index].start)] }

  /// The number of bytes of a token.
  @inline(__always) func length(_ index: Int) -> Int {
    Int(text.tokens[index].end - text.tokens[index].start)
  }

  /// Reads the digits of tokens that touch.
  func numeral(_ tokens: Range<Int>) -> Numeral? {
    Numeral(text.bytes[text.byteRange(tokens)], decimalComma: reader.decimalComma)
  }

  /// Steps over a hyphen between two words of one number: twenty-five, 1.5-million.
  func afterHyphen(_ index: Int) -> Int { has(index, .rangeDash) && index + 1 < limit ? index + 1 : index }
}
