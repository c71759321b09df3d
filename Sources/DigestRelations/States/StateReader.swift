internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// States that names and layout carry without a verb: who holds which position, and which outlet reported an item.
final class StateReader {
  let text: SegmentedText
  let entities: EntityText
  /// First tokens of forms of address, which are no positions: "Mr.", "H.E.".
  private let honorifics: Set<Int>

  private let nouns: NounKinds

  init(_ lexical: LexicalText, entities: EntityText, nouns: NounKinds, honorificRows: Set<UInt32>) {
    text = lexical.text
    self.nouns = nouns
    self.entities = entities
    honorifics = Set(
      lexical.matches.titles.lazy.filter { match in
        lexical.matches.entries(of: match).allSatisfy { honorificRows.contains($0.row) }
      }.map(\.tokens.lowerBound))
  }

  func relations() -> [RelationDraft] { positions() + reports() }

  /// "Omani Foreign Minister Salim Harthi": the holder, the position as written, the country or body.
  private func positions() -> [RelationDraft] {
    entities.mentions.compactMap { mention in
      guard mention.type == .person, let holder = mention.entity, let title = mention.title,
        !honorifics.contains(title.lowerBound), !nouns.isRelative(title.upperBound - 1)
      else { return nil }
      var arguments = [
        ArgumentDraft(.holder, entity: holder, tokens: mention.tokens, country: mention.country),
        ArgumentDraft(.position, tokens: title),
      ]
      if let body = mention.body {
        arguments.append(ArgumentDraft(.body, entity: body, country: entities.entities[body].country))
      }
      return RelationDraft(
        .holdsPosition, arguments: arguments,
        evidence: [
          EvidenceDraft(
            sentence: text.sentence(of: mention.tokens.lowerBound), trigger: title, rule: "state.title",
            rows: mention.rows)
        ])
    }
  }

  private func reports() -> [RelationDraft] {
    var next = 0
    return entities.layout.items.enumerated().compactMap { index, item in
      guard let outlet = item.outlet else { return nil }
      let sentences = text.lines[item.lines.lowerBound].lowerBound..<text.lines[item.lines.upperBound - 1].upperBound
      while next < entities.attributions.count, entities.attributions[next].sentences.upperBound <= sentences.lowerBound
      {
        next += 1
      }
      let source = entities.attributions[next...].prefix(64).first {
        $0.outlet == outlet && sentences.overlaps($0.sentences)
      }
      let sentence = source.map { text.sentence(of: $0.tokens.lowerBound) } ?? sentences.lowerBound
      return RelationDraft(
        .reportedBy,
        arguments: [
          ArgumentDraft(.item, text: "i\(index + 1)"), ArgumentDraft(.outlet, entity: outlet, tokens: source?.tokens),
        ], time: item.reported,
        evidence: [EvidenceDraft(sentence: sentence, trigger: source?.tokens, rule: "state.report")])
    }
  }
}
