internal import DigestLexicon
internal import DigestText

/// Early, mid, late and end of a period; units with an article; holidays; vague references; sets.
extension TimeGrammar {
  /// "early 2017", "mid-1990s", "late last year", "the end of May", "later this week".
  func modified(_ index: Int) -> [TimeParse] {
    if let part = tape.term(index, .timePart), tape.is(part.end, .of) {
      if let inner = container(part.end), inner.isDateLike {
        return [wrap(index, inner, part.value, "time.part-of")]
      }
    }
    guard let part = tape.value(index, .timeEarly) else { return [] }
    var next = tape.skipHyphen(index + 1)
    if tape.is(next, .in) || tape.is(next, .on) || tape.is(next, .of), part < 4 { next += 1 }
    next = tape.skip(next, .the)
    let isGerund = tape.has(index, .verbBase) || tape.has(index, .verbGerund)
    guard !isGerund || next == index + 1 else { return [] }
    var found = date(next).map { [$0] } ?? []
    if found.isEmpty, let inner = dayPartBehind(next) { found = [inner] }
    guard let first = found.first, isPart(part, first) else { return [] }
    return [wrap(index, first, part, "time.early-late")]
  }

  private func wrap(_ index: Int, _ inner: TimeParse, _ part: Int, _ rule: String) -> TimeParse {
    var expression = inner.expression
    if case .range(let first, _) = expression { expression = first }
    return TimeParse(index..<inner.tokens.upperBound, expression, rule, mod: Self.mods[part])
  }

  private func dayPartBehind(_ index: Int) -> TimeParse? {
    guard let part = tape.value(index, .dayPart).flatMap(TimeOfDay.Part.init) else { return nil }
    return TimeParse(index..<index + 1, .at(nil, TimeOfDay(part: part)), "time.day-part")
  }

  /// Whether the words before make sense with this date: "later this week", not "later Monday".
  private func isPart(_ part: Int, _ inner: TimeParse) -> Bool {
    if case .at = inner.expression { return true }
    guard inner.isDateLike else { return false }
    if part < 4 { return inner.fields?.day == nil || inner.fields?.year == nil || part == 3 }
    switch inner.expression {
    // "later the same day": the adverb stands apart.
    case .unit(_, _, .text): return false
    case .unit(let unit, let sign, _): return unit != .day ? sign == 0 || part == 4 || sign == -1 : sign == 0
    case .directed(_, .this): return true
    case .date(let fields): return fields.day == nil && fields.weekday == nil && fields.year != nil
    default: return false
    }
  }

  // MARK: The day, the week of

  /// Units behind "the" or a possessive: "the week of May 5", "the day", "the year before", "the same day".
  func unitRule(_ index: Int) -> TimeParse? {
    if let found = unitCompound(index) ?? perUnit(index) { return found }
    guard let unit = tape.unit(index), !unit.isPlural, unit.unit != .second else { return pluralUnit(index) }
    let article = tape.is(index - 1, .the)
    guard article || tape.has(index - 1, .timeThis) else { return nil }
    if tape.is(unit.end, .of), unit.unit == .week || unit.unit == .weekend,
      let inner = date(tape.skip(unit.end + 1, .the))
    {
      // "the week of May 5-9", "the week of 29 September - 3 October": the words say its days themselves.
      if case .range = inner.expression { return nil }
      if tape.isDash(inner.tokens.upperBound), date(inner.tokens.upperBound + 1) != nil { return nil }
      return TimeParse(
        index..<inner.tokens.upperBound, .nth(0, count: 1, unit.unit, of: inner.expression), "time.week-of")
    }
    guard article, unit.unit != .minute, unit.unit != .hour else { return nil }
    if tape.term(unit.end, .timeEarlier) != nil || tape.is(unit.end, .after), endsPhrase(unit.end + 1) {
      let sign = tape.term(unit.end, .timeEarlier) != nil ? -1 : 1
      return TimeParse(
        index..<unit.end + 1, .unit(unit.unit, sign, .text), sign < 0 ? "time.unit-before" : "time.unit-after")
    }
    // "the day following"
    if let sign = tape.value(unit.end, .timeSame), sign != 0, endsPhrase(unit.end + 1) {
      return TimeParse(index..<unit.end + 1, .unit(unit.unit, sign, .text), "time.unit-after")
    }
    guard tape.options.timeML || unit.unit == .weekend, endsPhrase(unit.end), !tape.is(unit.end, .of) else {
      return nil
    }
    return TimeParse(index..<unit.end, .unit(unit.unit, 0, unit.unit == .weekend ? .anchor : .text), "time.the-unit")
  }

