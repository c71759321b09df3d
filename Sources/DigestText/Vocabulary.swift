/// The words that the lexicons use, each with a number; a text's tokens are numbered by it once and compared as
/// integers ever after.
///
/// A view of memory that `owner` keeps: an allocation of ``VocabularyBuilder`` or a compiled lexicon.
package struct Vocabulary: @unchecked Sendable {
  /// The folded words one after the other; word `w` is `pool[starts[w]..<starts[w + 1]]`. Word 0 is empty.
  private let pool: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<UInt32>
  /// Open addressing: the upper half of the hash above the word's number, 0 = free. The count is a power of two, at
  /// most half full.
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
  package func word(_ key: UnsafeBufferPointer<UInt8>) -> Word {
    withExtendedLifetime(owner) {
      let hash = Self.hash(key)
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

  private func equals(_ word: Word, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) &+ 1]) &- start == key.count else { return false }
    for index in 0..<key.count where pool[start &+ index] != key[index] { return false }
    return true
  }

  /// Eight bytes a step, no seed, the same on every machine.
  package static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(key)
    var hash = UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= key.count {
      hash = mixed(hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index &+= 8
    }
    var tail: UInt64 = 0
    while index < key.count {
      tail = tail << 8 | UInt64(key[index])
      index &+= 1
    }
    return mixed(hash ^ tail)
  }

  @inline(__always) private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
