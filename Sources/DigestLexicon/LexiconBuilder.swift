internal import DigestText

/// Compiles tables into a ``Lexicon``.
struct LexiconBuilder {
  private let tables: [TableKind: Table]
  private var vocabulary = Vocabulary()
  private var traits: [SegmentationWords.Traits] = []
  private var classes: [WordClassSet] = []
  private var senses: [(word: Word, sense: WordSense)] = []
  private var names = NameTrie.Builder()
  private var segmenter: Segmenter
  private(set) var faults: [LexiconError.Fault] = []

  init(tables: [TableKind: Table]) {
    self.tables = tables
    segmenter = Segmenter(words: SegmentationWords())
    addSegmentationWords()
    // Names are cut as texts are, so they must be cut with the same abbreviations.
    segmenter = Segmenter(words: SegmentationWords(vocabulary: vocabulary, traits: traits))
  }

  /// Adds all rows.
  mutating func build(fingerprint: String) -> Lexicon {
    for kind in TableKind.allCases {
      guard let table = tables[kind] else { continue }
      if kind.isWordTable { addWords(kind, table) }
      for column in kind.nameColumns { addNames(kind, table, column) }
    }
    addVerbs()
    addNouns()
    addNameWords(.givenNames, as: .givenName)
    addNameWords(.surnames, as: .surname)
    addParticles()
    let sorted = sortedSenses()
    var starts = [UInt32](repeating: 0, count: vocabulary.count + 1)
    for sense in sorted { starts[Int(sense.word) + 1] += 1 }
    for word in 1..<starts.count { starts[word] += starts[word - 1] }
    return Lexicon(
      segmentation: SegmentationWords(vocabulary: vocabulary, traits: traits), fingerprint: fingerprint,
      asOf: tables[.offices]?.headerValue("as-of") ?? "", tables: tables, classes: classes,
      senseStarts: starts, senses: sorted.map(\.sense), trie: names.build())
  }

  /// By word, then class, then value; each once.
  private func sortedSenses() -> [(word: Word, sense: WordSense)] {
    let sorted = senses.sorted {
      ($0.word, $0.sense.wordClass.rawValue, $0.sense.value) < ($1.word, $1.sense.wordClass.rawValue, $1.sense.value)
    }
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
  }

  // MARK: Words

  private mutating func addSegmentationWords() {
    if let table = tables[.abbreviations] {
      for row in 0..<table.rowCount {
        let isFinal = table.cell(row, "kind") == "final"
        for word in table.list(row, "words") {
          add(
            word, to: isFinal ? .finalAbbreviation : .abbreviation, trait: isFinal ? .finalAbbreviation : .abbreviation)
        }
      }
    }
    addCurrencyCodes()
    guard let table = tables[.words] else { return }
    for row in 0..<table.rowCount where table.cell(row, "starter") == "1" {
      for word in table.list(row, "words") where !word.contains(" ") {
        add(word, to: .starter, trait: .starter)
      }
    }
  }

  /// The codes that stand before numbers without a space: the ISO codes, and what the table says.
  private mutating func addCurrencyCodes() {
    guard let table = tables[.currencies] else { return }
    for row in 0..<table.rowCount {
      let isWeak = table.list(row, "symbols").contains("~" + table.cell(row, "id"))
      for code in table.list(row, "glued") + (isWeak ? [] : [table.cell(row, "id")]) {
        let word = insert(code)
        while traits.count <= Int(word) { traits.append([]) }
        traits[Int(word)].insert(.currencyCode)
      }
    }
  }

  private mutating func add(_ text: String, to wordClass: WordClass, trait: SegmentationWords.Traits) {
    let word = insert(text)
    mark(word, wordClass)
    while traits.count <= Int(word) { traits.append([]) }
    traits[Int(word)].insert(trait)
  }

  private mutating func addWords(_ kind: TableKind, _ table: Table) {
    for row in 0..<table.rowCount {
      let className = table.cell(row, "class")
      guard let wordClass = WordClass.named(className) else {
        faults.append(
          .init(
            file: table.name, line: table.line(ofRow: row), column: "class", rule: "unknown-class",
            message: "no word class is called '\(className)'", cure: "use a class of WordClass, spelled as there"))
        continue
      }
      let value = Int32(table.cell(row, "value")) ?? Int32(row)
      for text in table.list(row, "words") {
        addTerm(text, table: kind, row: row, wordClass: wordClass, value: value)
      }
    }
  }

  /// Gives a single word its class; makes several words a term.
  private mutating func addTerm(_ text: String, table: TableKind, row: Int, wordClass: WordClass, value: Int32) {
    let words = cut(text)
    if words.count == 1 {
      mark(words[0].word, wordClass)
      senses.append((words[0].word, WordSense(wordClass: wordClass, value: value)))
    } else if !words.isEmpty {
      names.insert(
        words.map(\.word),
        NameEntry(
          table: table, row: UInt32(row), form: .word, isWeak: false, wordClass: wordClass, capitals: 0, allCaps: 0))
    }
  }

