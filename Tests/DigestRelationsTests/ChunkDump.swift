import DigestEntities
import DigestFigures
import DigestLexicon
import DigestText

@testable import DigestRelations

/// Shows the chunks of a text: `[N President Dana Omarova] [V met] ...`.
struct ChunkDump {
  static let lexicon = Result { () throws(LexiconError) in try Lexicon.bundled.get() }

  static func chunks(_ source: String) throws -> [String] {
    let lexicon = try Self.lexicon.get()
    let text = LexicalText(Segmenter(words: lexicon.segmentation).segment(Array(source.utf8)), lexicon: lexicon)
    let figures = FigureRecogniser(lexicon: lexicon).recognise(text)
    let entities = EntityRecogniser(lexicon: lexicon)
      .recognise(text, figures: figures, documentID: "dump", date: nil)
    let marks = TokenMarks(text: text, lexicon: lexicon, figures: figures, entities: entities)
    let chunker = Chunker(
      lexicon: lexicon, words: GrammarWords(lexicon), text: text, marks: marks, mentions: entities.mentions)
    return text.text.sentences.indices.map { sentence in
      chunker.chunk(sentence).chunks.map { "[\(letter($0)) \(text.text.string($0.tokens))]" }.joined(separator: " ")
    }
  }

  private static func letter(_ chunk: Chunk) -> String {
    switch chunk.kind {
    case .noun: return chunk.mention == nil ? "N" : "N!"
    case .verb:
      guard let verb = chunk.verb else { return "V" }
      let form =
        switch verb.form {
        case .finite: "V"
        case .infinitive: "VI"
        case .participle: "VP"
        case .gerund: "VG"
        }
      return form + (verb.isPassive ? "-pass" : "") + (verb.isNegated ? "-not" : "")
        + (verb.mood == .future ? "-will" : verb.mood == .irrealis ? "-would" : "")
    default: return "\(chunk.kind)".prefix(4).description
    }
  }
}
