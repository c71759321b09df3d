/// Numbers words in the order in which they come.
package struct VocabularyBuilder: Sendable {
  /// As in ``Vocabulary``.
  package private(set) var pool: [UInt8] = []
  package private(set) var starts: [UInt32] = [0, 0]
  package private(set) var slots: [UInt64] = Array(repeating: 0, count: 1024)

  package init() {}

  /// The number of words, the unknown word 0 included.
  package var count: Int { starts.count - 1 }

  /// How many bytes a word has.
  package func length(of word: Word) -> Int { Int(starts[Int(word) + 1] - starts[Int(word)]) }

  /// The number of a folded word, which is added where it is new.
  ///
  /// - Complexity: O(length of the word).
  package mutating func insert(_ key: [UInt8]) -> Word {
    key.withUnsafeBufferPointer { key in
      let hash = Vocabulary.hash(key)
      let slot = slot(of: key, hash)
      if slots[slot] != 0 { return Word(truncatingIfNeeded: slots[slot]) }
      let word = Word(count)
      pool.append(contentsOf: key)
      starts.append(UInt32(pool.count))
      slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(word)
      if count * 4 > slots.count * 3 { grow() }
      return word
    }
  }

  /// The vocabulary as it stands, copied.
  package func vocabulary() -> Vocabulary {
    let slotBytes = slots.count * 8
    let startBytes = starts.count * 4
    let storage = ByteStorage(count: slotBytes + startBytes + pool.count) { room in
      slots.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: room[..<slotBytes]).copyMemory(from: $0) }
      starts.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: room[slotBytes..<(slotBytes + startBytes)]).copyMemory(from: $0)
      }
      pool.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: room[(slotBytes + startBytes)...]).copyMemory(from: $0)
      }
    }
    let bytes = storage.bytes
    return Vocabulary(
      pool: UnsafeRawBufferPointer(rebasing: bytes[(slotBytes + startBytes)...]).bindMemory(to: UInt8.self),
      starts: UnsafeRawBufferPointer(rebasing: bytes[slotBytes..<(slotBytes + startBytes)])
        .bindMemory(to: UInt32.self),
      slots: UnsafeRawBufferPointer(rebasing: bytes[..<slotBytes]).bindMemory(to: UInt64.self), owner: storage)
  }

  private mutating func grow() {
    let capacity = slots.count * 2
    var grown = [UInt64](repeating: 0, count: capacity)
    for word in 1..<count {
      let hash = hash(of: word)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while grown[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      grown[slot] = (hash & ~0xFFFF_FFFF) | UInt64(word)
    }
    slots = grown
  }

  private func hash(of word: Int) -> UInt64 {
    pool.withUnsafeBufferPointer {
      Vocabulary.hash(UnsafeBufferPointer(rebasing: $0[Int(starts[word])..<Int(starts[word + 1])]))
    }
  }

  /// Where the word stands, or the free slot where it would.
  private func slot(of key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32, equals(Int(UInt32(truncatingIfNeeded: slots[slot])), key) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ word: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == key.count else { return false }
    for index in 0..<key.count where pool[start + index] != key[index] { return false }
    return true
  }
}
