internal import DigestText

/// The classes of a text's tokens, looked up once: what later stages ask of nearly every token, again and again.
///
/// A number for each token, in text order, and the few hundred sets of classes that words have.
public struct TokenClasses: Sendable {
  @usableFromInline let sets: [UInt16]
  @usableFromInline let parts: LexiconParts

  init(_ tokens: [Token], lexicon: Lexicon) {
    parts = lexicon.parts
    sets = tokens.map { lexicon.parts.classSetNumber(of: $0.word) }
  }

  /// What the word of a token can be.
  @inlinable @inline(__always)
  public subscript(token: Int) -> WordClassSet { parts.classSets[Int(sets[token])] }
}
