internal import DigestLexicon
internal import DigestText
/// Of which noun groups a finite verb is said.
extension ClauseReader {
  /// The noun groups of which the verb group is said.
  func subjects(of verb: Int, depth: Int = 0) -> [Int] {
    guard depth < 6, let group = chunks[verb].verb else { return [] }
    switch group.form {
    case .finite: return finiteSubjects(of: verb, depth)
    case .infinitive: return infinitiveSubjects(of: verb, depth)
    case .participle, .gerund: return participleSubjects(of: verb, depth)
    }
  }

  private func finiteSubjects(of verb: Int, _ depth: Int) -> [Int] {
    if let group = subjectBeforeParenthesis(of: verb) { return group }
    var index = verb - 1
    var passedComma = false
    while index >= 0 {
      switch chunks[index].kind {
      case .adverb, .date, .open, .masked, .quote, .other: index -= 1
      case .comma where index > 2 && isInterpolated(index - 1): index -= 4
      case .comma:
        passedComma = true
        index -= 1
      case .coordinator:
        // "A arrived and met B"
        return precedingFinite(before: index).map { joinedSubjects(of: $0, depth) } ?? []
      case .relative: return antecedent(before: index)
      case .noun:
        if let subject = subject(at: &index, of: verb, passedComma: passedComma) { return subject }
      case .verb:
        if chunks[index].verb?.form == .finite {
          guard let relative = relativeBefore(index) else {
            return passedComma ? subjects(of: index, depth: depth + 1) : []
          }
          index = relative - 1
        } else {
          index -= 1
        }
      case .preposition: index -= 1
      case .dash where index > 1:
        // "The leaders of Oman and Peru - A and B - met"
        guard let open = chunks[..<index].lastIndex(where: { $0.kind == .dash }), open > 0 else { return [] }
        let (group, end) = conjuncts(startingAt: open + 1)
        if end == index, group.allSatisfy({ chunks[$0].isPerson }) { return group }
        index = open - 1
      case .subordinator, .dash, .colon, .close, .stop: return []
      }
    }
    return []
  }

  /// The subject that a verb shares with the one behind "and": "A sat at the lunch that followed but did not speak" has
  /// the main clause's, because a lunch does not speak.
  private func joinedSubjects(of verb: Int, _ depth: Int) -> [Int] {
    let own = subjects(of: verb, depth: depth + 1)
    guard let relative = relativeBefore(verb), !own.contains(where: { chunks[$0].mention != nil || chunks[$0].isRole }),
      let main = precedingFinite(before: relative)
    else { return own }
    return subjects(of: main, depth: depth + 1)
  }

  /// ", the official said,": a report between two commas is no part of the clause round it.
  private func isInterpolated(_ verb: Int) -> Bool {
    verb > 2 && verb + 1 < chunks.count && chunks[verb + 1].kind == .comma && chunks[verb - 1].kind == .noun
      && chunks[verb - 2].kind == .comma && words.isReport(chunks[verb].verb?.verb ?? -1)
  }

  /// "A, who took office in May and is seen as a friend, met B", "A, on a visit to Peru, his first, met B": what opens the
  /// clause, where a comma stands behind it and another before the verb, and no verb but a relative clause's between.
  private func subjectBeforeParenthesis(of verb: Int) -> [Int]? {
    var close = verb - 1
    while close > 0, [.adverb, .date, .masked].contains(chunks[close].kind) || isPrepositionOfDate(close) { close -= 1 }
    guard close > 1, chunks[close].kind == .comma else { return nil }
    var start = close
    while start > 0, ![.colon, .dash, .quote, .subordinator, .stop].contains(chunks[start - 1].kind) { start -= 1 }
    guard let first = (start..<close).first(where: { chunks[$0].kind == .noun && !isGoverned($0) }),
      chunks[start..<first].allSatisfy({ $0.kind != .verb && $0.kind != .relative })
    else { return nil }
    let (group, end) = conjuncts(startingAt: first)
    guard end < close, chunks[end].kind == .comma,
      group.allSatisfy({ chunks[$0].mention != nil && (chunks[$0].isPerson || !chunks[$0].isRole) })
    else { return nil }
    let verbs = (end..<close).filter { chunks[$0].verb?.form == .finite }
    guard verbs.isEmpty || relativeBefore(verbs[0]) != nil else { return nil }
    return group
  }

  private func isPrepositionOfDate(_ index: Int) -> Bool {
    chunks[index].kind == .preposition && index + 1 < chunks.count && chunks[index + 1].kind == .date
  }