  /// "week 3 of 2027"; "all day"; "a year-long trial"; "the year-earlier period".
  func unitCompound(_ index: Int) -> TimeParse? {
    guard let unit = tape.unit(index), !unit.isPlural else { return nil }
    if let week = weekNumber(index, unit.unit, unit.end) { return week }
    if unit.unit == .week, let digits = tape.digits(unit.end), 1...53 ~= digits.value, tape.is(unit.end + 1, .of),
      let year = year(unit.end + 2)
    {
      return TimeParse(
        index..<year.end, .date(DateFields(year: year.year, period: .week(digits.value))), "time.week-number")
    }
    let next = tape.skipHyphen(unit.end)
    if let end = unitEnd(index, unit.unit, next) { return end }
    let one = TimeAmount(parts: [.init(number: 1, unit: unit.unit)])
    if next > unit.end, tape.has(next, .longWord) {
      return TimeParse(index..<next + 1, .duration(one), "time.unit-long")
    }
    if next > unit.end, tape.has(next, .timeAgo) || tape.has(next, .timeEarlier) {
      return TimeParse(index..<next + 1, .unit(unit.unit, -1, .anchor), "time.unit-ago")
    }
    guard tape.is(index - 1, .all), endsPhrase(unit.end), unit.unit.rawValue >= TimeUnit.day.rawValue else {
      return nil
    }
    return TimeParse(index - 1..<unit.end, .duration(one), "time.all-unit")
  }

  /// "by year-end", "at month-end 2025".
  private func unitEnd(_ index: Int, _ unit: TimeUnit, _ next: Int) -> TimeParse? {
    guard tape.isDash(next - 1), tape.value(next, .timePart) == 3, unit == .year || unit == .month || unit == .quarter,
      !tape.is(next + 1, .of)
    else { return nil }
    if unit == .year, let year = year(next + 1) {
      return TimeParse(index..<year.end, .date(DateFields(year: year.year)), "time.part-of", mod: "END")
    }
    guard endsPhrase(next + 1) else { return nil }
    return TimeParse(index..<next + 1, .unit(unit, 0, .anchor), "time.part-of", mod: "END")
  }

  /// "week 5": of the year that is spoken of; not "last week 5 ships", "a week 5".
  private func weekNumber(_ index: Int, _ unit: TimeUnit, _ end: Int) -> TimeParse? {
    guard unit == .week, let digits = tape.digits(end), 1...53 ~= digits.value,
      !tape.isGlued(end + 1) || endsPhrase(end + 1),
      endsPhrase(end + 1) || tape.digits(end + 1) != nil, !tape.is(end + 1, .of), !tape.has(index - 1, .timeLast),
      !tape.has(index - 1, .timeNext),
      !tape.has(index - 1, .timeThis), !tape.is(index - 1, .a), !tape.has(index - 1, .setEach)
    else { return nil }
    return TimeParse(
      index..<end + 1, .within(DateFields(period: .week(digits.value)), .unit(.year, 0, .anchor)), "time.week-number")
  }

  /// "per day", "30 a day": how often, where TimeML marks it.
  private func perUnit(_ index: Int) -> TimeParse? {
    guard tape.options.timeML, let unit = tape.unit(index), !unit.isPlural,
      unit.unit.rawValue >= TimeUnit.hour.rawValue,
      unit.unit != .quarter, unit.unit != .night
    else { return nil }
    let article = tape.is(index - 1, .a)
    guard tape.is(index - 1, .per) || article && isRated(index - 2) && endsPhrase(unit.end) else { return nil }
    let every = TimeAmount(parts: [.init(number: 1, unit: unit.unit)])
    return TimeParse(index - 1..<unit.end, .set(every: every, on: nil), "time.per-unit")
  }

  /// Whether a word before "a day" is an amount's: a number, a counted noun, a sign.
  private func isRated(_ index: Int) -> Bool {
    let classes = tape.classes(index)
    if tape.shape(index).contains(.digit) || classes.contains(.nounPlural) || tape.isSign(index, ")") { return true }
    return tape.isLowercase(index) && !classes.contains(.preposition) && !classes.contains(.verb)
      && !classes.contains(.toBe)
      && !classes.contains(.adverb) && !classes.contains(.coordinator) && tape.span(index).last == UInt8(ascii: "s")
  }

  /// "years", "for decades": TimeML's durations without a number.
  private func pluralUnit(_ index: Int) -> TimeParse? {
    guard let unit = tape.unit(index), unit.isPlural, unit.unit.rawValue >= TimeUnit.hour.rawValue,
      unit.unit != .quarter, unit.unit != .weekend, !isAge(unit.end)
    else { return nil }
    guard
      tape.is(index - 1, .for) || tape.is(index - 1, .in) || tape.is(index - 1, .during)
        || tape.term(unit.end, .timeAgo) != nil || tape.options.timeML
    else { return nil }
    let amount = TimeAmount(parts: [.init(number: nil, unit: unit.unit)])
    if let ago = tape.term(unit.end, .timeAgo) {
      return TimeParse(index..<ago.end, .distance(amount, sign: -1, .anchor), "time.ago")
    }
    guard endsPhrase(unit.end) || tape.is(unit.end, .of) || tape.is(index - 1, .for) else { return nil }
    return TimeParse(index..<unit.end, .duration(amount), "time.plural-unit")
  }

