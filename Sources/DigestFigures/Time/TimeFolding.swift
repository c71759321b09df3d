internal import DigestLexicon
internal import DigestText

/// Folds neighbouring expressions: a weekday into its date, a time of day into its day, two points into a range.
struct TimeFolding {
  let tape: TimeTape

  func fold(_ parses: [TimeParse]) -> [TimeParse] {
    pass(pass(pass(pass(pass(pass(parses, joinPossessive), joinWeek), joinWeekday), joinTime), joinRange), joinYearly)
  }

  /// Joins each expression with the one before it wherever the rule says so.
  private func pass(_ parses: [TimeParse], _ join: (TimeParse, TimeParse) -> TimeParse?) -> [TimeParse] {
    var result: [TimeParse] = []
    for parse in parses {
      if let last = result.last, let joined = join(last, parse) {
        result[result.count - 1] = joined
      } else {
        result.append(parse)
      }
    }
    return inheritYears(result)
  }

  private func gap(_ first: TimeParse, _ second: TimeParse) -> Range<Int> {
    first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
  }

  private func whole(_ first: TimeParse, _ second: TimeParse) -> Range<Int> {
    first.tokens.lowerBound..<second.tokens.upperBound
  }

  // MARK: Parts of a year that stands beside

  /// "next year's first quarter", "fiscal 1998's first half"; "July 25 of that year".
  private func joinPossessive(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    let gap = gap(first, second)
    if gap.count == 1, tape.is(gap.lowerBound, .of), case .unit(.year, _, _) = second.expression,
      case .date(let fields) = first.expression, fields.year == nil, fields.month != nil || fields.period != nil
    {
      return TimeParse(whole(first, second), .within(fields, second.expression), first.rule)
    }
    guard tape.owner(before: gap.upperBound) == gap.lowerBound - 1, case .date(let fields) = second.expression,
      fields.year == nil, fields.period != nil
    else { return nil }
    switch first.expression {
    case .unit(.year, _, _):
      return TimeParse(whole(first, second), .within(fields, first.expression), "time.year-part")
    case .date(let year) where year.year != nil && year.month == nil && year.period == nil:
      var part = fields
      (part.year, part.isFiscal) = (year.year, year.isFiscal)
      return TimeParse(whole(first, second), .date(part), "time.year-part")
    default: return nil
    }
  }

  /// "June 15 to November 15 each year", "19 June every year": dates that come back.
  private func joinYearly(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    guard gap(first, second).isEmpty, case .set(let every, nil) = second.expression,
      every == TimeAmount(parts: [.init(number: 1, unit: .year)])
    else { return nil }
    switch first.expression {
    case .date(let fields) where fields.year == nil && fields.month != nil: break
    case .range(.date(let from), .date(let to)) where from.year == nil && to.year == nil && to.month != nil: break
    default: return nil
    }
    return TimeParse(whole(first, second), .set(every: nil, on: first.expression), "time.set-yearly")
  }

  // MARK: Weekday and date

  /// "next week on Tuesday".
  private func joinWeek(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    let gap = gap(first, second)
    guard case .unit(.week, _, _) = first.expression, gap.isEmpty || gap.count == 1 && tape.is(gap.lowerBound, .on),
      case .date(let fields) = second.expression, fields.weekday != nil, fields.day == nil
    else { return nil }
    return TimeParse(whole(first, second), .within(fields, first.expression), "time.weekday-of-week")
  }

  /// "Friday, May 6": the date knows its weekday.
  private func joinWeekday(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    let gap = gap(first, second)
    let isClose =
      gap.isEmpty || gap.count == 1 && (tape.isSign(gap.lowerBound, ",") || tape.is(gap.lowerBound, .the))
      || isPair(gap)
    guard isClose, let weekday = weekday(first) else { return nil }
    switch second.expression {
    case .date(var fields) where fields.day != nil && fields.weekday == nil:
      fields.weekday = weekday
      return TimeParse(
        whole(first, second), .date(fields), fields.year == nil ? "time.weekday-month-day" : "time.full-date")
    case .range(.date(var from), let to) where from.day != nil:
      from.weekday = weekday
      return TimeParse(whole(first, second), .range(.date(from), to), second.rule)
    default: return nil
    }
  }

  private func isPair(_ gap: Range<Int>) -> Bool {
    gap.count == 2 && tape.isSign(gap.lowerBound, ",") && tape.is(gap.lowerBound + 1, .the)
  }

