internal import DigestModel

/// What a temporal expression came to.
enum ResolvedTime: Hashable {
  struct Point: Hashable {
    var fields: DateFields
    var time: TimeOfDay?
  }
  case point(Point)
  case interval(Point, Point)
  /// A duration, a set or a vague reference: a TIMEX3 value without a date.
  case value(String)

  static func fields(_ fields: DateFields) -> ResolvedTime { .point(Point(fields: fields)) }
}

/// Resolves expressions against an anchor, the date named last, and the direction of the clause.
struct TimeResolver {
  /// The date to count from.
  var anchor: DateFields?
  /// The date named last in the text.
  var last: DateFields?
  /// Whether yearless dates follow the date named last.
  var isNarrative = false
  /// Which way dates without a direction of their own lie.
  var direction: TimeExpression.Direction?
  /// Whether "two weeks ago" is a week and not a day.
  var prefersWeeks = false
  /// Whether "two months ago" is a day and not a month.
  var keepsDay = false
  /// The sentence of the figure resolved last, and whether ``last`` was named in it.
  var lastSentence = -1
  var isLastNear = false
  let holidays: Holidays
  /// By row and year: the days of a feast.
  private var feasts: [Int: ClosedRange<Int>?] = [:]
  /// Whether the result depends on ``anchor`` or ``last``.
  private(set) var usedAnchor = false
  private(set) var usedText = false

  init(holidays: Holidays) { self.holidays = holidays }

  /// Forgets which anchors the last result used.
  mutating func forgetUse() { (usedAnchor, usedText) = (false, false) }

  mutating func resolve(_ expression: TimeExpression) -> ResolvedTime? {
    switch expression {
    case .date(let fields): return .fields(complete(fields))
    case .unit(let unit, let count, let base): return shifted(unit, count, base).map(ResolvedTime.fields)
    case .weekdays(let count, let weekday): return weekdays(count, weekday).map(ResolvedTime.fields)
    case .directed(let fields, let direction): return directed(fields, direction).map(ResolvedTime.fields)
    case .distance(let amount, let sign, let base): return distance(amount, sign, base)
    case .nth(let number, let count, let unit, let container):
      return point(container).flatMap { NthUnit(number: number, count: count, unit: unit).resolve($0) }
    case .nthWeekday(let number, let weekday, let container):
      return point(container)?.days.flatMap { NthUnit.weekday(number, weekday, $0) }.map(ResolvedTime.fields)
    case .within(let fields, let container):
      return point(container).flatMap { within(fields, $0) }.map(ResolvedTime.fields)
    case .span(let amount, let sign): return span(amount, sign)
    case .stretch(let amount, let start): return stretch(amount, start)
    case .holiday(let row, let year, let direction): return holiday(row, year, direction)
    case .at(let day, let time): return at(day, time)
    case .range(let from, let to): return range(from, to)
    case .duration(let amount): return .value(TimeFormat.timex(amount))
    case .set(let every, let on): return .value(set(every, on))
    case .reference(let reference): return .value(["PAST_REF", "PRESENT_REF", "FUTURE_REF"][reference.rawValue - 1])
    }
  }

  /// The fields of an expression that comes to one date.
  private mutating func point(_ expression: TimeExpression) -> DateFields? {
    if case .point(let point) = resolve(expression) { return point.fields }
    return nil
  }

  /// The date to count from.
  private mutating func base(_ base: TimeExpression.Base) -> DateFields? {
    switch base {
    case .anchor:
      usedAnchor = true
      return anchor
    case .story where !isNarrative || last == nil:
      usedAnchor = true
      return anchor
    case .text, .story:
      if let last {
        usedText = true
        return last
      }
      usedAnchor = true
      return anchor
    case .date(let expression): return point(expression)
    }
  }

  // MARK: Yearless dates

  /// Adds the year, or the whole date of a weekday, as anchor and direction say.
  private mutating func complete(_ fields: DateFields) -> DateFields {
    guard fields.year == nil else { return fields }
    if let last, isNarrative || anchor == nil && last.month != nil {
      usedText = true
      return follow(fields, last)
    }
    guard let anchor, let year = anchor.year else { return fields }
    if case .season = fields.period, anchor.month == nil { return fields }
    usedAnchor = true
    return YearlessDate(fields: fields, direction: direction).near(anchor, year)
  }

