internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// A project named by capitalised words and a project noun: "Caspian Asphalt Plant", "Rogun hydropower plant",
  /// "Port of Chancay", "China-Kyrgyzstan-Uzbekistan railway".
  func projectPattern(_ start: Int, limit: Int) -> NamePattern? {
    guard isNameWord(start), !isArticle(start), !isMereAdjective(start) else { return nil }
    let end = nameRun(start, limit: limit)
    // "Port of Chancay"
    if let noun = noun(start), noun.kinds.contains(.project), noun.end + 1 < limit, word(noun.end) == rules.of,
      isNameWord(noun.end + 1), ["port", "airport"].contains(subtype(ofHead: start..<noun.end, .project))
    {
      return pattern(start..<nameRun(noun.end + 1, limit: limit), head: start..<noun.end, rule: "project.of")
    }
    // "Corridor VIII", "Highway 7"
    if let noun = noun(start), noun.kinds.contains(.project), noun.end < limit, isNumeral(noun.end),
      ["corridor", "road", "railway"].contains(subtype(ofHead: start..<noun.end, .project)),
      noun.end + 1 >= limit || !isNameWord(noun.end + 1)
    {
      return pattern(start..<noun.end + 1, head: start..<noun.end, rule: "project.numbered")
    }
    if let joined = joinedProgramme(start, end, limit) { return joined }
    var token = start
    var found: Range<Int>?
    while token < end {
      if token > start, let noun = noun(token), noun.kinds.contains(.project), isCapital(token) {
        found = token..<noun.end
      }
      token += 1
    }
    if let found, found.upperBound >= end, found.upperBound <= limit, !isCompanyLike(start, found),
      isNamedProject(start..<found.lowerBound)
    {
      return pattern(start..<found.upperBound, head: found, rule: "project.head-noun")
    }
    return smallHead(start, end, limit)
  }

  /// "8" or "VIII"
  private func isNumeral(_ token: Int) -> Bool {
    if let index = figure(token), figures.figures[index].tokens.count > 1 { return false }
    if shape(token).contains(.digit) { return text.tokens[token].bytes.count <= 3 }
    return shape(token).contains(.allCaps)
      && text.bytes[text.tokens[token].bytes].allSatisfy {
        $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
      }
  }

  private func isArticle(_ token: Int) -> Bool { classes(token).contains(.article) && !shape(token).contains(.allCaps) }

  /// "New Lima airport": an adjective or number that opens a sentence is no part of the name.
  private func isMereAdjective(_ token: Int) -> Bool {
    isOpening(token) && (figure(token) != nil || classes(token).contains(.adjective) && nameMatch(token) == nil)
  }

  /// "Belt and Road Initiative": a programme of two words joined by "and".
  private func joinedProgramme(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    guard end == start + 1, end + 2 < limit, word(end) == rules.and, nameMatch(start) == nil, !isTitleWord(start),
      !isOpening(start)
    else { return nil }
    let last = nameRun(end + 1, limit: limit)
    guard last == end + 3, nameMatch(end + 1) == nil, kinds[last - 1].contains(.project),
      subtype(ofHead: last - 1..<last, .project) == "programme"
    else { return nil }
    return pattern(start..<last, head: last - 1..<last, rule: "project.joined")
  }

  /// "COSCO Shipping Ports": an organisation's name, or a capital on a plural, makes a company.
  private func isCompanyLike(_ start: Int, _ head: Range<Int>) -> Bool {
    if classes(head.upperBound - 1).contains(.nounPlural), !classes(head.upperBound - 1).contains(.noun) { return true }
    guard let match = nameMatch(start), match.tokens.upperBound > start + 1, match.tokens.upperBound <= head.lowerBound
    else { return false }
    return lexical.matches.entries(of: match).contains { $0.table == .organizations }
  }

  /// The head noun with small letters, an adjective between: "Julius Nyerere hydropower plant", "Shymkent oil refinery".
  private func smallHead(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    var token = end
    // "Lamu Port-South Sudan-Ethiopia Transport (LAPSSET) corridor"
    if token + 2 < limit, marks[token] == .openParen, marks[token + 2] == .closeParen { token += 3 }
    for _ in 0..<2 {
      guard token < limit, isLetter(token), !isCapital(token) else { return nil }
      let isCompound = isHyphened(behind: token)
      if let noun = noun(token), noun.kinds.contains(.project), noun.end <= limit, isNamedProject(start..<end),
        !isCompound, !isWeakHead(token..<noun.end) || isRoute(start..<end) || token > end
      {
        return pattern(start..<noun.end, head: token..<noun.end, rule: "project.small-head")
      }
      guard !classes(token).intersects(.functionWords), !classes(token).contains(.verb), figure(token) == nil else {
        return nil
      }
      token += 1
      // "gas-to-energy project"
      while token + 1 < limit, isHyphened(behind: token - 1) { token += 2 }
    }
    return nil
  }

  private func isHyphened(behind token: Int) -> Bool {
    token + 2 < claims.count && marks[token + 1] == .hyphen && isGlued(token + 1) && isGlued(token + 2)
  }

  /// Heads that are no project without more: "Chinese project", "European strategy".
  private func isWeakHead(_ head: Range<Int>) -> Bool {
    let subtype = subtype(ofHead: head, .project)
    return head.count == 1 && (subtype == "programme" || subtype == "corridor" || kinds[head.lowerBound].contains(.ref))
  }

  /// "X-Y", "X – Y": a name made of the ends of a line.
  private func isRoute(_ tokens: Range<Int>) -> Bool { tokens.contains { marks[$0] == .hyphen || marks[$0] == .dash } }

  /// Whether the words before the head are a name: no bare demonym, no opening word, no title.
  private func isNamedProject(_ modifiers: Range<Int>) -> Bool {
    guard !modifiers.isEmpty else { return false }
    if modifiers.contains(where: { isTitleWord($0) }) { return false }
    if let match = nameMatch(modifiers.lowerBound), match.tokens == modifiers, isDemonym(match) { return false }
    if modifiers.count == 1, isOpening(modifiers.lowerBound), !isKnownName(modifiers.lowerBound) { return false }
    if modifiers.allSatisfy({ kinds[$0].intersects([.works, .portfolio]) || classes($0).contains(.adjective) }) {
      return false
    }
    return true
  }

  /// Whether a word that opens a sentence is a name: the tables have it, or the text writes it with a capital elsewhere.
  private func isKnownName(_ token: Int) -> Bool {
    nameMatch(token) != nil || shape(token).contains(.allCaps) || innerCapitals.contains(key(token))
  }

  private func pattern(_ tokens: Range<Int>, head: Range<Int>, rule: String) -> NamePattern {
    NamePattern(tokens: tokens, type: .project, subtype: subtype(ofHead: head, .project), rule: rule)
  }
}
