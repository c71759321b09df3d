internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Adds the countries, places and organisations that a longer name holds.
  func addNested(_ outer: Range<Int>, in entity: Entity) {
    guard outer.count > 1 else { return }
    let tellsCountry = Self.tellsCountry(entity)
    var token = outer.lowerBound
    while token < outer.upperBound {
      token = nestedMatch(token, outer, tellsCountry) ?? nestedCountry(token, outer, tellsCountry) ?? token + 1
    }
  }

  /// Whether a country in a thing's name takes part in what is said of the thing: it does in "U.S. Senate", and does
  /// not in "United Russia", "Air France", "Guernsey County".
  private static func tellsCountry(_ entity: Entity) -> Bool {
    switch entity.type {
    case .organization: entity.subtype == nil || entity.subtype == "government" || entity.subtype == "military"
    case .place: false
    default: true
    }
  }

  /// Adds the row's name that starts at a token, where one does; where it ends.
  private func nestedMatch(_ token: Int, _ outer: Range<Int>, _ tellsCountry: Bool) -> Int? {
    guard let match = nameMatch(token), match.tokens.upperBound <= outer.upperBound, match.tokens != outer,
      let entry = lexical.matches.entries(of: match).first(where: { isNestable($0, match) })
    else { return nil }
    if entry.table == .countries {
      if tellsCountry || isTied(match.tokens) { addCountry(match.tokens, entry, isNested: true) }
    } else {
      let number = registry.add(entry.table, row: Int(entry.row))
      add(
        MentionDraft(
          tokens: match.tokens, type: registry[number].type, form: entry.form == .acronym ? .acronym : .name,
          entity: number, country: registry[number].country, rule: "\(registry[number].type.rawValue).in-name",
          rows: [registry[number].id]))
    }
    return match.tokens.upperBound
  }

  private func isNestable(_ entry: NameEntry, _ match: Match) -> Bool {
    switch entry.table {
    case .countries: entry.form != .prefix && isCountry(match, entry, evidence)
    case .organizations, .places: !isWeak(entry, in: match)
    default: false
    }
  }

  /// Adds the country with which a longer name of the tables starts, "U.S. Senate"; where it ends.
  private func nestedCountry(_ token: Int, _ outer: Range<Int>, _ tellsCountry: Bool) -> Int? {
    // What ends within the outer name has been judged.
    guard tellsCountry, isCapital(token), nameMatch(token).map({ $0.tokens.upperBound >= outer.upperBound }) ?? true,
      let inner = lexicon.name(in: text, from: token, to: outer.upperBound - 1),
      let entry = inner.entries.first(where: { $0.table == .countries && !$0.isWeak && $0.form != .prefix })
    else { return nil }
    addCountry(token..<inner.end, entry, isNested: true)
    return inner.end
  }

  /// Whether the name says whose the thing is, or names a pair: "Bank of Canada", "the Kazakh-Chinese Crossing".
  private func isTied(_ tokens: Range<Int>) -> Bool {
    if tokens.upperBound < claims.count, marks[tokens.upperBound] == .hyphen { return true }
    guard tokens.lowerBound > 0 else { return false }
    let before = word(tokens.lowerBound - 1)
    return marks[tokens.lowerBound - 1] == .hyphen || before != 0 && [rules.of, rules.in, rules.and].contains(before)
  }
}
