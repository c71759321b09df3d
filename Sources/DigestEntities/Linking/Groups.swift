internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a group word gathers, by the `value` of its row in `words.tsv`.
private enum GroupKind: Int {
  case people = 1
  case countries, sides, either, guests
}

extension Reading {
  /// "the two leaders", "both sides", "the three countries", "the duo".
  func linkGroup(_ start: Int, _ sentence: Int, _ context: inout ItemContext) -> Int? {
    guard mayOpenGroup(start), let (range, kind, head, count) = groupPhrase(start) else { return nil }
    var mention = MentionDraft(
      tokens: range, type: kind == .countries || kind == .sides ? .country : .person, form: .group,
      rule: "group.unresolved")
    var earlier = context
    // "spoke by phone with both men": not the one who spoke.
    if isObject(range.lowerBound) { earlier.forget(sentence: sentence) }
    var members = members(kind, head: head, count: count, earlier)
    if members.isEmpty { members = self.members(kind, head: head, count: count, context) }
    if !members.isEmpty {
      mention.group = members
      mention.antecedents = antecedents(of: members, context)
      mention.rule = registry[members[0]].type == .person ? "coref.group-people" : "coref.group-countries"
      mention.type = registry[members[0]].type
      context.group = members
      context.groupSentence = sentence
    }
    return add(mention)
  }

  /// Where the members that are people were named last.
  func antecedents(of members: [Int], _ context: ItemContext) -> [Int] {
    context.people.filter { members.contains($0.entity) }.map(\.token)
  }

  /// Whether a preposition or a verb governs the words from a token on.
  private func isObject(_ token: Int) -> Bool {
    guard token > 0, !isOpening(token) else { return false }
    return rules.beforeObject.contains(word(token - 1)) || classes(token - 1).contains(.verbPast)
  }

  /// Whether a group's first word stands at a token; most words are dismissed here.
  private func mayOpenGroup(_ token: Int) -> Bool { rules.groupOpeners.contains(word(token)) }

  private func groupPhrase(_ start: Int) -> (Range<Int>, GroupKind, head: Int, count: Int?)? {
    let limit = text.sentences[text.sentence(of: start)].upperBound
    var token = start
    var count: Int?
    var countEnd: Int?
    var isDefinite = false
    while token < limit, token < start + 5 {
      let current = word(token)
      if current == rules.the || current == rules.these || current == rules.those || current == rules.their
        || current == rules.our
      {
        isDefinite = true
      } else if current == rules.both || current == rules.neither {
        isDefinite = true
        count = 2
      } else if current == rules.two {
        count = 2
        countEnd = token + 1
      } else if current == rules.three {
        count = 3
        countEnd = token + 1
      } else if current == rules.all
        || token > start && (classes(token).contains(.adjective) || kinds[token].contains(.portfolio))
      {
        if groupKind(token) != nil { break }
      } else {
        break
      }
      token += 1
    }
    guard token < limit, token > start, isDefinite || count != nil && isOpening(start) else { return nil }
    // "and the two agreed", "the two last met"
    if groupKind(token) == nil, isDefinite, let countEnd, isVerbAhead(countEnd) {
      return (start..<countEnd, .either, countEnd - 1, count)
    }
    guard let (kind, end) = groupKind(token), kind != .guests || count != nil else { return nil }
    // "the ministers of trade and water" are other people.
    if end < limit,
      word(end) == rules.of || word(end) == rules.for || isCapital(end) && !isOpening(end) && kind == .people
    {
      return nil
    }
    return (start..<end, kind, token, count)
  }

  /// Whether a verb stands at a token, an adverb aside.
  private func isVerbAhead(_ token: Int) -> Bool {
    var token = token
    guard token < claims.count else { return false }
    if classes(token).contains(.adverb) || classes(token).contains(.adjective), token + 1 < claims.count { token += 1 }
    let classes = classes(token)
    return classes.contains(.modal) || classes.contains(.toBe) || classes.contains(.toHave) || classes.contains(.toDo)
      || classes.contains(.verbPast)
  }

  private func groupKind(_ token: Int) -> (GroupKind, Int)? {
    if let match = termMatch(token), lexical.matches.entries(of: match).contains(where: { $0.wordClass == .group }) {
      return (.people, match.tokens.upperBound)
    }
    if let match = titleMatch(token), lexical.matches.entries(of: match).contains(where: { $0.form == .plural }),
      isFree(token)
    {
      return (.people, match.tokens.upperBound)
    }
    if token > 0, word(token - 1) == rules.neither, kinds[token].contains(.guest) { return (.guests, token + 1) }
    guard let value = lexicon.value(word(token), .group), let kind = GroupKind(rawValue: value) else { return nil }
    return (kind, token + 1)
  }

  private func members(_ kind: GroupKind, head: Int, count: Int?, _ context: ItemContext) -> [Int] {
    switch kind {
    case .people, .either, .guests: return people(head: head, count: count ?? 2, context)
    case .countries: return countries(count ?? 2, context)
    case .sides:
      let pair = countries(count ?? 2, context)
      return pair.isEmpty ? people(head: head, count: count ?? 2, context) : pair
    }
  }

  /// The last people of different countries; where the word names a position, who bear it.
  private func people(head: Int, count: Int, _ context: ItemContext) -> [Int] {
    let wanted = groupPositions(head)
    let exact = context.lastPeople(count) { person in
      person.country != nil && (wanted.isEmpty || positions(of: person.entity).contains { wanted.contains($0) })
    }
    if exact.count == count { return exact.map(\.entity) }
    if !wanted.isEmpty {
      let kinds = Set(wanted.map { kind(ofPosition: $0) })
      let similar = context.lastPeople(count) { person in
        person.country != nil && positions(of: person.entity).contains { kinds.contains(kind(ofPosition: $0)) }
      }
      if similar.count == count { return similar.map(\.entity) }
    }
    // People whose country is not known: only if there are no others.
    return context.people.count == count && wanted.isEmpty ? context.people.map(\.entity) : []
  }

  /// The positions that "presidents", "foreign ministers" and the like name; none for "leaders".
  private func groupPositions(_ head: Int) -> [Int] {
    guard let match = titleMatch(head) else { return [] }
    return lexical.matches.entries(of: match).filter { $0.form == .plural }.map { Int($0.row) }
      .filter { !["position:leader", "position:official"].contains(lexicon.table(.positions).cell($0, "id")) }
  }

  /// The pair of countries in play: joined ones, those of the last two leaders, or the only ones.
  private func countries(_ count: Int, _ context: ItemContext) -> [Int] {
    var codes: [String] = []
    if context.countries.count == count {
      codes = context.countries
    } else if count == 2 {
      let leaders = context.lastPeople(2) { $0.country != nil }
      let pair = leaders.compactMap(\.country)
      codes = pair.count == 2 ? pair : context.pair
      if codes.isEmpty, context.countries.count > 2 { return [] }
    }
    if codes.isEmpty {
      let leaders = context.lastPeople(count) { $0.country != nil }
      codes = leaders.compactMap(\.country)
    }
    guard codes.count == count else { return [] }
    let numbers = codes.compactMap { registry.country($0) }
    return numbers.count == count ? numbers : []
  }
}
