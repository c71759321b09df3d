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
    /// The name as its row has it, where the text writes it otherwise.
    package var listed: String?
    /// The ISO code of its country.
    package var country: String?
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
  /// Who holds the offices that the name tells ("the Kazakh president"), on the day that was asked for.
  package var holders: [String] = []

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
    holders = Self.holders(matches, lexicon, date)
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
      file: table.file(ofRow: row), line: table.line(ofRow: row), listed: listed(entry, words, table),
      country: table.value(row, "country"), offices: entry.table == .people ? offices(of: id, lexicon, date) : [])
  }

  /// The name of the row that the words are, where they are not written as it is.
  private static func listed(_ entry: NameEntry, _ words: String, _ table: Table) -> String? {
    let columns = entry.table.nameColumns.filter { $0.form == entry.form }
    let names = columns.flatMap { table.list(Int(entry.row), $0.column) }.map { String($0.drop { $0 == "~" }) }
    if names.contains(words) { return nil }
    let key = folded(words)
    return names.first { folded($0) == key }
  }

  /// What matching compares: lower case, without marks, stops and hyphens.
  private static func folded(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    Array(name.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key, droppingStops: true) }
    return key.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
  }

  // MARK: Offices

  private static func offices(of person: String, _ lexicon: Lexicon, _ date: String?) -> [String] {
    let table = lexicon.table(.offices)
    return table.order(by: "person").rows(person).filter { isHeld(table, $0, date) }.sorted().map { row in
      let title = table.value(row, "title") ?? table.cell(row, "position")
      return "\(title) of \(table.cell(row, "body")), \(term(table, row))"
    }
  }

  /// Who held the positions that are named in the countries and organisations that are named.
  private static func holders(_ matches: Matches, _ lexicon: Lexicon, _ date: String?) -> [String] {
    guard let date else { return [] }
    let positions = Set(matches.titles.flatMap { matches.entries(of: $0) }.map { lexicon.id(of: $0) })
    let bodies = Set(
      matches.names.flatMap { matches.entries(of: $0) }
        .filter { $0.table == .countries || $0.table == .organizations }.map { lexicon.id(of: $0) })
    if positions.isEmpty || bodies.isEmpty { return [] }
    let table = lexicon.table(.offices)
    let order = table.order(by: "body")
    return bodies.flatMap { order.rows($0) }.filter { row in
      positions.contains(table.cell(row, "position")) && isHeld(table, row, date)
    }.sorted().map { row in
      "\(table.cell(row, "person"))  \(table.cell(row, "position")) of \(table.cell(row, "body")), "
        + "\(term(table, row))  \(table.file(ofRow: row)):\(table.line(ofRow: row))"
    }
  }

  private static func isHeld(_ table: Table, _ row: Int, _ date: String?) -> Bool {
    guard let date else { return true }
    let (from, to) = (table.cell(row, "from"), table.cell(row, "to"))
    return (from.isEmpty || TableDate.areInOrder(from, date)) && (to.isEmpty || TableDate.areInOrder(date, to))
  }

  private static func term(_ table: Table, _ row: Int) -> String {
    let (to, asOf) = (table.cell(row, "to"), table.cell(row, "as-of"))
    let end = to.isEmpty && !asOf.isEmpty ? " (confirmed \(asOf))" : ""
    return "\(table.cell(row, "from"))..\(to)\(end)"
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
