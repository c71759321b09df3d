internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Finds everything named but people: by the tables, and by the form of the name; the longer of the two wins.
  func findNames() {
    gatherFullNames()
    for (sentence, tokens) in text.sentences.enumerated() {
      let isTitle = titleCase[Int(lineOfSentence[sentence])]
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        guard isFree(token) else {
          token += 1
          continue
        }
        guard isCapital(token) || nameMatch(token) != nil else {
          token += 1
          continue
        }
        token = max(token + 1, findName(token, limit: tokens.upperBound, isTitle: isTitle, evidence))
      }
    }
  }

  /// Notes which people of the tables the text names in full.
  private func gatherFullNames() {
    for match in lexical.matches.names where match.tokens.count > 1 {
      for entry in lexical.matches.entries(of: match) where entry.table == .people && entry.form != .short {
        namedInFull.insert(Int(entry.row))
      }
    }
  }

  /// Finds the name that starts at a token; where it ends, or the token itself.
  private func findName(_ token: Int, limit: Int, isTitle: Bool, _ evidence: PlaceEvidence) -> Int {
    let pattern = isTitle || !isCapital(token) ? nil : longestPattern(token, limit: limit)
    if let match = nameMatch(token), match.tokens.upperBound >= pattern?.tokens.upperBound ?? 0,
      let entry = choose(match, evidence)
    {
      // A person's name is left for the next step.
      if entry.table == .people { return match.tokens.upperBound }
      add(match, entry)
      return match.tokens.upperBound
    }
    guard let pattern else { return token }
    return add(pattern, evidence)
  }

  private func longestPattern(_ token: Int, limit: Int) -> NamePattern? {
    // The possessive or the demonym before a ministry is a mention of its own.
    var longest = projectPattern(token, limit: limit)
    func take(_ other: NamePattern?) {
      if let other, other.tokens.count > longest?.tokens.count ?? 0 { longest = other }
    }
    take(organizationPattern(token, limit: limit))
    take(otherPattern(token, limit: limit))
    return longest
  }

  /// Which of the things that a match may name it names here.
  func choose(_ match: Match, _ evidence: PlaceEvidence) -> NameEntry? {
    var best: (rank: Int, entry: NameEntry)?
    for entry in lexical.matches.entries(of: match) where accepts(match, entry, evidence) {
      let rank =
        rank(entry) * 64 - (entry.table == .countries ? min(63, evidence.countries[countryCode(entry), default: 0]) : 0)
      if best == nil || rank < best!.rank { best = (rank, entry) }
    }
    return best?.entry
  }

  private func rank(_ entry: NameEntry) -> Int {
    let isLong: Int
    switch entry.table {
    case .people: isLong = entry.form != .short ? 0 : namedInFull.contains(Int(entry.row)) ? 1 : 9
    case .countries: isLong = 1
    case .projects: isLong = 2
    case .organizations: isLong = 3
    case .occasions: isLong = 4
    case .awards: isLong = 5
    case .agreements: isLong = 6
    case .outlets: isLong = 7
    default: isLong = 8
    }
    return isLong * 2 + (entry.isWeak ? 1 : 0)
  }

  private func accepts(_ match: Match, _ entry: NameEntry, _ evidence: PlaceEvidence) -> Bool {
    let first = match.tokens.lowerBound
    let end = match.tokens.upperBound
    if let index = figure(first), figures.figures[index].tokens.upperBound >= end {
      let kind = figures.figures[index].figure.kind
      if kind == .money || kind == .quantity || kind == .date && entry.isWeak { return false }
    }
    if isStopPhrase(first, end) { return false }
    switch entry.table {
    case .people: return !isDate(first) && (entry.form != .short || isShortNameAlone(match))
    case .countries:
      if entry.form == .prefix {
        return end + 1 < claims.count && marks[end] == .hyphen && isGlued(end) && isCapital(end + 1)
      }
      return isCountry(match, entry, evidence)
    case .outlets: return !entry.isWeak && isOutletSpelling(match, entry)
    case .places: return isCapital(first) && isPlaceAlone(match, entry, evidence)
    case .organizations:
      guard !entry.isWeak || isNameAlone(match) else { return false }
      return entry.form == .acronym || isOwnGovernment(match, entry, evidence)
    case .projects, .occasions, .agreements, .awards: return !entry.isWeak || isNameAlone(match)
    default: return true
    }
  }

  /// Whether a name is part of a set phrase that names nothing: "French beans", "Brazil nuts".
  private func isStopPhrase(_ first: Int, _ end: Int) -> Bool {
    guard let match = termMatch(first), match.tokens.upperBound > end else { return false }
    return lexical.matches.entries(of: match).contains { $0.wordClass == .stopPhrase }
  }

  /// Whether a government body that bears no country's name can be that of the row's country: the text is about it.
  private func isOwnGovernment(_ match: Match, _ entry: NameEntry, _ evidence: PlaceEvidence) -> Bool {
    let table = lexicon.table(.organizations)
    guard table.cell(Int(entry.row), "subtype") == "government", let country = table.value(Int(entry.row), "country"),
      match.tokens.allSatisfy({
        kinds[$0] != [] || classes($0).intersects(.functionWords) || classes($0).contains(.adjective)
      })
    else { return true }
    let own = evidence.countries[country, default: 0]
    return own > 0 && evidence.countries.values.allSatisfy { $0 <= own }
  }

  /// Whether a short name of a person stands outside other capitalised words.
  private func isShortNameAlone(_ match: Match) -> Bool { isCapital(match.tokens.lowerBound) }

  /// Outside an attribution an outlet's name must not be plain words of office, nor an acronym in small letters.
  private func isOutletSpelling(_ match: Match, _ entry: NameEntry) -> Bool {
    if match.tokens.allSatisfy({ isPortfolio($0) || kinds[$0].contains(.label) }) { return false }
    guard match.tokens.count == 1, !shape(match.tokens.lowerBound).contains(.allCaps) else { return true }
    let name = lexicon.table(.outlets).cell(Int(entry.row), "name")
    return name != name.uppercased()
  }

  /// Whether no capitalised word stands directly before or behind, nor the start of the sentence.
  private func isNameAlone(_ match: Match) -> Bool {
    let first = match.tokens.lowerBound
    let end = match.tokens.upperBound
    if isOpening(first), !shape(first).contains(.allCaps) { return false }
    if first > 0, isNameWord(first - 1), !isTitleWord(first - 1), nameMatch(first - 1) == nil { return false }
    return end >= claims.count || !isNameWord(end) || shape(end).contains(.sentenceStart)
  }

  /// Whether a place's name is not part of a person's or another unknown name.
  private func isPlaceAlone(_ match: Match, _ entry: NameEntry, _ evidence: PlaceEvidence) -> Bool {
    let first = match.tokens.lowerBound
    let end = match.tokens.upperBound
    let isInside =
      end < claims.count && isNameWord(end) && !shape(end).contains(.sentenceStart)
      && nameMatch(end) == nil && noun(end) == nil && !isTitleWord(end) && legalForm(end) == nil
    if isInside, classes(first).contains(.givenName) || entry.isWeak { return false }
    if first > 0, isNameWord(first - 1), isFree(first - 1), !shape(first).contains(.sentenceStart),
      match.tokens.count == 1,
      classes(first - 1).contains(.givenName)
    {
      return false
    }
    if entry.isWeak {
      let before = first > 0 ? word(first - 1) : 0
      let isLocative = before != 0 && rules.locative.contains(before)
      guard isLocative || isAfterComma(first) else { return false }
      let country = lexicon.table(.places).value(Int(entry.row), "country") ?? ""
      return evidence.countries[country, default: 0] + evidence.places[country, default: 0] > 0
    }
    return true
  }

  private func isAfterComma(_ token: Int) -> Bool { token > 0 && marks[token - 1] == .comma && !isOpening(token) }

  // MARK: Mentions

  /// Adds the mention of a lexicon row.
  private func add(_ match: Match, _ entry: NameEntry) {
    if entry.table == .countries { return addCountry(match.tokens, entry) }
    let number = registry.add(entry.table, row: Int(entry.row))
    let type = registry[number].type
    let isAcronym = entry.form == .acronym
    var mention = MentionDraft(
      tokens: match.tokens, type: type, form: isAcronym ? .acronym : .name, entity: number,
      country: registry[number].country, rule: "\(type.rawValue).lexicon", rows: [registry[number].id])
    if entry.table == .places, isSeat(entry), isGovernmentSlot(match.tokens) {
      mention.form = .metonym
      mention.rule = "place.metonym"
    }
    add(mention)
    addNested(match.tokens, in: registry[number])
  }

  /// Adds the mention of a name found by its form, and the names inside it; where it ends.
  private func add(_ pattern: NamePattern, _ evidence: PlaceEvidence) -> Int {
    var tokens = pattern.tokens
    let extent = tokens
    var country: String?
    // "the Kazakh Energy Ministry": the demonym stands outside the name of a government body.
    if pattern.subtype == "government" || pattern.type == .project, let match = nameMatch(tokens.lowerBound),
      match.tokens.upperBound < tokens.upperBound, isDemonym(match), let entry = choose(match, evidence)
    {
      addCountry(match.tokens, entry)
      country = countryCode(entry)
      if pattern.subtype == "government" { tokens = match.tokens.upperBound..<tokens.upperBound }
    }
    let number =
      knownPart(pattern)
      ?? registry.add(
        pattern.type, name: text.string(country == nil ? tokens : extent), subtype: pattern.subtype, country: country)
    if pattern.type == .organization, country == nil, registry[number].country == nil {
      registry[number].country = countryInName(tokens)
    }
    if pattern.type == .project || country == nil { country = registry[number].country ?? country }
    var mention = MentionDraft(
      tokens: tokens, extent: extent, type: pattern.type, form: .name, entity: number, country: country,
      rule: pattern.rule)
    mention.note = registry[number].name
    let index = add(mention)
    reclaim(index)
    addNested(tokens, in: registry[number])
    return max(pattern.tokens.upperBound, tokens.upperBound)
  }

  /// The country that opens or ends an organisation's name: "China Southern Power Grid", "Orda Bank of Georgia".
  private func countryInName(_ tokens: Range<Int>) -> String? {
    func code(_ token: Int) -> (code: String, end: Int)? {
      guard let match = nameMatch(token), match.tokens.upperBound <= tokens.upperBound,
        let entry = lexical.matches.entries(of: match).first(where: { $0.table == .countries && $0.form == .name })
      else { return nil }
      return (countryCode(entry), match.tokens.upperBound)
    }
    if let first = code(tokens.lowerBound), first.end < tokens.upperBound, marks[first.end] != .hyphen {
      return first.code
    }
    for token in tokens.dropFirst(2) where word(token - 1) == rules.of {
      if let last = code(token), last.end == tokens.upperBound { return last.code }
    }
    return nil
  }

  /// The row of an award whose class the text adds: "Order of Dostyk of the First Class".
  private func knownPart(_ pattern: NamePattern) -> Int? {
    guard pattern.type == .award, let match = nameMatch(pattern.tokens.lowerBound),
      let entry = lexical.matches.entries(of: match).first(where: { $0.table == .awards })
    else { return nil }
    return registry.add(.awards, row: Int(entry.row))
  }

  // MARK: Capitals for governments

  private func isSeat(_ entry: NameEntry) -> Bool {
    let role = lexicon.table(.places).cell(Int(entry.row), "role")
    return role == "capital" || role == "seat"
  }

  /// Whether a capital acts: it is a subject, and no preposition of place stands before it.
  private func isGovernmentSlot(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if first > 0, !isOpening(first), classes(first - 1).contains(.preposition) { return false }
    if first > 0, marks[first - 1] == .comma || word(first - 1) == rules.the { return false }
    var next = tokens.upperBound
    if next + 1 < claims.count, word(next) == rules.and, isNameWord(next + 1) { next += 2 }
    guard next < claims.count, isLetter(next), !isCapital(next) else { return false }
    let classes = classes(next)
    return classes.contains(.verbThird) || classes.contains(.verbPast) || classes.contains(.modal)
      || classes.contains(.toHave) || classes.contains(.toBe) || classes.contains(.verbBase) && next > tokens.upperBound
  }
}
