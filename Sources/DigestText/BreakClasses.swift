internal import CDigestICU

/// How word breaking (UAX #29) sees a character; the numbers are those of `Sources/CDigestICU/classes.h`.
enum WordBreakClass {
  static let other: UInt8 = 0
  static let letter: UInt8 = 1
  static let numeric: UInt8 = 2
  static let extendNumLet: UInt8 = 3
  static let midLetter: UInt8 = 4
  static let midNumLet: UInt8 = 5
  static let midNum: UInt8 = 6
  static let singleQuote: UInt8 = 7
  static let space: UInt8 = 8
  static let carriageReturn: UInt8 = 9
  static let lineFeed: UInt8 = 10
  static let newline: UInt8 = 11
  static let extend: UInt8 = 12
  /// Only ICU itself breaks what holds one of these: dictionary scripts, Hebrew, Katakana, flags, joined emoji.
  static let complex: UInt8 = 13
}

/// How sentence breaking sees a character.
enum SentenceBreakClass {
  static let other: UInt8 = 0
  static let carriageReturn: UInt8 = 1
  static let lineFeed: UInt8 = 2
  static let separator: UInt8 = 3
  static let extend: UInt8 = 4
  static let space: UInt8 = 5
  static let lower: UInt8 = 6
  static let upper: UInt8 = 7
  static let letter: UInt8 = 8
  static let numeric: UInt8 = 9
  static let stop: UInt8 = 10
  static let continuation: UInt8 = 11
  static let terminator: UInt8 = 12
  static let close: UInt8 = 13
  /// Not in the table: behind the last character.
  static let end: UInt8 = 15
}

/// The committed table of the break classes of all code points.
struct BreakClasses: @unchecked Sendable {
  // Constant data of the C target: it outlives all readers and never changes.
  private let index: UnsafePointer<UInt16> = dg_class_index()
  private let classes: UnsafePointer<UInt8> = dg_classes()

  /// Whether the table was made from the ICU that is linked, so that it breaks as ICU does.
  static let areCurrent = String(cString: dg_class_icu_version()) == icuVersion

  /// The word class in the low half, the sentence class in the high half.
  @inline(__always)
  func ascii(_ byte: UInt8) -> UInt8 { classes[Int(byte & 0x7F)] }

  /// The same for any code point. Four bytes of UTF-8, even broken ones, make at most 0x1FFFFF: hence the mask.
  @inline(__always)
  func any(_ scalar: UInt32) -> UInt8 {
    // The index has an entry for each 128 of 0x110000 code points, and each entry names one of the blocks.
    let scalar = Int(scalar < 0x110000 ? scalar : 0xFFFD)
    return classes[Int(index[scalar >> 7]) << 7 | scalar & 0x7F]
  }
}

/// UTF-8 whose characters are looked up in ``BreakClasses``.
///
/// Valid only while the buffer is; what is not valid UTF-8 is read as some character, but never past the end.
struct ClassedText {
  let base: UnsafePointer<UInt8>
  let count: Int
  private let table = BreakClasses()

  /// Nil where the text is empty.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress, text.count > 0 else { return nil }
    self.base = base
    count = text.count
  }

  /// The class byte and the length of the character at `index`, which is below ``count``.
  @inline(__always)
  func character(at index: Int) -> (classes: UInt8, length: Int) {
    let first = base[index]
    if first < 0x80 { return (table.ascii(first), 1) }
    return wideCharacter(at: index, first)
  }

  /// The word class and length of the character at `index`; (`other`, 0) at the end.
  @inline(__always)
  func word(at index: Int) -> (class: UInt8, length: Int) {
    guard index < count else { return (WordBreakClass.other, 0) }
    let (classes, length) = character(at: index)
    return (classes & 0x0F, length)
  }

  /// The sentence class and length of the character at `index`; (`end`, 0) at the end.
  @inline(__always)
  func sentence(at index: Int) -> (class: UInt8, length: Int) {
    guard index < count else { return (SentenceBreakClass.end, 0) }
    let (classes, length) = character(at: index)
    return (classes >> 4, length)
  }

  /// Where the character starts that ends before `index`, which is above 0.
  @inline(__always)
  func previous(_ index: Int) -> Int {
    var start = index &- 1
    while start > 0, base[start] & 0xC0 == 0x80 { start &-= 1 }
    return start
  }

  /// Moves `index` behind the ASCII letters, digits and `_` at it; `last` becomes the word class of the last of them.
  @inline(__always)
  func skipWordBytes(_ index: inout Int, last: inout UInt8) {
    while index < count, base[index] < 0x80 {
      let kind = table.ascii(base[index]) & 0x0F
      // letter, numeric, extendNumLet are 1, 2, 3.
      guard kind &- 1 < 3 else { return }
      last = kind
      index &+= 1
    }
  }

  private func wideCharacter(at index: Int, _ first: UInt8) -> (classes: UInt8, length: Int) {
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    // A character that the text does not hold whole (never so in valid UTF-8) must not be read.
    guard index &+ length <= count else { return (0, 1) }
    let (scalar, _) = decodeScalar(UnsafeBufferPointer(start: base, count: count), at: index)
    return (table.any(scalar), length)
  }
}
