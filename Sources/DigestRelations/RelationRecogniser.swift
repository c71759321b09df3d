package import DigestEntities
package import DigestFigures
package import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads events and states from a text whose names and figures are known.
package struct RelationRecogniser: Sendable {
  private let lexicon: Lexicon
  private let words: GrammarWords
  private let frames: FrameTable
  private let verbKinds: [VerbKinds]
  private let nounRows: NounRowKinds

  /// Reads the frames of a lexicon.
  ///
  /// - Throws: ``LexiconError`` where a frame names what does not exist.
  package init(lexicon: Lexicon) throws(LexiconError) {
    self.lexicon = lexicon
    words = GrammarWords(lexicon)
    frames = try FrameTable(lexicon)
    verbKinds = VerbKinds.table(lexicon)
    nounRows = NounRowKinds(lexicon)
  }

  /// Reads the relations of a text, merged where several sentences report one event.
  ///
  /// - Complexity: linear in the text for sentences of bounded length.
  package func recognise(
    _ text: LexicalText, figures: FigureText, entities: EntityText, date: String?
  ) -> [RelationDraft] {
    let marks = TokenMarks(count: text.text.tokens.count, figures: figures, entities: entities)
    let chunker = Chunker(
      lexicon: lexicon, words: words, text: text.text, marks: marks, mentions: entities.mentions)
    let nouns = NounKinds(lexicon, text, kinds: nounRows)
    var relations: [RelationDraft] = []
    for sentence in text.text.sentences.indices {
      let chunked = chunker.chunk(sentence)
      let reader = ClauseReader(sentence: chunked, words: words, text: text.text)
      let fillers = FillerReader(
        text: text.text, reader: reader, mentions: entities.mentions, entities: entities.entities, nouns: nouns)
      let status = StatusReader(reader: reader, kinds: verbKinds, lexicon: lexicon)
      relations += EventReader(
        reader: reader, fillers: fillers, status: status, nouns: nouns, frames: frames, lexicon: lexicon,
        mentions: entities.mentions, figures: figures, today: date
      ).events()
    }
    return RelationMerger(text: text.text, figures: figures, entities: entities).merge(relations)
  }
}
