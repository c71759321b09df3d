internal import DigestLexicon
internal import DigestText

/// Dates of digits alone: 2025-05-09, 09.05.2025, 5/9/2025, 10-31-74, 2014-10, 5/2.
extension TimeGrammar {
  /// Up to three groups of digits with one sign between them, and what follows.
  private func groups(_ index: Int) -> (values: [(value: Int, count: Int)], sign: Unicode.Scalar, end: Int)? {
    if let dotted = tape.groups(index, sign: "."), dotted.count == 3 { return (dotted, ".", index + 1) }
    guard let first = tape.digits(index), first.count <= 4, tape.isGlued(index + 1) else { return nil }
    let sign: Unicode.Scalar = tape.isSign(index + 1, "/") ? "/" : "-"
    guard tape.isSign(index + 1, sign), tape.isGlued(index + 2), let second = tape.digits(index + 2), second.count <= 4
    else { return nil }
    guard tape.isSign(index + 3, sign), tape.isGlued(index + 3), tape.isGlued(index + 4),
      let third = tape.digits(index + 4),
      third.count == 2 || third.count == 4 || first.count == 4 && third.count == 1
    else { return ([first, second], sign, index + 3) }
    return ([first, second, third], sign, index + 5)
  }

  func numericDate(_ index: Int) -> TimeParse? {
    if tape.isGlued(index), !tape.isSign(index - 1, "("), !tape.isDash(index - 1), !tape.isSign(index - 1, "\"") {
      return nil
    }
    if tape.isGlued(index), tape.isDash(index - 1), tape.isGlued(index - 1), let before = tape.digits(index - 2),
      before.count == 3
    {
      return nil
    }
    // 133-03-03-2020 is a code
    if tape.isGlued(index), tape.isDash(index - 1), let before = tape.digits(index - 2), before.count < 4,
      tape.isGlued(index - 2), tape.isDash(index - 3)
    {
      return nil
    }
    if let spaced = spacedMonth(index) { return spaced }
    guard let (values, sign, end) = groups(index) else { return nil }
    if tape.isGlued(end),
      tape.isSign(end, "%") || (tape.isSign(end, sign) && tape.isGlued(end + 1) && values.count == 2)
    {
      return nil
    }
    if values.count == 2 { return shortDate(index, values[0], values[1], sign, end) }
    guard let fields = full(values, sign) else { return nil }
    return TimeParse(index..<end, .date(fields), "time.numeric-date")
  }

  /// "2016 / 11", "11 - 2016" at the end of a phrase.
  private func spacedMonth(_ index: Int) -> TimeParse? {
    guard let a = tape.digits(index), let b = tape.digits(index + 2),
      tape.isSign(index + 1, "/") || tape.isSign(index + 1, "-"),
      !tape.isGlued(index + 1) || !tape.isGlued(index + 2), a.count + b.count == 6,
      !tape.range.contains(index + 3) || tape.isSign(index + 3, ".") && !tape.isGlued(index + 4),
      !tape.isDash(index - 1)
    else { return nil }
    let (year, month) = a.count == 4 ? (a.value, b.value) : (b.value, a.value)
    guard 1900...2099 ~= year, 1...12 ~= month else { return nil }
    return TimeParse(index..<index + 3, .date(DateFields(year: year, month: month)), "time.numeric-month")
  }

  /// Three groups: year first, day first or month first.
  private func full(_ values: [(value: Int, count: Int)], _ sign: Unicode.Scalar) -> DateFields? {
    let (a, b, c) = (values[0], values[1], values[2])
    if a.count == 4 { return valid(a.value, b.value, c.value) }
    guard a.count <= 2, b.count <= 2, c.count == 4 || c.count == 2 else { return nil }
    let year = c.count == 4 ? c.value : Self.century(of: c.value)
    let dayFirst = sign == "." || tape.options.dayFirst
    return dayFirst
      ? valid(year, b.value, a.value) ?? valid(year, a.value, b.value)
      : valid(year, a.value, b.value) ?? valid(year, b.value, a.value)
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> DateFields? {
    guard 1000...2999 ~= year, 1...12 ~= month, 1...Civil.days(inMonth: month, of: year) ~= day else { return nil }
    return DateFields(year: year, month: month, day: day)
  }

  /// Two groups: 2014-10, 12/2015, 28/5 where a date is due.
  private func shortDate(
    _ index: Int, _ a: (value: Int, count: Int), _ b: (value: Int, count: Int), _ sign: Unicode.Scalar, _ end: Int
  ) -> TimeParse? {
    if a.count == 4, b.count <= 2, 1500...2199 ~= a.value, 1...12 ~= b.value, sign == "/" || b.count == 2 || b.value > 9
    {
      guard b.value != (a.value + 1) % 100 || isAlone(index, end) else { return nil }
      return TimeParse(index..<end, .date(DateFields(year: a.value, month: b.value)), "time.numeric-month")
    }
    if b.count == 4, a.count <= 2, 1500...2199 ~= b.value, 1...12 ~= a.value {
      return TimeParse(index..<end, .date(DateFields(year: b.value, month: a.value)), "time.numeric-month")
    }
    guard sign == "/", a.count <= 2, b.count <= 2, isDateDue(index, end), a.value > 0, b.value > 0 else { return nil }
    let dayFirst = a.value > 12 || (b.value <= 12 && tape.options.dayFirst)
    let (day, month) = dayFirst ? (a.value, b.value) : (b.value, a.value)
    guard 1...12 ~= month, 1...Civil.days(inMonth: month, of: 2024) ~= day else { return nil }
    return TimeParse(index..<end, .date(DateFields(month: month, day: day)), "time.numeric-day")
  }

  /// Whether the surroundings ask for a date, so that 5/2 is no fraction and no score.
  private func isDateDue(_ index: Int, _ end: Int) -> Bool {
    return isAlone(index, end) && tape.options.queries || tape.is(index - 1, .on) || tape.has(index - 1, .weekday)
      || tape.is(index - 1, .since)
      || tape.is(index - 1, .from) || tape.is(index - 1, .by) || tape.is(index - 1, .until) || tape.isDash(index - 1)
      || (tape.isSign(index - 1, ",") && tape.has(index - 2, .weekday))
      || (tape.is(index - 1, .to) && tape.isSign(index - 3, "/"))
      || tape.is(end, .at) && tape.digits(end + 1) != nil || isClockAt(end)
  }

  private func isAlone(_ index: Int, _ end: Int) -> Bool {
    guard index == tape.range.lowerBound, end >= tape.range.upperBound - 1 else { return false }
    return end == tape.range.upperBound || tape.shape(end).contains(.symbol)
  }

  private func isClockAt(_ index: Int) -> Bool {
    tape.digits(index) != nil && (tape.isSign(index + 1, ":") || tape.has(index + 1, .meridiem))
  }
}
