public import DigestText

/// A segmented text with its raw lexicon matches: what every later stage reads.
public struct LexicalText: Sendable {
  /// Lines, sentences and tokens.
  public let text: SegmentedText
  /// All names, titles and terms that the lexicon finds, before any decision.
  public let matches: Matches
  /// The classes of its tokens.
  public let classes: TokenClasses

  /// Looks up the words and names of a text.
  public init(_ text: SegmentedText, lexicon: Lexicon) {
    self.text = text
    matches = lexicon.matches(in: text)
    classes = TokenClasses(text.tokens, lexicon: lexicon)
  }

  /// A token.
  @inlinable public subscript(_ token: Int) -> Token { text.tokens[token] }
}
