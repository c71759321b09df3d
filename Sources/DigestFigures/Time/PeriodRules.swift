internal import DigestLexicon
internal import DigestText

/// Parts of years: Q1 2025, the first quarter of last year, the first nine months, spring 2025, fiscal 2019.
extension TimeGrammar {
  /// "first quarter", "second half", "first nine months", "last week of May", "first Monday of the month".
  func ordinalRule(_ index: Int) -> TimeParse? {
    if let century = centuryRule(index) { return century }
    guard let number = ordinal(index) else { return nil }
    let next = tape.skipHyphen(number.end)
    if let parts = tape.value(next, .yearPart), number.value > 0 || parts == 4 {
      return yearPart(index, number.value, parts, next + 1)
    }
    return nth(index, number) ?? dayOfUnit(index)
  }

  private func yearPart(_ index: Int, _ number: Int, _ parts: Int, _ end: Int) -> TimeParse? {
    if number == -1 { return nil }
    guard number <= parts else { return nil }
    let period = parts == 4 ? DateFields.Period.quarter(number) : .half(number)
    if let container = container(end), let fields = container.fields, let year = fields.year, fields.month == nil,
      fields.period == nil
    {
      return TimeParse(
        index..<container.tokens.upperBound, .date(DateFields(year: year, period: period, isFiscal: fields.isFiscal)),
        parts == 4 ? "time.quarter-year" : "time.half-year")
    }
    if let container = container(end), case .unit(.year, _, _) = container.expression {
      return TimeParse(
        index..<container.tokens.upperBound, .within(DateFields(period: period), container.expression),
        parts == 4 ? "time.quarter-year" : "time.half-year")
    }
    if parts == 2, let owner = tape.owner(before: index),
      tape.digits(owner)?.count == 4 || tape.unit(owner)?.unit == .year
    {
      return TimeParse(index..<end, .date(DateFields(period: period)), "time.half")
    }
    if parts == 2 { return half(index, number, end) ?? adjectiveHalf(index, number, end) }
    return TimeParse(index..<end, .date(DateFields(period: period)), "time.quarter")
  }

  /// "first-half profits".
  private func adjectiveHalf(_ index: Int, _ number: Int, _ end: Int) -> TimeParse? {
    guard tape.isDash(end - 2), tape.isGlued(end - 2) else { return nil }
    return TimeParse(index..<end, .date(DateFields(period: .half(number))), "time.half")
  }

  /// "the first half of May", "of the 1990s", "of the 19th century": the whole with a modifier.
  private func half(_ index: Int, _ number: Int, _ end: Int) -> TimeParse? {
    guard let container = container(end), container.isDateLike else { return nil }
    if let fields = container.fields, fields.month != nil, fields.day == nil {
      return TimeParse(
        index..<container.tokens.upperBound, .nth(number, count: -2, .month, of: container.expression),
        "time.half-month")
    }
    return TimeParse(
      index..<container.tokens.upperBound, container.expression, "time.half", mod: number == 1 ? "START" : "END")
  }

  /// The date behind "of", "in" or nothing: "of 2025", "last year".
  func container(_ index: Int) -> TimeParse? {
    var next = tape.is(index, .of) || tape.is(index, .in) ? index + 1 : index
    if tape.isSign(index, ","), year(index + 1) != nil { next = index + 1 }
    let hasLink = next > index
    let named = tape.skip(next, .the)
    if let fiscal = fiscalYear(named) { return fiscal }
    if let year = year(next) { return TimeParse(next..<year.end, .date(DateFields(year: year.year)), "time.year") }
    if hasLink, named > next || endsPhrase(next + 1), let unit = tape.unit(named), !unit.isPlural,
      !tape.has(unit.end, .verb) || tape.has(unit.end, .toBe)
    {
      return TimeParse(named..<unit.end, .unit(unit.unit, 0, .story), "time.the-unit")
    }
    guard let found = date(named),
      hasLink || tape.has(next, .timeLast) || tape.has(next, .timeThis) || tape.has(next, .timeNext)
    else { return nil }
    return found
  }

  /// "first nine months of last year", "last week of May", "first Monday of the month".
  private func nth(_ index: Int, _ number: (value: Int, end: Int)) -> TimeParse? {
    var (value, next) = number
    if value > 0, tape.value(next, .timeOrdinal) == -1 { (value, next) = (-value, next + 1) }
    if let day = tape.value(next, .weekday) {
      guard tape.is(next + 1, .of) || tape.is(next + 1, .in), let container = container(next + 1) else { return nil }
      return TimeParse(
        index..<container.tokens.upperBound, .nthWeekday(value, weekday: day, of: container.expression),
        "time.nth-weekday")
    }
    var amount = 1
    if let many = count(next), let number = many.number, number == number.rounded(), number < 1000, !many.isArticle {
      (amount, next) = (Int(number), many.end)
    }
    guard let unit = tape.unit(next), unit.unit != .second else { return nil }
    guard tape.is(unit.end, .of) || tape.is(unit.end, .in) || tape.digits(unit.end) != nil,
      let container = container(unit.end)
    else { return amount > 1 && value == 1 && unit.unit == .month ? firstMonths(index, amount, unit.end) : nil }
    return TimeParse(
      index..<container.tokens.upperBound, .nth(value, count: amount, unit.unit, of: container.expression),
      "time.nth-unit")
  }

  /// "the first nine months": of the year that is spoken of.
  private func firstMonths(_ index: Int, _ months: Int, _ end: Int) -> TimeParse? {
    guard months < 12, !tape.is(end, .of) else { return nil }
    return TimeParse(index..<end, .nth(1, count: months, .month, of: .unit(.year, 0, .story)), "time.first-months")
  }