  // MARK: Holidays

  func holiday(_ index: Int) -> TimeParse? {
    guard let found = tape.term(index, .holiday), !isName(index - 1) || tape.shape(index - 1).contains(.allCaps) else {
      return nil
    }
    guard found.end > index + 1 || tape.isCapitalized(index) || found.end >= tape.range.upperBound - 2 else {
      return nil
    }
    if let container = container(found.end), container.fields?.year != nil || isYearUnit(container) {
      return TimeParse(
        index..<container.tokens.upperBound, .holiday(found.value, year: container.expression, nil), "time.holiday")
    }
    if tape.isCapitalized(found.end), tape.isCapitalized(index), !tape.shape(found.end).contains(.symbol),
      !tape.has(found.end, .dayPart), tape.unit(found.end) == nil
    {
      return nil
    }
    if let unit = tape.unit(found.end), unit.unit == .weekend, !unit.isPlural {
      return holidayWeekend(index, found.value, unit.end)
    }
    return TimeParse(index..<found.end, .holiday(found.value, year: nil, nil), "time.holiday")
  }

  /// "Labor Day weekend", "Easter weekend 2021".
  private func holidayWeekend(_ index: Int, _ row: Int, _ end: Int) -> TimeParse {
    let year = year(end)
    let whole = year.map { TimeExpression.date(DateFields(year: $0.year)) }
    return TimeParse(
      index..<(year?.end ?? end), .nth(0, count: 1, .weekend, of: .holiday(row, year: whole, nil)),
      "time.holiday-weekend")
  }

  private func isYearUnit(_ parse: TimeParse) -> Bool {
    if case .unit(.year, _, _) = parse.expression { return true }
    return false
  }

  // MARK: Sets and references

  /// Every Monday, each year, every two weeks, daily, twice a year.
  func setRule(_ index: Int) -> TimeParse? {
    if let unit = tape.value(index, .timeAdverb).flatMap(TimeUnit.init) {
      guard tape.options.timeML || !tape.has(index, .adjective) && unit == .year,
        !tape.isCapitalized(index) || tape.shape(index).contains(.sentenceStart)
      else { return nil }
      return TimeParse(
        index..<index + 1, .set(every: .init(parts: [.init(number: 1, unit: unit)]), on: nil), "time.adverb")
    }
    guard tape.has(index, .setEach) else { return nil }
    var next = tape.skip(index + 1, .other)
    // "every second Tuesday", "every third year"
    var step: Double = next > index + 1 ? 2 : 1
    if let number = tape.value(next, .timeOrdinal), number > 1,
      tape.has(next + 1, .weekday) || tape.unit(next + 1) != nil
    {
      (step, next) = (Double(number), next + 1)
    }
    if let day = tape.value(next, .weekday) {
      let on = TimeExpression.date(DateFields(weekday: day))
      return TimeParse(index..<next + 1, .set(every: nil, on: on), "time.every-weekday")
    }
    if let unit = tape.unit(next) {
      return TimeParse(
        index..<unit.end, .set(every: .init(parts: [.init(number: step, unit: unit.unit)]), on: nil), "time.every-unit")
    }
    if let found = amount(next), !found.isVague, !found.isArticle {
      return TimeParse(index..<found.end, .set(every: found.amount, on: nil), "time.every-amount")
    }
    if let part = tape.value(next, .dayPart).flatMap(TimeOfDay.Part.init) {
      return TimeParse(index..<next + 1, .set(every: nil, on: .at(nil, TimeOfDay(part: part))), "time.every-day-part")
    }
    if let month = month(next) {
      return TimeParse(
        index..<month.end, .set(every: nil, on: .date(DateFields(month: month.month))), "time.every-month")
    }
    guard let season = tape.value(next, .season) else { return nil }
    return TimeParse(
      index..<next + 1, .set(every: nil, on: .date(DateFields(period: .season(season)))), "time.every-season")
  }

  /// Now, recently, soon: TimeML's references.
  func reference(_ index: Int) -> TimeParse? {
    let isEnd = tape.is(index - 1, .and) || tape.is(index - 1, .until) || tape.is(index - 1, .to)
    guard tape.options.timeML || isEnd, let found = tape.term(index, .timeReference),
      tape.options.timeML || found.value == 2,
      let reference = TimeExpression.Reference(rawValue: found.value),
      !tape.isCapitalized(index) || tape.shape(index).contains(.sentenceStart),
      // "the past few years" is a stretch
      !tape.is(index, .the) || endsPhrase(found.end)
    else { return nil }
    if tape.has(index, .timeRecent), let unit = tape.unit(index + 1), unit.isPlural {
      return TimeParse(index..<unit.end, .reference(.past), "time.recent-units")
    }
    return TimeParse(index..<found.end, .reference(reference), "time.reference")
  }
}
