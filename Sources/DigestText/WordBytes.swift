/// Up to 64 ASCII bytes of one word, looked at and folded eight at a time.
///
/// This is the fast path of ``LineTokenizer``: most words are letters only or a number, and for them shape and fold come
/// from a few operations on whole integers. What it gives is what ``Folding`` and the shape of the slow path give.
struct WordBytes {
  /// How many bytes may be folded into the scratch space.
  static let capacity = 64

  private(set) var shape: TokenShape
  /// The hash of the folded word.
  let hash: UInt64
  /// The folded word where it has up to 8 bytes, filled up with 0, which no word holds; else 0.
  let short: UInt64

  /// Folds the word at `word` into `scratch`, which has room for ``capacity`` bytes. Nil where the word needs the slow
  /// path: beyond ASCII, letters mixed with anything else, or too long.
  ///
  /// The 7 bytes behind the word must be readable; what they are does not matter.
  @inline(__always)
  init?(_ word: UnsafePointer<UInt8>, length: Int, scratch: UnsafeMutableRawPointer) {
    guard length <= Self.capacity else { return nil }
    let isNumber = word[0] &- 0x30 < 10
    var lower: UInt64 = 0
    var upper: UInt64 = 0
    var hash = WordHash.start(length)
    var last: UInt64 = 0
    var index = 0
    repeat {
      let mask = Self.mask(length &- index)
      // Reads at most 7 bytes behind the word.
      let raw = UnsafeRawPointer(word).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let bytes = UInt64(littleEndian: raw) & mask
      if bytes & Self.high != 0 { return nil }
      // Folding changes one sign.
      if isNumber, Self.holdsGrave(bytes) { return nil }
      let letters = Self.letters(bytes)
      if letters != (isNumber ? 0 : Self.high & mask) { return nil }
      lower |= letters & bytes &<< 2
      upper |= letters & ~(bytes &<< 2)
      let folded = isNumber ? bytes : (bytes | Self.small) & mask
      // `index` is a multiple of 8 below 64.
      scratch.storeBytes(of: folded.littleEndian, toByteOffset: index, as: UInt64.self)
      hash = WordHash.add(folded, to: hash)
      last = folded
      index &+= 8
    } while index < length
    self.hash = hash
    short = length <= 8 ? last : 0
    shape = isNumber ? .digit : .letter
    if !isNumber, word[0] & 0x20 == 0 { shape.insert(.capitalized) }
    if lower != 0 { shape.insert(.hasLowercase) }
    if upper != 0, lower == 0, length > 1 { shape.insert(.allCaps) }
    if length == 1 { shape.insert(.single) }
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let small: UInt64 = 0x2020_2020_2020_2020
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The first `count` bytes of eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : ~(~0 &<< UInt64(truncatingIfNeeded: count &* 8))
  }

  /// Whether one of the bytes is a grave accent: whether, that taken away, a byte is 0 and lends from the next.
  @inline(__always)
  private static func holdsGrave(_ bytes: UInt64) -> Bool {
    let rest = bytes ^ 0x60 &* ones
    return (rest &- ones) & ~rest & high != 0
  }

  /// The high bit of each byte that is a letter; all bytes are ASCII, so no sum runs over into the next.
  @inline(__always)
  private static func letters(_ bytes: UInt64) -> UInt64 {
    let lower = bytes | small
    let fromA = lower &+ (0x80 - 0x61) &* ones
    let beyondZ = lower &+ (0x80 - 0x7B) &* ones
    return fromA & ~beyondZ & high
  }
}
