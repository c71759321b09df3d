/// The words that the lexicons use, each with a number; a text's tokens are numbered by it once and compared as
/// integers ever after.
///
/// A view of memory that `owner` keeps: an allocation of ``VocabularyBuilder`` or a compiled lexicon.
package struct Vocabulary: @unchecked Sendable {
  /// The folded words one after the other; word `w` is `pool[starts[w]..<starts[w + 1]]`. Word 0 is empty.
  private let pool: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<UInt32>
  /// Open addressing: the upper half of the hash above the word's number, 0 = free. The count is a power of two, at
  /// most three quarters full.
  private let slots: UnsafeBufferPointer<UInt64>
  private let owner: ByteStorage

  /// A view of memory that has been checked to hold a vocabulary.
  package init(
    pool: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<UInt32>, slots: UnsafeBufferPointer<UInt64>,
    owner: ByteStorage
  ) {
    self.pool = pool
    self.starts = starts
    self.slots = slots
    self.owner = owner
  }

  /// An empty vocabulary.
  package init() { self = VocabularyBuilder().vocabulary() }

  /// The number of words, the unknown word 0 included.
  package var count: Int { starts.count - 1 }

  /// The folded spelling of a word.
  package func spelling(_ word: Word) -> String {
    withExtendedLifetime(owner) {
      String(decoding: pool[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])], as: UTF8.self)
    }
  }

  /// The number of a folded word; 0 where it has none.
  ///
  /// - Complexity: O(length of the word).
  package func word(_ key: UnsafeBufferPointer<UInt8>) -> Word { word(key, hash: Self.hash(key)) }

  /// The same where the hash is known.
  @inline(__always)
  func word(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Word {
    withExtendedLifetime(owner) {
      // `mask` is below the power of two that is the count, and so is each slot; one slot at least is free.
      let mask = slots.count &- 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let found = slots[slot]
        if found == 0 { return 0 }
        let word = Word(truncatingIfNeeded: found)
        if found >> 32 == hash >> 32, equals(word, key) { return word }
        slot = (slot &+ 1) & mask
      }
    }
  }

  @inline(__always)
  private func equals(_ word: Word, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) &+ 1]) &- start == key.count else { return false }
    guard let one = pool.baseAddress, let other = key.baseAddress else { return key.isEmpty }
    return WordHash.equal(one + start, other, count: key.count)
  }

  /// Eight bytes a step, no seed, the same on every machine.
  package static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 { WordHash.of(key) }
}
