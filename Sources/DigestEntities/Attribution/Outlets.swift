internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// The outlet's name that ends before a token: known, or with an outlet's head noun.
  func outletEnding(at end: Int, from start: Int) -> Range<Int>? {
    guard end > start else { return nil }
    var end = end
    // "the Vietnam News Agency (VNA) reported"
    if marks[end - 1] == .closeParen, end - 3 >= start, marks[end - 3] == .openParen { end -= 3 }
    var first = end - 1
    while first > start, end - first < 7, isOutletWord(first - 1, end) { first -= 1 }
    if let match = nameMatch(first), match.tokens.upperBound == end, isOutlet(match) { return match.tokens }
    if isOutletName(first..<end) { return first..<end }
    // A known outlet behind words that are not its name: "the Baku outlet Trend".
    for inner in first + 1..<max(first + 1, end) {
      if let match = nameMatch(inner), match.tokens.upperBound == end, isOutlet(match) { return match.tokens }
    }
    return nil
  }

  private func isOutletWord(_ token: Int, _ end: Int) -> Bool {
    isNameWord(token) && !isTitleWord(token) || marks[token] == .ampersand
      || word(token) == rules.of && token + 1 < end && isCapital(token + 1)
      || noun(token).map { $0.kinds.contains(.outlet) && $0.end == end } ?? false
  }

  /// The outlet's name that starts at a token or behind its article.
  func outletPhrase(_ start: Int, in tokens: Range<Int>) -> Range<Int>? {
    var token = start
    while token < tokens.upperBound, token < start + 4,
      !isCapital(token) || nameMatch(token) == nil && classes(token).contains(.article)
    {
      // "the Baku outlet Trend", "the newspaper"
      guard classes(token).contains(.article) || kinds[token].contains(.outlet) || classes(token).contains(.adjective)
      else { return nil }
      token += 1
    }
    guard token < tokens.upperBound else { return nil }
    if let match = nameMatch(token), isOutlet(match), match.tokens.upperBound <= tokens.upperBound,
      match.tokens.upperBound >= tokens.upperBound || !isNameWord(match.tokens.upperBound)
        || kinds[match.tokens.upperBound].isEmpty
    {
      return match.tokens
    }
    guard isNameWord(token) else { return nil }
    var end = nameRun(token, limit: tokens.upperBound)
    while end + 1 < tokens.upperBound, word(end) == rules.of, isNameWord(end + 1) {
      end = nameRun(end + 1, limit: tokens.upperBound)
    }
    // "Saigon news agency": the head noun may have small letters.
    if end < tokens.upperBound, let noun = noun(end), noun.kinds.contains(.outlet) { end = noun.end }
    // "the Baku outlet Trend"
    if kinds[end - 1].contains(.outlet), !isCapital(end - 1), end < tokens.upperBound, let match = nameMatch(end),
      isOutlet(match)
    {
      return match.tokens
    }
    let name = token..<end
    return isOutletName(name) || isBehindOutletNoun(token) ? name : nil
  }

  private func isBehindOutletNoun(_ token: Int) -> Bool {
    token > 0 && kinds[token - 1].contains(.outlet) && !isCapital(token - 1)
  }

  func isOutlet(_ match: Match) -> Bool {
    lexical.matches.entries(of: match).contains { $0.table == .outlets }
  }

  /// Capitalised words with the head noun of an outlet at the end, or before "of".
  func isOutletName(_ tokens: Range<Int>) -> Bool {
    guard tokens.count >= 2, isNameWord(tokens.lowerBound) || word(tokens.lowerBound) == rules.the else { return false }
    let first = tokens.lowerBound
    if isPlainOpening(first), tokens.count == 2, !kinds[first].contains(.outlet) { return false }
    let last = tokens.upperBound - 1
    let hasHead =
      kinds[last].contains(.outlet)
      || noun(max(first, last - 1)).map { $0.kinds.contains(.outlet) && $0.end == last + 1 } ?? false
      || tokens.contains { word($0) == rules.of && $0 > first && kinds[$0 - 1].contains(.outlet) }
    return hasHead && !tokens.contains { isTitleWord($0) && !kinds[$0].contains(.outlet) }
  }

  /// Of several outlets of one name the one whose country the text speaks of most.
  private func likelyOutlet(_ match: Match) -> NameEntry? {
    let entries = lexical.matches.entries(of: match).filter { $0.table == .outlets }
    guard entries.count > 1 else { return entries.first }
    func weight(_ entry: NameEntry) -> Int {
      lexicon.table(.outlets).value(Int(entry.row), "country").map { countryCounts[$0, default: 0] } ?? 0
    }
    return entries.max { weight($0) < weight($1) }
  }

  /// Adds the mention of an outlet; nil where another mention stands there.
  @discardableResult
  func addOutlet(_ tokens: Range<Int>, rule: String) -> Int? {
    guard !tokens.isEmpty, tokens.allSatisfy({ isFree($0) }) else { return nil }
    var tokens = tokens
    if let match = nameMatch(tokens.lowerBound), match.tokens.upperBound <= tokens.upperBound,
      let entry = likelyOutlet(match)
    {
      tokens = match.tokens
      let number = registry.add(.outlets, row: Int(entry.row))
      return add(
        MentionDraft(
          tokens: tokens, type: .organization, form: entry.form == .acronym ? .acronym : .name, entity: number,
          country: registry[number].country, rule: rule, rows: [registry[number].id]))
    }
    if word(tokens.lowerBound) == rules.the, !isCapital(tokens.lowerBound), tokens.count > 1 {
      tokens = tokens.dropFirst()
    }
    let number = registry.add(.organization, name: text.string(tokens), subtype: "media")
    return add(MentionDraft(tokens: tokens, type: .organization, form: .name, entity: number, rule: rule))
  }
}
