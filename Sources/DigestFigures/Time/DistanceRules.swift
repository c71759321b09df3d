internal import DigestLexicon
internal import DigestText

/// What an amount of time is in its context: a distance from a date, a stretch, a frequency or a plain duration.
extension TimeGrammar {
  /// Expressions that start with an amount.
  func amountRule(_ index: Int) -> TimeParse? {
    if let weekdays = weekdaysAway(index) ?? countedDirection(index) { return weekdays }
    guard let found = amount(index) else { return nil }
    if let distance = distance(index, found) { return distance }
    if let frequency = rate(index, found) { return frequency }
    guard isDuration(index, found) else { return nil }
    return inAmount(index, found)
      ?? TimeParse(index..<found.end, .duration(found.amount), "time.duration", mod: hedge(index))
  }

  /// Three days ago, two years earlier, a week later, three days after Easter.
  private func distance(_ index: Int, _ found: Amount) -> TimeParse? {
    let next = found.end
    if found.isAdjective { return nil }
    if let ahead = tape.term(next, .timeAhead) {
      return TimeParse(index..<ahead.end, .distance(found.amount, sign: 1, .anchor), "time.from-now")
    }
    if let ago = tape.term(next, .timeAgo), !tape.has(index - 1, .toHave) || !tape.has(next, .verb) {
      return TimeParse(index..<ago.end, .distance(found.amount, sign: -1, .anchor), "time.ago")
    }
    let sign = tape.term(next, .timeEarlier) != nil ? -1 : tape.term(next, .timeLater) != nil ? 1 : 0
    // "a week later than planned"
    if sign != 0, tape.has(next + 1, .moreThanWord) { return nil }
    guard
      sign != 0 || tape.is(next, .from) || tape.is(next, .since) || tape.is(next, .starting) || tape.isSign(next, ","),
      !isRateOfNoun(index, found)
    else { return nil }
    if let stretch = stretchFrom(index, found) { return stretch }
    if let inner = date(next + 1), !found.isVague,
      !tape.is(next, .from) || inner.fields?.day != nil || inner.fields?.year == nil,
      tape.is(next, .after) || tape.is(next, .from) || tape.is(next, .since)
    {
      let direction = sign == 0 ? 1 : sign
      return TimeParse(
        index..<inner.tokens.upperBound, .distance(found.amount, sign: direction, .date(inner.expression)),
        "time.distance")
    }
    guard sign != 0, let end = tape.term(next, sign < 0 ? .timeEarlier : .timeLater)?.end else { return nil }
    if tape.is(next, .after), !endsPhrase(end) { return nil }
    return TimeParse(index..<end, .distance(found.amount, sign: sign, .text), sign < 0 ? "time.earlier" : "time.later")
  }

  /// "for three days from Monday", "three days starting on Monday": so long from that date on.
  private func stretchFrom(_ index: Int, _ found: Amount) -> TimeParse? {
    var next = found.end
    if tape.isSign(next, ",") { next += 1 }
    let isStarting = tape.is(next, .starting)
    guard isStarting || tape.is(index - 1, .for), isStarting || tape.is(next, .from), !found.isVague else { return nil }
    next += 1
    if isStarting, tape.is(next, .from) || tape.is(next, .on) { next += 1 }
    guard let inner = date(tape.skip(next, .the)),
      inner.fields?.day != nil || inner.fields?.weekday != nil || inner.isDay
    else { return nil }
    return TimeParse(
      index..<inner.tokens.upperBound, .stretch(found.amount, from: inner.expression), "time.stretch-from")
  }

  /// "750,000 tons a year from 2027": behind a noun in the plural, "a year" is a rate.
  private func isRateOfNoun(_ index: Int, _ found: Amount) -> Bool {
    let before = tape.classes(index - 1)
    return found.isArticle && tape.is(found.end, .from) && tape.shape(index - 1).contains(.letter)
      && !before.intersects(WordClassSet(.preposition, .coordinator, .subordinator, .toBe, .verb, .adverb))
  }

  /// "three Fridays ago", "2 Sundays from now".
  private func weekdaysAway(_ index: Int) -> TimeParse? {
    guard let count = count(index), let number = count.number,
      let weekday = tape.value(count.end, .weekdays) ?? tape.value(count.end, .weekday),
      number == number.rounded(), number < 100
    else { return nil }
    let ahead = tape.term(count.end + 1, .timeAhead)
    guard let link = ahead ?? tape.term(count.end + 1, .timeAgo) else { return nil }
    return TimeParse(
      index..<link.end, .weekdays(ahead == nil ? -Int(number) : Int(number), weekday: weekday), "time.weekdays-away")
  }

