internal import DigestLexicon
internal import DigestText

/// Finds subjects, objects and attached phrases of a sentence's verbs and nouns.
///
/// Each step looks at chunk kinds only; all scans stop at clause borders, so the work is linear in the sentence for
/// each trigger.
final class ClauseReader {
  let sentence: ChunkedSentence
  let words: GrammarWords
  let text: SegmentedText
  let lexicon: Lexicon
  let chunks: [Chunk]
  /// By token.
  let classes: TokenClasses

  init(sentence: ChunkedSentence, words: GrammarWords, text: LexicalText, lexicon: Lexicon) {
    self.sentence = sentence
    self.words = words
    self.text = text.text
    classes = text.classes
    self.lexicon = lexicon
    chunks = sentence.chunks
  }

  func word(_ chunk: Int) -> Word { text.tokens[chunks[chunk].tokens.lowerBound].word }

  func isPreposition(_ chunk: Int, _ word: Word) -> Bool {
    chunks.indices.contains(chunk) && chunks[chunk].kind == .preposition && chunks[chunk].tokens.count == 1
      && self.word(chunk) == word
  }

  /// "each other", "one another"
  func isReciprocal(_ chunk: Int) -> Bool {
    let tokens = chunks[chunk].tokens
    guard tokens.count == 2 else { return false }
    let (first, second) = (text.tokens[tokens.lowerBound].word, text.tokens[tokens.lowerBound + 1].word)
    return first == words.each && second == words.other || first == words.one && second == words.another
  }

  // MARK: Coordination

  /// The noun groups joined with the one at `last`, from the left: "A, B and C".
  func conjuncts(endingAt last: Int) -> [Int] {
    var group = [last]
    var index = last
    var seenCoordinator = false
    while true {
      var before = startOfChain(index) - 1
      guard before > 0 else { break }
      if chunks[before].kind == .coordinator, !seenCoordinator {
        seenCoordinator = true
        if before > 1, chunks[before - 1].kind == .comma { before -= 1 }
      } else if chunks[before].kind != .comma || !seenCoordinator {
        break
      }
      var previous = before - 1
      // "A (left) and B (right)"
      if previous > 0, chunks[previous].kind == .open { previous -= 1 }
      guard previous >= 0, chunks[previous].kind == .noun else { break }
      // "The ministers of Peru and Chile, A and B": names behind a plural word for posts are in apposition to it.
      if chunks[startOfChain(previous)].isPlural, chunks[startOfChain(previous)].isRole, chunks[group[0]].isPerson {
        break
      }
      if chunks[group[0]].isPerson, chunks[previous].isCountry, chunks[previous].kind == .noun, before > 0,
        chunks[previous + 1].kind == .comma
      {
        break
      }
      group.insert(startOfChain(previous), at: 0)
      index = previous
    }
    return group.map(startOfChain)
  }

  /// The noun groups joined with the one at `first`, to the right, and the chunk behind them.
  func conjuncts(startingAt first: Int) -> (group: [Int], end: Int) {
    if chunks[first].isPlural, chunks[first].isRole, let names = namesBehind(first) {
      return conjuncts(startingAt: names)
    }
    let head = element(at: first)
    var group = [head.chunk]
    var end = head.end
    var pending: [Int] = []
    var pendingEnd = end
    var index = end
    let isPair = isPreposition(first - 1, words.between) || isPreposition(first - 1, words.among)
    while index < chunks.count {
      var next = index
      if next + 1 < chunks.count, chunks[next].kind == .open { next += 1 }
      let isComma = chunks[next].kind == .comma
      if isComma { next += 1 }
      let isLast = next < chunks.count && chunks[next].kind == .coordinator
      if isLast { next += 1 }
      guard isComma || isLast, next < chunks.count, chunks[next].kind == .noun else { break }
      let (element, nextEnd) = element(at: next)
      // "A met B and C said": the last is the subject of a clause of its own.
      if !isPair, nextEnd < chunks.count, chunks[nextEnd].verb?.form == .finite, precedingFinite(before: first) != nil {
        break
      }
      pending.append(element)
      pendingEnd = nextEnd
      index = nextEnd
      if isLast {
        group += pending
        end = pendingEnd
        break
      }
    }
    return (group, end)
  }

