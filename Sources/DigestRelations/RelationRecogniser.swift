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
  private let measures: MeasureKinds
  private let partCues: PartCues
  /// The ids of bodies that belong to several countries: where they sit says nothing of a project.
  private let multilateral: Set<String>
  /// The rows of `positions.tsv` that are forms of address.
  private let honorificRows: Set<UInt32>

  /// Reads the frames of a lexicon.
  ///
  /// - Throws: ``LexiconError`` where a frame names what does not exist.
  package init(lexicon: Lexicon) throws(LexiconError) {
    self.lexicon = lexicon
    words = GrammarWords(lexicon)
    frames = try FrameTable(lexicon)
    verbKinds = VerbKinds.table(lexicon)
    nounRows = NounRowKinds(lexicon)
    measures = MeasureKinds(lexicon)
    partCues = PartCues(lexicon)
    let bodies = lexicon.table(.organizations)
    multilateral = Set(
      (0..<bodies.rowCount).lazy.filter {
        bodies.value($0, "members") != nil || bodies.cell($0, "subtype") == "intergovernmental"
      }.map { bodies.cell($0, "id") })
    let positions = lexicon.table(.positions)
    honorificRows = Set(
      (0..<positions.rowCount).lazy.filter { positions.cell($0, "kind") == "honorific" }.map { UInt32($0) })
  }

  /// Reads the relations of a text, merged where several sentences report one event.
  ///
  /// - Parameter misses: where it is no nil, gets the triggers that stated no relation, in text order.
  /// - Complexity: linear in the text for sentences of bounded length.
  package func recognise(
    _ text: LexicalText, figures: FigureText, entities: EntityText, date: String?, misses: inout [NearMiss]?
  ) -> [RelationDraft] {
    let entities = withoutSeats(entities)
    let marks = TokenMarks(text: text, lexicon: lexicon, figures: figures, entities: entities)
    let chunker = Chunker(
      lexicon: lexicon, words: words, text: text, marks: marks, mentions: entities.mentions)
    let nouns = NounKinds(lexicon, text, kinds: nounRows)
    var relations: [RelationDraft] = []
    var mention = 0
    var figure = 0
    var change = 0
    var scope = ProjectScope(entities: entities, text: text.text)
    var subject = DiscourseSubject(entities: entities, text: text.text)
    var occasions = OccasionScope(entities: entities, text: text.text)
    let headlines = Set(entities.layout.items.compactMap(\.headline).flatMap { text.text.lines[$0] })
    var events = EventScope(entities: entities, text: text.text)
    for sentence in text.text.sentences.indices {
      occasions.enter(sentence)
      events.enter(sentence)
      scope.enter(sentence)
      let reader = ClauseReader(
        sentence: chunker.chunk(sentence), words: words, text: text, lexicon: lexicon)
      func fillers() -> FillerReader {
        FillerReader(
          reader: reader, mentions: entities.mentions, entities: entities.entities, nouns: nouns,
          subject: subject, events: events, isHeadline: headlines.contains(sentence), project: scope.current)
      }
      subject.enter(sentence)
      subject.read(reader, fillers())
      let status = StatusReader(reader: reader, kinds: verbKinds, lexicon: lexicon)
      let end = text.text.sentences[sentence].upperBound
      let (first, firstFigure, firstChange) = (mention, figure, change)
      while mention < entities.mentions.count, entities.mentions[mention].extent.lowerBound < end { mention += 1 }
      while figure < figures.figures.count, figures.figures[figure].tokens.lowerBound < end { figure += 1 }
      while change < figures.changes.count, figures.changes[change].tokens.lowerBound < end { change += 1 }
      var drafts: [RelationDraft] = []
      if reader.chunks.contains(where: { mayState($0, nouns) }) {
        drafts = EventReader(
          reader: reader, fillers: fillers(), status: status, nouns: nouns, frames: frames, lexicon: lexicon,
          mentions: entities.mentions, mentionsHere: first..<mention, figures: figures, events: events,
          occasion: occasions.last, project: scope.current, today: date
        ).read(misses: &misses)
      }
      events.note(drafts, figures)
      relations += drafts
      occasions.note(reader, nouns)
      if scope.current != nil || (first..<mention).contains(where: { entities.mentions[$0].type == .project }) {
        relations += ProjectReader(
          reader: reader, text: text.text, lexicon: lexicon, measures: measures, cues: partCues, status: status,
          nouns: nouns, figures: figures, entities: entities, mentionsHere: first..<mention,
          figuresHere: firstFigure..<figure, changesHere: firstChange..<change, implied: scope.current
        ).relations()
      }
      let pointsBack = text.text.sentences[sentence].contains { words.it != 0 && text.text.tokens[$0].word == words.it }
      scope.note(first..<mention, pointsBack: pointsBack)
    }
    relations += InvolvedCountries(entities: entities).relations(from: relations)
    relations += HostCountries(text: text.text, entities: entities, marks: marks).relations(from: relations)
    relations += StateReader(text, entities: entities, nouns: nouns, honorificRows: honorificRows).relations()
    relations = ProjectStatus().apply(
      to: MereNames(entities: entities).apply(
        to: NamedActors(entities: entities).apply(to: DefiniteParts().apply(to: relations))))
    return RelationMerger(text: text.text, figures: figures, entities: entities, today: date).merge(
      relations)
  }

  /// Whether a chunk may state an event: most sentences have none that does, and need no ``EventReader``.
  private func mayState(_ chunk: Chunk, _ nouns: NounKinds) -> Bool {
    switch chunk.kind {
    case .verb: chunk.verb.map { $0.verb >= 0 && !frames.byVerb[$0.verb].isEmpty } ?? false
    case .noun: nouns.mayTrigger(chunk.head)
    default: false
    }
  }

  /// The entities, bodies of several countries without the country of their seat.
  private func withoutSeats(_ entities: EntityText) -> EntityText {
    let isSeated = entities.entities.map { !multilateral.contains($0.id) }
    guard isSeated.contains(false) else { return entities }
    var result = entities
    for index in entities.mentions.indices {
      guard let entity = entities.mentions[index].entity, !isSeated[entity] else { continue }
      result.mentions[index].country = nil
      result.entities[entity].country = nil
    }
    return result
  }
}
