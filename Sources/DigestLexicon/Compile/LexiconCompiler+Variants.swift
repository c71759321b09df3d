internal import DigestText

/// The other spellings of names, by the rules of `variants.tsv`.
extension LexiconCompiler {
  /// A name that may get other spellings.
  struct VariedName {
    var kind: TableKind
    var row: Int
    var form: NameForm
    var isWeak: Bool
    /// Its words among ``LexiconCompiler/variedWords``.
    var words: Range<Int>
  }

  /// Keeps the name that was cut last.
  mutating func keepForVariants(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: TableKind, _ row: Int, _ column: NameColumn, isWeak: Bool
  ) {
    let first = variedWords.count
    for word in cutter.words { variedWords.append((word, NameSpeller.lowercased(text[word.bytes]))) }
    variedNames.append(
      VariedName(kind: kind, row: row, form: column.form, isWeak: isWeak, words: first..<variedWords.count))
  }

  /// Adds the other spellings of all names that were kept, but those under which tables list something.
  mutating func addVariants() {
    guard let table = tables[.variants] else { return }
    let variants = VariantTable(table)
    faults += variants.faults
    var speller = NameSpeller(variants.rules)
    var guardian = VariantGuard(names: names)
    for name in variedNames {
      let words = variedWords[name.words].map(\.lower)
      for spelling in speller.spellings(words, name.kind, country: country(of: name)) {
        add(spelling, of: name, &guardian)
      }
    }
  }

  private func country(of name: VariedName) -> UInt16 {
    guard let table = tables[name.kind], let column = table.column("country") else { return 0 }
    return VariantRule.country(table.bytes(name.row, column))
  }

  private mutating func add(_ spelling: NameSpeller.Spelling, of name: VariedName, _ guardian: inout VariantGuard) {
    var cut: [NameCutter.CutWord] = []
    for piece in spelling.pieces {
      var word = variedWords[name.words.lowerBound + piece.index].cut
      if case .respelled(_, let bytes) = piece {
        let key = NameSpeller.folded(bytes)
        if key.isEmpty { return }
        word.word = words.number(key)
      }
      cut.append(word)
    }
    insert(cut, of: name, &guardian)
    let unhyphenated = cut.filter { !$0.isHyphen }
    if unhyphenated.count > 1, unhyphenated.count < cut.count { insert(unhyphenated, of: name, &guardian) }
  }

  private mutating func insert(_ cut: [NameCutter.CutWord], of name: VariedName, _ guardian: inout VariantGuard) {
    if cut.count == 1, !isSafeAlone(cut[0].word, name.kind) { return }
    let state = names.state(of: cut.lazy.map(\.word))
    guard guardian.allows(state, name.kind, row: name.row) else { return }
    var capitals: UInt32 = 0
    for (index, word) in cut.prefix(32).enumerated() where word.shape.contains(.capitalized) {
      capitals |= 1 << UInt32(index)
    }
    let entry = NameEntry(
      table: name.kind, row: UInt32(name.row), form: name.form, isWeak: name.isWeak, isVariant: true,
      capitals: capitals)
    names.insert(entry, at: state)
  }

  /// Whether a spelling of one word is long enough, and no word of the language; that of a place no name of people.
  private func isSafeAlone(_ word: Word, _ kind: TableKind) -> Bool {
    guard words.vocabulary.length(of: word) >= 5 else { return false }
    return words.classes[Int(word)].isSubset(of: kind == .people ? Self.namesOfPeople : WordClassSet())
  }

  private static let namesOfPeople = WordClassSet(.givenName, .surname, .maleName, .femaleName)
}

/// Keeps the spellings of one thing from taking the name of another.
private struct VariantGuard {
  /// By state of the names' trie: whether a table lists a name that ends there.
  private let isListed: [Bool]
  private var tables: [UInt32: TableKind] = [:]
  private var rows: Set<UInt64> = []

  init(names: NameTrieBuilder) { isListed = names.isNameListed }

  /// Whether a row may be found under a name; two rows of one table may, and are told apart as namesakes are.
  mutating func allows(_ state: UInt32, _ kind: TableKind, row: Int) -> Bool {
    if Int(state) < isListed.count, isListed[Int(state)] { return false }
    if tables[state, default: kind] != kind { return false }
    tables[state] = kind
    return rows.insert(UInt64(state) << 32 | UInt64(UInt32(row))).inserted
  }
}
