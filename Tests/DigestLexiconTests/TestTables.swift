import DigestText

@testable import DigestLexicon

/// A few small tables.
enum TestTables {
  static let words = "class\tvalue\tstarter\twords\narticle\t\t1\tthe|a\n"
  static let countries = """
    # as-of: 2025-01-01
    id\tname\taliases\tdemonyms
    country:PE\tPeru\t\tPeruvian|Peruvians
    country:GE\t~Georgia\t\tGeorgian
    """
  static let people = """
    id\tname\taliases\tshort\tcountry
    person:ana-quispe\tAna Quispe\tAna María Quispe\tQuispe\tPE
    person:nino-beridze\tNino Beridze\t\t~Beridze\tGE
    """
  static let offices = """
    # as-of: 2025-02-02
    id\tperson\tposition\tbody\tfrom\tto
    office:ana-quispe/mayor/2020\tperson:ana-quispe\tposition:mayor\tcountry:PE\t2020-01-01\t
    """
  static let positions = "id\tname\tforms\tplurals\nposition:mayor\tmayor\tmayoress\tmayors\n"

  static var all: [(name: String, bytes: [UInt8])] {
    layer([
      "words.tsv": words, "countries.tsv": countries, "people.tsv": people, "offices.tsv": offices,
      "positions.tsv": positions,
    ])
  }

  static func layer(_ tables: [String: String]) -> [(name: String, bytes: [UInt8])] {
    tables.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  }

  /// What a text's names are: the ids of the rows they may be, joined, by match.
  static func ids(_ text: String, _ lexicon: Lexicon) -> [String] {
    let segmented = Segmenter(words: lexicon.segmentation).segment(Array(text.utf8))
    let matches = lexicon.matches(in: segmented)
    return (matches.names + matches.titles + matches.terms).map { match in
      segmented.string(match.tokens) + "="
        + matches.entries(of: match).map { lexicon.id(of: $0) }.joined(separator: ",")
    }
  }
}