  /// The subject that ends at the noun group `index`, or nil after moving `index` past a group that is none.
  private func subject(at index: inout Int, of verb: Int, passedComma: Bool) -> [Int]? {
    let start = startOfChain(index)
    let group = conjuncts(endingAt: index)
    let first = group[0]
    if let listed = listedSubject(group, start, passedComma: passedComma) { return listed }
    // "Teams from Oman and Peru met"
    if group.count > 1, isPreposition(first - 1, words.from), first > 1, chunks[first - 2].kind == .noun,
      group.allSatisfy({ chunks[$0].isCountry })
    {
      index = first - 2
      return nil
    }
    if isGoverned(first) {
      let preposition = word(first - 1)
      if group.count > 1, preposition != words.between, preposition != words.with, preposition != words.among,
        !passedComma
      {
        return [start]
      }
      index = first - 2
      return nil
    }
    if passedComma, first > 0, chunks[first - 1].kind == .verb {
      index = first - 1
      return nil
    }
    if group.count > 1, first > 0, chunks[first - 1].kind == .verb { return [start] }
    // A headline: "Oman, Georgia sign pact".
    if group.count == 1, !passedComma, first == 2, chunks[1].kind == .comma, chunks[0].mention != nil,
      chunks[2].mention != nil, isPlural(verb)
    {
      return [0, 2]
    }
    // An apposition: "A, the chairman, met".
    if passedComma, group.count == 1, first > 1, chunks[first - 1].kind == .comma, chunks[first - 2].kind == .noun {
      let head = startOfChain(first - 2)
      if !isGoverned(head), head == 0 || chunks[head - 1].kind != .verb { return conjuncts(endingAt: first - 2) }
    }
    return group
  }

  /// Of several noun groups in a row those that are the subject, where their order tells.
  private func listedSubject(_ group: [Int], _ start: Int, passedComma: Bool) -> [Int]? {
    let first = group[0]
    // "A met B, and C said": a clause of its own.
    if group.count > 1, start > 1, chunks[start - 1].kind == .coordinator, chunks[start - 2].kind == .comma,
      precedingFinite(before: first) != nil
    {
      return [start]
    }
    // "A, mayor of B and a friend of C, met": what stands between commas tells who the first is.
    if passedComma, group.count > 1, chunks[first].isPerson,
      !group.dropFirst().contains(where: { chunks[$0].isPerson }),
      chunks[group[1]].isRole
    {
      return [first]
    }
    // "The ministers of Peru and Chile, A and B, met", "the head of the fund, A, met"
    if chunks[first].isPerson, first > 1, chunks[first - 1].kind == .comma, chunks[first - 2].kind == .noun,
      !chunks[first - 2].isPerson,
      chunks[startOfChain(first - 2)].isRole || chunks[conjuncts(endingAt: first - 2)[0]].isRole
    {
      return group
    }
    // "Following the talks, A and B issued": the phrase before the comma opens the sentence and is none of them.
    if group.count > 2, isGoverned(first), startOfChain(first) == first, chunks[group[1]].mention != nil,
      opensClause(first) || [.stop, .quote, .colon, .dash].contains(chunks[first - 2].kind),
      chunks[endOfChain(first)].kind == .comma
    {
      return Array(group.dropFirst())
    }
    return nil
  }

  /// Whether nothing but phrases stands before the noun group: "In a meeting on the margins of the summit".
  private func opensClause(_ noun: Int) -> Bool {
    chunks[..<noun].allSatisfy { [.preposition, .noun, .date, .adverb, .open].contains($0.kind) }
      && chunks[0].kind == .preposition
  }

  /// Whether the verb has the form of a plural subject: "sign", not "signs".
  private func isPlural(_ verb: Int) -> Bool {
    guard let group = chunks[verb].verb, group.tokens.count == 1 else { return false }
    let classes = self.classes[group.head]
    return classes.contains(.verbBase) && !group.isPast
  }

  /// Whether a preposition stands before the noun group.
  func isGoverned(_ index: Int) -> Bool { index > 0 && chunks[index - 1].kind == .preposition }

  func relativeBefore(_ verb: Int) -> Int? {
    var index = verb - 1
    while index >= 0, chunks[index].kind == .adverb { index -= 1 }
    return index >= 0 && chunks[index].kind == .relative ? index : nil
  }

  func antecedent(before relative: Int) -> [Int] {
    var index = relative - 1
    if index >= 0, chunks[index].kind == .comma { index -= 1 }
    guard index >= 0, chunks[index].kind == .noun else { return [] }
    return conjuncts(endingAt: index)
  }

  /// The nearest finite verb to the left within the sentence's clause.
  func precedingFinite(before index: Int) -> Int? {
    var index = index - 1
    while index >= 0 {
      if chunks[index].kind == .verb, chunks[index].verb?.form == .finite, !isInterpolated(index) { return index }
      if chunks[index].kind == .colon || chunks[index].kind == .stop { return nil }
      index -= 1
    }
    return nil
  }

  func followingFinite(after index: Int) -> Int? {
    (index + 1..<chunks.count).first { chunks[$0].kind == .verb && chunks[$0].verb?.form == .finite }
  }
}
