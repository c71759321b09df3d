internal import DigestText

/// What a lexicon knows of a name.
package struct Lookup: Sendable {
  /// A row that the name may mean.
  package struct Candidate: Sendable {
    /// The words that name it.
    package var words: String
    package var id: String
    package var name: String
    package var form: NameForm
    package var isWeak: Bool
    /// Where no table lists the name so: what it is another spelling of, and by which rules.
    package var variant: NameVariant?
    /// The other spellings under which the row is found; empty unless they were asked for.
    package var spellings: [NameVariant]
    package var file: String
    package var line: Int
    /// The offices of a person, on the day that was asked for; all without a day.
    package var offices: [String]
  }

  /// What a word of the name can be.
  package struct WordUse: Sendable {
    package var word: String
    package var classes: [String]
  }

  /// The rows, the longest words first.
  package var candidates: [Candidate] = []
  package var words: [WordUse] = []

  /// Looks a name up as it would stand in a text.
  ///
  /// - Parameters:
  ///   - date: the day (EDTF) on which offices are wanted.
  ///   - spellings: whether all spellings of each row are wanted.
  package init(_ name: String, in lexicon: Lexicon, date: String? = nil, spellings: Bool = false) {
    let text = Segmenter(words: lexicon.segmentation).segment(Array(name.utf8))
    let matches = lexicon.matches(in: text)
    let found = (matches.names + matches.titles + matches.terms).sorted {
      ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound)
    }
    for match in found {
      for entry in matches.entries(of: match) {
        var candidate = Self.candidate(entry, text.string(match.tokens), lexicon, date)
        candidate.variant = lexicon.variant(entry, words: text.tokens[match.tokens].map(\.word))
        if spellings { candidate.spellings = lexicon.variants(of: entry.table, row: Int(entry.row)) }
        candidates.append(candidate)
      }
    }
    words = text.tokens.indices.map { index in
      let classes = lexicon.classes(of: text.tokens[index].word)
      return WordUse(
        word: text.string(index), classes: WordClass.allCases.filter(classes.contains).map { "\($0)" })
    }
  }

  private static func candidate(
    _ entry: NameEntry, _ words: String, _ lexicon: Lexicon, _ date: String?
  ) -> Candidate {
    let table = lexicon.table(entry.table)
    let row = Int(entry.row)
    let id = lexicon.id(of: entry)
    return Candidate(
      words: words, id: id.isEmpty ? "\(entry.table.fileName) \(entry.wordClass.map { "\($0)" } ?? "row")" : id,
      name: table.cell(row, "name"), form: entry.form, isWeak: entry.isWeak, spellings: [],
      file: table.file(ofRow: row),
      line: table.line(ofRow: row), offices: entry.table == .people ? offices(of: id, lexicon, date) : [])
  }

  private static func offices(of person: String, _ lexicon: Lexicon, _ date: String?) -> [String] {
    let table = lexicon.table(.offices)
    return (0..<table.rowCount).filter { row in
      guard table.cell(row, "person") == person else { return false }
      guard let date else { return true }
      let from = table.cell(row, "from")
      let to = table.cell(row, "to")
      return (from.isEmpty || TableDate.areInOrder(from, date)) && (to.isEmpty || TableDate.areInOrder(date, to))
    }.map { row in
      let title = table.value(row, "title") ?? table.cell(row, "position")
      return "\(title) of \(table.cell(row, "body")), \(table.cell(row, "from"))..\(table.cell(row, "to"))"
    }
  }
}

extension Lexicon {
  /// How much of what a table holds.
  package struct TableCount: Sendable {
    package var file: String
    package var rows: Int
    package var names: Int
    package var weakNames: Int
    package var asOf: String
  }

  /// Counts rows and names by table.
  ///
  /// - Complexity: O(n).
  package func tableCounts() -> [TableCount] {
    var names = [Int](repeating: 0, count: TableKind.allCases.count)
    var weak = names
    withExtendedLifetime(image.storage) {
      for entry in image.trie.entries {
        names[Int(entry.tableCode)] += 1
        if entry.isWeak { weak[Int(entry.tableCode)] += 1 }
      }
    }
    return TableKind.allCases.map { kind in
      let table = table(kind)
      return TableCount(
        file: kind.fileName, rows: table.rowCount, names: names[Int(kind.rawValue)],
        weakNames: weak[Int(kind.rawValue)],
        asOf: table.headerValue("as-of") ?? "")
    }
  }

  /// The number of words of all names and tables.
  package var wordCount: Int { vocabulary.count - 1 }

  /// The size of the compiled lexicon.
  package var byteCount: Int { image.storage.bytes.count }
}
