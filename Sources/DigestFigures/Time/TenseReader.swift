internal import DigestLexicon

/// Which way the verb of a clause looks: the direction of dates that do not say it themselves.
struct TenseReader {
  let tape: TimeTape

  /// `.last` for reports, `.next` for plans, nil where the clause has no verb.
  func direction(of tokens: Range<Int>) -> TimeExpression.Direction? {
    if isTimetable(before: tokens.lowerBound) { return .next }
    let left = towardsLeft(from: tokens.lowerBound)
    if tape.is(tokens.lowerBound - 1, .for), left != .last || isInvited(before: tokens.lowerBound) { return .next }
    if let left { return left }
    return towardsRight(from: tokens.upperBound)
  }

  /// The nearest verb group before the date, as far as its clause reaches.
  private func towardsLeft(from end: Int) -> TimeExpression.Direction? {
    var isBase = false
    var index = end - 1
    let limit = max(tape.range.lowerBound, end - 40)
    while index >= limit {
      if tape.isSign(index, ";") { break }
      let classes = tape.classes(index)
      if isPlan(index, classes) { return isPastPerfect(index) ? .last : .next }
      if isBase, tape.is(index, .to) || classes.contains(.modal) { return looksAhead(index, classes) }
      if classes.contains(.modal), !classes.contains(.month) || tape.isLowercase(index) {
        return isPerfect(index + 1) ? .last : .next
      }
      if classes.contains(.verbPast) || classes.contains(.verbParticiple), !classes.contains(.verbBase) {
        if let group = participleGroup(index, classes) { return group }
      }
      if classes.contains(.verbBase), tape.is(index - 1, .to) || hasModal(before: index) { isBase = true }
      if classes.contains(.verbThird), !classes.contains(.nounPlural), !tape.has(index - 1, .article) { return .last }
      if tape.is(index, .past) { return .last }
      index -= 1
    }
    return nil
  }

  /// "to meet", "will meet": ahead, unless a finished act governs it ("came to meet").
  private func looksAhead(_ index: Int, _ classes: WordClassSet) -> TimeExpression.Direction? {
    if classes.contains(.modal) { return .next }
    for before in stride(from: index - 1, through: max(tape.range.lowerBound, index - 4), by: -1) {
      let found = tape.classes(before)
      if isPlan(before, found) || found.contains(.modal) { return .next }
      if found.contains(.toBe) { return .next }
      if found.contains(.verbPast), !found.contains(.verbBase) { return .last }
    }
    return .next
  }

  /// A past form: "was held", "met" are past; "to be held", "will be held", "is scheduled" look ahead.
  private func participleGroup(_ index: Int, _ classes: WordClassSet) -> TimeExpression.Direction? {
    for before in stride(from: index - 1, through: max(tape.range.lowerBound, index - 4), by: -1) {
      let found = tape.classes(before)
      if found.contains(.modal) { return isPerfect(before + 1) ? .last : .next }
      if tape.is(before, .to), tape.has(before + 1, .toBe) { return .next }
      if !found.contains(.toBe), !found.contains(.adverb), !found.contains(.toHave) { break }
    }
    return .last
  }

  private func hasModal(before index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(tape.range.lowerBound, index - 3), by: -1) {
      if tape.has(before, .modal) { return true }
      guard tape.has(before, .adverb) || tape.has(before, .negation) || tape.has(before, .toBe) else { return false }
    }
    return false
  }

  private func isPerfect(_ index: Int) -> Bool { tape.has(index, .toHave) }

  /// "the third unit comes in the autumn", "the fair opens on May 5": the present of timetables.
  private func isTimetable(before start: Int) -> Bool {
    var at = start - 1
    if tape.is(at, .the) { at -= 1 }
    guard tape.is(at, .in) || tape.is(at, .on) || tape.is(at, .at) else { return false }
    return tape.is(at - 1, .begins)
  }

  /// "has been invited to Taipei for May": what is called for a date is to come.
  private func isInvited(before end: Int) -> Bool {
    (max(tape.range.lowerBound, end - 8)..<end).contains { tape.is($0, .invited) }
  }

  /// "had been due": a plan of then.
  private func isPastPerfect(_ index: Int) -> Bool { tape.has(index - 1, .toBe) && tape.is(index - 2, .past) }

  private func isPlan(_ index: Int, _ classes: WordClassSet) -> Bool {
    classes.contains(.planWord) && !tape.has(index, .timeNext) && !tape.has(index, .timeReference)
  }

  /// The first verb group behind the date: "On Monday, X will meet ...".
  private func towardsRight(from start: Int) -> TimeExpression.Direction? {
    let limit = min(tape.range.upperBound, start + 40)
    for index in start..<max(start, limit) {
      if tape.isSign(index, ";") { return nil }
      let classes = tape.classes(index)
      if classes.contains(.modal), !classes.contains(.month) || tape.isLowercase(index) {
        return isPerfect(index + 1) ? .last : .next
      }
      if isPlan(index, classes) || tape.has(index, .toBe) && tape.is(index + 1, .to) { return .next }
      // "TUESDAY - President to receive the envoys": the infinitive of headlines.
      if tape.is(index, .to), tape.has(index + 1, .verbBase) { return .next }
      if classes.contains(.verbPast), !classes.contains(.verbBase) { return .last }
    }
    return nil
  }
}
