package import DigestText

/// A compiled lexicon in memory: typed views of the sections of an image.
///
/// A class, so that lexicons and tables are light and stay laid out as they are whatever an image holds. The views are
/// only made of an image whose head and directory have been read; see ``ImageCheck`` for the rest.
package final class LexiconImage: @unchecked Sendable {
  /// Keeps the bytes.
  package let storage: ByteStorage
  let traits: UnsafeBufferPointer<UInt8>
  let pool: UnsafeBufferPointer<UInt8>
  let wordStarts: UnsafeBufferPointer<UInt32>
  let wordSlots: UnsafeBufferPointer<UInt64>
  /// By word, and one more.
  let words: UnsafeBufferPointer<ImageFormat.WordRecord>
  let classSets: UnsafeBufferPointer<WordClassSet>
  let senses: UnsafeBufferPointer<WordSense>
  let trie: NameTrie
  let tables: UnsafeBufferPointer<ImageFormat.TableRecord>
  let strings: UnsafeBufferPointer<UInt8>
  let stringStarts: UnsafeBufferPointer<UInt32>
  let cells: UnsafeBufferPointer<UInt8>
  let cellStarts: UnsafeBufferPointer<UInt32>
  let places: UnsafeBufferPointer<UInt32>
  let idSlots: UnsafeBufferPointer<UInt32>
  let orders: UnsafeBufferPointer<UInt32>
  let personKeys: UnsafeBufferPointer<PersonKey>

  /// Views the sections of an image.
  init(storage: ByteStorage, directory: ImageDirectory) {
    self.storage = storage
    traits = directory.view(.traits)
    pool = directory.view(.pool)
    wordStarts = directory.view(.wordStarts)
    wordSlots = directory.view(.wordSlots)
    words = directory.view(.words)
    classSets = directory.view(.classSets)
    senses = directory.view(.senses)
    trie = NameTrie(
      states: directory.view(.states), words: directory.view(.stateWords), entries: directory.view(.entries))
    tables = directory.view(.tables)
    strings = directory.view(.strings)
    stringStarts = directory.view(.stringStarts)
    cells = directory.view(.cells)
    cellStarts = directory.view(.cellStarts)
    places = directory.view(.places)
    idSlots = directory.view(.idSlots)
    orders = directory.view(.orders)
    personKeys = directory.view(.personKeys)
  }

  /// The checksum, 16 hexadecimal digits: two images with the same one hold the same.
  package var fingerprint: String {
    let sum = withExtendedLifetime(storage) {
      storage.bytes.load(fromByteOffset: ImageFormat.checksumOffset, as: UInt64.self)
    }
    let digits = String(UInt64(littleEndian: sum), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The image's bytes, to be written to a file.
  package var copy: [UInt8] { withExtendedLifetime(storage) { Array(storage.bytes) } }

  /// The words, as segmentation needs them.
  var segmentation: SegmentationWords {
    SegmentationWords(
      vocabulary: Vocabulary(pool: pool, starts: wordStarts, slots: wordSlots, owner: storage), traits: traits,
      owner: storage)
  }

  /// The state behind a name's first word; 0 = no name starts with it.
  @inline(__always) func root(_ word: Word) -> UInt32 { words[index(of: word)].root }

  /// A word's place in ``words``; the unknown word's for a word of another vocabulary.
  @inline(__always) func index(of word: Word) -> Int { Int(word) < words.count &- 1 ? Int(word) : 0 }

  /// A word's place among the senses.
  func senses(of word: Word) -> Range<Int> {
    withExtendedLifetime(storage) {
      Int(words[index(of: word)].firstSense)..<Int(words[index(of: word) + 1].firstSense)
    }
  }

  /// A table; empty where the image has none of the kind.
  func table(_ kind: TableKind) -> Table {
    for record in tables where record.kind == UInt32(kind.rawValue) {
      return Table(image: self, kind: kind, record: record)
    }
    return Table(image: self, kind: kind, record: nil)
  }

  /// A string of the tables' heads.
  func string(_ index: Int) -> String {
    withExtendedLifetime(storage) {
      String(decoding: strings[Int(stringStarts[index])..<Int(stringStarts[index + 1])], as: UTF8.self)
    }
  }
}
