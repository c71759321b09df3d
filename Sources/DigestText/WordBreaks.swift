/// ICU's word boundaries by table, one character after the other: UAX #29 for all but the complex scripts.
struct WordBreaks {
  private let text: ClassedText

  init(_ text: ClassedText) { self.text = text }

  /// Writes the boundaries after 0, ascending; there must be room for as many as the text has bytes.
  ///
  /// Returns their number, or nil where the text has a character that only ICU breaks.
  func write(to boundaries: UnsafeMutablePointer<Int32>) -> Int? {
    var count = 0
    var index = 0
    while index < text.count {
      let (kind, length) = text.word(at: index)
      index = segmentEnd(kind, index &+ length)
      if index < 0 { return nil }
      // Each segment has a byte or more, so `count` stays below the text's.
      boundaries[count] = Int32(truncatingIfNeeded: index)
      count &+= 1
    }
    return count
  }

  /// Where the segment ends whose first character has this class and ends at `index`; negative where only ICU knows.
  @inline(__always)
  private func segmentEnd(_ kind: UInt8, _ index: Int) -> Int {
    switch kind {
    case WordBreakClass.letter, WordBreakClass.numeric, WordBreakClass.extendNumLet: wordEnd(kind, index)
    case WordBreakClass.space: extendsEnd(spacesEnd(index))
    case WordBreakClass.carriageReturn: index < text.count && text.base[index] == 0x0A ? index + 1 : index
    case WordBreakClass.lineFeed, WordBreakClass.newline: index
    case WordBreakClass.complex: -1
    default: extendsEnd(index)
    }
  }

  /// WB5 to WB13b: letters, digits and `_` hang together, and so do two letters or two digits round a sign of the
  /// right kind. `last` is the class of the character before `index`, what extends it left out (WB4).
  @inline(__always)
  private func wordEnd(_ first: UInt8, _ start: Int) -> Int {
    var last = first
    var index = start
    while true {
      text.skipWordBytes(&index, last: &last)
      let (kind, length) = text.word(at: index)
      switch kind {
      case WordBreakClass.letter, WordBreakClass.numeric, WordBreakClass.extendNumLet: last = kind
      case WordBreakClass.extend: break
      case WordBreakClass.complex: return -1
      default:
        guard Self.joins(kind, last) else { return index }
        let next = extendsEnd(index &+ length)
        if next < 0 { return -1 }
        guard text.word(at: next).class == last else { return index }
        index = next
        continue
      }
      index &+= length
    }
  }

  /// Whether a sign stands inside a word between two characters of the class `around` (WB6, WB7, WB11, WB12).
  @inline(__always)
  static func joins(_ sign: UInt8, _ around: UInt8) -> Bool {
    switch sign {
    case WordBreakClass.midNumLet, WordBreakClass.singleQuote:
      around == WordBreakClass.letter || around == WordBreakClass.numeric
    case WordBreakClass.midLetter: around == WordBreakClass.letter
    case WordBreakClass.midNum: around == WordBreakClass.numeric
    default: false
    }
  }

  /// WB3d.
  @inline(__always)
  private func spacesEnd(_ start: Int) -> Int {
    var index = start
    while true {
      let (kind, length) = text.word(at: index)
      guard kind == WordBreakClass.space else { return index }
      index &+= length
    }
  }

  /// WB4: marks and format characters stay with what they follow; negative where a complex character follows, for its
  /// rules (WB3c, dictionaries) look back.
  @inline(__always)
  private func extendsEnd(_ start: Int) -> Int {
    var index = start
    while true {
      let (kind, length) = text.word(at: index)
      guard kind == WordBreakClass.extend else { return kind == WordBreakClass.complex ? -1 : index }
      index &+= length
    }
  }
}
