internal import DigestText

/// The tables of facts and of names.
extension LexiconCompiler {
  /// The names of a column, each by itself.
  mutating func addNames(_ table: SourceTable, _ column: NameColumn) {
    guard let index = table.column(column.column) else { return }
    table.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<table.rowCount {
        let end = table.range(row, index).upperBound
        var start = table.range(row, index).lowerBound
        while start < end {
          let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
          addName(UnsafeBufferPointer(rebasing: bytes[start..<stop]), table.kind, row, column)
          start = stop + 1
        }
      }
    }
  }

  private mutating func addName(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: TableKind, _ row: Int, _ column: NameColumn
  ) {
    let isWeak = text.first == UInt8(ascii: "~")
    let name = UnsafeBufferPointer(rebasing: text.dropFirst(isWeak ? 1 : 0))
    cutter.cut(name, numbering: &words)
    if cutter.words.isEmpty { return }
    if kind.hasVariants, tables[.variants] != nil { keepForVariants(name, kind, row, column, isWeak: isWeak) }
    insert(cutter.words, kind, row, column, isWeak: isWeak)
    // A hyphen may be written as a space.
    if cutter.words.contains(where: \.isHyphen) {
      let unhyphenated = cutter.words.filter { !$0.isHyphen }
      if unhyphenated.count > 1 { insert(unhyphenated, kind, row, column, isWeak: isWeak) }
    }
  }

  private mutating func insert(
    _ cut: [NameCutter.CutWord], _ kind: TableKind, _ row: Int, _ column: NameColumn, isWeak: Bool
  ) {
    var capitals: UInt32 = 0
    var allCaps: UInt32 = 0
    for (index, word) in cut.prefix(32).enumerated() {
      if word.shape.contains(.capitalized) { capitals |= 1 << UInt32(index) }
      if column.exactCase, word.shape.contains(.allCaps) { allCaps |= 1 << UInt32(index) }
    }
    names.insert(
      cut.lazy.map(\.word),
      NameEntry(
        table: kind, row: UInt32(row), form: column.form, isWeak: isWeak, capitals: capitals, allCaps: allCaps))
  }

  /// The words of which names are made.
  mutating func addNameWords(_ kind: TableKind, as wordClass: WordClass) {
    guard let table = tables[kind], let name = table.column("name") else { return }
    let common = table.column("common")
    let gender = kind == .givenNames ? table.column("gender") : nil
    table.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<table.rowCount {
        let text = UnsafeBufferPointer(rebasing: bytes[table.range(row, name)])
        if text.isEmpty || text.contains(UInt8(ascii: " ")) { continue }
        let word = words.insert(text)
        words.mark(word, wordClass)
        if let common, bytes[table.range(row, common)].first == UInt8(ascii: "1") {
          words.mark(word, WordClass.commonName)
        }
        if let gender { markGender(word, bytes[table.range(row, gender)]) }
      }
    }
  }

  private mutating func markGender(_ word: Word, _ cell: Slice<UnsafeBufferPointer<UInt8>>) {
    if cell.elementsEqual("m".utf8) { words.mark(word, WordClass.maleName) }
    if cell.elementsEqual("f".utf8) { words.mark(word, WordClass.femaleName) }
  }

  mutating func addParticles() {
    guard let table = tables[.particles] else { return }
    for row in 0..<table.rowCount {
      let wordClass: WordClass =
        switch table.cell(row, "kind") {
        case "honorific": .honorific
        case "suffix": .nameSuffix
        default: .nameParticle
        }
      words.mark(words.insert(table.cell(row, "name")), wordClass)
    }
  }
}
