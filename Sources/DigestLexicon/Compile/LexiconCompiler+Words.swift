internal import DigestText

/// The tables of English words.
extension LexiconCompiler {
  mutating func addSegmentationWords() {
    if let table = tables[.abbreviations] {
      for row in 0..<table.rowCount {
        let isFinal = table.cell(row, "kind") == "final"
        for text in table.list(row, "words") {
          let word = words.insert(text)
          words.mark(word, isFinal ? WordClass.finalAbbreviation : .abbreviation)
          words.mark(word, isFinal ? SegmentationWords.Traits.finalAbbreviation : .abbreviation)
        }
      }
    }
    addCurrencyCodes()
    guard let table = tables[.words] else { return }
    for row in 0..<table.rowCount where table.cell(row, "starter") == "1" {
      for text in table.list(row, "words") where !text.utf8.contains(UInt8(ascii: " ")) {
        let word = words.insert(text)
        words.mark(word, WordClass.starter)
        words.mark(word, SegmentationWords.Traits.starter)
      }
    }
  }

  /// The codes that stand before numbers without a space: the ISO codes, and what the table says.
  mutating func addCurrencyCodes() {
    guard let table = tables[.currencies] else { return }
    for row in 0..<table.rowCount {
      let isWeak = table.list(row, "symbols").contains("~" + table.cell(row, "id"))
      for code in table.list(row, "glued") + (isWeak ? [] : [table.cell(row, "id")]) {
        words.mark(words.insert(code), SegmentationWords.Traits.currencyCode)
      }
    }
  }

  /// The words of the language, before those of names: they are few, most tokens are of them, and so they stand
  /// together in the image.
  mutating func addWords() {
    for kind in TableKind.allCases where kind.isWordTable {
      if let table = tables[kind] { addWordRows(table) }
    }
    addVerbs()
    addNouns()
  }

  /// The rows of a `class value words` table.
  private mutating func addWordRows(_ table: SourceTable) {
    for row in 0..<table.rowCount {
      let className = table.cell(row, "class")
      guard let wordClass = WordClass.named(className) else {
        faults.append(
          table.fault(
            row: row, column: "class", rule: "unknown-class", "no word class is called '\(className)'",
            cure: "use a class of WordClass, spelled as there"))
        continue
      }
      let value = Int32(table.cell(row, "value")) ?? Int32(row)
      for text in table.list(row, "words") { addTerm(text, table.kind, row, wordClass, value) }
    }
  }

  /// Gives a single word its class; makes several words a term.
  private mutating func addTerm(_ text: String, _ kind: TableKind, _ row: Int, _ wordClass: WordClass, _ value: Int32) {
    Array(text.utf8).withUnsafeBufferPointer { cutter.cut($0, numbering: &words) }
    if cutter.words.count == 1 {
      words.mark(cutter.words[0].word, wordClass)
      words.add(WordSense(wordClass: wordClass, value: value), to: cutter.words[0].word)
    } else if !cutter.words.isEmpty {
      let entry = NameEntry(table: kind, row: UInt32(row), form: .word, isWeak: false, wordClass: wordClass)
      names.insert(cutter.words.lazy.map(\.word), entry)
    }
  }

  private mutating func addVerbs() {
    guard let table = tables[.verbs] else { return }
    for row in 0..<table.rowCount where !table.cell(row, "verb").contains(" ") {
      let third = table.cell(row, "third")
      let gerund = table.cell(row, "gerund")
      let forms = VerbForms(
        base: table.cell(row, "verb"), third: third.isEmpty ? nil : third, past: table.list(row, "past"),
        participle: table.list(row, "participle"), gerund: gerund.isEmpty ? nil : gerund)
      let isNoun = table.list(row, "kind").contains("noun")
      for (text, wordClass) in forms.all {
        let word = words.insert(text)
        words.mark(word, wordClass)
        words.mark(word, WordClass.verb)
        if isNoun, wordClass == .verbBase || wordClass == .verbThird { words.mark(word, WordClass.nounVerb) }
        words.add(WordSense(wordClass: .verb, value: Int32(row)), to: word)
      }
    }
  }

  private mutating func addNouns() {
    guard let table = tables[.nouns] else { return }
    for row in 0..<table.rowCount {
      for text in table.list(row, "nouns") {
        addTerm(text, .nouns, row, .noun, Int32(row))
        addTerm(pluralOfLastWord(text), .nouns, row, .nounPlural, Int32(row))
      }
      for text in table.list(row, "plurals") { addTerm(text, .nouns, row, .nounPlural, Int32(row)) }
    }
  }
}
