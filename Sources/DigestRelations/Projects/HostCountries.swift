internal import DigestEntities
internal import DigestModel
internal import DigestText

/// The host country of a project whose own clause names no place: where all places in the sentences about it lie in one
/// country, or where its item speaks of one country only. Low confidence.
struct HostCountries {
  let text: SegmentedText
  let entities: EntityText

  func relations(from relations: [RelationDraft]) -> [RelationDraft] {
    var placed: Set<Int> = []
    for relation in relations where relation.type == .involvesCountry {
      placed.formUnion(relation.arguments.filter { $0.role == .project }.compactMap(\.entity))
    }
    var found: [RelationDraft] = []
    for (index, mention) in entities.mentions.enumerated() where mention.type == .project {
      guard let project = mention.entity, !placed.contains(project), isSite(project) else { continue }
      guard let place = onlyPlace(in: text.sentences[text.sentence(of: mention.tokens.lowerBound)], except: index)
        ?? onlyPlace(in: item(of: mention.tokens.lowerBound), except: index)
      else { continue }
      placed.insert(project)
      found.append(host(mention, project, entities.mentions[place]))
    }
    return found
  }

  private func isSite(_ project: Int) -> Bool {
    switch entities.entities[project].subtype {
    case "programme", "corridor": false
    default: true
    }
  }

  private func host(_ mention: MentionDraft, _ project: Int, _ place: MentionDraft) -> RelationDraft {
    RelationDraft(
      .involvesCountry,
      arguments: [
        ArgumentDraft(.project, entity: project, tokens: mention.tokens),
        ArgumentDraft(.country, tokens: place.tokens, country: place.country), ArgumentDraft(.part, text: "host"),
      ],
      evidence: [
        EvidenceDraft(
          sentence: text.sentence(of: mention.tokens.lowerBound), trigger: place.tokens, rule: "project.only-country")
      ], confidence: .low)
  }

  /// The first place or country of a range, where all of them lie in one country.
  private func onlyPlace(in tokens: Range<Int>, except project: Int) -> Int? {
    var first: Int?
    for (index, mention) in entities.mentions.enumerated()
    where index != project && tokens.contains(mention.tokens.lowerBound) {
      guard mention.type == .place || mention.type == .country, mention.form != .metonym, let country = mention.country,
        !entities.attributions.contains(where: { $0.tokens.contains(mention.tokens.lowerBound) })
      else { continue }
      if let first, entities.mentions[first].country != country { return nil }
      first = first ?? index
    }
    return first
  }

  private func item(of token: Int) -> Range<Int> {
    let sentence = text.sentence(of: token)
    for item in entities.layout.items {
      let sentences = text.lines[item.lines.lowerBound].lowerBound..<text.lines[item.lines.upperBound - 1].upperBound
      guard sentences.contains(sentence) else { continue }
      return text.sentences[sentences.lowerBound].lowerBound..<text.sentences[sentences.upperBound - 1].upperBound
    }
    return text.sentences[sentence]
  }
}
