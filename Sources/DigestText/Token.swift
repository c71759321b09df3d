/// The number of a word in a ``Vocabulary``; 0 is a word that the vocabulary lacks.
package typealias Word = UInt32

/// What a token looks like.
package struct TokenShape: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its first scalar is an upper-case letter.
  package static let capitalized = TokenShape(rawValue: 1 << 0)
  /// It has an upper-case letter, no lower-case one, and more than one character.
  package static let allCaps = TokenShape(rawValue: 1 << 1)
  /// It starts with a letter.
  package static let letter = TokenShape(rawValue: 1 << 2)
  /// It starts with a digit.
  package static let digit = TokenShape(rawValue: 1 << 3)
  /// It starts with neither.
  package static let symbol = TokenShape(rawValue: 1 << 4)
  /// White space stands before it.
  package static let spaceBefore = TokenShape(rawValue: 1 << 5)
  /// It is the first of its line.
  package static let lineStart = TokenShape(rawValue: 1 << 6)
  /// It is the first of its sentence.
  package static let sentenceStart = TokenShape(rawValue: 1 << 7)
  /// It is a possessive `'s`, split from the word before it.
  package static let clitic = TokenShape(rawValue: 1 << 8)
  /// It is an abbreviation or initial that keeps its full stops: `Co.`, `U.S.`, `K.`; its word has none.
  package static let dotted = TokenShape(rawValue: 1 << 9)
  /// It has a lower-case letter.
  package static let hasLowercase = TokenShape(rawValue: 1 << 10)
  /// It is one character long.
  package static let single = TokenShape(rawValue: 1 << 11)
}

/// A word, number or sign of a text. Sixteen bytes; the words themselves stay in the text.
package struct Token: Sendable, Hashable {
  /// The first UTF-8 byte.
  package var start: UInt32
  /// Behind the last UTF-8 byte.
  package var end: UInt32
  /// The number of its folded form in the vocabulary.
  package var word: Word
  /// What it looks like.
  package var shape: TokenShape

  @inlinable package init(start: UInt32, end: UInt32, word: Word, shape: TokenShape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }

  /// Its byte range.
  @inlinable package var bytes: Range<Int> { Int(start)..<Int(end) }
}
