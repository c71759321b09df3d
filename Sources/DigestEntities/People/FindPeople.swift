internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Finds people: behind titles, before appositions, by the tables, by given name.
  func findPeople() {
    titles = findTitles()
    for index in titles.indices {
      let count = people.count
      findPerson(behind: titles[index])
      titles[index].isUsed = people.count > count
    }
    for sentence in text.sentences { findPeople(in: sentence) }
    people.sort { mentions[$0.mention].tokens.lowerBound < mentions[$1.mention].tokens.lowerBound }
    attachAppositions()
  }

  // MARK: Behind a title

  private func findPerson(behind title: TitlePhrase) {
    let limit = text.sentences[text.sentence(of: title.tokens.lowerBound)].upperBound
    if title.isPlural { return findShared(title, limit: limit) }
    var start = skipHonorifics(title.tokens.upperBound, limit: limit)
    if let run = personRun(start, limit: limit, behindTitle: isCapital(title.head.upperBound - 1)),
      accepts(run, behind: title)
    {
      return addPerson(run, title: title, rule: "person.title-before")
    }
    // "Oman's Foreign Minister, Salim Harthi,"
    guard start + 1 < limit, marks[start] == .comma, title.tokens.upperBound == start else { return }
    start = skipHonorifics(start + 1, limit: limit)
    guard let run = personRun(start, limit: limit), isFullName(run), endsApposition(run.upperBound, limit: limit),
      run.upperBound >= limit || marks[run.upperBound] == .comma || isDefinite(title) || peopleMatch(start) != nil
    else { return }
    addPerson(run, title: title, rule: "person.title-comma")
  }

  /// Whether a title is introduced by an article or possessive, or tells its country.
  private func isDefinite(_ title: TitlePhrase) -> Bool {
    let first = title.extent.lowerBound
    return !title.bodies.isEmpty || first > 0 && classes(first - 1).intersects(WordClassSet(.article, .possessive))
  }

  /// A title with a small letter needs a name that is one by itself; "minister Monday" is none.
  private func accepts(_ run: Range<Int>, behind title: TitlePhrase) -> Bool {
    if titleCase[Int(lineOfSentence[text.sentence(of: run.lowerBound)])] { return peopleMatch(run.lowerBound) != nil }
    if peopleMatch(run.lowerBound) != nil { return true }
    if isOrganizationLike(run) { return false }
    if isCapital(title.head.upperBound - 1) || nameLength(run) >= 2 { return !isHeadOfOther(run) }
    return classes(run.lowerBound).contains(.surname)
  }

  /// A run that ends in the head noun of something else: "President Tokayev Avenue".
  private func isHeadOfOther(_ run: Range<Int>) -> Bool {
    let next = run.upperBound
    return next < claims.count && !shape(next).contains(.sentenceStart) && kinds[next].contains(.award)
      && !classes(next).contains(.verb)
  }

  private func isOrganizationLike(_ run: Range<Int>) -> Bool {
    run.contains {
      kinds[$0].intersects([.organization, .outlet, .project]) && !classes($0).contains(.surname) && isCapital($0)
    }
  }

  private func isFullName(_ run: Range<Int>) -> Bool {
    peopleMatch(run.lowerBound) != nil || nameLength(run) >= 2 && !isOrganizationLike(run)
  }

  /// What can stand behind an apposition: a comma, a stop, a bracket, a verb.
  private func endsApposition(_ token: Int, limit: Int) -> Bool {
    guard token < limit else { return true }
    return marks[token] != .none || !isCapital(token)
  }

  /// "Presidents Ana Ruiz of Peru and Jan Kos of Slovenia".
  private func findShared(_ title: TitlePhrase, limit: Int) {
    var token = title.tokens.upperBound
    if token < limit, marks[token] == .comma { token += 1 }
    var count = 0
    while token < limit, count < 12 {
      token = skipHonorifics(token, limit: limit)
      guard let run = personRun(token, limit: limit), count > 0 || isFullName(run) || isCapital(title.head.lowerBound),
        !isOrganizationLike(run), !isAttributive(run.upperBound, limit: limit)
      else { return }
      addPerson(run, title: title, rule: "person.shared-title", isShared: true)
      count += 1
      token = run.upperBound
      if token + 1 < limit, word(token) == rules.of {
        var next = token + 1
        if word(next) == rules.the, next + 1 < limit { next += 1 }
        if let index = claim(next), mentions[index].type == .country {
          setBody(of: mentions.count - 1, mentions[index])
          token = mentions[index].tokens.upperBound
        }
      }
      guard token < limit else { return }
      if marks[token] == .comma { token += 1 }
      if token < limit, word(token) == rules.and { token += 1 }
    }
  }

  /// Whether a plain noun follows: "leaders of West African states".
  private func isAttributive(_ token: Int, limit: Int) -> Bool {
    guard token < limit, isLetter(token), !isCapital(token), !isClitic(token) else { return false }
    let classes = classes(token)
    if classes.contains(.group) || classes.contains(.nounPlural) { return true }
    return !classes.intersects(.functionWords) && !classes.contains(.verb) && !isParticle(token)
  }

  // MARK: Without a title

  private func findPeople(in sentence: Range<Int>) {
    let isTitle = titleCase[Int(lineOfSentence[text.sentence(of: sentence.lowerBound)])]
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard isFree(token), isCapital(token) || isParticle(token) else {
        token += 1
        continue
      }
      token = findPerson(token, in: sentence, isTitle: isTitle)
    }
  }

  /// Finds the person whose name starts at a token; where to go on.
  private func findPerson(_ token: Int, in sentence: Range<Int>, isTitle: Bool) -> Int {
    let limit = sentence.upperBound
    let start = skipHonorifics(token, limit: limit)
    if start > token, let run = personRun(start, limit: limit), isCapital(run.lowerBound) || isParticle(run.lowerBound),
      !isOrganizationLike(run)
    {
      addPerson(run, title: nil, rule: "person.honorific", extent: token..<run.upperBound)
      return run.upperBound
    }
    guard let run = personRun(token, limit: limit) else { return token + 1 }
    if let match = peopleMatch(token) {
      if !isShortOnly(match) {
        addPerson(personRun(token, limit: limit) ?? match.tokens, title: nil, rule: "person.lexicon")
        return match.tokens.upperBound
      }
      return findKnownShort(match, limit: limit, isTitle: isTitle)
    }
    if isTitle { return run.upperBound }
    if looksLikePerson(run) {
      addPerson(run, title: nil, rule: "person.given-name")
    } else if nameLength(run) >= 2, isHumanContext(run, limit: limit), !isOrganizationLike(run),
      !isPlainOpening(run.lowerBound)
    {
      addPerson(run, title: nil, rule: "person.context")
    } else {
      loose.append(run)
    }
    return run.upperBound
  }

  /// "NAME, who ...", "NAME, the minister of ...", "his counterpart NAME".
  private func isHumanContext(_ run: Range<Int>, limit: Int) -> Bool {
    let end = run.upperBound
    if end + 1 < limit, marks[end] == .comma, word(end + 1) == rules.who || word(end + 1) == rules.whose { return true }
    if end + 1 < limit, marks[end] == .comma, isTitleStart(end + 1, limit) { return true }
    if run.lowerBound > 1, isClitic(run.lowerBound - 1), let country = claim(run.lowerBound - 2),
      mentions[country].type == .country, classes(end - 1).contains(.surname), !classes(end - 1).contains(.commonName)
    {
      return true
    }
    if run.lowerBound > 0, kinds[run.lowerBound - 1].contains(.kin) || kinds[run.lowerBound - 1].contains(.guest) {
      return true
    }
    return run.lowerBound > 1 && marks[run.lowerBound - 1] == .comma
      && kinds[run.lowerBound - 2].intersects([.kin, .guest])
  }

  /// Whether a title starts at a token, or behind its article and country.
  private func isTitleStart(_ token: Int, _ limit: Int) -> Bool {
    var next = token
    while next < limit, next < token + 4,
      classes(next).intersects(WordClassSet(.article, .possessive, .adjective)) || isClitic(next) || claim(next) != nil
        || isPortfolio(next)
    {
      next += 1
    }
    return next < limit && isTitleWord(next) && !isCapital(next) && !titles.isEmpty
  }

  /// A short name of the tables: alone, or the start or end of a longer unknown name.
  private func findKnownShort(_ match: Match, limit: Int, isTitle: Bool) -> Int {
    let first = match.tokens.lowerBound
    var end = first
    var words = 0
    while end < limit, words < 4, isNameWord(end), isFree(end), figure(end) == nil, !isTitleWord(end) || end == first {
      end += 1
      words += 1
      if end + 1 < limit, marks[end] == .hyphen, isGlued(end), isGlued(end + 1) { end += 1 }
    }
    let run = first..<max(end, match.tokens.upperBound)
    if run.count > match.tokens.count, !isTitle {
      if looksLikePerson(run) {
        addPerson(run, title: nil, rule: "person.given-name")
      } else if nameLength(run) >= 2, isHumanContext(run, limit: limit), !isOrganizationLike(run) {
        addPerson(run, title: nil, rule: "person.context")
      } else {
        loose.append(run)
      }
      return run.upperBound
    }
    addPerson(match.tokens, title: nil, rule: "person.short", isBare: true)
    return match.tokens.upperBound
  }

  // MARK: Mentions

  private func addPerson(
    _ run: Range<Int>, title: TitlePhrase?, rule: String, extent: Range<Int>? = nil, isBare: Bool = false,
    isShared: Bool = false
  ) {
    guard !run.isEmpty, run.allSatisfy({ isFree($0) || isTown($0) }) else { return }
    let lower = isShared ? run.lowerBound : min(title?.extent.lowerBound ?? run.lowerBound, run.lowerBound)
    var mention = MentionDraft(
      tokens: run, extent: extent ?? lower..<run.upperBound, type: .person,
      form: nameLength(run) > 1 ? .name : .shortName,
      rule: rule)
    mention.title = title?.tokens
    var name = PersonName(
      mention: mentions.count, keys: keys(run), positions: title.map { ownPositions($0) } ?? [], isBare: isBare)
    if let match = peopleMatch(run.lowerBound) ?? nameMatch(run.lowerBound), match.tokens.upperBound == run.upperBound {
      let rows = lexical.matches.entries(of: match).filter { $0.table == .people && $0.form != .short }
      if rows.count == 1 { name.row = Int(rows[rows.startIndex].row) }
    }
    // A town's name inside the person's is none.
    for token in run { if let other = claim(token) { drop(other) } }
    let index = add(mention)
    reclaim(index)
    for body in title?.bodies ?? [] where !isShared || mentions[body].type == .country {
      setBody(of: index, mentions[body])
    }
    people.append(name)
    if title?.isAuthor == true { authors.insert(index) }
    if title?.head.contains(where: { kinds[$0].contains(.counterpart) }) == true { counterparts.insert(index) }
  }

  /// Whether a token is a place's name of one word.
  private func isTown(_ token: Int) -> Bool {
    claim(token).map { mentions[$0].type == .place && mentions[$0].tokens.count == 1 } ?? false
  }

  /// The positions of a title; the president of a bank is no head of state.
  func ownPositions(_ title: TitlePhrase) -> [Int] {
    guard title.bodies.contains(where: { mentions[$0].type == .organization }) else { return title.positions }
    return title.positions.filter { !["head-of-state", "head-of-government", "royal"].contains(kind(ofPosition: $0)) }
  }

  /// Takes the country or organisation of a title over to the person's mention.
  func setBody(of person: Int, _ body: MentionDraft) {
    if body.type == .country {
      if mentions[person].country == nil { mentions[person].country = body.country }
      if mentions[person].body == nil { mentions[person].body = body.entity }
    } else if body.type == .organization {
      // The organisation is the nearer body; the country stays as the person's.
      if mentions[person].body == nil || isCountry(mentions[person].body) { mentions[person].body = body.entity }
      if mentions[person].country == nil { mentions[person].country = body.country }
    }
  }

  private func isCountry(_ entity: Int?) -> Bool { entity.map { registry[$0].type == .country } ?? false }
}
