internal import CDigestICU

/// ICU's word boundaries by bit masks, 64 bytes a step: for lines of whole words without marks in ASCII, Latin and the
/// like. What it finds is what ``WordBreaks`` finds.
struct WordMasks {
  private let text: ClassedText
  /// What the last byte before the block is: a bit 0 to be joined to the block's masks.
  private var before = Carry()
  private var masks = DGWordMasks()

  private struct Carry {
    var letter: UInt64 = 0
    var digit: UInt64 = 0
    var word: UInt64 = 0
    var space: UInt64 = 0
    var carriageReturn: UInt64 = 0
  }

  /// Whether masks are fast here.
  static let areFast = dg_has_word_masks() != 0

  init(_ text: ClassedText) { self.text = text }

  /// Writes the boundaries after 0, ascending; there must be room for 4 more than the text has bytes.
  ///
  /// Returns their number, or nil where the text has a character that needs ``WordBreaks`` or ICU.
  mutating func write(to boundaries: UnsafeMutablePointer<Int32>) -> Int? {
    var count = 0
    var start = 0
    while start < text.count {
      let width = blockWidth(start)
      dg_word_masks(text.base + start, text.count &- start, &masks)
      var inner: UInt64 = 0
      if masks.wide != 0 {
        guard let signs = addWide(from: start) else { return nil }
        inner = signs
      }
      var found = breaks(inner, width)
      if start == 0 { found &= ~1 }
      count = Self.write(found, start, to: boundaries, count)
      start &+= width
    }
    boundaries[count] = Int32(truncatingIfNeeded: text.count)
    return count &+ 1
  }

  /// How many bytes the block at `start` decides: all that are left, or up to the last character that starts in it,
  /// which is only looked at, for signs join a word only where it goes on.
  @inline(__always)
  private func blockWidth(_ start: Int) -> Int {
    guard text.count &- start > 64 else { return text.count &- start }
    let width = text.previous(start &+ 64) &- start
    // A character has at most 4 bytes; what is not UTF-8 has no right boundaries, but an end.
    return width >= 60 ? width : 64
  }

  /// The bytes of the block before which a segment starts.
  @inline(__always)
  private mutating func breaks(_ inner: UInt64, _ width: Int) -> UInt64 {
    let letter = masks.letter
    let digit = masks.digit
    let letterSigns = masks.stop & (letter &<< 1 | before.letter) & letter &>> 1
    let digitSigns = (masks.stop | masks.comma) & (digit &<< 1 | before.digit) & digit &>> 1
    let word = letter | digit | masks.underscore | letterSigns | digitSigns | inner
    let joined =
      word & (word &<< 1 | before.word) | masks.space & (masks.space &<< 1 | before.space)
      | masks.line_feed & (masks.carriage_return &<< 1 | before.carriageReturn) | masks.continuation
    let last = UInt64(truncatingIfNeeded: width &- 1)
    before = Carry(
      letter: letter &>> last & 1, digit: digit &>> last & 1, word: word &>> last & 1,
      space: masks.space &>> last & 1, carriageReturn: masks.carriage_return &>> last & 1)
    return ~joined & (~0 &>> (63 &- last))
  }

  /// Adds the characters beyond ASCII to the masks; returns those among them that are signs inside a word, or nil
  /// where one is a mark or complex.
  private mutating func addWide(from start: Int) -> UInt64? {
    var inner: UInt64 = 0
    var leads = masks.wide & ~masks.continuation
    while leads != 0 {
      let bit = leads.trailingZeroBitCount
      leads &= leads &- 1
      let (kind, length) = text.word(at: start &+ bit)
      // Bits of a character that crosses the end of the block fall out; the next block starts with it.
      let bits = ((1 as UInt64) &<< UInt64(length) &- 1) &<< UInt64(bit)
      switch kind {
      case WordBreakClass.other, WordBreakClass.newline: break
      case WordBreakClass.letter: masks.letter |= bits
      case WordBreakClass.numeric: masks.digit |= bits
      case WordBreakClass.extendNumLet: masks.underscore |= bits
      case WordBreakClass.space: masks.space |= bits
      case WordBreakClass.extend, WordBreakClass.complex: return nil
      default: if joins(kind, at: start &+ bit, length) { inner |= bits }
      }
    }
    return inner
  }

  /// Whether the sign stands between two letters or two digits. A mark beside it makes the text one for
  /// ``WordBreaks``, which the mark itself will tell.
  private func joins(_ sign: UInt8, at index: Int, _ length: Int) -> Bool {
    guard index > 0 else { return false }
    let around = text.word(at: text.previous(index)).class
    return text.word(at: index &+ length).class == around && WordBreaks.joins(sign, around)
  }

  /// Appends the set bits as boundaries, four at a time; what is written beyond their number is overwritten later.
  @inline(__always)
  private static func write(
    _ found: UInt64, _ start: Int, to boundaries: UnsafeMutablePointer<Int32>, _ count: Int
  ) -> Int {
    let all = found.nonzeroBitCount
    var found = found
    var out = boundaries + count
    let base = Int32(truncatingIfNeeded: start)
    while found != 0 {
      for step in 0..<4 {
        out[step] = base &+ Int32(truncatingIfNeeded: found.trailingZeroBitCount)
        found &= found &- 1
      }
      out += 4
    }
    return count &+ all
  }
}
