internal import DigestEntities
internal import DigestFigures
internal import DigestModel
internal import DigestRelations
internal import DigestText

/// Why each value is there, and why others are not.
extension GraphAssembler {
  /// What each value was made of, as the stages noted it.
  func derivations(_ graph: DocumentGraph) -> [Derivation] {
    var steps: [Derivation] = []
    let starts = zip(graph.mentions, entities.mentions).map { ($1.tokens.lowerBound, $0.id) }
    let byStart = Dictionary(starts, uniquingKeysWith: { first, _ in first })
    for (mention, draft) in zip(graph.mentions, entities.mentions) {
      steps.append(
        Derivation(
          of: mention.id, rule: mention.rule, rows: draft.rows,
          from: draft.antecedents.compactMap { byStart[$0] } + (mention.entity.map { [$0] } ?? []), note: draft.note))
    }
    for figure in graph.figures { steps.append(Derivation(of: figure.id, rule: figure.rule)) }
    for change in graph.changes {
      steps.append(
        Derivation(of: change.id, rule: change.rule, from: [change.from, change.to, change.by].compactMap(\.self)))
    }
    for (relation, draft) in zip(graph.relations, relations) {
      let used = relation.arguments.flatMap { [$0.entity, $0.figure, $0.change].compactMap(\.self) }
      for evidence in draft.evidence {
        steps.append(
          Derivation(
            of: relation.id, rule: evidence.rule, rows: evidence.rows,
            from: used + (relation.time?.figure.map { [$0] } ?? [])))
      }
    }
    return steps
  }

  // MARK: Near misses

  /// The sentences with two known actors and a trigger that stated no event.
  func nearMisses(_ misses: [DigestRelations.NearMiss]) -> [DigestModel.NearMiss] {
    let stating = Set(relations.filter { $0.type.isEvent }.flatMap { $0.evidence.map(\.sentence) })
    var found: [DigestModel.NearMiss] = []
    var last = -1
    var mention = 0
    for miss in misses where !stating.contains(miss.sentence) {
      let trigger = DigestModel.NearMiss.Trigger(
        span: span(miss.trigger), text: text.string(miss.trigger), frame: miss.frame, reason: "\(miss.condition)")
      if miss.sentence == last {
        found[found.count - 1].triggers.append(trigger)
        continue
      }
      let sentence = text.sentences[miss.sentence]
      // Both go forward through the text.
      while mention < entities.mentions.count, entities.mentions[mention].extent.upperBound <= sentence.lowerBound {
        mention += 1
      }
      let actors = actors(in: sentence, from: mention)
      guard actors.count > 1 else { continue }
      last = miss.sentence
      found.append(
        NearMiss(span: span(sentence), text: text.string(sentence), actors: actors, triggers: [trigger]))
    }
    return found
  }

  /// The people, countries and organisations that a sentence names, sources aside.
  private func actors(in sentence: Range<Int>, from first: Int) -> [String] {
    var found: [String] = []
    for mention in entities.mentions[first...].prefix(while: { $0.extent.lowerBound < sentence.upperBound }) {
      guard [.person, .country, .organization].contains(mention.type) else { continue }
      for entity in mention.group + (mention.entity.map { [$0] } ?? [])
      where entities.entities[entity].subtype != "media" && !found.contains(entities.entities[entity].id) {
        found.append(entities.entities[entity].id)
      }
    }
    return found
  }
}

extension RelationType {
  /// Whether it is told by a trigger, and not by a name or the layout.
  fileprivate var isEvent: Bool {
    switch self {
    case .holdsPosition, .represents, .memberOf, .reportedBy, .involvesCountry, .partOf: false
    default: true
    }
  }
}
