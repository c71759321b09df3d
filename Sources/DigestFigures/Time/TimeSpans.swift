internal import DigestLexicon
internal import DigestText

/// Which words around an expression belong to its span.
///
/// Without options none does. TimeML takes in articles and hedges; what is said to a calendar also the words that
/// bound it ("before Friday", "from 3 to 5 pm", "1 May or later").
struct TimeSpans {
  let tape: TimeTape

  func span(_ parse: TimeParse) -> Range<Int> {
    let options = tape.options
    guard options.timeML || options.queries, !parse.tokens.isEmpty else { return parse.tokens }
    enter(parse)
    return options.timeML ? timeML(parse) : query(parse)
  }

  /// `APPROX` for a year, month or time of day behind "about", "around", "circa".
  func approximation(_ parse: TimeParse) -> String? {
    guard parse.tokens.lowerBound > 0 else { return nil }
    switch parse.expression {
    case .date(let fields) where fields.year != nil && fields.period == nil: break
    case .at(_, let time) where time.hour != nil: break
    default: return nil
    }
    enter(parse)
    return approximator(before: parse.tokens.lowerBound) != nil ? "APPROX" : nil
  }

  private func enter(_ parse: TimeParse) {
    tape.range = tape.source.text.sentences[tape.source.text.sentence(of: parse.tokens.lowerBound)]
  }

  /// Where "about", "around", "ca." before a token start.
  private func approximator(before start: Int) -> Int? {
    let at = tape.isSign(start - 1, ".") && tape.isGlued(start - 1) ? start - 2 : start - 1
    guard let found = tape.term(at, .timeHedge), found.value == 1, found.end >= start - 1 else { return nil }
    return at
  }

  // MARK: TimeML

  /// With its article, "the first" and hedges.
  private func timeML(_ parse: TimeParse) -> Range<Int> {
    var start = hedge(before: parse)
    if start < parse.tokens.lowerBound { return start..<parse.tokens.upperBound }
    if parse.mod == "APPROX" || approximation(parse) != nil, let hedge = approximator(before: start) {
      return hedge..<parse.tokens.upperBound
    }
    if case .duration = parse.expression, let number = tape.value(start - 1, .timeOrdinal), number > 0,
      tape.is(start - 2, .the)
    {
      start -= 1
    }
    if tape.is(start - 1, .year), isYear(parse) { start -= 1 }
    guard tape.is(start - 1, .the),
      start < parse.tokens.lowerBound || parse.mod != nil || takesArticle(parse)
    else { return start..<parse.tokens.upperBound }
    return start - 1..<parse.tokens.upperBound
  }

  private func isYear(_ parse: TimeParse) -> Bool {
    guard let fields = parse.fields else { return false }
    return fields.year != nil && fields.month == nil && fields.period == nil
  }

  /// Where "more than", "nearly" and the like before a duration or distance start; TimeML counts them in.
  private func hedge(before parse: TimeParse) -> Int {
    let start = parse.tokens.lowerBound
    switch parse.expression {
    case .duration where parse.mod != nil: break
    case .distance: break
    default: return start
    }
    for length in 1...3 {
      if let found = tape.term(start - length, .timeHedge), found.end == start,
        length > 1 || !tape.has(start - 1, .preposition)
      {
        return start - length
      }
    }
    return start
  }

  private func takesArticle(_ parse: TimeParse) -> Bool {
    switch parse.expression {
    case .date(let fields): fields.period != nil || fields.day != nil
    case .duration(let amount): amount.parts.first?.number == nil
    case .set, .reference: false
    default: parse.rule != "time.unit-ago"
    }
  }

  // MARK: Queries

  /// With the words that bound it.
  private func query(_ parse: TimeParse) -> Range<Int> {
    var start = parse.tokens.lowerBound
    if isNumbered(parse), tape.is(start - 1, .the) { start -= 1 }
    if tape.is(start - 1, .year), isYear(parse) { start -= 1 }
    if isDayPart(parse), tape.is(start - 1, .the), tape.is(start - 2, .in) { start -= 2 }
    var end = parse.tokens.upperBound
    if case .range = parse.expression {
      let link = tape.is(start - 1, .the) ? start - 2 : start - 1
      if tape.is(link, .from) || tape.is(link, .between) || tape.is(link, .within) { start = link }
    } else if let bound = bound(before: start, parse) {
      start = bound
    } else if let behind = bound(behind: end) {
      end = behind
    }
    return start..<end
  }

  /// "the 18th", "the second week of 2021", "the week of 7 April", "the day after tomorrow".
  private func isNumbered(_ parse: TimeParse) -> Bool {
    switch parse.expression {
    case .nth, .nthWeekday: return parse.mod == nil
    case .date(let fields): return fields.day != nil && fields.month == nil
    case .within(let fields, _): return fields.day != nil
    case .unit(.day, let count, _): return abs(count) == 2 || tape.has(parse.tokens.upperBound - 1, .timeEarlier)
    case .unit(_, _, .text): return tape.has(parse.tokens.lowerBound, .timeUnit)
    default: return false
    }
  }

  private func isDayPart(_ parse: TimeParse) -> Bool {
    if case .at(nil, let time) = parse.expression {
      return time.part != nil || tape.has(parse.tokens.lowerBound, .dayPart)
    }
    return false
  }

  /// Where "before", "no later than", "starting on", "around" and the like start.
  private func bound(before start: Int, _ parse: TimeParse) -> Int? {
    var isFound = false
    var at = start
    if tape.has(at - 1, .preposition), tape.has(at - 2, .timeBound) { at -= 1 }
    if tape.is(at - 1, .the), parse.mod != nil || tape.has(at - 2, .timeBound) { at -= 1 }
    for end in [start, at] {
      for length in [4, 3, 2, 1] {
        guard let found = tape.term(end - length, .timeBound), found.end == end, length > 1 || isPoint(parse) else {
          continue
        }
        return end - length
      }
    }
    if let hedge = approximator(before: start), !isNumbered(parse), !tape.has(hedge - 1, .interrogative) {
      (at, isFound) = (hedge, true)
    }
    return isFound ? at : nil
  }

  private func isPoint(_ parse: TimeParse) -> Bool {
    if case .duration = parse.expression {
      return tape.is(parse.tokens.lowerBound - 1, .within)
    }
    return true
  }

  /// Behind "or later", "and after".
  private func bound(behind end: Int) -> Int? {
    guard tape.is(end, .or) || tape.is(end, .and), tape.has(end + 1, .timeBoundAfter),
      !tape.range.contains(end + 2) || tape.shape(end + 2).contains(.symbol)
    else { return nil }
    return end + 2
  }
}
