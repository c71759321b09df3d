internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a document says of countries and places elsewhere, for names that need context.
struct PlaceEvidence {
  /// Unmistakable mentions of a country, by code.
  var countries: [String: Int] = [:]
  /// Unmistakable mentions of places within a country, by its code.
  var places: [String: Int] = [:]
}

extension Reading {
  /// Counts what is unmistakable.
  func gatherEvidence() -> PlaceEvidence {
    var evidence = PlaceEvidence()
    for match in lexical.matches.names {
      for entry in lexical.matches.entries(of: match) where !isWeak(entry, in: match) {
        if entry.table == .countries {
          evidence.countries[countryCode(entry), default: 0] += 1
        } else if entry.table == .places, match.entries.count == 1,
          let country = lexicon.table(.places).value(Int(entry.row), "country")
        {
          evidence.places[country, default: 0] += 1
        }
      }
    }
    return evidence
  }

  /// Whether a name needs context by any of the ways in which the match names the row.
  func isWeak(_ entry: NameEntry, in match: Match) -> Bool {
    entry.isWeak
      || lexical.matches.entries(of: match).contains { $0.isWeak && $0.table == entry.table && $0.row == entry.row }
  }

  /// The ISO code of a country's row.
  func countryCode(_ entry: NameEntry) -> String {
    String(lexicon.table(.countries).cell(Int(entry.row), "id").dropFirst("country:".count))
  }

  /// Whether a country's name that is also something else means the country here.
  func isCountry(_ match: Match, _ entry: NameEntry, _ evidence: PlaceEvidence) -> Bool {
    let first = match.tokens.lowerBound
    let end = match.tokens.upperBound
    let code = countryCode(entry)
    var score = evidence.countries[code, default: 0] > 0 ? 2 : 0
    score += min(evidence.places[code, default: 0], 1)
    for rival in lexical.matches.entries(of: match) where rival.table == .places {
      if let other = lexicon.table(.places).value(Int(rival.row), "country"), other != code {
        score -= 2 * min(evidence.places[other, default: 0], 2)
      }
    }
    score += slotScore(first, end)
    return score > 0
  }

  /// What the words around say: a list of countries, a minister's country, a preposition; or a person's name.
  private func slotScore(_ first: Int, _ end: Int) -> Int {
    var score = 0
    if end < claims.count, isNameWord(end), !shape(end).contains(.sentenceStart), nameMatch(end) == nil,
      !isTitleWord(end),
      noun(end) == nil
    {
      score -= 3
    }
    if first > 0, isNameWord(first - 1), isFree(first - 1), !shape(first).contains(.sentenceStart) { score -= 2 }
    if end + 1 < claims.count, isClitic(end), isTitleWord(end + 1) || isNameWord(end + 1) { score += 2 }
    if end < claims.count, isTitleWord(end) { score += 2 }
    if first > 0 {
      let before = word(first - 1)
      if before != 0, [rules.in, rules.to, rules.of, rules.from, rules.with, rules.between, rules.and].contains(before)
      {
        score += 1
      }
      if isCountryNeighbour(first - 1, -1) { score += 2 }
    }
    if isCountryNeighbour(end, 1) { score += 2 }
    return score
  }

  /// Whether a comma, an "and" or a hyphen leads to another country.
  private func isCountryNeighbour(_ token: Int, _ step: Int) -> Bool {
    guard token >= 0, token < claims.count, token + step >= 0, token + step < claims.count else { return false }
    guard marks[token] == .comma || marks[token] == .hyphen || marks[token] == .dash || word(token) == rules.and else {
      return false
    }
    if step > 0 {
      return nameMatch(token + 1).map { isStrongCountry($0) } ?? false
    }
    for start in stride(from: token - 1, to: max(-1, token - 4), by: -1) {
      if let match = nameMatch(start), match.tokens.upperBound == token { return isStrongCountry(match) }
    }
    return false
  }

  private func isStrongCountry(_ match: Match) -> Bool {
    lexical.matches.entries(of: match).contains { $0.table == .countries && !isWeak($0, in: match) }
  }

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
