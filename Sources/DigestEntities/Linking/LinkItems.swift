internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Something that the linking of an item comes upon, in text order.
private enum Step {
  case mention(Int)
  case title(Int)
}

extension Reading {
  /// Resolves roles, groups, pronouns and short references, item by item.
  func linkItems() {
    var steps: [(token: Int, step: Step)] = []
    for (index, mention) in mentions.enumerated() where !mention.tokens.isEmpty {
      steps.append((mention.tokens.lowerBound, .mention(index)))
    }
    for (index, title) in titles.enumerated() where !title.isUsed && isFree(title.head.lowerBound) {
      steps.append((title.head.lowerBound, .title(index)))
    }
    steps.sort { $0.token < $1.token }
    var position = 0
    var context = ItemContext()
    var item: Int? = -1
    for sentence in text.sentences.indices {
      let range = text.sentences[sentence]
      let current = itemOfToken(range.lowerBound)
      if current != item {
        item = current
        context = ItemContext()
      }
      link(sentence, steps, &position, &context)
    }
  }

  private func link(
    _ sentence: Int, _ steps: [(token: Int, step: Step)], _ position: inout Int, _ context: inout ItemContext
  ) {
    let range = text.sentences[sentence]
    var lastPerson: Int?
    var token = range.lowerBound
    while token < range.upperBound {
      while position < steps.count, steps[position].token < token { position += 1 }
      var end = token + 1
      var isDone = false
      while position < steps.count, steps[position].token == token {
        switch steps[position].step {
        case .mention(let index):
          see(index, sentence, &context)
          if mentions[index].type == .person { lastPerson = lastPerson ?? index }
          end = max(end, mentions[index].type == .person ? mentions[index].tokens.upperBound : token + 1)
        case .title(let index):
          if let mention = linkRole(titles[index], sentence, &context) {
            end = max(end, mentions[mention].tokens.upperBound)
          }
        }
        isDone = true
        position += 1
      }
      if !isDone, isFree(token) { end = max(end, linkWord(token, sentence, &context) ?? end) }
      token = end
    }
    context.subject = lastPerson.flatMap { index in
      mentions[index].tokens.lowerBound < range.lowerBound + 12
        ? context.people.first { $0.entity == mentions[index].entity } : nil
    }
  }

  /// Takes a named thing into the context.
  private func see(_ index: Int, _ sentence: Int, _ context: inout ItemContext) {
    let mention = mentions[index]
    guard let entity = mention.entity else { return }
    switch mention.type {
    case .person:
      if counterparts.contains(index),
        let other = context.people.last(where: { $0.entity != entity && $0.country != mention.country })
      {
        var positions = positions(of: entity)
        positions.add(self.positions(of: other.entity))
        positionCache[entity] = positions
      }
      if let title = mention.title { titleWords[entity, default: []].formUnion(title.map { word($0) }) }
      context.see(
        person: .init(entity: entity, country: mention.country, token: mention.tokens.lowerBound, sentence: sentence))
    case .country:
      guard let code = mention.country,
        mention.rule != "country.in-name" || mention.tokens.count > 1 || isInPair(mention)
      else { return }
      if let last = context.countries.last, last != code, isJoined(mention.tokens.lowerBound) {
        context.pair = [last, code]
      }
      context.see(country: code)
    case .organization, .project, .award: context.see(thing: index)
    default: break
    }
  }

  private func isInPair(_ mention: MentionDraft) -> Bool { isJoined(mention.tokens.lowerBound) }

  /// Whether a country's name is joined to one before it: "Vietnam – Kazakhstan", "Kazakhstan and Vietnam".
  private func isJoined(_ token: Int) -> Bool {
    guard token > 1 else { return false }
    guard marks[token - 1] == .hyphen || marks[token - 1] == .dash || word(token - 1) == rules.and else { return false }
    guard let before = claim(token - 2) else { return false }
    return mentions[before].type == .country || claim(token) == before
  }

  /// Groups, pronouns and references that start at a free token.
  private func linkWord(_ token: Int, _ sentence: Int, _ context: inout ItemContext) -> Int? {
    if let index = linkGroup(token, sentence, &context) { return mentions[index].tokens.upperBound }
    if let index = linkPronoun(token, sentence, &context) { return mentions[index].tokens.upperBound }
    if let index = linkReference(token, &context) { return mentions[index].tokens.upperBound }
    return nil
  }
}