  private mutating func addVerbs() {
    guard let table = tables[.verbs] else { return }
    for row in 0..<table.rowCount where !table.cell(row, "verb").contains(" ") {
      let forms = VerbForms(
        base: table.cell(row, "verb"), third: table.value(row, "third"), past: table.list(row, "past"),
        participle: table.list(row, "participle"), gerund: table.value(row, "gerund"))
      let isNoun = table.list(row, "kind").contains("noun")
      for (text, wordClass) in forms.all {
        let word = insert(text)
        mark(word, wordClass)
        mark(word, .verb)
        if isNoun, wordClass == .verbBase || wordClass == .verbThird { mark(word, .nounVerb) }
        senses.append((word, WordSense(wordClass: .verb, value: Int32(row))))
      }
    }
  }

  private mutating func addNouns() {
    guard let table = tables[.nouns] else { return }
    for row in 0..<table.rowCount {
      for text in table.list(row, "nouns") {
        addTerm(text, table: .nouns, row: row, wordClass: .noun, value: Int32(row))
        let plural = pluralOfLastWord(text)
        addTerm(plural, table: .nouns, row: row, wordClass: .nounPlural, value: Int32(row))
      }
      for text in table.list(row, "plurals") {
        addTerm(text, table: .nouns, row: row, wordClass: .nounPlural, value: Int32(row))
      }
    }
  }

  // MARK: Names

  private mutating func addNames(_ kind: TableKind, _ table: Table, _ column: NameColumn) {
    guard let index = table.column(column.column) else { return }
    for row in 0..<table.rowCount {
      for cell in table.bytes(row, index).split(separator: UInt8(ascii: "|")) {
        let isWeak = cell.first == UInt8(ascii: "~")
        let text = String(decoding: isWeak ? cell.dropFirst() : cell, as: UTF8.self)
        let words = cut(text)
        guard !words.isEmpty else { continue }
        insert(words, kind, row, column, isWeak: isWeak)
        // "Kassym Jomart" and "KassymJomart" are not the hyphen's business; a hyphen written as a space is.
        let unhyphenated = words.filter { !$0.isHyphen }
        if unhyphenated.count < words.count, unhyphenated.count > 1 {
          insert(unhyphenated, kind, row, column, isWeak: isWeak)
        }
      }
    }
  }

  private mutating func insert(
    _ words: [CutWord], _ kind: TableKind, _ row: Int, _ column: NameColumn, isWeak: Bool
  ) {
    var capitals: UInt32 = 0
    var allCaps: UInt32 = 0
    for (index, word) in words.prefix(32).enumerated() {
      if word.shape.contains(.capitalized) { capitals |= 1 << UInt32(index) }
      if column.exactCase, word.shape.contains(.allCaps) { allCaps |= 1 << UInt32(index) }
    }
    names.insert(
      words.map(\.word),
      NameEntry(
        table: kind, row: UInt32(row), form: column.form, isWeak: isWeak, wordClass: nil, capitals: capitals,
        allCaps: allCaps))
  }

  private mutating func addNameWords(_ kind: TableKind, as wordClass: WordClass) {
    guard let table = tables[kind], let index = table.column("name") else { return }
    let common = table.column("common")
    for row in 0..<table.rowCount {
      guard let word = insertSimple(table.bytes(row, index)) else { continue }
      mark(word, wordClass)
      if let common, table.bytes(row, common).first == UInt8(ascii: "1") { mark(word, .commonName) }
    }
  }

  private mutating func addParticles() {
    guard let table = tables[.particles] else { return }
    for row in 0..<table.rowCount {
      let wordClass: WordClass =
        switch table.cell(row, "kind") {
        case "honorific": .honorific
        case "suffix": .nameSuffix
        default: .nameParticle
        }
      mark(insert(table.cell(row, "name")), wordClass)
    }
  }

  // MARK: Cutting

  private struct CutWord {
    var word: Word
    var shape: TokenShape
    var isHyphen: Bool
  }

  /// Cuts a name as texts are cut and numbers its words.
  private mutating func cut(_ text: String) -> [CutWord] {
    let segmented = segmenter.segment(Array(text.utf8))
    return segmented.tokens.map { token in
      var key: [UInt8] = []
      segmented.bytes[token.bytes].withUnsafeBufferPointer {
        Folding.shared.append($0, to: &key, droppingStops: token.shape.contains(.dotted))
      }
      return CutWord(word: number(key), shape: token.shape, isHyphen: key == [UInt8(ascii: "-")])
    }
  }

  private mutating func insert(_ text: String) -> Word {
    var key: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key, droppingStops: text.utf8.count > 1) }
    return number(key)
  }

  private mutating func insertSimple(_ bytes: ArraySlice<UInt8>) -> Word? {
    guard !bytes.isEmpty, !bytes.contains(UInt8(ascii: " ")) else { return nil }
    var key: [UInt8] = []
    bytes.withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
    return number(key)
  }

  private mutating func number(_ key: [UInt8]) -> Word {
    let word = vocabulary.insert(key)
    if classes.count <= Int(word) {
      classes.append(contentsOf: repeatElement(WordClassSet(), count: Int(word) + 1 - classes.count))
    }
    return word
  }

  private mutating func mark(_ word: Word, _ wordClass: WordClass) { classes[Int(word)].insert(wordClass) }
}

extension WordClass {
  private static let byName: [String: WordClass] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// The class with this name.
  static func named(_ name: String) -> WordClass? { byName[name] }
}
