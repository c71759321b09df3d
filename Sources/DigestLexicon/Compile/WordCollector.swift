internal import DigestText

/// The words of a lexicon and what they can be.
struct WordCollector {
  private(set) var vocabulary = VocabularyBuilder()
  /// By word: its classes; as long as the vocabulary.
  private(set) var classes = [WordClassSet()]
  /// By word; shorter than the vocabulary.
  private(set) var traits: [SegmentationWords.Traits] = []
  private var senses: [(word: Word, sense: WordSense)] = []
  private var key: [UInt8] = []

  /// The number of a folded word.
  mutating func number(_ key: [UInt8]) -> Word {
    let word = vocabulary.insert(key)
    if classes.count <= Int(word) { classes.append(WordClassSet()) }
    return word
  }

  /// The number of a word as a table writes it.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, droppingStops: Bool = false) -> Word {
    key.removeAll(keepingCapacity: true)
    Folding.shared.append(text, to: &key, droppingStops: droppingStops)
    return number(key)
  }

  /// The number of a word as a table writes it, its full stops dropped.
  mutating func insert(_ text: String) -> Word {
    Array(text.utf8).withUnsafeBufferPointer { insert($0, droppingStops: $0.count > 1) }
  }

  mutating func mark(_ word: Word, _ wordClass: WordClass) { classes[Int(word)].insert(wordClass) }

  mutating func mark(_ word: Word, _ trait: SegmentationWords.Traits) {
    while traits.count <= Int(word) { traits.append([]) }
    traits[Int(word)].insert(trait)
  }

  mutating func add(_ sense: WordSense, to word: Word) { senses.append((word, sense)) }

  /// The sets of classes that words have, each once, and by word which of them.
  func classSets() -> (sets: [WordClassSet], index: [UInt32]) {
    var sets: [WordClassSet] = []
    var numbers: [WordClassSet: UInt32] = [:]
    let index = classes.map { set in
      if let number = numbers[set] { return number }
      sets.append(set)
      numbers[set] = UInt32(sets.count - 1)
      return UInt32(sets.count - 1)
    }
    return (sets, index)
  }

  /// The senses by word, then class, then value, each once; and by word where they start.
  func sortedSenses() -> (senses: [WordSense], starts: [UInt32]) {
    let sorted = senses.sorted {
      ($0.word, $0.sense.code, $0.sense.value) < ($1.word, $1.sense.code, $1.sense.value)
    }
    var result: [WordSense] = []
    var starts = [UInt32](repeating: 0, count: vocabulary.count + 1)
    for (index, item) in sorted.enumerated() where index == 0 || sorted[index - 1] != item {
      result.append(item.sense)
      starts[Int(item.word) + 1] += 1
    }
    for word in 1..<starts.count { starts[word] += starts[word - 1] }
    return (result, starts)
  }
}
