internal import DigestEntities
internal import DigestModel
internal import DigestText

/// The host country of a project whose own clause names no place: that of the place or country before its words
/// ("Bhutan's plant"), else the one that its paragraph and its item speak of most. Low confidence.
///
/// Countries that the text gives another part in the project are left out, and so are those of companies.
struct HostCountries {
  private let text: SegmentedText
  private let entities: EntityText
  private let items: ItemIndex
  /// By mention: how much it says of where an item plays, 0 where nothing.
  private let weights: [Int]
  /// By sentence: its line.
  private let lines: [Int32]

  init(text: SegmentedText, entities: EntityText, marks: TokenMarks) {
    self.text = text
    self.entities = entities
    items = ItemIndex(entities: entities, text: text)
    var lines = [Int32](repeating: 0, count: text.sentences.count)
    for (line, sentences) in text.lines.enumerated() { for sentence in sentences { lines[sentence] = Int32(line) } }
    self.lines = lines
    weights = Self.weights(text, entities, marks)
  }

  /// Places weigh most, then countries by name, then officials and demonyms; what belongs to a company weighs nothing.
  private static func weights(_ text: SegmentedText, _ entities: EntityText, _ marks: TokenMarks) -> [Int] {
    var end = 0
    let headlines = Set(
      entities.layout.items.compactMap(\.headline)
        + entities.layout.roles.indices.filter { entities.layout.roles[$0] == .header })
    var line = 0
    return entities.mentions.map { mention in
      let start = mention.tokens.lowerBound
      while line + 1 < text.lines.count, text.tokens(ofLine: line).upperBound <= start { line += 1 }
      let isInside = start < end
      if mention.type == .organization { end = max(end, mention.extent.upperBound) }
      guard marks.kind[start] != .masked, mention.country != nil else { return 0 }
      switch mention.type {
      case .place:
        // Rivers, seas and mountains know no border.
        let subtype = mention.entity.flatMap { entities.entities[$0].subtype }
        if isInside || mention.form == .metonym || subtype != "city" && subtype != "region" && subtype != "district" {
          return 0
        }
        return 3
      case .country:
        if isInside || mention.form == .group { return 0 }
        if headlines.contains(line) { return 3 }
        if mention.form == .demonym { return 1 }
        let next = mention.tokens.upperBound
        let isPossessive = next < text.tokens.count && text.tokens[next].shape.contains(.clitic)
        return isPossessive ? 1 : 2
      case .person: return mention.title != nil && mention.form != .pronoun ? 1 : 0
      case .organization:
        return mention.entity.flatMap { entities.entities[$0].subtype } == "government" ? 1 : 0
      default: return 0
      }
    }
  }

  func relations(from relations: [RelationDraft]) -> [RelationDraft] {
    var placed: Set<Int> = []
    var foreign: [Int: Set<String>] = [:]
    // By item: countries with another part in any of its projects, and the hosts.
    var foreignOfItem: [Int: Set<String>] = [:]
    var hosts: [Int: Set<String>] = [:]
    for relation in relations where relation.type == .involvesCountry {
      let part = relation.arguments.first { $0.role == .part }?.text
      let country = relation.arguments.first { $0.role == .country }?.country
      for project in relation.arguments where project.role == .project {
        guard let entity = project.entity else { continue }
        let item = group(ofSentence: relation.evidence[0].sentence)
        if part == "host" {
          placed.insert(entity)
          if let country { hosts[item, default: []].insert(country) }
        }
        if let country, part != "host", part != "partner" {
          foreign[entity, default: []].insert(country)
          foreignOfItem[item, default: []].insert(country)
        }
      }
    }
    let open = entities.mentions.indices.filter { index in
      guard entities.mentions[index].type == .project, let project = entities.mentions[index].entity else {
        return false
      }
      return !placed.contains(project) && isSite(project)
    }
    if open.isEmpty { return [] }
    let byLine = places { Int(lines[$0]) }
    let byItem = places { group(ofSentence: $0) }
    func near(_ sentence: Int) -> [String: Weight] {
      (byItem[group(ofSentence: sentence)] ?? [:]).merging(byLine[Int(lines[sentence])] ?? [:]) {
        Weight(sum: $0.sum + $1.sum, first: min($0.first, $1.first))
      }
    }
    var found: [RelationDraft] = []
    for index in open {
      let mention = entities.mentions[index]
      guard let project = mention.entity, !placed.contains(project) else { continue }
      let sentence = text.sentence(of: mention.tokens.lowerBound)
      let item = group(ofSentence: sentence)
      let others = (foreign[project] ?? []).union((foreignOfItem[item] ?? []).subtracting(hosts[item] ?? []))
      guard
        let place = owner(before: index) ?? main(near(sentence), without: others) ?? main(near(sentence), without: [])

      else { continue }
      placed.insert(project)
      found.append(host(mention, project, entities.mentions[place], sentence))
    }
    return found
  }

  /// The item of a sentence; all of a single article with its headline and dateline, else a line outside items.
  private func group(ofSentence sentence: Int) -> Int {
    items.item(of: sentence) ?? (entities.layout.items.count == 1 ? 0 : -1 - Int(lines[sentence]))
  }

  private func isSite(_ project: Int) -> Bool { entities.entities[project].subtype != "programme" }

  /// "Bhutan's plant", "the Georgian port": the country that stands directly before the project's words.
  private func owner(before index: Int) -> Int? {
    let start = entities.mentions[index].tokens.lowerBound
    for other in entities.mentions[..<index].indices.suffix(4).reversed() {
      let mention = entities.mentions[other]
      guard mention.type == .country, mention.country != nil, mention.form != .metonym else { continue }
      let end = mention.tokens.upperBound
      if end < start, start - end <= 2, text.tokens[end].shape.contains(.clitic) { return other }
    }
    return nil
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
        EvidenceDraft(sentence: sentence, trigger: isBeside ? place.tokens : nil, rule: "project.main-country")
      ],
      confidence: .low)
  }

  /// What is said of a country in a group of sentences.
  private struct Weight {
    var sum = 0
    var first: Int
  }

  /// By group of sentences: the countries spoken of, with their weights.
  private func places(by group: (Int) -> Int) -> [Int: [String: Weight]] {
    var found: [Int: [String: Weight]] = [:]
    for (index, mention) in entities.mentions.enumerated() where weights[index] > 0 {
      guard let country = mention.country else { continue }
      let key = group(text.sentence(of: mention.tokens.lowerBound))
      found[key, default: [:]][country, default: Weight(first: index)].sum += weights[index]
    }
    return found
  }

  /// The country that outweighs the others; nil where two are alike.
  private func main(_ places: [String: Weight]?, without others: Set<String>) -> Int? {
    guard let places else { return nil }
    let ranked = places.filter { !others.contains($0.key) }.values.sorted {
      $0.sum != $1.sum ? $0.sum > $1.sum : $0.first < $1.first
    }
    guard let best = ranked.first else { return nil }
    return ranked.count == 1 || 2 * best.sum >= 3 * ranked[1].sum ? best.first : nil
  }
}