  /// "the four previous weeks", "2 upcoming months".
  private func countedDirection(_ index: Int) -> TimeParse? {
    guard let count = count(index), !count.isArticle, tape.has(count.end, .timeLast) || tape.has(count.end, .timeNext),
      let unit = tape.unit(count.end + 1), unit.isPlural || !tape.hasVerb
    else { return nil }
    return stretch(index, tape.has(count.end, .timeLast) ? -1 : 1, count.number, unit)
  }

  /// Whether nothing follows that the word before could govern.
  func endsPhrase(_ index: Int) -> Bool {
    !tape.range.contains(index) || tape.shape(index).contains(.symbol) || tape.has(index, .preposition)
      || tape.has(index, .coordinator) || tape.has(index, .modal)
  }

  /// "in five years", where the verb looks ahead: a date.
  private func inAmount(_ index: Int, _ found: Amount) -> TimeParse? {
    if let span = withinAmount(index, found) { return span }
    // "in five years' time"
    let owner = tape.isSign(found.end, "'") || tape.shape(found.end).contains(.clitic) ? found.end + 1 : found.end
    if tape.is(index - 1, .in), !found.isVague, tape.is(owner, .time), owner > found.end {
      let start = tape.options.timeML ? index : index - 1
      return TimeParse(start..<owner + 1, .distance(found.amount, sign: 1, .anchor), "time.in-amount")
    }
    guard tape.is(index - 1, .in), !found.isVague, !found.isAdjective, !tape.is(found.end, .of),
      TenseReader(tape: tape).direction(of: index..<found.end) == .next || !tape.hasVerb
    else { return nil }
    let start = tape.options.timeML ? index : index - 1
    return TimeParse(start..<found.end, .distance(found.amount, sign: 1, .anchor), "time.in-amount")
  }

  /// "within five days", where the verb looks ahead: from the anchor on.
  private func withinAmount(_ index: Int, _ found: Amount) -> TimeParse? {
    guard tape.is(index - 1, .within), !tape.options.timeML,
      (found.amount.parts.last?.unit.rawValue ?? 0) >= TimeUnit.day.rawValue, !found.isVague, !found.isAdjective,
      !tape.is(found.end, .of),
      TenseReader(tape: tape).direction(of: index..<found.end) == .next || !tape.hasVerb
    else { return nil }
    let now = TimeExpression.unit(.day, 0, .anchor)
    return TimeParse(
      index..<found.end, .range(now, .distance(found.amount, sign: 1, .date(now))), "time.within-amount")
  }

  /// "three times a year": the count stands before; "$5 a year": no set, a rate.
  private func rate(_ index: Int, _ found: Amount) -> TimeParse? {
    guard found.isArticle, let unit = found.amount.parts.first?.unit, found.amount.parts.count == 1 else { return nil }
    let before = index - 1
    var start: Int?
    if tape.has(before, .setTimes) { start = before }
    if tape.is(before, .times), count(before - 1) != nil { start = before - 1 }
    guard let start, unit != .second else { return nil }
    return TimeParse(
      start..<found.end, .set(every: TimeAmount(parts: [.init(number: 1, unit: unit)]), on: nil), "time.times-a-unit")
  }

  /// Whether an amount is a duration: "a year" only where a word says so, since it may be a rate or a subject.
  private func isDuration(_ index: Int, _ found: Amount) -> Bool {
    if let era = tape.value(index - 1, .timeOrdinal), era > 0, !found.isAdjective, tape.is(index - 2, .the) {
      return true
    }
    if found.isArticle {
      let before = tape.classes(index - 1)
      let isAlone = index == tape.range.lowerBound && found.end >= tape.range.upperBound - 1
      return isAlone || tape.is(index - 1, .for) || tape.is(index - 1, .in) || tape.is(index - 1, .during)
        || tape.is(index - 1, .after) || tape.is(index - 1, .around) || before.contains(.timeHedge)
        || tape.term(index - 1, .timeHedge) != nil
        || isHedged(index) || found.amount.parts[0].number != 1 || before.contains(.longWord)
    }
    if found.isVague, found.amount.parts[0].unit == .second { return false }
    return !tape.isSign(index - 1, "$") && !tape.isSign(index - 1, "#")
  }

  /// Whether a hedge ends right before a token.
  private func isHedged(_ index: Int) -> Bool { hedge(index) != nil }