  /// The date that a story told up to `last` means.
  private func follow(_ fields: DateFields, _ last: DateFields) -> DateFields {
    guard let year = last.year else { return fields }
    if fields.month == nil, fields.period == nil {
      guard fields.weekday == nil || fields.day != nil else {
        return YearlessDate(fields: fields, direction: .next).near(last, year)
      }
      guard fields.day != nil, let month = last.month else { return fields }
      var result = fields
      (result.year, result.month) = (year, month)
      return result
    }
    var result = fields
    result.year = year
    guard let month = last.month, let own = fields.month ?? fields.firstMonth else { return result }
    let ahead = own - month
    if ahead < -5 { result.year = year + 1 }
    if ahead > 9 { result.year = year - 1 }
    return result
  }

  // MARK: Units

  /// The whole unit `count` units after the one in which the base lies.
  private mutating func shifted(_ unit: TimeUnit, _ count: Int, _ from: TimeExpression.Base) -> DateFields? {
    guard let base = base(from) else { return nil }
    // "this weekend" of a report of Wednesday is over.
    if unit == .weekend, count == 0, direction == .last, let day = base.days?.lowerBound, Civil.weekday(day) < 6 {
      return NthUnit.shifted(unit, -1, base)
    }
    return NthUnit.shifted(unit, count, base)
  }

  /// The weekday `count` times before or after the anchor.
  private mutating func weekdays(_ count: Int, _ weekday: Int) -> DateFields? {
    guard let anchor, anchor.day != nil, let day = anchor.days?.lowerBound else { return nil }
    usedAnchor = true
    let behind = Civil.floorModulo(Civil.weekday(day) - weekday, 7)
    let last = behind == 0 ? day - 7 : day - behind
    return DateFields(dayNumber: count < 0 ? last + 7 * (count + 1) : last + (behind == 0 ? 7 : 0) + 7 * count)
  }

  private mutating func directed(_ fields: DateFields, _ direction: TimeExpression.Direction) -> DateFields? {
    guard let anchor else { return fields }
    usedAnchor = true
    return YearlessDate(fields: fields, direction: direction).directed(from: anchor, isAhead: self.direction == .next)
  }

  private mutating func distance(_ amount: TimeAmount, _ sign: Int, _ from: TimeExpression.Base) -> ResolvedTime? {
    if amount.parts.contains(where: { $0.number == nil }) { return .value(sign < 0 ? "PAST_REF" : "FUTURE_REF") }
    guard let base = base(from) else { return nil }
    if prefersWeeks, amount.parts.last?.unit == .week, from == .anchor, let number = amount.parts[0].number,
      amount.parts.count == 1
    {
      return NthUnit.shifted(.week, sign * Int(number), base).map(ResolvedTime.fields)
    }
    return Distance(amount: amount, sign: sign).resolve(base, isExact: keepsDay || from != .anchor && from != .text)
      .map(
        ResolvedTime.fields)
  }

  private func within(_ fields: DateFields, _ container: DateFields) -> DateFields? {
    var result = container
    if let weekday = fields.weekday, let days = container.days, days.count == 7 {
      return DateFields(dayNumber: days.lowerBound + weekday - 1)
    }
    if case .week = fields.period, container.month == nil {
      return DateFields(year: container.year, period: fields.period)
    }
    if fields.period != nil { result.period = fields.period }
    if let month = fields.month { result.month = month }
    if let day = fields.day { result.day = day }
    return result
  }

  /// The past three days, the next two months: without the day that is counted from.
  private mutating func span(_ amount: TimeAmount, _ sign: Int) -> ResolvedTime? {
    usedAnchor = true
    guard let part = amount.parts.first, let number = part.number, number == number.rounded(), let anchor,
      let span = Distance(amount: amount, sign: sign).span(anchor)
    else { return .value(TimeFormat.timex(amount)) }
    return .interval(.init(fields: span.0), .init(fields: span.1))
  }

  /// "three days from Monday": Monday to Wednesday.
  private mutating func stretch(_ amount: TimeAmount, _ start: TimeExpression) -> ResolvedTime? {
    guard let first = point(start), first.day != nil,
      let end = Distance(amount: amount, sign: 1).resolve(first, isExact: true)?.days
    else { return nil }
    return .interval(
      .init(fields: first), .init(fields: DateFields(dayNumber: max(end.lowerBound - 1, first.days?.lowerBound ?? 0))))
  }

  // MARK: Times, ranges, holidays, sets

  private mutating func at(_ day: TimeExpression?, _ time: TimeOfDay) -> ResolvedTime? {
    if let day {
      guard let fields = point(day) else { return nil }
      return .point(.init(fields: fields, time: time))
    }
    if let last, last.day != nil, isNarrative || isLastNear || anchor == nil {
      usedText = true
      return .point(.init(fields: last, time: time))
    }
    guard let anchor, anchor.day != nil else { return .point(.init(fields: DateFields(), time: time)) }
    usedAnchor = true
    return .point(.init(fields: anchor, time: time))
  }

