internal import DigestLexicon
internal import DigestText

/// Verbs of two words: "call off", "take part". Their rows in `verbs.tsv` are found by the row of the first word and
/// the word behind it.
struct PhrasalVerbs: Sendable {
  private struct Key: Hashable {
    var verb: Int
    var particle: Word
  }

  private let rows: [Key: Int]

  init(_ lexicon: Lexicon) {
    let table = lexicon.table(.verbs)
    var rows: [Key: Int] = [:]
    for row in 0..<table.rowCount {
      guard let column = table.column("verb"), table.withCell(row, column, { $0.contains(UInt8(ascii: " ")) }) else {
        continue
      }
      let words = table.cell(row, column).split(separator: " ").map(String.init)
      if words.count == 2, let first = table.row(id: words[0]) {
        rows[Key(verb: first, particle: lexicon.word(words[1]))] = row
      }
    }
    self.rows = rows
  }

  /// The row of the phrasal verb that a verb makes with the word behind it.
  func row(_ verb: Int, _ particle: Word) -> Int? { particle == 0 ? nil : rows[Key(verb: verb, particle: particle)] }
}
