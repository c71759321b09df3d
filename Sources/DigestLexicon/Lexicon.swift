package import DigestText

/// Everything that is known of the world and of English words. Immutable; share one between all tasks.
package struct Lexicon: Sendable {
  /// The vocabulary, and what segmentation must know of its words.
  package let segmentation: SegmentationWords
  /// A fingerprint of the tables, 16 hexadecimal digits.
  package let fingerprint: String
  /// The EDTF date to which the facts hold: the `as-of` of the offices.
  package let asOf: String
  let tables: [TableKind: Table]
  let classes: [WordClassSet]
  /// By word: the range of its senses.
  let senseStarts: [UInt32]
  let senses: [WordSense]
  let trie: NameTrie

  /// The vocabulary.
  package var vocabulary: Vocabulary { segmentation.vocabulary }

  /// What a word can be.
  @inline(__always)
  package func classes(of word: Word) -> WordClassSet {
    Int(word) < classes.count ? classes[Int(word)] : WordClassSet()
  }

  /// Whether a word can be of this class.
  @inline(__always)
  package func `is`(_ word: Word, _ wordClass: WordClass) -> Bool { classes(of: word).contains(wordClass) }

  /// The meanings of a word.
  package func senses(of word: Word) -> ArraySlice<WordSense> {
    guard Int(word) + 1 < senseStarts.count else { return [] }
    return senses[Int(senseStarts[Int(word)])..<Int(senseStarts[Int(word) + 1])]
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
  package func table(_ kind: TableKind) -> Table { tables[kind] ?? Table(name: kind.rawValue + ".tsv") }

  /// The id of an entry's row.
  package func id(of entry: NameEntry) -> String { table(entry.table).cell(Int(entry.row), "id") }
}