  /// A noun group with what belongs to it, and the chunk behind: of "the head of the fund, A" the name.
  private func element(at first: Int) -> (chunk: Int, end: Int) {
    let end = endOfChain(first)
    guard chunks[first].isRole, !chunks[first].isPlural else { return (first, end) }
    var index = end
    for _ in 0..<2
    where index + 1 < chunks.count && chunks[index].kind == .preposition && chunks[index + 1].kind == .noun {
      index = endOfChain(index + 1)
    }
    guard index + 1 < chunks.count, chunks[index].kind == .comma, chunks[index + 1].isPerson else {
      return (first, end)
    }
    let behind = index + 2
    if behind < chunks.count, chunks[behind].verb?.form == .finite { return (first, end) }
    return (index + 1, behind)
  }

  /// "the ministers of Peru and Chile, A and B": the first of the names in apposition to a plural word for posts.
  private func namesBehind(_ first: Int) -> Int? {
    var index = endOfChain(first)
    while index + 1 < chunks.count, chunks[index + 1].kind == .noun,
      chunks[index].kind == .comma || chunks[index].kind == .coordinator || chunks[index].kind == .preposition
    {
      if chunks[index + 1].isPerson { return chunks[index].kind == .comma ? index + 1 : nil }
      guard !chunks[index + 1].isRole else { return nil }
      index = endOfChain(index + 1)
    }
    return nil
  }

  /// The first noun group of "the head of the fund of B".
  func startOfChain(_ index: Int) -> Int {
    var index = index
    while index >= 2, isPreposition(index - 1, words.of), chunks[index - 2].kind == .noun { index -= 2 }
    return index
  }

  /// Behind the last noun group of such a chain.
  func endOfChain(_ index: Int) -> Int {
    var index = index
    while index + 2 < chunks.count, isPreposition(index + 1, words.of), chunks[index + 2].kind == .noun { index += 2 }
    return index + 1
  }

  // MARK: Subjects

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

  private func relativeBefore(_ verb: Int) -> Int? {
    var index = verb - 1
    while index >= 0, chunks[index].kind == .adverb { index -= 1 }
    return index >= 0 && chunks[index].kind == .relative ? index : nil
  }

