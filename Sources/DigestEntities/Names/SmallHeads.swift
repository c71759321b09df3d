internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// "the Georgian foreign ministry", "the Ghanaian presidency": a government body with small letters, named by its
  /// country.
  func findSmallHeads() {
    for index in mentions.indices where mentions[index].type == .country && mentions[index].form == .demonym {
      addSmallHead(behind: index)
    }
    for title in titles { addTitleBody(title) }
  }

  private func addSmallHead(behind index: Int) {
    let country = mentions[index]
    guard country.rule != "country.in-name" else { return }
    let limit = text.sentences[text.sentence(of: country.tokens.lowerBound)].upperBound
    var token = country.tokens.upperBound
    while token < limit, isFree(token), !isCapital(token), isPortfolio(token) || classes(token).contains(.adjective) {
      token += 1
    }
    guard token < limit, isFree(token), !isCapital(token), kinds[token].contains(.government),
      classes(token).contains(.noun),
      kinds[token].isDisjoint(with: [.role, .occasion]), isDistinct(token, behind: country.tokens.upperBound)
    else { return }
    let tokens = country.tokens.lowerBound..<token + 1
    let number = registry.add(.organization, name: text.string(tokens), subtype: "government", country: country.country)
    let mention = add(
      MentionDraft(
        tokens: tokens, type: .organization, form: .name, entity: number, country: country.country,
        rule: "organization.demonym-head"))
    reclaim(mention)
  }

  /// "government", "service" and the like are too common to be a name without more words.
  private func isDistinct(_ head: Int, behind first: Int) -> Bool {
    head > first || kinds[head].contains(.seat)
  }

  /// "director of NOMAGAS": an unknown name behind an executive's "of" is an organisation.
  private func addTitleBody(_ title: TitlePhrase) {
    guard title.bodies.isEmpty, title.head.upperBound + 1 < title.tokens.upperBound,
      word(title.head.upperBound) == rules.of, isExecutive(title)
    else { return }
    var first = title.head.upperBound + 1
    if word(first) == rules.the { first += 1 }
    guard first < title.tokens.upperBound, isNameWord(first), isFree(first), !isPortfolio(first),
      !kinds[first].contains(.place)
    else { return }
    let end = min(nameRun(first, limit: title.tokens.upperBound), title.tokens.upperBound)
    guard end > first, (first..<end).allSatisfy({ isFree($0) }), !looksLikePerson(first..<end) else { return }
    let number = registry.add(.organization, name: text.string(first..<end))
    add(
      MentionDraft(
        tokens: first..<end, type: .organization, form: isAcronym(first) && end == first + 1 ? .acronym : .name,
        entity: number, rule: "organization.of-title"))
  }

  private func isExecutive(_ title: TitlePhrase) -> Bool {
    if title.positions.contains(where: {
      kind(ofPosition: $0) == "executive" && lexicon.table(.positions).cell($0, "scope") == "organization"
    }) {
      return true
    }
    return title.positions.isEmpty && title.head.contains { kinds[$0].contains(.executive) }
  }
}
