/// The words that the lexicons use, each with a number; a text's tokens are numbered by it once and compared as
/// integers ever after.
package struct Vocabulary: Sendable {
  /// The folded words one after the other; word `w` is `pool[starts[w]..<starts[w + 1]]`. Word 0 is empty.
  private var pool: [UInt8] = []
  private var starts: [UInt32] = [0, 0]
  /// Open addressing: word numbers, 0 = free. The count is a power of two, at most half full.
  private var slots: [Word] = Array(repeating: 0, count: 1024)

  /// An empty vocabulary.
  package init() {}

  /// The number of words, the unknown word 0 included.
  package var count: Int { starts.count - 1 }

  /// The folded spelling of a word.
  package func spelling(_ word: Word) -> String {
    String(decoding: pool[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])], as: UTF8.self)
  }

  /// The number of a folded word; 0 where it has none.
  ///
  /// - Complexity: O(length of the word).
  package func word(_ key: UnsafeBufferPointer<UInt8>) -> Word { slots[slot(of: key)] }

  /// The number of a folded word, which is added where it is new.
  package mutating func insert(_ key: [UInt8]) -> Word {
    key.withUnsafeBufferPointer { key in
      let slot = slot(of: key)
      if slots[slot] != 0 { return slots[slot] }
      let word = Word(count)
      pool.append(contentsOf: key)
      starts.append(UInt32(pool.count))
      slots[slot] = word
      if count * 2 > slots.count { grow() }
      return word
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    pool.withUnsafeBufferPointer { pool in
      for word in 1..<count {
        let key = UnsafeBufferPointer(rebasing: pool[Int(starts[word])..<Int(starts[word + 1])])
        slots[slot(of: key)] = Word(word)
      }
    }
  }

  /// Where the word stands, or the free slot where it would.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while true {
      let word = slots[slot]
      if word == 0 || equals(word, key) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private func equals(_ word: Word, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) + 1]) - start == key.count else { return false }
    for index in 0..<key.count where pool[start + index] != key[index] { return false }
    return true
  }

  /// FNV-1a with a final mix: short keys, no seed, the same on every machine.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
