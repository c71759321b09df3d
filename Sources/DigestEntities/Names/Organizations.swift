internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A name found by its form.
struct NamePattern {
  var tokens: Range<Int>
  var type: EntityType
  var subtype: String?
  var rule: String
}

extension Reading {
  /// An organisation by head noun, legal form or "of" phrase that starts at a token.
  func organizationPattern(_ start: Int, limit: Int) -> NamePattern? {
    guard isNameWord(start), !isPlainVerb(start) else { return nil }
    let end = nameRun(start, limit: limit)
    if let legal = legalEnd(start, end, limit), legal > start + 1 {
      return NamePattern(
        tokens: start..<legal, type: .organization, subtype: "company", rule: "organization.legal-form")
    }
    guard let head = organizationHead(start, end) else { return nil }
    let subtype = subtype(ofHead: head, .organization)
    let last = ofPhrases(
      head.upperBound, limit: limit, isGovernment: subtype == "government" || subtype == nil,
      isCompany: subtype == "company")
    // "Construction of ..." is no company.
    if head.lowerBound == start, subtype == "company" { return nil }
    if last == head.upperBound {
      guard head.lowerBound > start, isNamed(start..<head.lowerBound, subtype) else { return nil }
    }
    return NamePattern(tokens: start..<last, type: .organization, subtype: subtype, rule: "organization.head-noun")
  }

  private func isPlainVerb(_ token: Int) -> Bool {
    isOpening(token) && (classes(token).contains(.verbParticiple) || classes(token).contains(.verbGerund))
      && !kinds[token].contains(.works)
  }

  /// Behind the legal forms of a run: `Orda Build Co., Ltd.`
  private func legalEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
    var token = start
    var last: Int?
    while token < limit {
      if let next = legalForm(token), token > start || token + 1 < end {
        last = token == start ? nil : next
        token = next
      } else if last != nil {
        if marks[token] == .comma, token + 1 < limit, legalForm(token + 1) != nil { token += 1 } else { break }
      } else if token < end {
        token += 1
      } else if marks[token] == .comma, token == end, token + 1 < limit, legalForm(token + 1) != nil {
        token += 1
      } else {
        break
      }
    }
    return last
  }

  /// The head noun of an organisation in a run: the last that no other capitalised word follows but a title.
  private func organizationHead(_ start: Int, _ end: Int) -> Range<Int>? {
    var found: Range<Int>?
    var token = start
    while token < end {
      if token > start, isTitleWord(token), found != nil { break }
      if let noun = noun(token), noun.kinds.contains(.organization), noun.end <= end, isCapital(token) {
        found = token..<noun.end
        token = noun.end
      } else {
        token += 1
      }
    }
    guard let found else { return nil }
    if found.upperBound < end {
      // "Energy Minister" and "Energy Forum" are no organisations called Energy.
      guard isTitleWord(found.upperBound),
        rules.nouns.subtype(word(found.upperBound - 1), of: .organization, in: lexicon) != "company"
      else { return nil }
    }
    return (start..<found.lowerBound).contains { isTitleWord($0) && $0 > start } ? nil : found
  }

  /// Whether a token is a title or a role of persons.
  func isTitleWord(_ token: Int) -> Bool { titleMatch(token) != nil || kinds[token].contains(.role) }

  /// The subtype that the table gives a head noun.
  func subtype(ofHead head: Range<Int>, _ kind: NounKinds) -> String? {
    if let noun = noun(head.lowerBound), let row = noun.row, noun.kinds.contains(kind) {
      return rules.nouns.subtypes[row].isEmpty ? nil : rules.nouns.subtypes[row]
    }
    return rules.nouns.subtype(word(head.upperBound - 1), of: kind, in: lexicon)
  }

  /// Whether the words before a head noun make it a name: more than a country, for what is not of the government.
  private func isNamed(_ modifiers: Range<Int>, _ subtype: String?) -> Bool {
    if subtype == nil || subtype == "government" || subtype == "party" || subtype == "bank" {
      return !isPlainOpening(modifiers.lowerBound) || modifiers.count > 1
    }
    if let match = nameMatch(modifiers.lowerBound), match.tokens == modifiers, isDemonym(match) {
      // "Chinese Company" opens a headline, "Latvian Railways" is a name.
      return subtype != "company" || !isOpening(modifiers.lowerBound)
    }
    return modifiers.contains {
      !isPlainOpening($0) && !classes($0).contains(.adjective) || kinds[$0].contains(.portfolio)
    }
  }

  /// Whether all entries of a match are demonyms.
  func isDemonym(_ match: Match) -> Bool {
    lexical.matches.entries(of: match).allSatisfy { $0.form == .demonym }
  }

  // MARK: "of" phrases

  /// Behind "of the Communist Party of Vietnam" and the like at a token; the token itself where nothing fits.
  func ofPhrases(_ start: Int, limit: Int, isGovernment: Bool, isCompany: Bool = false) -> Int {
    var end = start
    for _ in 0..<4 {
      guard end + 1 < limit, word(end) == rules.of || word(end) == rules.for else { break }
      var token = end + 1
      if word(token) == rules.the, token + 1 < limit { token += 1 }
      // "TotalEnergies Marine of France" tells the country, not the name.
      if isCompany, let match = nameMatch(token),
        lexical.matches.entries(of: match).contains(where: { $0.table == .countries })
      {
        break
      }
      let next = ofComplement(token, limit: limit, isGovernment: isGovernment)
      if next == token { break }
      end = next
    }
    guard end > start else { return start }
    // "Communist Party of Vietnam Central Committee"
    let run = nameRun(end, limit: limit)
    if run > end, let noun = noun(run - 1), noun.kinds.contains(.organization), noun.end == run { return run }
    if run > end, let noun = noun(max(end, run - 2)), noun.kinds.contains(.organization), noun.end == run { return run }
    return end
  }

  private func ofComplement(_ token: Int, limit: Int, isGovernment: Bool) -> Int {
    if let match = nameMatch(token), isCapital(token), match.tokens.upperBound <= limit, !isDemonym(match) {
      let tables = lexical.matches.entries(of: match).map(\.table)
      if tables.contains(.countries) || tables.contains(.places) || tables.contains(.organizations) {
        return match.tokens.upperBound
      }
    }
    guard isNameWord(token) else { return token }
    if kinds[token].contains(.portfolio) || kinds[token].contains(.works) { return portfolioEnd(token, limit: limit) }
    if isGovernment, isTitleWord(token), let match = titleMatch(token) { return match.tokens.upperBound }
    let end = nameRun(token, limit: limit)
    // A title or a person's name behind the country is not part of the name.
    for inner in token + 1..<max(end, token + 1) where isTitleWord(inner) { return inner }
    return end
  }

  /// Behind "Foreign Affairs", "Trade, Industry and Fisheries".
  func portfolioEnd(_ start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      if isPortfolio(end) {
        end += 1
      } else if end + 1 < limit, end > start,
        word(end) == rules.and || marks[end] == .comma || marks[end] == .ampersand,
        isPortfolio(end + 1), isCapital(end + 1) == isCapital(start)
      {
        end += 2
      } else if end + 2 < limit, end > start, marks[end] == .comma, word(end + 1) == rules.and, isPortfolio(end + 2) {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word can name a minister's field.
  func isPortfolio(_ token: Int) -> Bool {
    (kinds[token].contains(.portfolio) || kinds[token].contains(.works)) && figure(token) == nil
  }
}
