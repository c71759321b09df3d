/// How a compiled lexicon is laid out: a head, a directory of sections, the sections. Little-endian, each section
/// aligned to 64 bytes, used where it stands.
///
/// | bytes | head |
/// |---|---|
/// | 0..<8 | `magic` |
/// | 8..<12 | ``version`` |
/// | 12..<16 | ``byteOrder`` |
/// | 16..<24 | ``checksum(_:)`` of all bytes from 24 on |
/// | 24..<32 | the size of the whole |
/// | 32..<40 | ``schema``, since tables and classes are stored as numbers |
/// | 40..<48 | the number of sections |
/// | 48..<56 | ``counts`` |
/// | 64... | for each section: where it starts, and how many bytes it has, 8 bytes each |
@usableFromInline
enum ImageFormat {
  /// As PNG has it: the high bit and the line ends show what a transfer as text has done.
  static let magic: [UInt8] = [0x89, 0x44, 0x47, 0x4C, 0x45, 0x58, 0x0D, 0x0A]
  /// Raised with every change of the layout, of folding or hashing, or of how names are cut.
  static let version: UInt32 = 4
  static let byteOrder: UInt32 = 0x0102_0304
  static let checksumOffset = 16
  static let checkedFrom = 24
  static let directory = 64
  static let alignment = 64

  /// The sections, in the order of the file.
  enum Section: Int, CaseIterable {
    case pool, wordStarts, wordSlots, traits, words, classSets, senses
    case states, stateWords, entries
    case tables, strings, stringStarts, cells, cellStarts, places, idSlots, orders
    case personKeys
  }

  /// What is known of a word.
  @usableFromInline
  struct WordRecord {
    /// Which of the class sets it has.
    @usableFromInline let classSet: UInt32
    /// The state of the trie behind it; 0 = no name starts with it.
    let root: UInt32
    /// Where its senses start; they end where the next word's start.
    @usableFromInline let firstSense: UInt32
  }

  /// Where a table's parts start in the sections. Its strings: columns, then key and value of each header field, then
  /// the files of which its rows came.
  struct TableRecord {
    var kind: UInt32
    var columnCount: UInt32
    var rowCount: UInt32
    var headerCount: UInt32
    var fileCount: UInt32
    var firstString: UInt32
    var firstCell: UInt32
    var firstPlace: UInt32
    var firstSlot: UInt32
    /// A power of two; 0 where the table has no ids.
    var slotCount: UInt32
    /// As many orders as the kind has indexed columns, each with a number for each row.
    var firstOrder: UInt32

    var stringCount: Int { Int(columnCount) + 2 * Int(headerCount) + Int(fileCount) }
  }

  /// A fingerprint of the names behind the numbers: tables, their indexed columns, forms, classes.
  static let schema: UInt64 = {
    var names = TableKind.allCases.map(\.name)
    names += TableKind.allCases.flatMap(\.indexedColumns)
    names += (UInt8(0)...).prefix { NameForm(rawValue: $0) != nil }.map { "\(NameForm(rawValue: $0)!)" }
    names += WordClass.allCases.map { "\($0)" }
    return Array(names.joined(separator: " ").utf8).withUnsafeBytes(checksum)
  }()

  /// How many tables, forms and classes there are: what shows at once that an image of ours is stale.
  static let counts = UInt64(TableKind.allCases.count) << 32 | UInt64(WordClass.allCases.count) << 16 | formCount

  private static let formCount = UInt64((UInt8(0)...).prefix { NameForm(rawValue: $0) != nil }.count)

  /// A checksum that every change of a single bit changes; no protection against intent.
  ///
  /// - Complexity: O(n), several bytes a cycle.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var index = 0
    while index &+ 32 <= bytes.count {
      lanes.0 = mixed(lanes.0, bytes, index)
      lanes.1 = mixed(lanes.1, bytes, index &+ 8)
      lanes.2 = mixed(lanes.2, bytes, index &+ 16)
      lanes.3 = mixed(lanes.3, bytes, index &+ 24)
      index &+= 32
    }
    var sum = UInt64(bytes.count)
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index &+= 1
    }
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      sum = (sum ^ lane) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    return sum
  }

  @inline(__always)
  private static func mixed(_ lane: UInt64, _ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    let value = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    let product = (lane ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
