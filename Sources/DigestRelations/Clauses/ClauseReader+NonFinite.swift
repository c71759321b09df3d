internal import DigestLexicon
internal import DigestText
/// Infinitives, participles and relative clauses: what governs them and of whom they are said.
extension ClauseReader {
  /// The verb group or noun that governs an infinitive.
  func governor(ofInfinitive verb: Int) -> Int? {
    var index = verb - 1
    while index >= 0 {
      switch chunks[index].kind {
      case .verb: return index
      case .noun, .preposition, .adverb, .date, .open, .coordinator, .comma, .masked: index -= 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether an infinitive without "to" is joined with the one before: "to visit Lima and meet the minister".
  func isJoinedInfinitive(_ verb: Int) -> Bool {
    guard let group = chunks[verb].verb, group.form == .infinitive, group.tokens.lowerBound == group.head, verb > 0
    else {
      return false
    }
    return chunks[verb - 1].kind == .coordinator || chunks[verb - 1].kind == .comma
  }

  func infinitiveSubjects(of verb: Int, _ depth: Int) -> [Int] {
    guard let governor = governor(ofInfinitive: verb) else {
      // A headline: "Omarova to visit Muscat".
      guard verb > 0, chunks[verb - 1].kind == .noun else { return [] }
      return conjuncts(endingAt: verb - 1)
    }
    // "extended an invitation to B to visit"
    if verb > 2, chunks[verb - 1].mention != nil, isPreposition(verb - 2, words.to), chunks[verb - 3].kind == .noun {
      return [verb - 1]
    }
    // "invited B to visit": what stands between is the one who visits.
    if chunks[governor].verb?.isPassive == false, governor + 1 < verb, chunks[governor + 1].kind == .noun,
      chunks[governor + 1].mention != nil
    {
      let object = conjuncts(startingAt: governor + 1)
      if object.end == verb { return object.group }
    }
    return subjects(of: governor, depth: depth + 1)
  }

  func participleSubjects(of verb: Int, _ depth: Int) -> [Int] {
    var index = verb - 1
    while index >= 0, chunks[index].kind == .adverb || chunks[index].kind == .open { index -= 1 }
    guard index >= 0 else { return followingFinite(after: verb).map { subjects(of: $0, depth: depth + 1) } ?? [] }
    if chunks[index].kind == .noun, chunks[verb].verb?.form == .participle || !isGoverned(startOfChain(index)) {
      return conjuncts(endingAt: index)
    }
    if chunks[index].kind == .comma, index > 0, chunks[index - 1].kind == .noun,
      chunks[verb].verb?.form == .participle, chunks[index - 1].mention != nil || precedingFinite(before: index) == nil
    {
      return [ungoverned(startOfChain(index - 1))]
    }
    // "thanked B for receiving C"
    if index > 1, chunks[index].kind == .preposition, slot(ofPreposition: index) == .for, chunks[index - 1].isPerson,
      chunks[index - 2].kind == .verb
    {
      return [index - 1]
    }
    if let main = precedingFinite(before: index) ?? followingFinite(after: verb) {
      return subjects(of: main, depth: depth + 1)
    }
    return []
  }

  /// The noun group on which a chain of phrases hangs: "a deal" of "a deal for gas to Iraq, signed ...".
  private func ungoverned(_ noun: Int) -> Int {
    var index = noun
    while index > 1, chunks[index - 1].kind == .preposition, chunks[index - 2].kind == .noun {
      index = startOfChain(index - 2)
    }
    return index
  }

  /// "a memorandum between the ministries signed by A": of the groups before a participle the nearest that fits, else the
  /// nearest.
  func participleHead(_ verb: Int, _ subjects: [Int], _ fits: (Int) -> Bool) -> [Int] {
    guard chunks[verb].verb?.form == .participle, subjects.count == 1, subjects[0] < verb, !fits(subjects[0]) else {
      return subjects
    }
    let head = ungoverned(subjects[0])
    return head != subjects[0] && fits(head) ? [head] : subjects
  }

  /// "B, with whom A held talks": what the relative pronoun behind a preposition stands for, and the preposition's slot.
  func relativePhrase(of verb: Int) -> (Slot, [Int])? {
    guard let first = subjects(of: verb).first, first > 1, first < verb, chunks[first - 1].kind == .relative,
      chunks[first - 2].kind == .preposition, let slot = slot(ofPreposition: first - 2)
    else { return nil }
    let group = antecedent(before: first - 2)
    return group.isEmpty ? nil : (slot, group)
  }

  /// "the field, which A and B share": what the relative pronoun before the subject stands for.
  func relativeObject(of verb: Int, subjects: [Int]) -> [Int] {
    guard let first = subjects.first, first > 0, first < verb, chunks[first - 1].kind == .relative else { return [] }
    return antecedent(before: first - 1)
  }

  /// The infinitive or the clause with "that" right behind a verb: "agreed to build a port", "agreed that B would pay".
  func complement(of verb: Int) -> Range<Int>? {
    var start = verb + 1
    while start < chunks.count, [.adverb, .date].contains(chunks[start].kind) { start += 1 }
    // "agreed with B that", "agreed in Lima to build"
    while start + 1 < chunks.count, chunks[start].kind == .preposition, chunks[start + 1].kind == .noun {
      start = conjuncts(startingAt: start + 1).end
    }
    guard start < chunks.count else { return nil }
    switch chunks[start].kind {
    case .verb where chunks[start].verb?.form == .infinitive: break
    case .subordinator where word(start) == words.that: break
    default: return nil
    }
    var end = start + 1
    while end < chunks.count, ![.comma, .stop, .colon, .quote, .masked, .dash].contains(chunks[end].kind) { end += 1 }
    return chunks[start].tokens.lowerBound..<chunks[end - 1].tokens.upperBound
  }

  /// The start of a noun's chain of words for amounts and parts: "a round" of "a round of talks".
  func lightStart(_ index: Int) -> Int {
    var index = index
    while index >= 2, isPreposition(index - 1, words.of), chunks[index - 2].kind == .noun,
      chunks[index - 2].mention == nil, classes[chunks[index - 2].head].contains(.lightHead)
    {
      index -= 2
    }
    return index
  }
}
