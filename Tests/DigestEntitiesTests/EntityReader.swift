import DigestLexicon
import DigestModel
import DigestText
import Foundation

@testable import DigestEntities
@testable import DigestFigures

/// Reads texts with the bundled lexicon, for tests.
struct EntityReader {
  let lexicon: Lexicon
  let recogniser: EntityRecogniser

  /// The bundled lexicon, compiled once for all tests.
  static let shared: EntityReader? = (try? Lexicon.bundled.get()).map {
    EntityReader(lexicon: $0, recogniser: EntityRecogniser(lexicon: $0))
  }

  /// A reader whose lexicon lacks these tables.
  static func without(_ tables: [String]) -> EntityReader? {
    let empty = tables.map { (name: $0 + ".tsv", bytes: Array("# replaces: all\nid\n".utf8)) }
    return (try? Lexicon(layers: [.tables(empty)])).map {
      EntityReader(lexicon: $0, recogniser: EntityRecogniser(lexicon: $0))
    }
  }

  func read(_ string: String, id: String = "d", date: String? = nil) -> (SegmentedText, EntityText) {
    let text = Segmenter(words: lexicon.segmentation).segment(Array(string.utf8))
    let lexical = LexicalText(text, lexicon: lexicon)
    return (text, recogniser.recognise(lexical, figures: figures(lexical), documentID: id, date: date))
  }

  /// The figures of a text, as far as the tests of this stage need them.
  func figures(_ text: LexicalText) -> FigureText { FigureRecogniser(lexicon: lexicon).recognise(text) }
}

/// A folder of `Tests/Cases`.
func casesFolder(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Cases/\(name)")
}
