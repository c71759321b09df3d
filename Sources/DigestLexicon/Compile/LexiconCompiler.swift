internal import DigestText

/// Compiles tables into the image of a ``Lexicon``.
///
/// What comes out depends on the tables and on nothing else: no clock, no hash seed, no order of a dictionary.
struct LexiconCompiler {
  let tables: [TableKind: SourceTable]
  var cutter: NameCutter
  var words = WordCollector()
  var names = NameTrieBuilder()
  var faults: [LexiconError.Fault] = []
  var variedNames: [VariedName] = []
  var variedWords: [(cut: NameCutter.CutWord, lower: [UInt8])] = []

  /// Reads the words that segmentation needs first, since names are cut as texts are.
  init(_ tables: [TableKind: SourceTable]) {
    self.tables = tables
    cutter = NameCutter(Segmenter(words: SegmentationWords()))
    addSegmentationWords()
    cutter = NameCutter(
      Segmenter(words: SegmentationWords(vocabulary: words.vocabulary.vocabulary(), traits: words.traits)))
  }

  /// Compiles all tables.
  ///
  /// - Throws: every fault found.
  /// - Complexity: O(n).
  mutating func compile() throws(LexiconError) -> ByteStorage {
    addWords()
    for kind in TableKind.allCases {
      guard let table = tables[kind] else { continue }
      for column in kind.nameColumns { addNames(table, column) }
    }
    addNameWords(.givenNames, as: .givenName)
    addNameWords(.surnames, as: .surname)
    addParticles()
    addVariants()
    let indices = makeIndices()
    guard faults.isEmpty else { throw LexiconError(faults: faults) }
    return ImageWriter(words: words, names: names, tables: tables, indices: indices).write()
  }

  /// The rows of each table by id.
  private mutating func makeIndices() -> [TableKind: RowIndex] {
    var indices: [TableKind: RowIndex] = [:]
    for kind in TableKind.allCases where kind.isIndexed {
      guard let table = tables[kind], let key = kind.keyColumn, let column = table.column(key) else { continue }
      let index = RowIndex(table, column: column)
      for duplicate in index.duplicates where key == "id" {
        faults.append(
          table.fault(
            row: duplicate.row, column: "id", rule: "duplicate-id",
            "'\(table.cell(duplicate.row, column))' stands in line \(table.places[duplicate.first].line) too",
            cure: "make one row of both, or give one another id"))
      }
      indices[kind] = index
    }
    return indices
  }
}
