internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Explains the capitalised runs that are left, now that the people are known: repeated names, introduced acronyms,
  /// organisations by the words around them.
  func findLateNames() {
    let names = knownNames()
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard isFree(token), isNameWord(token) else {
          token += 1
          continue
        }
        token = max(token + 1, findLateName(token, in: sentence, names))
      }
    }
  }

  /// The names of more than one word found so far, by the sound of their words.
  private func knownNames() -> [NameKey: Int] {
    var names: [NameKey: Int] = [:]
    for (index, mention) in mentions.enumerated()
    where mention.tokens.count > 1 && mention.entity != nil
      && (mention.type == .organization || mention.type == .project)
    {
      let key = NameKeys.combine(keys(mention.tokens))
      if names[key] == nil { names[key] = index }
    }
    return names
  }

  private func findLateName(_ start: Int, in sentence: Range<Int>, _ names: [NameKey: Int]) -> Int {
    var end = nameRun(start, limit: sentence.upperBound)
    while end > start, !(start..<end).allSatisfy({ isFree($0) }) { end -= 1 }
    guard end > start else { return start }
    let run = start..<end
    if end == start + 1, isAcronym(start), let known = introduced[key(start)] {
      return refer(run, to: known.mention, form: .acronym, rule: "acronym-again")
    }
    if end > start + 1, let known = names[NameKeys.combine(keys(run))] {
      return refer(run, to: known, form: .name, rule: "name-again")
    }
    if titleCase[Int(lineOfSentence[text.sentence(of: start)])] { return end }
    if let rule = organizationContext(run, in: sentence) {
      let number = registry.add(.organization, name: text.string(run), country: contextCountry(run))
      registry[number].subtype =
        registry[number].subtype ?? (rule == "outlet.noun-before" ? "media" : contextSubtype(run))
      add(
        MentionDraft(
          tokens: run, type: .organization, form: isAcronym(start) && run.count == 1 ? .acronym : .name, entity: number,
          country: registry[number].country, rule: rule))
    }
    return end
  }

  private func refer(_ run: Range<Int>, to known: Int, form: MentionForm, rule: String) -> Int {
    let earlier = mentions[known]
    var mention = MentionDraft(
      tokens: run, type: earlier.type, form: form, entity: earlier.entity, country: earlier.country,
      rule: "\(earlier.type.rawValue).\(rule)")
    mention.note = earlier.entity.map { registry[$0].name }
    add(mention)
    return run.upperBound
  }

  // MARK: Organisations by context

  private func organizationContext(_ run: Range<Int>, in sentence: Range<Int>) -> String? {
    let first = run.lowerBound
    // "Méridia, a French fund," also at the start of a sentence.
    if word(first) == 0, isDefinedAsFirm(run.upperBound, sentence.upperBound) { return "organization.apposition" }
    guard isUnknownName(run) else { return nil }
    if first > sentence.lowerBound, isOrganizationNoun(first - 1) { return "organization.noun-before" }
    if first > sentence.lowerBound + 1, isClitic(first - 1), let index = claim(first - 2),
      mentions[index].type == .country
    {
      return isClauseBreak(run.upperBound, sentence.upperBound) ? "organization.country-possessive" : nil
    }
    if run.upperBound + 1 < sentence.upperBound, word(run.upperBound) == rules.of {
      var next = run.upperBound + 1
      if word(next) == rules.the, next + 1 < sentence.upperBound { next += 1 }
      if let index = claim(next), mentions[index].type == .country, mentions[index].form != .demonym {
        return "organization.of-country"
      }
    }
    if first > sentence.lowerBound, !isCapital(first - 1), kinds[first - 1].contains(.outlet),
      kinds[first - 1].isDisjoint(with: [.organization, .role])
    {
      return "outlet.noun-before"
    }
    if isDefinedAsFirm(run.upperBound, sentence.upperBound) { return "organization.apposition" }
    if run.count > 1, run.upperBound + 1 < sentence.upperBound, word(run.upperBound) == rules.and,
      isOrganization(run.upperBound + 1)
    {
      return "organization.coordinated"
    }
    if isAcronym(first), run.count == 1, isActing(first, sentence) { return "organization.acronym" }
    return nil
  }

  /// No plain English word, no title, no given name.
  private func isUnknownName(_ run: Range<Int>) -> Bool {
    if isPlainOpening(run.lowerBound)
      || isOpening(run.lowerBound) && run.count == 1 && !isAcronym(run.lowerBound) && !isStrange(run.lowerBound)
    {
      return false
    }
    if run.allSatisfy({ isPortfolio($0) || !isNameWord($0) }) { return false }
    return !run.contains { token in
      let classes = classes(token)
      if isTitleWord(token) || kinds[token].intersects([.project, .agreement, .occasion, .works]) { return true }
      if classes.contains(.honorific) || kinds[token].contains(.place) { return true }
      return run.count == 1 && !isAcronym(token)
        && (classes.contains(.verb) || classes.contains(.adjective)
          || classes.contains(.givenName) && !classes.contains(.commonName))
    }
  }

  /// No word of the tables at all, before "of": "Bechtold of the United States".
  private func isStrange(_ token: Int) -> Bool {
    kinds[token].isEmpty && !classes(token).intersects(WordClassSet(.verb, .noun, .nounPlural, .adjective, .givenName))
      && token + 1 < claims.count && word(token + 1) == rules.of
  }

  /// "the company", "operator", "bank" with a small letter and in the singular.
  private func isOrganizationNoun(_ token: Int) -> Bool {
    !isCapital(token) && kinds[token].contains(.firm) && classes(token).contains(.noun)
  }

  /// "Méridia, a French fund,"
  private func isDefinedAsFirm(_ comma: Int, _ limit: Int) -> Bool {
    guard comma + 2 < limit, marks[comma] == .comma, classes(comma + 1).contains(.article) else { return false }
    var token = comma + 2
    while token < min(comma + 6, limit) {
      if isOrganizationNoun(token) { return token + 1 >= limit || !isOrganizationNoun(token + 1) }
      guard
        claim(token) != nil || isLetter(token) && !classes(token).intersects(.functionWords) || marks[token] == .hyphen
      else { return false }
      token += 1
    }
    return false
  }

  private func isOrganization(_ token: Int) -> Bool {
    var token = token
    if word(token) == rules.the, token + 1 < claims.count { token += 1 }
    return claim(token).map { mentions[$0].type == .organization && mentions[$0].tokens.lowerBound == token } ?? false
  }

  private func isClauseBreak(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return true }
    let classes = classes(token)
    return marks[token] != .none && marks[token] != .hyphen || classes.intersects(.functionWords)
      || classes.contains(.verb)
  }

  /// An acronym that does something: followed by a verb of its own.
  private func isActing(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard text.tokens[token].bytes.count >= 3, token + 1 < sentence.upperBound, kinds[token].isEmpty,
      classes(token).isEmpty,
      !shape(token).contains(.digit), !isAllCaps(sentence)
    else { return false }
    let next = classes(token + 1)
    return next.contains(.verbThird) || next.contains(.verbPast) || next.contains(.toHave) || next.contains(.modal)
  }

  /// Whether a line is written in capitals.
  private func isAllCaps(_ tokens: Range<Int>) -> Bool {
    tokens.count { shape($0).contains(.allCaps) } * 2 > tokens.count
  }

  private func contextCountry(_ run: Range<Int>) -> String? {
    if run.lowerBound > 1, isClitic(run.lowerBound - 1), let index = claim(run.lowerBound - 2) {
      return mentions[index].country
    }
    if run.upperBound + 1 < claims.count, word(run.upperBound) == rules.of {
      for next in run.upperBound + 1..<min(run.upperBound + 3, claims.count) {
        if let index = claim(next), mentions[index].type == .country { return mentions[index].country }
      }
    }
    if run.lowerBound > 1, isOrganizationNoun(run.lowerBound - 1) {
      for before in stride(from: run.lowerBound - 2, through: max(0, run.lowerBound - 4), by: -1) {
        if let index = claim(before), mentions[index].form == .demonym { return mentions[index].country }
      }
    }
    return nil
  }

  private func contextSubtype(_ run: Range<Int>) -> String? {
    guard run.lowerBound > 0, isOrganizationNoun(run.lowerBound - 1) else { return nil }
    return subtype(ofHead: run.lowerBound - 1..<run.lowerBound, .firm)
  }
}