  private func weekday(_ parse: TimeParse) -> Int? {
    switch parse.expression {
    case .date(let fields) where fields.day == nil && fields.month == nil: fields.weekday
    case .directed(let fields, _): fields.weekday
    default: nil
    }
  }

  // MARK: Day and time

  /// "May 6 at 3 pm", "3 pm on Monday", "Monday morning", "tomorrow, 10:00 to 11:00".
  private func joinTime(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    let gap = gap(first, second)
    guard gap.count <= 3 else { return nil }
    // "Friday mornings"
    if gap.isEmpty, let part = second.clock, part.part != nil,
      tape.span(second.tokens.lowerBound).last == UInt8(ascii: "s"),
      case .date(let fields) = first.expression, fields.weekday != nil, fields.day == nil
    {
      return TimeParse(whole(first, second), .set(every: nil, on: .at(first.expression, part)), "time.set-day-part")
    }
    if isDay(first), isTimeGap(gap, second), let joined = join(first.expression, second.expression) {
      return TimeParse(whole(first, second), joined, "time.date-time", mod: second.mod ?? first.mod)
    }
    if isDay(second), gap.allSatisfy({ isDayLink($0) }), gap.count <= 2,
      let joined = join(second.expression, first.expression)
    {
      return TimeParse(whole(first, second), joined, "time.time-date", mod: first.mod ?? second.mod)
    }
    return joinSet(first, second, gap) ?? joinClockAndPart(first, second, gap)
  }

  /// "every day at 7 pm", "3 pm each day", "Tuesdays at 9 am".
  private func joinSet(_ first: TimeParse, _ second: TimeParse, _ gap: Range<Int>) -> TimeParse? {
    guard gap.isEmpty || gap.count == 1 && tape.is(gap.lowerBound, .at) else { return nil }
    for (often, clock) in [(first, second), (second, first)] {
      guard case .set(let every, let on) = often.expression, let time = clock.clock, time.hour != nil else { continue }
      if let every, every != TimeAmount(parts: [.init(number: 1, unit: .day)]) { continue }
      var hour = time
      if case .at(nil, let part) = on, let name = part.part { hour = TimeGrammar.shifted(time, to: name) }
      if case .date = on {
        return TimeParse(whole(first, second), .set(every: nil, on: .at(on, hour)), "time.set-clock")
      }
      return TimeParse(whole(first, second), .set(every: nil, on: .at(nil, hour)), "time.set-clock")
    }
    return nil
  }

  /// "this morning at 10", "in the evening at 7", "8 tonight".
  private func joinClockAndPart(_ first: TimeParse, _ second: TimeParse, _ gap: Range<Int>) -> TimeParse? {
    guard gap.count <= 1, gap.isEmpty || tape.is(gap.lowerBound, .at) || tape.is(gap.lowerBound, .around) else {
      return nil
    }
    // "9 tomorrow" and "evening"
    if gap.isEmpty, case .at(let day?, let hour) = first.expression, hour.isAmbiguous, let part = second.clock?.part {
      return TimeParse(whole(first, second), .at(day, TimeGrammar.shifted(hour, to: part)), "time.part-clock")
    }
    for (part, clock) in [(first, second), (second, first)] {
      guard case .at(let day, let time) = part.expression, let name = time.part, time.hour == nil,
        case .at(nil, let hour) = clock.expression, hour.hour != nil
      else { continue }
      return TimeParse(whole(first, second), .at(day, TimeGrammar.shifted(hour, to: name)), "time.part-clock")
    }
    return nil
  }

  private func isTimeGap(_ gap: Range<Int>, _ second: TimeParse) -> Bool {
    if gap.isEmpty { return true }
    return gap.allSatisfy {
      tape.isSign($0, ",") || tape.is($0, .at) || tape.is($0, .in) || tape.is($0, .the) || tape.is($0, .from)
        || tape.is($0, .between) || tape.is($0, .around) || tape.is($0, .by) || tape.is($0, .after)
    }
  }

  private func isDayLink(_ index: Int) -> Bool {
    tape.is(index, .on) || tape.is(index, .of) || tape.isSign(index, ",") || tape.is(index, .the)
  }

  private func isDay(_ parse: TimeParse) -> Bool {
    switch parse.expression {
    case .date(let fields): fields.day != nil || fields.weekday != nil
    case .unit(.day, _, _), .nthWeekday, .holiday: true
    case .directed(let fields, _): fields.weekday != nil || fields.day != nil
    case .within(let fields, _): fields.day != nil || fields.weekday != nil
    case .distance(let amount, _, _): amount.parts.first.map { $0.unit.rawValue >= TimeUnit.day.rawValue } ?? false
    default: false
    }
  }

