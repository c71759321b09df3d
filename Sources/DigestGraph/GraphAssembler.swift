internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestRelations
internal import DigestText

/// Gives ids to what the stages found, and words to their token ranges.
///
/// A class, so that its steps share what they read without copying; it lives and dies within one call.
final class GraphAssembler {
  let text: SegmentedText
  let figures: FigureText
  let entities: EntityText
  let relations: [RelationDraft]
  /// The name of a country by its ISO 3166-1 alpha-2 code.
  let countryName: (String) -> String?
  private let items: ItemIndex
  /// By sentence: the attribution that covers it, the one with an outlet first.
  private let sources: [Int: Int]
  /// The sentence that was quoted last: the next relation is often of the same one.
  private var quoted: (sentence: Int, text: String) = (-1, "")

  init(
    text: SegmentedText, figures: FigureText, entities: EntityText, relations: [RelationDraft],
    countryName: @escaping (String) -> String?
  ) {
    self.countryName = countryName
    self.text = text
    self.figures = figures
    self.entities = entities
    self.relations = relations
    items = ItemIndex(entities: entities, text: text)
    var sources: [Int: Int] = [:]
    for (index, source) in entities.attributions.enumerated() {
      for sentence in source.sentences {
        if let known = sources[sentence], entities.attributions[known].outlet != nil || source.outlet == nil {
          continue
        }
        sources[sentence] = index
      }
    }
    self.sources = sources
  }

  /// Fills items, mentions, entities, figures, changes and relations of `graph`; where `misses` are given, derivations and
  /// near misses too.
  func assemble(into graph: inout DocumentGraph, misses: [DigestRelations.NearMiss]?) {
    graph.items = entities.layout.items.enumerated().map { item($0, $1) }
    graph.mentions = entities.mentions.indices.map { mention($0) }
    graph.entities = entities.entities
    graph.figures = figures.figures.enumerated().map { figure($0, $1) }
    graph.changes = figures.changes.enumerated().map { change($0, $1) }
    graph.relations = relations.enumerated().map { relation($0, $1) }
    addCountries(to: &graph)
    guard let misses else { return }
    graph.derivations = derivations(graph)
    graph.nearMisses = nearMisses(misses)
  }

  func span(_ tokens: Range<Int>) -> Span {
    let bytes = text.byteRange(tokens)
    return Span(bytes.lowerBound, bytes.upperBound)
  }

  private func item(_ index: Int, _ draft: ItemDraft) -> Item {
    let first = text.tokens(ofLine: draft.lines.lowerBound).lowerBound
    let last = text.tokens(ofLine: draft.lines.upperBound - 1).upperBound
    return Item(
      id: numbered("i", index), span: span(first..<last),
      headline: (draft.headlineTokens ?? draft.headline.map { text.tokens(ofLine: $0) }).map(span),
      outlet: draft.outlet.map { entities.entities[$0].id },
      reported: draft.reported.flatMap { figures.figures[$0].figure.edtf })
  }

  private func mention(_ index: Int) -> Mention {
    // The draft is large: its parts are read where they stand.
    let tokens = entities.mentions[index].tokens
    let group = entities.mentions[index].group
    return Mention(
      id: numbered("m", index), span: span(tokens), text: text.string(tokens), type: entities.mentions[index].type,
      form: entities.mentions[index].form, entity: entities.mentions[index].entity.map { entities.entities[$0].id },
      group: group.isEmpty ? nil : group.map { entities.entities[$0].id }, country: entities.mentions[index].country,
      rule: entities.mentions[index].rule)
  }

  private func figure(_ index: Int, _ recognised: RecognisedFigure) -> Figure {
    var figure = recognised.figure
    let span = span(recognised.tokens)
    figure.id = numbered("f", index)
    figure.start = span.start
    figure.end = span.end
    figure.text = text.string(recognised.tokens)
    figure.equivalent = recognised.equivalent.map { numbered("f", $0) }
    return figure
  }

  private func change(_ index: Int, _ recognised: RecognisedChange) -> Change {
    var change = recognised.change
    change.id = numbered("c", index)
    change.from = recognised.from.map { numbered("f", $0) }
    change.to = recognised.to.map { numbered("f", $0) }
    change.by = recognised.by.map { numbered("f", $0) }
    return change
  }

