internal import DigestText

/// Names that are said to be safe alone and yet name two things.
struct SharedNames {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Conflicts of which one row at least stands in one of the files.
  func faults(files: Set<String>) -> [LexiconError.Fault] {
    withExtendedLifetime(lexicon.image.storage) {
      let trie = lexicon.image.trie
      var faults: [LexiconError.Fault] = []
      for state in 1..<max(1, trie.words.count) {
        let entries = trie.entryRange(UInt32(state)).map { trie.entries[$0] }
          .filter { !$0.isWeak && !$0.isVariant && $0.table.layer == .names }
        if entries.count > 1 { check(entries, files, &faults) }
      }
      return faults
    }
  }

  private func check(_ entries: [NameEntry], _ files: Set<String>, _ faults: inout [LexiconError.Fault]) {
    for (index, entry) in entries.enumerated().dropFirst() {
      let table = lexicon.table(entry.table)
      let file = table.file(ofRow: Int(entry.row))
      let other = entries[..<index].first {
        ($0.table != entry.table || $0.row != entry.row) && $0.form == entry.form
          && $0.accepts(capitals: entry.capitals, allCaps: entry.allCaps)
      }
      guard let other, files.contains(file) || files.contains(place(other)) else { continue }
      faults.append(
        .init(
          file: file, line: table.line(ofRow: Int(entry.row)), rule: "shared-name",
          message: "a safe name of \(lexicon.id(of: entry)) is one of \(lexicon.id(of: other)) too",
          cure: "mark it '~' in the row that needs context, or in both"))
    }
  }

  private func place(_ entry: NameEntry) -> String { lexicon.table(entry.table).file(ofRow: Int(entry.row)) }
}

/// Names that no text can hold, since a sentence ends inside them.
struct CutNames {
  private let table: SourceTable
  private let segmenter: Segmenter

  init(_ lexicon: Lexicon, _ table: SourceTable) {
    self.table = table
    segmenter = Segmenter(words: lexicon.segmentation)
  }

  func faults() -> [LexiconError.Fault] {
    table.kind.nameColumns.flatMap { column in
      (0..<table.rowCount).flatMap { row in
        table.list(row, column.column).filter { $0.utf8.dropLast().contains(UInt8(ascii: ".")) && isCut($0) }.map {
          table.fault(
            row: row, column: column.column, rule: "cut-name", "a sentence ends inside '\($0)'",
            cure: "add the abbreviation to abbreviations.tsv, or write the name without the full stop")
        }
      }
    }
  }

  private func isCut(_ name: String) -> Bool {
    segmenter.segment(Array("The \(name) is".utf8)).sentences.count > 1
  }
}
