internal import DigestLexicon

/// Weekdays, days by a word, and parts of days: Monday, Mondays, yesterday, tonight, Friday morning, in the evening.
extension TimeGrammar {
  func weekday(_ index: Int) -> TimeParse? {
    if let day = tape.value(index, .weekdays) {
      let on = TimeExpression.date(DateFields(weekday: day))
      return TimeParse(index..<index + 1, .set(every: nil, on: on), "time.weekdays")
    }
    guard let day = tape.value(index, .weekday) else { return nil }
    if tape.has(index, .weekdayOrWord), !isWeekdayWritten(index) { return nil }
    let end = tape.isSign(index + 1, "."), isShort = tape.span(index).count <= 5
    let behind = end && isShort && tape.isGlued(index + 1) && index + 2 < tape.range.upperBound ? index + 2 : index + 1
    let named = TimeExpression.date(DateFields(weekday: day))
    if tape.is(behind, .after), tape.has(behind + 1, .timeNext) {
      return TimeParse(index..<behind + 2, .directed(DateFields(weekday: day), .next), "time.weekday-after-next")
    }
    return weekdayWithin(index, day, behind) ?? TimeParse(index..<behind, named, "time.weekday")
  }

  /// "Sun" and "Sat" are weekdays where they stand alone or next to a date.
  private func isWeekdayWritten(_ index: Int) -> Bool {
    if tape.range.count <= 2, index == tape.range.lowerBound { return true }
    guard tape.isCapitalized(index) else { return false }
    let next = tape.isSign(index + 1, ",") || tape.isSign(index + 1, ".") ? index + 2 : index + 1
    return month(next) != nil || tape.digits(next) != nil || tape.unit(index - 1)?.unit == .week
      || tape.is(index - 1, .on) || tape.has(index - 1, .timeLast)
      || tape.has(next, .dayPart) || tape.is(next, .at) && tape.digits(next + 1) != nil
  }

  /// "Friday of last week", "Monday next week", "Tuesday the 19th".
  private func weekdayWithin(_ index: Int, _ day: Int, _ behind: Int) -> TimeParse? {
    var next = tape.is(behind, .of) || tape.is(behind, .from) || tape.is(behind, .in) ? behind + 1 : behind
    next = tape.skip(next, .the)
    if let unit = directedUnit(next).first, case .unit(.week, _, _) = unit.expression {
      return TimeParse(
        index..<unit.tokens.upperBound, .within(DateFields(weekday: day), unit.expression), "time.weekday-of-week")
    }
    let numbered = tape.skip(behind, .the)
    if let number = dayNumber(numbered), number.isOrdinal || (numbered == behind && tape.digits(behind) != nil),
      month(number.end) == nil, !tape.is(number.end, .of), !isClockColon(number.end), !tape.isSign(number.end, "-"),
      !tape.isSign(number.end, "/"), !tape.has(number.end, .meridiem), number.isOrdinal || endsPhrase(number.end)
    {
      return TimeParse(
        index..<number.end, .date(DateFields(day: number.day, weekday: day)), "time.weekday-day")
    }
    return nil
  }

  /// Yesterday, today, tonight, the day after tomorrow.
  func dayWord(_ index: Int) -> TimeParse? {
    guard let found = tape.term(index, .dayWord) else { return nil }
    if found.value == 100 {
      return TimeParse(index..<found.end, .at(.unit(.day, 0, .anchor), TimeOfDay(part: .night)), "time.tonight")
    }
    let day = TimeExpression.unit(.day, found.value, .anchor)
    // "tomorrow am"
    if let half = tape.term(found.end, .meridiem), tape.span(found.end).count > 1,
      !tape.has(found.end, .toBe) || endsPhrase(half.end)
    {
      let part: TimeOfDay.Part = half.value == 0 ? .morning : .afternoon
      return TimeParse(index..<half.end, .at(day, TimeOfDay(part: part)), "time.day-half")
    }
    return TimeParse(index..<found.end, day, "time.day-word")
  }

  /// A part of a day without a date: "in the morning", "overnight". Greetings and names are none.
  func dayPart(_ index: Int) -> TimeParse? {
    let value = tape.value(index, .dayPart) ?? tape.value(index, .dayPartWord)
    guard let part = value.flatMap(TimeOfDay.Part.init) else { return nil }
    guard
      tape.is(index - 1, .the) || tape.is(index - 1, .in) || tape.is(index - 1, .at) || tape.is(index - 1, .by)
        || tape.has(index - 1, .timeEarly) || isDayBefore(index - 1) || tape.is(index - 1, .until)
    else { return nil }
    if tape.isCapitalized(index), !isDayBefore(index - 1), tape.isCapitalized(index + 1) { return nil }
    // "the night train"
    if tape.is(index - 1, .the), !tape.is(index - 2, .in), tape.isLowercase(index + 1), !endsPhrase(index + 1),
      !tape.has(index + 1, .verbPast)
    {
      return nil
    }
    return TimeParse(index..<index + 1, .at(nil, TimeOfDay(part: part)), "time.day-part")
  }

  private func isDayBefore(_ index: Int) -> Bool {
    tape.has(index, .weekday) || tape.has(index, .holiday) || tape.has(index, .dayWord)
      || tape.is(index, .of) && tape.has(index - 1, .timeEarly)
      || tape.digits(index) != nil && tape.has(index - 1, .month)
  }
}