  /// "the 20th of this month", "the 5th", "the ides".
  private func dayOfUnit(_ index: Int) -> TimeParse? {
    guard let number = dayNumber(index) else { return nil }
    if tape.is(number.end, .of), tape.has(number.end + 1, .setEach), let unit = tape.unit(number.end + 2),
      unit.unit == .month
    {
      let on = TimeExpression.date(DateFields(day: number.day))
      return TimeParse(index..<unit.end, .set(every: nil, on: on), "time.day-of-every-month")
    }
    if tape.is(number.end, .of) {
      let next = tape.skip(number.end + 1, .the)
      if let unit = directedUnit(next).first, case .unit(.month, _, _) = unit.expression {
        return TimeParse(
          index..<unit.tokens.upperBound, .within(DateFields(day: number.day), unit.expression), "time.day-of-month")
      }
      return nil
    }
    // "on the 16th and 17th"
    if number.isOrdinal, tape.is(index - 1, .and), tape.has(index - 2, .ordinalSuffix), endsPhrase(number.end),
      dayOfUnit(index - 3) != nil
    {
      return TimeParse(index..<number.end, .date(DateFields(day: number.day)), "time.day-alone")
    }
    guard number.isOrdinal, tape.digits(index) != nil || tape.range.count < 5, tape.is(index - 1, .the),
      endsPhrase(number.end)
    else {
      return nil
    }
    let before = tape.classes(index - 2)
    guard
      tape.is(index - 2, .on) || tape.is(index - 2, .until) || tape.is(index - 2, .by) || tape.is(index - 2, .from)
        || index - 1 == tape.range.lowerBound && number.end >= tape.range.upperBound - 1, !before.contains(.notTime)
    else { return nil }
    return TimeParse(index..<number.end, .date(DateFields(day: number.day)), "time.day-alone")
  }

  /// Q1, Q1 2025, 2025 Q1, 1Q25, H1 2025.
  func yearPartCode(_ index: Int) -> TimeParse? {
    let coded = tape.skipHyphen(index + 1)
    if let digits = tape.digits(index), digits.count == 4, let code = tape.value(coded, .yearPartCode) {
      return TimeParse(
        index..<coded + 1, .date(DateFields(year: digits.value, period: Self.period(code))), "time.quarter-year")
    }
    guard let code = tape.value(index, .yearPartCode),
      tape.isCapitalized(index) || tape.range.count < 5 || tape.digits(index + 2) != nil
    else { return nil }
    if let container = container(tape.skipHyphen(index + 1)) {
      if let year = container.fields?.year, container.fields?.month == nil {
        return TimeParse(
          index..<container.tokens.upperBound,
          .date(DateFields(year: year, period: Self.period(code), isFiscal: container.fields?.isFiscal ?? false)),
          "time.quarter-year")
      }
      if case .unit(.year, _, _) = container.expression {
        return TimeParse(
          index..<container.tokens.upperBound, .within(DateFields(period: Self.period(code)), container.expression),
          "time.quarter-year")
      }
    }
    guard code < 20 else { return nil }
    return TimeParse(index..<index + 1, .date(DateFields(period: Self.period(code))), "time.quarter")
  }

  private static func period(_ code: Int) -> DateFields.Period { code > 20 ? .half(code - 20) : .quarter(code - 10) }

  /// Spring 2025, the spring of 1862, in summer.
  func season(_ index: Int) -> TimeParse? {
    guard let season = tape.value(index, .season) else { return nil }
    let period = DateFields.Period.season(season)
    let next = tape.is(index + 1, .of) || tape.isSign(index + 1, ",") ? index + 2 : index + 1
    if let year = year(next), !isMonthDayYear(year.end) {
      return TimeParse(index..<year.end, .date(DateFields(year: year.year, period: period)), "time.season-year")
    }
    if let container = container(index + 1), case .unit(.year, _, _) = container.expression {
      return TimeParse(
        index..<container.tokens.upperBound, .within(DateFields(period: period), container.expression),
        "time.season-year")
    }
    let article = tape.is(index - 1, .the)
    let before = tape.classes(article ? index - 2 : index - 1)
    let asked =
      before.contains(.preposition) || tape.has(index - 1, .timeEarly)
      || tape.isDash(index - 1) && tape.has(index - 2, .timeEarly)
      || tape.is(index - 1, .and) && tape.has(index - 2, .season)
    guard asked, !tape.is(index - 1, .of),
      !tape.has(index, .seasonOrWord) || tape.is(article ? index - 2 : index - 1, .in)
        || tape.has(index - 1, .timeEarly),
      endsPhrase(index + 1)
    else { return nil }
    return TimeParse(index..<index + 1, .date(DateFields(period: period)), "time.season")
  }

  private func isMonthDayYear(_ end: Int) -> Bool { tape.isGlued(end) && tape.isSign(end, "%") }

  /// Fiscal 2019, fiscal year 2019, FY19, the 2019/20 financial year.
  func fiscalYear(_ index: Int) -> TimeParse? {
    guard tape.has(index, .fiscalWord) else { return nil }
    let next = tape.is(index + 1, .year) ? index + 2 : index + 1
    let short = tape.isCapitalized(index) && tape.shape(index).contains(.allCaps)
    guard let year = year(next, short: short) else { return nil }
    return TimeParse(index..<year.end, .date(DateFields(year: year.year, isFiscal: true)), "time.fiscal-year")
  }
}
