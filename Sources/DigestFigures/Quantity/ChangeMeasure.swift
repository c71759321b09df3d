internal import DigestLexicon
internal import DigestText

/// Finds the words that say what changed: "crude oil processing capacity", "price of oil".
struct ChangeMeasure {
  private let view: QuantityText
  private static let stops = WordClassSet(
    .article, .demonstrative, .possessive, .personalPronoun, .relativePronoun, .interrogative, .preposition,
    .coordinator,
    .subordinator, .negation, .modal, .toBe, .toHave, .toDo, .changeVerb, .fromWord, .toWord, .byWord)
  private static let verbs = WordClassSet(.verbPast, .verbThird, .verbParticiple, .changeVerb)
  private static let auxiliaries = WordClassSet(.modal, .toBe, .toHave, .toDo, .adverb, .negation, .planWord)

  init(_ view: QuantityText) { self.view = view }

  /// The noun phrase before `start`, else between the verb and `start`, else before the verb.
  func measure(start: Int, verb: Int?) -> String? {
    if let verb, verb < start {
      if let object = phrase(endingAt: start, from: verb + 1) { return object }
      return phrase(endingAt: subjectEnd(verb), from: view.sentence.lowerBound)
    }
    return phrase(endingAt: subjectEnd(start), from: view.sentence.lowerBound)
  }

  /// The noun phrase behind "increase in", "growth of".
  func measure(behind index: Int) -> String? {
    guard view.has(index, .inWord) || view.has(index, .numberOf) else { return nil }
    var start = index + 1
    while view.has(start, .article) || view.has(start, .possessive) { start += 1 }
    let group = NounReader(view).group(at: start)
    return group.isEmpty ? nil : view.text.string(group)
  }

  /// Where the subject ends: auxiliaries, adverbs and dates before the verb skipped.
  private func subjectEnd(_ verb: Int) -> Int {
    var end = verb
    var verbs = 0
    let limit = max(view.sentence.lowerBound, verb - 40)
    while end > limit {
      let before = end - 1
      if isVerb(before), verbs < 2 {
        verbs += 1
        end -= 1
      } else if view.claimed[before] || view.classes(before).intersects(Self.auxiliaries) || view.has(before, .toWord)
        || view.has(before, .changeFactor) || view.has(before, .hedge)
      {
        end -= 1
      } else if view.claimed[end - 1] == false, view.has(before, .preposition), end < view.sentence.upperBound,
        view.claimed[end]
      {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  private func phrase(endingAt end: Int, from lowest: Int) -> String? {
    var start = run(endingAt: end, from: lowest)
    guard start < end else { return nil }
    // "price of oil", "exports to Chile", "tariffs on steel": the group before the preposition belongs to it.
    while start - 2 >= lowest, end - start < 30, isLink(start - 1) || view.has(start - 1, .article) && isLink(start - 2)
    {
      var of = isLink(start - 1) ? start - 1 : start - 2
      // "trade between Peru and Chile"
      if view.has(of, .numberAnd) {
        let first = run(endingAt: of, from: lowest)
        guard first < of, view.has(first - 1, .rangeBetween) else { break }
        of = first - 1
      }
      let head = run(endingAt: of, from: lowest)
      guard head < of, !view.has(of - 1, .changeNoun) else { break }
      start = head
    }
    return view.text.string(start..<end)
  }

  private func isLink(_ index: Int) -> Bool {
    view.has(index, .preposition) && !view.has(index, .byWord) && !view.has(index, .fromWord)
      || view.has(index, .numberAnd) && index > view.sentence.lowerBound
  }

  private func run(endingAt end: Int, from lowest: Int) -> Int {
    var start = end
    while start > lowest, end - start < 7, isPart(start - 1) { start -= 1 }
    // "the plant's annual capacity": neither whose it is nor per what.
    if let owner = (start..<end).last(where: { view.shape($0).contains(.clitic) }), owner + 1 < end {
      start = owner + 1
    }
    while start + 1 < end, isRateAdjective(start) { start += 1 }
    while start < end, view.has(start, .rangeDash) || view.shape(start).contains(.clitic) || view.isSign(start, "'") {
      start += 1
    }
    return start
  }

  private func isRateAdjective(_ index: Int) -> Bool {
    guard let term = view.term(index), term.tokens.count == 1 else { return false }
    return view.entries(term).contains { $0.table == .units && $0.form == .adjective }
  }

  /// Whether a word is a verb and no noun of measure: "reached", "is set".
  private func isVerb(_ index: Int) -> Bool {
    let classes = view.classes(index)
    if view.has(index - 1, .numberOf) || view.has(index - 1, .article) { return false }
    return !view.claimed[index] && classes.intersects(Self.verbs) && !classes.contains(.measureNoun)
      && !classes.contains(.noun)
      && !classes.contains(.nounPlural)
  }

  private func isPart(_ index: Int) -> Bool {
    guard view.sentence.contains(index), !view.claimed[index] else { return false }
    if view.has(index, .rangeDash) { return view.isGlued(index) && view.isGlued(index + 1) }
    let shape = view.shape(index)
    guard shape.contains(.letter) || shape.contains(.clitic) else { return false }
    let classes = view.classes(index)
    if classes.contains(.measureNoun) || classes.contains(.flowNoun) || classes.contains(.changeNoun) { return true }
    if classes.contains(.verbBase), !classes.contains(.noun) { return false }
    if shape.contains(.clitic) { return true }
    if classes.intersects(Self.stops) { return false }
    // "the number of ferries": behind "of" or an article no verb stands.
    if view.has(index - 1, .numberOf) || view.has(index - 1, .article) { return true }
    return !(classes.contains(.verbPast) && !classes.contains(.adjective))
      && !(classes.contains(.verbThird) && !classes.contains(.nounPlural))
  }
}
