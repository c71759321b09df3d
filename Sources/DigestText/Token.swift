/// The number of a word in a ``Vocabulary``; 0 is a word that the vocabulary lacks.
public typealias Word = UInt32

/// What a token looks like.
public struct TokenShape: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes a shape of bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its first scalar is an upper-case letter.
  @inlinable public static var capitalized: TokenShape { TokenShape(rawValue: 1 << 0) }
  /// It has an upper-case letter, no lower-case one, and more than one character.
  @inlinable public static var allCaps: TokenShape { TokenShape(rawValue: 1 << 1) }
  /// It starts with a letter.
  @inlinable public static var letter: TokenShape { TokenShape(rawValue: 1 << 2) }
  /// It starts with a digit.
  @inlinable public static var digit: TokenShape { TokenShape(rawValue: 1 << 3) }
  /// It starts with neither.
  @inlinable public static var symbol: TokenShape { TokenShape(rawValue: 1 << 4) }
  /// White space stands before it.
  @inlinable public static var spaceBefore: TokenShape { TokenShape(rawValue: 1 << 5) }
  /// It is the first of its line.
  @inlinable public static var lineStart: TokenShape { TokenShape(rawValue: 1 << 6) }
  /// It is the first of its sentence.
  @inlinable public static var sentenceStart: TokenShape { TokenShape(rawValue: 1 << 7) }
  /// It is a possessive `'s`, split from the word before it.
  @inlinable public static var clitic: TokenShape { TokenShape(rawValue: 1 << 8) }
  /// It is an abbreviation or initial that keeps its full stops: `Co.`, `U.S.`, `K.`; its word has none.
  @inlinable public static var dotted: TokenShape { TokenShape(rawValue: 1 << 9) }
  /// It has a lower-case letter.
  @inlinable public static var hasLowercase: TokenShape { TokenShape(rawValue: 1 << 10) }
  /// It is one character long.
  @inlinable public static var single: TokenShape { TokenShape(rawValue: 1 << 11) }
}

/// What all stages ask of tokens again and again, said so that other modules make one instruction of it. (That is why
/// tokens are public: what is only `package` is never inlined into another module.)
extension TokenShape {
  /// What is any of these.
  @inlinable public init(arrayLiteral elements: TokenShape...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }

  /// Whether it is all that the other is.
  @inlinable @inline(__always) public func contains(_ other: TokenShape) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  /// Whether it is all that the other is.
  @inlinable @inline(__always) public func isSuperset(of other: TokenShape) -> Bool { contains(other) }
  /// Whether it is nothing that the other is.
  @inlinable @inline(__always) public func isDisjoint(with other: TokenShape) -> Bool { rawValue & other.rawValue == 0 }
  /// What is one of the two.
  @inlinable @inline(__always) public func union(_ other: TokenShape) -> TokenShape {
    TokenShape(rawValue: rawValue | other.rawValue)
  }
}

/// A word, number or sign of a text. Sixteen bytes; the words themselves stay in the text.
public struct Token: Sendable, Hashable {
  /// The first UTF-8 byte.
  public var start: UInt32
  /// Behind the last UTF-8 byte.
  public var end: UInt32
  /// The number of its folded form in the vocabulary.
  public var word: Word
  /// What it looks like.
  public var shape: TokenShape

  /// Makes a token.
  @inlinable public init(start: UInt32, end: UInt32, word: Word, shape: TokenShape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }

  /// Its byte range.
  @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
}