  private func antecedent(before relative: Int) -> [Int] {
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

  private func followingFinite(after index: Int) -> Int? {
    (index + 1..<chunks.count).first { chunks[$0].kind == .verb && chunks[$0].verb?.form == .finite }
  }

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

  private func infinitiveSubjects(of verb: Int, _ depth: Int) -> [Int] {
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

  private func participleSubjects(of verb: Int, _ depth: Int) -> [Int] {
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

  // MARK: Objects and attached phrases

  /// Fills prepositional slots from phrases before the subject, where they open the clause: "In Lima, A met B", "With the
  /// minister, A discussed".
  func readLeft(of verb: Int, subjects: [Int], into clause: inout Clause) {
    guard let first = subjects.first, first > 1, first < verb else { return }
    var start = first
    scanning: while start > 0 {
      switch chunks[start - 1].kind {
      case .noun, .preposition, .date, .comma, .adverb, .open, .masked: start -= 1
      case .coordinator where start > 1 && chunks[start - 2].kind == .noun && chunks[start].kind == .noun: start -= 1
      case .colon, .dash, .quote, .subordinator, .stop: break scanning
      default: return
      }
    }
    var index = start
    while index + 1 < first {
      guard chunks[index].kind == .preposition, chunks[index + 1].kind == .noun, let slot = slot(ofPreposition: index),
        [.in, .at, .with, .alongside].contains(slot)
      else {
        index += 1
        continue
      }
      let (group, end) = conjuncts(startingAt: index + 1)
      guard end <= first else { return }
      clause.fill(slot, group)
      if slot == .in || slot == .at { clause.places += group }
      index = end
    }
  }

  /// Fills object, prepositional slots and dates from the chunks behind `index`.
  func readRight(of index: Int, into clause: inout Clause, object slot: Slot?) {
    var next = index + 1
    var mayBeObject = slot
    while next < chunks.count {
      switch chunks[next].kind {
      case .adverb, .open, .quote, .other, .masked: next += 1
      case .date:
        clause.dates.append(next)
        next += 1
      case .noun:
        let (group, end) = conjuncts(startingAt: next)
        if let object = mayBeObject {
          clause.fill(object, group)
          mayBeObject = nil
        } else if next > index + 1, chunks[next - 1].kind != .coordinator, chunks[next - 1].kind != .comma {
          return
        }
        next = end
      case .preposition:
        mayBeObject = nil
        next = readPreposition(next, into: &clause)
      case .comma:
        // "in Muscat, on Monday" goes on; anything else ends the clause.
        guard next + 1 < chunks.count else { return }
        switch chunks[next + 1].kind {
        case .preposition, .date, .adverb, .masked: next += 1
        // "the meeting, held in Muscat on Monday"
        case .verb where next == index + 1 && slot == nil && chunks[next + 1].verb?.form == .participle: next += 2
        case .noun:
          // "presented the award, one of the highest honours, to B"
          guard let behind = behindApposition(next) else { return }
          next = behind
        default: return
        }
      case .coordinator:
        guard next + 1 < chunks.count, chunks[next + 1].kind == .preposition || chunks[next + 1].kind == .date else {
          return
        }
        next += 1
      case .verb where chunks[next].verb?.form == .participle && chunks[next - 1].kind == .noun:
        // "at a ceremony held in Muscat on Monday": the occasion's place and day are the event's.
        mayBeObject = nil
        next += 1
      default: return
      }
    }
  }

  /// Behind an apposition between two commas that a preposition follows.
  private func behindApposition(_ comma: Int) -> Int? {
    for index in comma + 1..<min(comma + 8, chunks.count) {
      switch chunks[index].kind {
      case .noun, .adverb, .open: continue
      case .preposition where isPreposition(index, words.of): continue
      case .comma:
        return index + 1 < chunks.count && chunks[index + 1].kind == .preposition ? index + 1 : nil
      default: return nil
      }
    }
    return nil
  }

  private func readPreposition(_ index: Int, into clause: inout Clause) -> Int {
    let next = index + 1
    guard next < chunks.count else { return next }
    if chunks[next].kind == .date {
      clause.dates.append(next)
      return next + 1
    }
    guard chunks[next].kind == .noun else { return next }
    let (group, end) = conjuncts(startingAt: next)
    if let slot = slot(ofPreposition: index) {
      clause.fill(slot, group)
      if slot == .in || slot == .at { clause.places += group }
    }
    return end
  }

  /// The slot of a preposition: of a set phrase only "together with" and its like have one.
  func slot(ofPreposition index: Int) -> Slot? {
    let tokens = chunks[index].tokens
    let last = words.slots[text.tokens[tokens.upperBound - 1].word]
    if tokens.count == 3, [words.honour, words.honor].contains(text.tokens[tokens.lowerBound + 1].word) { return .for }
    return tokens.count == 1 || last == .with ? last : nil
  }

  /// Dates before the trigger in the same clause: "On Monday, A met B".
  func datesBefore(_ index: Int) -> [Int] {
    var dates: [Int] = []
    var next = index - 1
    while next >= 0 {
      switch chunks[next].kind {
      case .date: dates.append(next)
      case .verb where chunks[next].verb?.form == .finite: return dates
      case .stop, .colon, .subordinator: return dates
      default: break
      }
      next -= 1
    }
    return dates
  }
}