  /// Both ends; what one of them knows the other may take: the direction, the day of a time.
  private mutating func range(_ from: TimeExpression, _ to: TimeExpression) -> ResolvedTime? {
    guard let first = end(from, isLast: false) else { return nil }
    let saved = (last, direction, isNarrative)
    if first.fields.year != nil { last = first.fields }
    direction = .next
    if case .date(let fields) = to, fields.year == nil, first.fields.year != nil, let anchor {
      let whole = YearlessDate(fields: fields, direction: .next).near(
        first.fields.asAnchor, first.fields.year ?? anchor.year ?? 0)
      (last, direction, isNarrative) = saved
      return .interval(first, .init(fields: whole))
    }
    if case .at(let day, _) = from, case .at(day, let time) = to {
      (last, direction, isNarrative) = saved
      return .interval(first, .init(fields: first.fields, time: time))
    }
    let second = end(to, isLast: true)
    (last, direction, isNarrative) = saved
    guard let second else { return nil }
    return .interval(Self.toDay(first, as: second, isLast: false), Self.toDay(second, as: first, isLast: true))
  }

  /// An end without a day, where the other end has one: its first or last day.
  private static func toDay(_ point: ResolvedTime.Point, as other: ResolvedTime.Point, isLast: Bool)
    -> ResolvedTime.Point
  {
    guard other.fields.day != nil, point.fields.day == nil, point.time == nil, let days = point.fields.days else {
      return point
    }
    return .init(fields: DateFields(dayNumber: isLast ? days.upperBound : days.lowerBound))
  }

  private mutating func end(_ expression: TimeExpression, isLast: Bool) -> ResolvedTime.Point? {
    if case .reference(.present) = expression {
      guard let anchor else { return nil }
      usedAnchor = true
      return .init(fields: anchor)
    }
    switch resolve(expression) {
    case .point(let point): return point
    case .interval(let first, let second): return isLast ? second : first
    default: return nil
    }
  }

  private mutating func holiday(
    _ row: Int, _ year: TimeExpression?, _ direction: TimeExpression.Direction?
  ) -> ResolvedTime? {
    guard let rule = holidays[row] else { return nil }
    if let year {
      guard let year = point(year)?.year else { return nil }
      return feast(row, rule, year).map { Self.resolved($0) }
    }
    guard let anchor = isNarrative ? last ?? anchor : anchor ?? last, let year = anchor.year else {
      return rule.fixed.map(ResolvedTime.fields)
    }
    usedAnchor = true
    let candidates = [year - 1, year, year + 1].compactMap { feast(row, rule, $0) }
    let lookup = YearlessDate(fields: DateFields(), direction: direction ?? self.direction)
    return lookup.choose(candidates, isNamed: direction != nil, anchor).map { Self.resolved($0) }
  }

  /// The days of a feast in a year, reckoned once: those that follow the moon take a while.
  private mutating func feast(_ row: Int, _ rule: HolidayRule, _ year: Int) -> ClosedRange<Int>? {
    let key = row * 10_000 + year
    if let known = feasts[key] { return known }
    let days = rule.days(year)
    feasts[key] = .some(days)
    return days
  }

  private static func resolved(_ days: ClosedRange<Int>) -> ResolvedTime {
    days.count == 1
      ? .fields(DateFields(dayNumber: days.lowerBound))
      : .interval(
        .init(fields: DateFields(dayNumber: days.lowerBound)), .init(fields: DateFields(dayNumber: days.upperBound)))
  }

  private func set(_ every: TimeAmount?, _ on: TimeExpression?) -> String {
    if let every { return TimeFormat.timex(every) }
    switch on {
    case .date(let fields): return TimeFormat.timex(fields)
    case .range(.date(let from), .date(let to)): return TimeFormat.timex(from) + "/" + TimeFormat.timex(to)
    case .at(.date(let fields), let time): return TimeFormat.timex(fields, time)
    case .at(_, let time): return "XXXX-XX-XXT" + TimeFormat.clock(time)
    default: return "PXX"
    }
  }
}

extension DateFields {
  /// The first month of a part of a year.
  var firstMonth: Int? {
    switch period {
    case .quarter(let number): number * 3 - 2
    case .half(let number): number * 6 - 5
    case .season(let number): number * 3
    default: nil
    }
  }

  /// The same date, complete to the day.
  var asAnchor: DateFields { days.map { DateFields(dayNumber: $0.lowerBound) } ?? self }
}
