internal import DigestText

/// The classes of a text's tokens, looked up once: what later stages ask of nearly every token, again and again.
///
/// A number for each token, in text order, and the few hundred sets of classes that words have.
public struct TokenClasses: @unchecked Sendable {
  @usableFromInline let sets: [UInt16]
  @usableFromInline let classSets: UnsafeBufferPointer<WordClassSet>
  /// Keeps the memory of the sets.
  private let lexicon: Lexicon

  init(_ tokens: [Token], lexicon: Lexicon) {
    self.lexicon = lexicon
    classSets = lexicon.parts.classSets
    sets = tokens.map { lexicon.parts.classSetNumber(of: $0.word) }
  }

  /// What the word of a token can be.
  @inlinable @inline(__always)
  public subscript(token: Int) -> WordClassSet { classSets[Int(sets[token])] }
}
