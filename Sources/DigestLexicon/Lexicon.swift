public import DigestText

/// Everything that is known of the world and of English words. Immutable; share one between all tasks.
///
/// A view of a compiled lexicon: making one costs no more than reading its head, copying one no more than a reference.
public struct Lexicon: Sendable {
  @usableFromInline let parts: LexiconParts

  init(image: LexiconImage) { parts = LexiconParts(image) }

  /// The compiled lexicon.
  package var image: LexiconImage { parts.image }
  /// The vocabulary, and what segmentation must know of its words.
  package var segmentation: SegmentationWords { parts.segmentation }
  /// A fingerprint of all that it holds, 16 hexadecimal digits.
  package var fingerprint: String { parts.fingerprint }
  /// The EDTF date to which the facts hold: the `as-of` of the offices.
  package var asOf: String { parts.asOf }
  /// The vocabulary.
  package var vocabulary: Vocabulary { segmentation.vocabulary }

  /// What a word can be.
  @inlinable @inline(__always)
  public func classes(of word: Word) -> WordClassSet { parts.classSet(of: word) }

  /// Whether a word can be of this class.
  @inlinable @inline(__always)
  public func `is`(_ word: Word, _ wordClass: WordClass) -> Bool { classes(of: word).contains(wordClass) }

  /// The meanings of a word.
  @inlinable
  public func senses(of word: Word) -> WordSenses {
    WordSenses(UnsafeBufferPointer(rebasing: parts.senses[parts.senseRange(of: word)]))
  }

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
  @inlinable
  public func value(_ word: Word, _ wordClass: WordClass) -> Int? {
    guard classes(of: word).contains(wordClass) else { return nil }
    for sense in senses(of: word) where sense.code == UInt32(wordClass.rawValue) { return Int(sense.value) }
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

/// What a ``Lexicon`` refers to, with the views that are asked at every token laid open.
@usableFromInline
final class LexiconParts: @unchecked Sendable {
  // The image keeps the memory that the views below show, and is kept by this object.
  let image: LexiconImage
  let segmentation: SegmentationWords
  let fingerprint: String
  let asOf: String
  @usableFromInline let words: UnsafeBufferPointer<ImageFormat.WordRecord>
  @usableFromInline let classSets: UnsafeBufferPointer<WordClassSet>
  @usableFromInline let senses: UnsafeBufferPointer<WordSense>

  init(_ image: LexiconImage) {
    self.image = image
    segmentation = image.segmentation
    fingerprint = image.fingerprint
    asOf = image.table(.offices).headerValue("as-of") ?? ""
    words = image.words
    classSets = image.classSets
    senses = image.senses
  }

  /// A word's record; the unknown word's for a word of another vocabulary.
  @inlinable @inline(__always)
  func index(of word: Word) -> Int { Int(word) < words.count &- 1 ? Int(word) : 0 }

  @inlinable @inline(__always)
  func classSet(of word: Word) -> WordClassSet { classSets[Int(words[index(of: word)].classSet)] }

  func classSetNumber(of word: Word) -> UInt16 { UInt16(truncatingIfNeeded: words[index(of: word)].classSet) }

  @inlinable @inline(__always)
  func senseRange(of word: Word) -> Range<Int> {
    let index = index(of: word)
    return Int(words[index].firstSense)..<Int(words[index &+ 1].firstSense)
  }
}

/// The meanings of a word, by class.
///
/// A view of the lexicon's memory, valid while the lexicon is held: holding it here too would make all tasks that read
/// at a time count one object up and down.
public struct WordSenses: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let senses: UnsafeBufferPointer<WordSense>

  @inlinable init(_ senses: UnsafeBufferPointer<WordSense>) { self.senses = senses }

  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many there are.
  @inlinable public var endIndex: Int { senses.count }

  /// One meaning.
  @inlinable public subscript(position: Int) -> WordSense { senses[position] }
}