  private func join(_ day: TimeExpression, _ time: TimeExpression) -> TimeExpression? {
    switch time {
    case .at(nil, let time): .at(day, time)
    case .range(.at(nil, let from), .at(nil, let to)): .range(.at(day, from), .at(day, to))
    default: nil
    }
  }

  // MARK: Ranges

  /// "May 30 - June 2", "from Wednesday to Thursday", "between 2019 and 2021", "2020-2025".
  private func joinRange(_ first: TimeParse, _ second: TimeParse) -> TimeParse? {
    let gap = gap(first, second)
    guard 1...2 ~= gap.count, isPoint(first), isPoint(second) else { return nil }
    if gap.count == 2, !(tape.is(gap.lowerBound + 1, .the) || tape.is(gap.lowerBound + 1, .in)) { return nil }
    let link = gap.lowerBound
    let before = first.tokens.lowerBound - 1
    let between = tape.is(before, .between) || (tape.is(before, .the) && tape.is(before - 1, .between))
    guard tape.isDash(link) || tape.is(link, .to) || tape.is(link, .until) || (between && tape.is(link, .and)) else {
      return nil
    }
    if tape.is(link, .to), !isRangeContext(first, second) { return nil }
    if tape.isDash(link), isLongUnit(first) || isLongUnit(second) { return nil }
    let (from, to) = shareFields(first.expression, second.expression)
    guard isOrdered(from, to) else { return nil }
    return TimeParse(whole(first, second), .range(from, to), "time.range", mod: nil)
  }

  /// "May 6 - this year": an aside, no range.
  private func isLongUnit(_ parse: TimeParse) -> Bool {
    if case .unit(let unit, _, _) = parse.expression { return unit != .day }
    return false
  }

  /// "increased from 2019 to 2020" is a range, "moved to May" alone is none.
  private func isRangeContext(_ first: TimeParse, _ second: TimeParse) -> Bool {
    let before = first.tokens.lowerBound - 1
    return tape.is(before, .from) || tape.is(before, .between) || tape.is(before - 1, .from)
      || isSameKind(first, second)
  }

  private func isSameKind(_ first: TimeParse, _ second: TimeParse) -> Bool {
    guard let from = first.fields, let to = second.fields else { return false }
    return (from.day == nil) == (to.day == nil) && (from.weekday == nil) == (to.weekday == nil)
  }

  private func isPoint(_ parse: TimeParse) -> Bool {
    if parse.isDateLike { return true }
    switch parse.expression {
    case .at(_, let time): return time.hour != nil || time.part != nil
    case .reference(.present): return true
    default: return false
    }
  }

  /// Whether two years stand in order.
  private func isOrdered(_ from: TimeExpression, _ to: TimeExpression) -> Bool {
    guard case .date(let a) = from, case .date(let b) = to, let first = a.year, let last = b.year else { return true }
    return first < last || first == last && (a.month ?? 0) <= (b.month ?? 12)
  }

  /// The year, fiscal or BC, that one end leaves to the other.
  private func shareFields(_ from: TimeExpression, _ to: TimeExpression) -> (TimeExpression, TimeExpression) {
    guard case .date(var first) = from, case .date(let last) = to else { return (from, to) }
    if first.year == nil, let year = last.year, let month = first.month ?? (first.period == nil ? nil : 1) {
      first.year = month > (last.month ?? 12) ? year - 1 : year
    }
    if first.year == nil, case .season = first.period { first.year = last.year }
    if let year = last.year, year < 0, let begin = first.year, begin > 0 { first.year = -begin }
    return (.date(first), to)
  }

  /// "May 30 and June 2, 2025": the first takes the year of the second.
  private func inheritYears(_ parses: [TimeParse]) -> [TimeParse] {
    var result = parses
    for index in result.indices.dropLast().reversed() {
      let gap = gap(result[index], result[index + 1])
      guard gap.count == 1,
        tape.is(gap.lowerBound, .and) || tape.isSign(gap.lowerBound, ",") || tape.is(gap.lowerBound, .or),
        var first = result[index].fields, let last = result[index + 1].fields, first.year == nil, let year = last.year,
        let month = first.month, last.month != nil, (first.day == nil) == (last.day == nil)
      else { continue }
      first.year = month > (last.month ?? 12) ? year - 1 : year
      result[index].expression = .date(first)
    }
    return result
  }
}