  /// The TIMEX3 modifier of the hedge before an amount.
  func hedge(_ index: Int) -> String? {
    for length in 1...3 {
      if let found = tape.term(index - length, .timeHedge), found.end == index {
        return ["", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"][found.value]
      }
    }
    return nil
  }

  // MARK: Units with a word of direction

  /// Last week, next three months, this year, the past few days, the following year.
  func directedUnit(_ index: Int) -> [TimeParse] {
    guard let (sign, isNarrative) = direction(index) else { return [] }
    if sign == 0, tape.has(index + 1, .timeSame) || tape.has(index + 1, .timeNext) || tape.has(index + 1, .timeLast),
      var inner = directedUnit(index + 1).first
    {
      inner.tokens = index..<inner.tokens.upperBound
      return [inner]
    }
    let next = index + 1
    if let found = count(next), !found.isArticle, let unit = tape.unit(found.end), !isAge(unit.end), sign != 0 {
      return [stretch(index, min(sign, 1), found.number, unit)]
    }
    if tape.has(next, .fiscalWord) {
      let unit = tape.unit(next + 1)
      if let unit, unit.unit == .year || unit.unit == .quarter {
        return [TimeParse(index..<unit.end, .unit(.year, min(sign, 1), .anchor), "time.fiscal-year", mod: "FISCAL")]
      }
    }
    if let unit = tape.unit(next) {
      if unit.isPlural {
        // "the last days of his term" are not the days before the text.
        if sign < 0, tape.is(index - 1, .the), tape.is(unit.end, .of) { return [] }
        return sign == 0 ? [] : [stretch(index, min(sign, 1), nil, unit)]
      }
      if unit.unit == .second || unit.unit == .quarter && tape.is(unit.end, .of) && sign == 0 { return [] }
      return [unitParse(index, min(sign, 1), isNarrative, unit)]
    }
    return directedName(index, sign)
  }

  /// The direction word at a token, and whether it counts from the text's last date.
  private func direction(_ index: Int) -> (Int, Bool)? {
    // "will last three weeks"
    if tape.has(index, .timeLast), tape.has(index, .verbBase),
      tape.has(index - 1, .modal) || tape.is(index - 1, .to) || tape.has(index - 1, .negation)
    {
      return nil
    }
    if tape.has(index, .timeLast) { return (-1, tape.value(index, .timeSame) == -1 && tape.is(index - 1, .the)) }
    if let next = tape.value(index, .timeNext) {
      return (next, tape.value(index, .timeSame) == 1 && tape.is(index - 1, .the))
    }
    if tape.has(index, .timeThis) { return (0, false) }
    if let value = tape.value(index, .timeSame) { return (value, true) }
    return nil
  }

  private func unitParse(
    _ index: Int, _ sign: Int, _ isNarrative: Bool, _ unit: (unit: TimeUnit, isPlural: Bool, end: Int)
  ) -> TimeParse {
    let base: TimeExpression.Base = isNarrative ? .text : .anchor
    if unit.unit == .night, !isNarrative {
      return TimeParse(
        index..<unit.end, .at(.unit(.day, sign, base), TimeOfDay(part: .night)), "time.night")
    }
    let rule =
      sign < 0 ? "time.last-unit" : sign > 0 ? "time.next-unit" : isNarrative ? "time.same-unit" : "time.this-unit"
    return TimeParse(index..<unit.end, .unit(unit.unit, sign, base), rule)
  }

  private func stretch(
    _ index: Int, _ sign: Int, _ number: Double?, _ unit: (unit: TimeUnit, isPlural: Bool, end: Int)
  ) -> TimeParse {
    TimeParse(
      index..<unit.end, .span(TimeAmount(parts: [.init(number: number, unit: unit.unit)]), sign: sign),
      "time.last-next-amount")
  }

  /// Last May, next Friday, this summer, last Christmas, this morning.
  private func directedName(_ index: Int, _ sign: Int) -> [TimeParse] {
    guard let direction = TimeExpression.Direction(rawValue: sign) else { return [] }
    let next = index + 1
    if let weekday = tape.value(next, .weekday), !tape.has(next, .weekdayOrWord) || tape.isCapitalized(next) {
      return [TimeParse(index..<next + 1, .directed(DateFields(weekday: weekday), direction), "time.last-next-weekday")]
    }
    if let month = month(next), tape.isCapitalized(next) || !tape.has(next, .monthOrWord) {
      let day = tape.digits(month.end).flatMap { $0.count <= 2 && 1...31 ~= $0.value ? $0.value : nil }
      let end = day == nil ? month.end : month.end + 1
      return [
        TimeParse(index..<end, .directed(DateFields(month: month.month, day: day), direction), "time.last-next-month")
      ]
    }
    if let season = tape.value(next, .season) {
      return [
        TimeParse(index..<next + 1, .directed(DateFields(period: .season(season)), direction), "time.last-next-season")
      ]
    }
    if let holiday = tape.term(next, .holiday) {
      return [TimeParse(index..<holiday.end, .holiday(holiday.value, year: nil, direction), "time.holiday")]
    }
    if sign <= 1, let part = tape.value(next, .dayPart).flatMap(TimeOfDay.Part.init), part != .midday {
      let base: TimeExpression.Base = tape.has(index, .timeSame) && tape.is(index - 1, .the) ? .text : .anchor
      return [TimeParse(index..<next + 1, .at(.unit(.day, sign, base), TimeOfDay(part: part)), "time.day-part")]
    }
    return []
  }
}