  /// A country that a project involves by a town or a company is an entity though no word names it.
  private func addCountries(to graph: inout DocumentGraph) {
    var known = Set(graph.entities.map(\.id))
    for relation in graph.relations where relation.type == .involvesCountry {
      for argument in relation.arguments(.country) {
        guard let id = argument.entity, let code = argument.country, known.insert(id).inserted else { continue }
        graph.entities.append(
          Entity(id: id, type: .country, name: countryName(code) ?? code, country: code, basis: .lexicon))
      }
    }
  }

  // MARK: Relations

  private func relation(_ index: Int, _ draft: RelationDraft) -> Relation {
    Relation(
      id: numbered("r", index), type: draft.type, arguments: draft.arguments.map(argument), time: time(draft),
      place: draft.place.map { place in
        RelationPlace(
          entity: entities.mentions[place].entity.map { entities.entities[$0].id },
          span: span(entities.mentions[place].tokens))
      }, status: draft.status, reason: draft.reason.map(text.string), evidence: draft.evidence.map(evidence),
      conflicts: draft.conflicts.isEmpty ? nil : draft.conflicts.map { numbered("r", $0) }, confidence: draft.confidence
    )
  }

  private func argument(_ draft: ArgumentDraft) -> Argument {
    Argument(
      draft.role, entity: entityID(draft),
      figure: draft.figure.map { numbered("f", $0) }, change: draft.change.map { numbered("c", $0) },
      text: draft.text ?? (draft.entity == nil ? draft.tokens.map(text.string) : nil), span: draft.tokens.map(span),
      country: draft.country)
  }

  private func entityID(_ draft: ArgumentDraft) -> String? {
    if let entity = draft.entity { return entities.entities[entity].id }
    if let relation = draft.relation { return numbered("r", relation) }
    return draft.role == .country ? draft.country.map { "country:" + $0 } : nil
  }

  private func time(_ draft: RelationDraft) -> RelationTime? {
    guard let index = draft.time, let edtf = figures.figures[index].figure.edtf else { return nil }
    return RelationTime(edtf: edtf, timex: figures.figures[index].figure.timex ?? edtf, figure: numbered("f", index))
  }

  private func evidence(_ draft: EvidenceDraft) -> Evidence {
    let sentence = text.sentences[draft.sentence]
    return Evidence(
      item: items.item(of: draft.sentence).map { numbered("i", $0) }, span: span(sentence), text: quote(draft.sentence),
      trigger: draft.trigger.map(span), attribution: attribution(draft.sentence), rule: draft.rule)
  }

  private func quote(_ sentence: Int) -> String {
    if quoted.sentence != sentence { quoted = (sentence, text.string(text.sentences[sentence])) }
    return quoted.text
  }

  /// The source of a sentence: its own attribution, else its item's.
  private func attribution(_ sentence: Int) -> Attribution? {
    if let index = sources[sentence] {
      let source = entities.attributions[index]
      return Attribution(
        outlet: source.outlet.map { entities.entities[$0].id },
        date: source.date.flatMap { figures.figures[$0].figure.edtf },
        speaker: source.speaker.map { entities.entities[$0].id })
    }
    guard let item = items.item(of: sentence) else { return nil }
    let draft = entities.layout.items[item]
    guard draft.outlet != nil || draft.reported != nil else { return nil }
    return Attribution(
      outlet: draft.outlet.map { entities.entities[$0].id },
      date: draft.reported.flatMap { figures.figures[$0].figure.edtf })
  }
}

/// `m1` for the first of a kind: its letter and its number from 1 on.
private func numbered(_ letter: Unicode.Scalar, _ index: Int) -> String {
  String(unsafeUninitializedCapacity: 24) { room in
    room[0] = UInt8(ascii: letter)
    var digits = 1
    var limit = 10
    while digits < 18, index + 1 >= limit {
      digits += 1
      limit *= 10
    }
    var rest = index + 1
    for place in stride(from: digits, to: 0, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return digits + 1
  }
}
