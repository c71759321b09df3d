internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Whether a country's name means the country here, and no town, state or person of the same name.
  func isCountry(_ match: Match, _ entry: NameEntry, _ evidence: PlaceEvidence) -> Bool {
    let rivals = namesakes(match, entry)
    let isPerson = match.tokens.count == 1 && evidence.people.contains(word(match.tokens.lowerBound))
    let needsContext = isPerson || isWeak(entry, in: match)
    guard needsContext || !rivals.codes.isEmpty else { return true }
    let slot = slotScore(match, entry)
    if abs(slot) >= Self.certain { return slot > 0 }
    // What is said of this very name is no evidence of something else.
    let isCounted = !isDoubtful(match, entry, evidence.people)
    let score = slot + support(of: countryCode(entry), against: rivals, slot: slot, isCounted: isCounted, evidence)
    return needsContext ? score > 0 : score >= 0
  }

  /// Words around a name that leave no doubt: "the president of Georgia", "Georgia residents".
  private static let certain = 4

  /// What the rest of the document says for a country, or against it.
  private func support(
    of code: String, against rivals: FactIndex.Namesakes, slot: Int, isCounted: Bool, _ evidence: PlaceEvidence
  ) -> Int {
    var score = evidence.countries[code, default: 0] > (isCounted ? 1 : 0) ? 2 : 0
    score += min(evidence.places[code, default: 0], 1)
    // One text means one thing by a name.
    if !rivals.codes.isEmpty, let sense = evidence.senses[code] { score += max(-2, min(2, sense - slot)) }
    // A little known town needs words of its own around it.
    guard rivals.areWellKnown || slot + score < 0 && !rivals.codes.isEmpty else { return score }
    score += min(evidence.others(than: code, and: rivals.codes), 2)
    score -= 2 * min(rivals.codes.map { evidence.provinces[$0, default: 0] }.max() ?? 0, 2)
    return score - min(evidence.local, 3)
  }

  // MARK: The words around

  /// What the words around say: a list of countries, a minister's country, a preposition; or a town's, a person's name.
  func slotScore(_ match: Match, _ entry: NameEntry) -> Int {
    if match.tokens.count == 1, isPersonSlot(match.tokens.lowerBound) { return -2 * Self.certain }
    let rivals = namesakes(match, entry).codes
    let score =
      scoreBehind(match.tokens, entry, rivals) + scoreBefore(match.tokens, countryCode(entry), rivals)
      + scoreOf(match.tokens.lowerBound)
    return max(-2 * Self.certain, min(2 * Self.certain, score))
  }

  private func scoreBehind(_ tokens: Range<Int>, _ entry: NameEntry, _ rivals: [String]) -> Int {
    let end = tokens.upperBound
    guard end < claims.count else { return 0 }
    if isCountryNeighbour(end, 1) { return 2 }
    // "Lebanon, Tenn."
    if marks[end] == .comma, end + 1 < claims.count, isProvince(end + 1, of: rivals) { return -2 * Self.certain }
    if isClitic(end), end + 1 < claims.count {
      return rank(end + 1) ?? (isTitleWord(end + 1) || isNameWord(end + 1) ? 2 : 0)
    }
    if entry.form == .name, !rivals.isEmpty, classes(end).intersects(WordClassSet(.townNoun, .localWord)) {
      return -Self.certain
    }
    if let rank = rank(end) { return rank }
    // "Georgia lawmakers": those of a country would be called Georgian.
    if isTitleWord(end) { return isCapital(end) || entry.form == .demonym ? 2 : rivals.isEmpty ? 0 : -1 }
    if isNameWord(end), !shape(end).contains(.sentenceStart), noun(end) == nil, !isTitleLine(end), isUnknown(end) {
      return -3
    }
    let isNoun = isLetter(end) && !classes(end).intersects(.functionWords) && !classes(end).contains(.verb)
    return entry.form == .demonym && isNoun ? 1 : 0
  }

  private func scoreBefore(_ tokens: Range<Int>, _ code: String, _ rivals: [String]) -> Int {
    let first = tokens.lowerBound
    guard first > 0, !isOpening(first) else { return 0 }
    if isCountryNeighbour(first - 1, -1) { return 3 }
    if marks[first - 1] == .comma { return scoreBehindComma(first - 1, tokens.upperBound, code, rivals) }
    let before = word(first - 1)
    if before != 0, rules.beforeCountry.contains(before) { return 1 }
    if isTitleLine(first) { return 0 }
    if classes(first - 1).contains(.namingWord), !isClitic(tokens.upperBound) { return -3 }
    if isNameWord(first - 1) { return isFree(first - 1) ? -2 : 0 }
    // A common noun has no capital here, and a person no such name.
    return classes(first).intersects(WordClassSet(.givenName, .surname)) ? 0 : 1
  }

  private func isTitleLine(_ token: Int) -> Bool { titleCase[Int(lineOfSentence[text.sentence(of: token)])] }

  /// Whether no table but that of people has a name that starts at a token.
  private func isUnknown(_ token: Int) -> Bool {
    nameMatch(token).map { lexical.matches.entries(of: $0).allSatisfy { $0.table == .people } } ?? true
  }

  /// "Tbilisi, Georgia", "Atlanta, Georgia", "508 Oak St., Lebanon", "Ann Reed, 60, Lebanon, was".
  private func scoreBehindComma(_ comma: Int, _ end: Int, _ code: String, _ rivals: [String]) -> Int {
    for start in stride(from: comma - 1, to: max(-1, comma - 4), by: -1) {
      guard let match = nameMatch(start), match.tokens.upperBound == comma else { continue }
      let countries = lexical.matches.entries(of: match).filter { $0.table == .places }
        .compactMap { lexicon.table(.places).value(Int($0.row), "country") }
      if countries.contains(code) { return Self.certain }
      if countries.contains(where: { rivals.contains($0) }) { return -2 * Self.certain }
    }
    if !rivals.isEmpty, comma > 0, classes(comma - 1).contains(.streetNoun), isCapital(comma - 1) {
      return -Self.certain
    }
    return isAge(comma - 1) && end < claims.count && marks[end] == .comma ? -Self.certain : 0
  }

  /// "the president of Georgia", "the city of Turkey", "Galen Reed, 36, of Palestine".
  private func scoreOf(_ first: Int) -> Int {
    guard first > 1, word(first - 1) == rules.of, word(first - 1) != 0 else { return 0 }
    let noun = first - 2
    let kind = kinds[noun].contains(.place) ? subtype(ofHead: noun..<noun + 1, .place) : nil
    if kind == "city" || kind == "district" || classes(noun).contains(.localWord) { return -Self.certain }
    if noun > 0, marks[noun] == .comma, isAge(noun - 1) { return -Self.certain }
    return rank(noun).map { $0 > 0 ? Self.certain : $0 } ?? 0
  }

  /// A number of one or two digits.
  private func isAge(_ token: Int) -> Bool {
    token >= 0 && shape(token).contains(.digit) && text.tokens[token].bytes.count <= 2
  }

  /// How much a title that starts or ends at a token speaks for a country; nil where there is none.
  private func rank(_ token: Int) -> Int? {
    guard let match = titleMatch(token) else { return nil }
    let table = lexicon.table(.positions)
    for entry in lexical.matches.entries(of: match) {
      if table.cell(Int(entry.row), "scope") == "region" { return -3 }
      if Self.nationalRanks.contains(table.cell(Int(entry.row), "kind")) { return 3 }
    }
    return nil
  }

  private static let nationalRanks: Set<String> = [
    "head-of-state", "head-of-government", "minister", "royal", "diplomat",
  ]

  /// Whether a province of one of the countries stands at a token.
  private func isProvince(_ token: Int, of rivals: [String]) -> Bool {
    guard let match = nameMatch(token) else { return false }
    let table = lexicon.table(.places)
    return lexical.matches.entries(of: match).contains { entry in
      entry.table == .places && table.cell(Int(entry.row), "subtype") == "region"
        && rivals.contains(table.cell(Int(entry.row), "country"))
    }
  }

  /// Whether a comma, an "and" or a hyphen leads to another country.
  private func isCountryNeighbour(_ token: Int, _ step: Int) -> Bool {
    guard token >= 0, token < claims.count, token + step >= 0, token + step < claims.count else { return false }
    guard marks[token] == .comma || marks[token] == .hyphen || marks[token] == .dash || word(token) == rules.and else {
      return false
    }
    if step > 0 { return nameMatch(token + 1).map { isStrongCountry($0) } ?? false }
    for start in stride(from: token - 1, to: max(-1, token - 4), by: -1) {
      if let match = nameMatch(start), match.tokens.upperBound == token { return isStrongCountry(match) }
    }
    return false
  }

  private func isStrongCountry(_ match: Match) -> Bool {
    lexical.matches.entries(of: match).contains { $0.table == .countries && !isWeak($0, in: match) }
  }

  // MARK: Mentions

  /// Makes the mention of a country.
  func addCountry(_ tokens: Range<Int>, _ entry: NameEntry, isNested: Bool = false) {
    let number = registry.add(.countries, row: Int(entry.row))
    let form: MentionForm =
      switch entry.form {
      case .demonym, .prefix: .demonym
      case .acronym: .acronym
      default: .name
      }
    var rule = entry.isWeak ? "country.context" : form == .demonym ? "country.demonym" : "country.name"
    if isNested { rule = "country.in-name" }
    add(
      MentionDraft(
        tokens: tokens, type: .country, form: form, entity: number, country: registry[number].country, rule: rule,
        rows: [registry[number].id]))
  }
}
