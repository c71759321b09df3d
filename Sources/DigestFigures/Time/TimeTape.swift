internal import DigestLexicon
internal import DigestText

/// A text as the time grammar reads it: tokens by index, word classes and numbers, nothing beyond the sentence.
final class TimeTape {
  let source: LexicalText
  let lexicon: Lexicon
  let options: FigureOptions
  /// The sentence that is read: tokens outside it are no words.
  @exclusivity(unchecked) var range: Range<Int> = 0..<0
  private let bytes: [UInt8]
  private let tokens: [Token]
  /// By token: the term match of a time class that starts there, else -1. Empty where the text has none.
  @exclusivity(unchecked) private(set) var terms: [Int32] = []

  init(_ source: LexicalText, lexicon: Lexicon, options: FigureOptions) {
    self.source = source
    self.lexicon = lexicon
    self.options = options
    bytes = source.text.bytes
    tokens = source.text.tokens
    for (index, match) in source.matches.terms.enumerated() {
      guard source.matches.entries(of: match).contains(where: { $0.table == .timeWords }) else { continue }
      if terms.isEmpty { terms = Array(repeating: -1, count: tokens.count) }
      terms[match.tokens.lowerBound] = Int32(index)
    }
  }

  /// Whether any word of a short text is a verb; a calendar entry or a query looks ahead.
  var hasVerb: Bool {
    guard tokens.count <= 16 else { return true }
    return tokens.contains { token in
      let classes = lexicon.classes(of: token.word)
      return classes.contains(.toBe) || classes.contains(.toHave)
        || classes.contains(.verbPast) && !classes.contains(.weekday)
        || classes.contains(.modal) && !classes.contains(.month)
    }
  }

  // MARK: Words

  @inline(__always) func word(_ index: Int) -> Word { range.contains(index) ? tokens[index].word : 0 }

  @inline(__always) func shape(_ index: Int) -> TokenShape { range.contains(index) ? tokens[index].shape : [] }

  @inline(__always) func classes(_ index: Int) -> WordClassSet {
    range.contains(index) ? source.classes[index] : WordClassSet()
  }

  @inline(__always) func has(_ index: Int, _ wordClass: WordClass) -> Bool { classes(index).contains(wordClass) }

  /// The number that a class gives a word.
  func value(_ index: Int, _ wordClass: WordClass) -> Int? {
    has(index, wordClass) ? lexicon.value(word(index), wordClass) : nil
  }

  /// A word or term of a class, with its value and its end.
  func term(_ index: Int, _ wordClass: WordClass) -> (value: Int, end: Int)? {
    if !terms.isEmpty, range.contains(index), terms[index] >= 0 {
      let match = source.matches.terms[Int(terms[index])]
      for entry in source.matches.entries(of: match) where entry.table == .timeWords && entry.wordClass == wordClass {
        let row = Int(entry.row)
        return (Int(lexicon.table(.timeWords).cell(row, "value")) ?? row, match.tokens.upperBound)
      }
    }
    return value(index, wordClass).map { ($0, index + 1) }
  }

  /// Whether a token is this small word.
  func `is`(_ index: Int, _ glue: TimeGlue) -> Bool {
    guard has(index, .timeGlue) else { return false }
    return lexicon.senses(of: word(index)).contains { $0.wordClass == .timeGlue && Int($0.value) == glue.rawValue }
  }

  /// Behind the token where it is this small word, else where it was.
  func skip(_ index: Int, _ glue: TimeGlue) -> Int { self.is(index, glue) ? index + 1 : index }

  // MARK: Signs

  /// Whether a token is this one ASCII sign.
  @inline(__always) func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.end - token.start == 1 && UInt32(bytes[Int(token.start)]) == sign.value
  }

  func skipSign(_ index: Int, _ sign: Unicode.Scalar) -> Int { isSign(index, sign) ? index + 1 : index }

  /// Whether no white space stands before a token.
  @inline(__always) func isGlued(_ index: Int) -> Bool {
    range.contains(index) && !tokens[index].shape.contains(.spaceBefore) && index > range.lowerBound
  }

  /// The last token of the owner, where a possessive ending stands before a token: "last year's", "2019's".
  func owner(before index: Int) -> Int? {
    if shape(index - 1).contains(.clitic) { return index - 2 }
    guard span(index - 1).elementsEqual([UInt8(ascii: "s")]), isGlued(index - 1), isSign(index - 2, "'") else {
      return nil
    }
    return index - 3
  }

  /// Whether a hyphen or dash stands here.
  func isDash(_ index: Int) -> Bool { self.is(index, .dash) }

  /// Behind a hyphen that is glued on both sides.
  func skipHyphen(_ index: Int) -> Int {
    isSign(index, "-") && isGlued(index) && isGlued(index + 1) ? index + 1 : index
  }

  func isCapitalized(_ index: Int) -> Bool { shape(index).contains(.capitalized) }
  func isLowercase(_ index: Int) -> Bool {
    shape(index).contains(.letter) && !shape(index).contains(.capitalized)
  }

  // MARK: Digits

  /// The bytes of a token.
  func span(_ index: Int) -> ArraySlice<UInt8> { range.contains(index) ? bytes[tokens[index].bytes] : [] }

  /// A token of digits alone, at most nine of them.
  func digits(_ index: Int) -> (value: Int, count: Int)? {
    guard shape(index).contains(.digit) else { return nil }
    let token = tokens[index]
    let count = Int(token.end - token.start)
    guard count <= 9 else { return nil }
    var value = 0
    for byte in bytes[token.bytes] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, count)
  }

  /// A token of digits in groups with a sign between: `09.05.2025`, `3.5`, `1,500`.
  func groups(_ index: Int, sign: Unicode.Scalar) -> [(value: Int, count: Int)]? {
    guard shape(index).contains(.digit) else { return nil }
    var result: [(value: Int, count: Int)] = [(0, 0)]
    for byte in span(index) {
      if byte &- 0x30 < 10 {
        let last = result[result.count - 1]
        guard last.count < 9 else { return nil }
        result[result.count - 1] = (last.value * 10 + Int(byte - 0x30), last.count + 1)
      } else if UInt32(byte) == sign.value, result[result.count - 1].count > 0, result.count < 4 {
        result.append((0, 0))
      } else {
        return nil
      }
    }
    return result[result.count - 1].count > 0 ? result : nil
  }
}
