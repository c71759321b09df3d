internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Gives people the titles that stand behind their names: "Dana Omarova, chair of the board of the Steppe Fund,".
  func attachAppositions() {
    var titleAt: [Int: Int] = [:]
    for (index, title) in titles.enumerated() where !title.isPlural {
      if titleAt[title.extent.lowerBound] == nil { titleAt[title.extent.lowerBound] = index }
    }
    for index in people.indices { attachApposition(&people[index], titleAt) }
  }

  private func attachApposition(_ person: inout PersonName, _ titleAt: [Int: Int]) {
    let name = mentions[person.mention]
    let limit = text.sentences[text.sentence(of: name.tokens.lowerBound)].upperBound
    guard name.tokens.upperBound + 1 < limit, marks[name.tokens.upperBound] == .comma else { return }
    var token = name.tokens.upperBound + 1
    if word(token) == rules.who { return attachClause(person, from: token, limit: limit) }
    // "Sadykov, 34, a ..." and "the", "a", "his" before the title.
    var skipped = 0
    while token < limit, titleAt[token] == nil, skipped < 2,
      classes(token).intersects(WordClassSet(.article, .possessive)) || classes(token).contains(.adverb)
    {
      token += 1
      skipped += 1
    }
    guard token < limit, let index = titleAt[token] else { return }
    let title = titles[index]
    // A title that has a name of its own behind it is the next person's.
    if mentions.count > 0, isPersonBehind(title, limit: limit) { return }
    guard title.extent.upperBound >= limit || isAppositionEnd(title.extent.upperBound) else { return }
    // "..., a spokesman said": the subject of a clause of its own.
    if title.extent.upperBound < limit, isReportVerb(title.extent.upperBound) { return }
    mentions[person.mention].extent = name.extent.lowerBound..<title.extent.upperBound
    titles[index].isUsed = true
    if mentions[person.mention].title == nil {
      mentions[person.mention].title = title.tokens
      person.positions += ownPositions(title)
    }
    for body in title.bodies { setBody(of: person.mention, mentions[body]) }
    if title.isAuthor { authors.insert(person.mention) }
  }

  /// "NAME, who chairs the Steppe Fund, ..."
  private func attachClause(_ person: PersonName, from token: Int, limit: Int) {
    var end = token + 1
    guard token + 2 < limit else { return }
    // Only a clause that tells an office: "who chairs ...", "who is the minister of ..."; others tell events.
    let isOffice =
      kinds[token + 1].contains(.roleVerb)
      || classes(token + 1).contains(.toBe) && (token + 2..<min(token + 5, limit)).contains { isTitleWord($0) }
    guard isOffice else { return }
    while end < limit, end < token + 16, marks[end] != .comma, marks[end] != .stop {
      if let index = claim(end) {
        if mentions[index].type == .person { return }
        if mentions[index].type == .organization { setBody(of: person.mention, mentions[index]) }
      }
      end += 1
    }
    guard end < limit, marks[end] == .comma else { return }
    mentions[person.mention].extent = mentions[person.mention].extent.lowerBound..<end
  }

  private func isPersonBehind(_ title: TitlePhrase, limit: Int) -> Bool {
    guard title.tokens.upperBound < limit, let index = claim(title.tokens.upperBound) else { return false }
    return mentions[index].type == .person
  }

  private func isAppositionEnd(_ token: Int) -> Bool {
    marks[token] != .none || !isCapital(token)
  }
}
