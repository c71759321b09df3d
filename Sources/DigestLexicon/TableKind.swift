/// The tables of a lexicon. The order counts: rows of an earlier table come first where several have one name.
@frozen public enum TableKind: UInt8, CaseIterable, Sendable {
  case countries, people, offices, positions, organizations, outlets, places, projects, awards, occasions
  case agreements, particles, abbreviations, words, verbs, nouns, frames, units, currencies, numbers, measures
  case givenNames, surnames, timeWords, variants

  /// The table's file name without `.tsv`.
  package var name: String {
    switch self {
    case .givenNames: "given-names"
    case .timeWords: "time-words"
    default: "\(self)"
    }
  }

  /// The table's file name.
  package var fileName: String { name + ".tsv" }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The table with this name, with or without `.tsv`.
  package init?(named name: String) {
    guard let kind = Self.byName[name.hasSuffix(".tsv") ? String(name.dropLast(4)) : name] else { return nil }
    self = kind
  }

  /// Whether rows are looked up by their ``keyColumn``.
  var isIndexed: Bool { keyColumn == "id" || self == .verbs }

  /// The column that tells a row from all others; nil where rows have no name of their own.
  package var keyColumn: String? {
    switch self {
    case .words, .numbers, .timeWords, .measures, .nouns, .abbreviations: nil
    case .verbs: "verb"
    case .particles, .givenNames, .surnames: "name"
    default: "id"
    }
  }
}

/// Which matches compete with each other: the longest from the left wins within a layer, layers do not see each other.
@frozen public enum MatchLayer: UInt8, CaseIterable, Sendable {
  /// Names of things.
  case names
  /// Positions and titles.
  case titles
  /// Everything else of more than one word: units, number words, nouns, set phrases.
  case terms
}

/// How a row's name names it.
@frozen public enum NameForm: UInt8, Sendable {
  case name, short, acronym, demonym, prefix, plural, symbol, word
  /// A currency's hundredth; a unit as an adverb (annually) and as an adjective (annual).
  case minor, adverb, adjective
}

/// A column that holds names by which rows are found in texts.
package struct NameColumn: Sendable {
  package var column: String
  package var form: NameForm
  /// Whether the case must be exactly as written.
  package var exactCase = false
}

extension TableKind {
  /// The columns that hold names.
  package var nameColumns: [NameColumn] {
    let name = NameColumn(column: "name", form: .name)
    let aliases = NameColumn(column: "aliases", form: .name)
    let acronyms = NameColumn(column: "acronyms", form: .acronym, exactCase: true)
    switch self {
    case .countries:
      return [
        name, NameColumn(column: "official", form: .name), aliases,
        NameColumn(column: "abbreviations", form: .acronym, exactCase: true),
        NameColumn(column: "demonyms", form: .demonym), NameColumn(column: "prefixes", form: .prefix),
      ]
    case .people: return [name, aliases, NameColumn(column: "short", form: .short)]
    case .positions:
      return [name, NameColumn(column: "forms", form: .name), NameColumn(column: "plurals", form: .plural)]
    case .organizations, .outlets, .projects, .occasions, .agreements: return [name, aliases, acronyms]
    case .places, .awards: return [name, aliases]
    case .units:
      return [
        NameColumn(column: "forms", form: .word),
        NameColumn(column: "symbols", form: .symbol, exactCase: true),
        NameColumn(column: "adverbs", form: .adverb), NameColumn(column: "adjectives", form: .adjective),
      ]
    case .currencies:
      return [
        NameColumn(column: "forms", form: .word),
        NameColumn(column: "symbols", form: .symbol, exactCase: true),
        NameColumn(column: "minor", form: .minor),
      ]
    case .frames: return [NameColumn(column: "nouns", form: .word)]
    case .offices, .particles, .abbreviations, .words, .verbs, .nouns, .numbers, .measures, .timeWords,
      .givenNames, .surnames, .variants:
      return []
    }
  }

  /// The layer in which its names are matched.
  package var layer: MatchLayer {
    switch self {
    case .positions: .titles
    case .countries, .people, .organizations, .outlets, .places, .projects, .awards, .occasions, .agreements: .names
    default: .terms
    }
  }

  /// Whether its rows are `class value words` rows, the words of which get a ``WordClass``.
  package var isWordTable: Bool {
    switch self {
    case .words, .numbers, .timeWords, .measures: true
    default: false
    }
  }
}
