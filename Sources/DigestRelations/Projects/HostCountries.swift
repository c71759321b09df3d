internal import DigestEntities
internal import DigestModel
internal import DigestText

/// The host country of a project whose own clause names no place: where all places in a sentence about it lie in one
/// country, or where its item speaks of one country more than twice as often as of any other. Low confidence.
struct HostCountries {
  let text: SegmentedText
  let entities: EntityText
  let marks: TokenMarks
  /// By mention: whether it stands in the words for a person or body, as the country of "China's Hongtai" does.
  private let insideOthers: [Bool]

  init(text: SegmentedText, entities: EntityText, marks: TokenMarks) {
    self.text = text
    self.entities = entities
    self.marks = marks
    var end = 0
    insideOthers = entities.mentions.map { mention in
      if mention.type == .organization || mention.type == .person { end = max(end, mention.extent.upperBound) }
      let next = mention.tokens.upperBound
      let isPossessive = next < text.tokens.count && text.tokens[next].shape.contains(.clitic)
      return mention.tokens.lowerBound < end || isPossessive
    }
  }

  func relations(from relations: [RelationDraft]) -> [RelationDraft] {
    var placed: Set<Int> = []
    for relation in relations
    where relation.arguments.contains(where: { $0.role == .part && ($0.text == "host" || $0.text == "partner") }) {
      placed.formUnion(relation.arguments.filter { $0.role == .project }.compactMap(\.entity))
    }
    let bySentence = onlyPlaces { text.sentence(of: $0) }
    let items = ItemIndex(entities: entities, text: text)
    let byItem = mainPlaces { items.item(of: text.sentence(of: $0)) ?? -1 }
    var found: [RelationDraft] = []
    for mention in entities.mentions where mention.type == .project {
      guard let project = mention.entity, !placed.contains(project), isSite(project) else { continue }
      let sentence = text.sentence(of: mention.tokens.lowerBound)
      guard let place = bySentence[sentence] ?? nil ?? byItem[items.item(of: sentence) ?? -1] ?? nil else { continue }
      placed.insert(project)
      found.append(host(mention, project, entities.mentions[place], sentence))
    }
    return found
  }

  private func isSite(_ project: Int) -> Bool {
    switch entities.entities[project].subtype {
    case "programme", "corridor": false
    default: true
    }
  }

  private func host(
    _ mention: MentionDraft, _ project: Int, _ place: MentionDraft, _ sentence: Int
  ) -> RelationDraft {
    let isBeside = text.sentence(of: place.tokens.lowerBound) == sentence
    return RelationDraft(
      .involvesCountry,
      arguments: [
        ArgumentDraft(.project, entity: project, tokens: mention.tokens),
        ArgumentDraft(.country, tokens: place.tokens, country: place.country), ArgumentDraft(.part, text: "host"),
      ],
      evidence: [
        EvidenceDraft(sentence: sentence, trigger: isBeside ? place.tokens : nil, rule: "project.only-country")
      ],
      confidence: .low)
  }

  /// By group of tokens: the first place or country, where all of the group lie in one country; nil where they do not.
  private func onlyPlaces(by group: (Int) -> Int) -> [Int: Int?] {
    var first: [Int: Int?] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      guard mention.type == .place || mention.type == .country, mention.form != .metonym, !insideOthers[index],
        let country = mention.country,
        marks.kind[mention.tokens.lowerBound] != .masked
      else { continue }
      let key = group(mention.tokens.lowerBound)
      if let known = first[key] {
        if let known, entities.mentions[known].country != country { first[key] = .some(nil) }
      } else {
        first[key] = index
      }
    }
    return first
  }

  /// By group of tokens: the first place or country of the country named more than twice as often as any other.
  private func mainPlaces(by group: (Int) -> Int) -> [Int: Int?] {
    var counts: [Int: [String: (count: Int, first: Int)]] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      guard mention.type == .place || mention.type == .country, mention.form != .metonym, !insideOthers[index],
        let country = mention.country,
        marks.kind[mention.tokens.lowerBound] != .masked
      else { continue }
      counts[group(mention.tokens.lowerBound), default: [:]][country, default: (0, index)].count += 1
    }
    return counts.mapValues { countries in
      let ranked = countries.values.sorted { ($0.count, $1.first) > ($1.count, $0.first) }
      return ranked.count == 1 || ranked[0].count > 2 * ranked[1].count ? ranked[0].first : nil
    }
  }
}
