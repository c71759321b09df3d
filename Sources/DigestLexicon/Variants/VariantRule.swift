/// How one letter or word of a name may also be spelled: what a row of `variants.tsv` says, or one pair of its words.
struct VariantRule: Sendable {
  /// What must stand beside the letters.
  enum Edge: String, CaseIterable, Sendable {
    case anything = ""
    /// The word's start or end; a letter; a, e, i, o, u; any other letter without marks but y.
    case border, letter, vowel, consonant
  }

  /// The row's id.
  let id: String
  /// In lower case, marks kept, every apostrophe as `'`; a single `-` is the hyphen between words.
  let from: [UInt8]
  let to: [UInt8]
  let before: Edge
  let after: Edge
  /// Codes of two letters; nil = the names of all countries.
  let countries: Set<UInt16>?
  /// Nil = all tables whose names are varied.
  let tables: Set<TableKind>?

  /// Whether it is about whole words.
  var isWord: Bool { before == .border && after == .border }

  /// Whether it joins words at their hyphen.
  var isHyphen: Bool { from == [UInt8(ascii: "-")] }

  /// Whether the rule holds for the names of a table and a country.
  func holds(for table: TableKind, country: UInt16) -> Bool {
    (tables?.contains(table) ?? true) && (countries?.contains(country) ?? true)
  }

  /// Whether the letters stand at `index` of a word, between what must be beside them.
  @inline(__always)
  func stands(at index: Int, of word: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = index + from.count
    guard end <= word.count else { return false }
    for offset in 0..<from.count where word[index + offset] != from[offset] { return false }
    return Self.fits(before, index == 0 ? nil : word[index - 1])
      && Self.fits(after, end == word.count ? nil : word[end])
  }

  private static func fits(_ edge: Edge, _ byte: UInt8?) -> Bool {
    switch edge {
    case .anything: true
    case .border: byte == nil
    case .letter: byte != nil
    case .vowel: byte.map(isVowel) ?? false
    case .consonant: byte.map { 0x61...0x7A ~= $0 && $0 != UInt8(ascii: "y") && !isVowel($0) } ?? false
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// A country's code as a number; 0 = none.
  static func country(_ code: some Collection<UInt8>) -> UInt16 {
    code.count == 2 ? code.reduce(0) { $0 << 8 | UInt16($1) } : 0
  }
}
