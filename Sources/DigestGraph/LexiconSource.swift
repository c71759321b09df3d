public import DigestLexicon

/// Why a lexicon could not be loaded: every fault of every table, each with its place and its cure.
public typealias LexiconError = DigestLexicon.LexiconError

/// Tables of the user's own, or a lexicon compiled of them (`extract lexicon compile`).
///
/// Tables are laid over the bundled ones, the last on top: a row with a known id overrides that row's cells, a row with
/// another id is added, a row that holds its id and `-` in the column behind it removes. A compiled lexicon is whole and
/// takes the place of the bundled one. `Lexicons/README.md` describes the tables.
public struct LexiconSource: Sendable {
  let layer: LexiconLayer

  /// A folder of tables (`people.tsv` ...; what it lacks stays as it is), a single table, or a compiled lexicon.
  ///
  /// - Throws: ``LexiconError`` where there is nothing that can be read.
  public init(path: String) throws(LexiconError) { layer = try LexiconLayer(path: path) }

  /// Tables in memory, by file name.
  public init(tables: [(name: String, text: String)]) {
    layer = .tables(tables.map { ($0.name, Array($0.text.utf8)) })
  }
}

extension LexiconSource {
  /// The lexicon that sources make.
  ///
  /// - Parameter overBundled: whether the bundled tables lie below them.
  static func lexicon(_ sources: [LexiconSource], overBundled: Bool) throws(LexiconError) -> Lexicon {
    try Lexicon(layers: sources.map(\.layer), overBundled: overBundled)
  }
}
