package import DigestText

/// Everything that is known of the world and of English words. Immutable; share one between all tasks.
///
/// A view of a compiled lexicon: making one costs no more than reading its head.
package struct Lexicon: Sendable {
  /// The compiled lexicon.
  package let image: LexiconImage
  /// The vocabulary, and what segmentation must know of its words.
  package let segmentation: SegmentationWords
  /// A fingerprint of all that it holds, 16 hexadecimal digits.
  package let fingerprint: String
  /// The EDTF date to which the facts hold: the `as-of` of the offices.
  package let asOf: String

  init(image: LexiconImage) {
    self.image = image
    segmentation = image.segmentation
    fingerprint = image.fingerprint
    asOf = image.table(.offices).headerValue("as-of") ?? ""
  }

  /// The vocabulary.
  package var vocabulary: Vocabulary { segmentation.vocabulary }

  /// What a word can be.
  @inline(__always)
  package func classes(of word: Word) -> WordClassSet {
    withExtendedLifetime(image.storage) { image.classSets[Int(image.words[image.index(of: word)].classSet)] }
  }

  /// Whether a word can be of this class.
  @inline(__always)
  package func `is`(_ word: Word, _ wordClass: WordClass) -> Bool { classes(of: word).contains(wordClass) }

  /// The meanings of a word.
  package func senses(of word: Word) -> WordSenses { WordSenses(image, word: word) }

  /// How many words of the vocabulary, from the first on, hold all that have meanings: names have classes alone.
  ///
  /// - Complexity: O(log(words)).
  package var meaningfulWordCount: Int {
    withExtendedLifetime(image.storage) {
      var low = 0
      var high = vocabulary.count
      while low < high {
        let middle = (low + high) / 2
        if Int(image.words[middle].firstSense) < image.senses.count { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The number that a class gives a word: a month's number, a verb's row; nil where it is not of the class.
  package func value(_ word: Word, _ wordClass: WordClass) -> Int? {
    for sense in senses(of: word) where sense.wordClass == wordClass { return Int(sense.value) }
    return nil
  }

  /// The word that folds like `text`; 0 where the vocabulary lacks it. For building rules, not for the hot path.
  package func word(_ text: String) -> Word {
    var key: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
    return key.withUnsafeBufferPointer(vocabulary.word)
  }

  /// A table; empty where the lexicon has none of the kind.
  package func table(_ kind: TableKind) -> Table { image.table(kind) }

  /// The id of an entry's row.
  package func id(of entry: NameEntry) -> String { table(entry.table).cell(Int(entry.row), "id") }
}

/// The meanings of a word, by class.
package struct WordSenses: RandomAccessCollection, Sendable {
  private let image: LexiconImage
  private let first: Int
  package let endIndex: Int

  init(_ image: LexiconImage, word: Word) {
    self.image = image
    let senses = image.senses(of: word)
    first = senses.lowerBound
    endIndex = senses.count
  }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> WordSense {
    withExtendedLifetime(image.storage) { image.senses[first + position] }
  }
}
