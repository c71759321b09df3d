package import DigestText

/// A segmented text with its raw lexicon matches: what every later stage reads.
package struct LexicalText: Sendable {
  /// Lines, sentences and tokens.
  package let text: SegmentedText
  /// All names, titles and terms that the lexicon finds, before any decision.
  package let matches: Matches

  package init(_ text: SegmentedText, lexicon: Lexicon) {
    self.text = text
    matches = lexicon.matches(in: text)
  }

  /// A token.
  @inline(__always) package subscript(_ token: Int) -> Token { text.tokens[token] }
}
