internal import DigestText

/// A noun group, verb group or function word: the unit that clauses are read in.
struct Chunk {
  enum Kind: UInt8 {
    case noun, verb, preposition, coordinator, comma, relative, subordinator, dash, colon, open, close, quote
    case adverb, date, stop, masked, other
  }

  var kind: Kind
  var tokens: Range<Int>
  /// A noun group's last word.
  var head: Int
  /// The mention that is a noun group's head.
  var mention: Int?
  /// Mentions before the head: the country of "the Chinese company", both of "Kazakh-Omani talks".
  var modifiers: [Int] = []
  /// The mention or noun whose `'s` stands before the head.
  var possessor: Int?
  /// Whether a possessive pronoun stands before the head ("his visit").
  var hasPossessive = false
  /// Whether the head is a person's name.
  var isPerson = false
  /// Whether the head is a country.
  var isCountry = false
  /// Whether the head is a plural noun that is no name: "his counterparts".
  var isPlural = false
  /// Whether the head is a word for somebody's post, or a person told by it: "the head of the fund".
  var isRole = false
  /// Whether a noun group starts with "no".
  var isNegated = false
  /// The figure of a date group.
  var figure: Int?
  var verb: VerbGroup?

  init(_ kind: Kind, _ tokens: Range<Int>) {
    self.kind = kind
    self.tokens = tokens
    head = tokens.upperBound - 1
  }
}

/// A sentence in chunks.
struct ChunkedSentence {
  var sentence: Int
  var tokens: Range<Int>
  var tags: [Tag]
  var chunks: [Chunk]

  func tag(_ token: Int) -> Tag { tags[token - tokens.lowerBound] }
}
