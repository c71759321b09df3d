/// Numbers words by the vocabulary, with the scratch space that folding them needs. Not for two threads at once.
final class WordReader {
  private let words: SegmentationWords
  /// Room for ``WordBytes/capacity`` bytes.
  let folded: UnsafeMutableRawPointer
  @exclusivity(unchecked) private var key: [UInt8] = []
  /// What each ASCII character is as a token of its own.
  private let characters: UnsafeMutablePointer<(word: Word, shape: TokenShape)>
  /// The short words that came last, at the place that their hash gives: most words of a text come often, and asking
  /// the vocabulary, which no fast cache holds whole, costs more than all else that is done for a word.
  private let recent: UnsafeMutablePointer<(short: UInt64, word: Word)>
  private static let recentBits = 12

  init(words: SegmentationWords) {
    self.words = words
    folded = .allocate(byteCount: WordBytes.capacity, alignment: 8)
    characters = .allocate(capacity: 128)
    recent = .allocate(capacity: 1 << Self.recentBits)
    recent.initialize(repeating: (0, 0), count: 1 << Self.recentBits)
    for byte in 0..<128 {
      withUnsafePointer(to: UInt8(byte)) {
        let text = UnsafeBufferPointer(start: $0, count: 1)
        (characters + byte).initialize(to: (word(text), TokenShape(of: text)))
      }
    }
  }

  deinit {
    folded.deallocate()
    characters.deallocate()
    recent.deallocate()
  }

  /// The token that one ASCII character makes; `byte` is below 0x80.
  @inline(__always)
  func character(_ byte: UInt8) -> (word: Word, shape: TokenShape) { characters[Int(byte & 0x7F)] }

  /// The number of a word of `length` bytes that stands, folded, in ``folded``.
  @inline(__always)
  func word(_ bytes: WordBytes, length: Int) -> Word {
    // The upper bits of the hash number the entries of ``recent``.
    let entry = recent + Int(truncatingIfNeeded: bytes.hash >> UInt64(64 - Self.recentBits))
    if bytes.short != 0, entry.pointee.short == bytes.short { return entry.pointee.word }
    let key = UnsafeBufferPointer(start: UnsafePointer(folded.assumingMemoryBound(to: UInt8.self)), count: length)
    let word = words.vocabulary.word(key, hash: bytes.hash)
    if bytes.short != 0 { entry.pointee = (bytes.short, word) }
    return word
  }

  /// The number of a word.
  func word(_ text: UnsafeBufferPointer<UInt8>, droppingStops: Bool = false) -> Word {
    key.removeAll(keepingCapacity: true)
    Folding.shared.append(text, to: &key, droppingStops: droppingStops)
    return key.withUnsafeBufferPointer { words.vocabulary.word($0) }
  }

  func traits(of word: Word) -> SegmentationWords.Traits { words.traits(of: word) }
}
