/// Whole units counted from a date or within a longer one.
struct NthUnit {
  let number: Int
  let count: Int
  let unit: TimeUnit

  /// The unit `count` after the one in which a date lies.
  static func shifted(_ unit: TimeUnit, _ count: Int, _ base: DateFields) -> DateFields? {
    guard let year = base.year else { return nil }
    switch unit {
    case .decade: return DateFields(year: (year / 10 + count) * 10, period: .decade)
    case .century: return DateFields(year: (year / 100 + count) * 100, period: .century)
    case .millennium: return DateFields(year: (year / 1000 + count) * 1000, period: .millennium)
    case .year: return DateFields(year: year + count)
    case .quarter: return quarter(base, count)
    case .month: return month(base, count)
    case .week, .weekend, .fortnight: return week(unit, base, count)
    default:
      guard base.day != nil, let day = base.days?.lowerBound else { return nil }
      return DateFields(dayNumber: day + count)
    }
  }

  private static func quarter(_ base: DateFields, _ count: Int) -> DateFields? {
    guard let year = base.year, let month = base.month ?? base.firstMonth else { return nil }
    let total = year * 4 + (month - 1) / 3 + count
    return DateFields(year: total / 4, period: .quarter(total % 4 + 1))
  }

  private static func month(_ base: DateFields, _ count: Int) -> DateFields? {
    guard let year = base.year, let month = base.month else { return nil }
    let total = year * 12 + month - 1 + count
    return DateFields(year: Civil.floorDivide(total, 12), month: Civil.floorModulo(total, 12) + 1)
  }

  private static func week(_ unit: TimeUnit, _ base: DateFields, _ count: Int) -> DateFields? {
    guard base.day != nil || base.period != nil, let days = base.days, days.count <= 7 else { return nil }
    let week = Civil.week(days.lowerBound + 7 * count * (unit == .fortnight ? 2 : 1))
    return DateFields(year: week.year, period: unit == .weekend ? .weekend(week.week) : .week(week.week))
  }

  // MARK: Within a longer date

  /// The numbered unit, or units, of a longer date.
  func resolve(_ container: DateFields) -> ResolvedTime? {
    guard let days = container.days else { return partial(container) }
    if count == -2 { return half(container, days) }
    switch unit {
    case .month, .quarter, .year: return larger(container, days)
    case .week, .weekend, .fortnight: return weeks(container, days)
    case .day, .night:
      return span(number < 0 ? days.upperBound + 1 + number * count : days.lowerBound + (number - 1) * count, count)
    default: return nil
    }
  }

  private func span(_ first: Int, _ length: Int) -> ResolvedTime {
    let from = DateFields(dayNumber: first)
    return length == 1
      ? .fields(from) : .interval(.init(fields: from), .init(fields: DateFields(dayNumber: first + length - 1)))
  }

  /// The first half of May.
  private func half(_ container: DateFields, _ days: ClosedRange<Int>) -> ResolvedTime {
    let middle = days.lowerBound + 15
    return number == 1 ? span(days.lowerBound, 15) : span(middle, days.upperBound - middle + 1)
  }

  /// Nothing but the month within a year that is not known.
  private func partial(_ container: DateFields) -> ResolvedTime? { nil }

  /// Months, quarters and years: "the first nine months of 2024", "the last year of the decade".
  private func larger(_ container: DateFields, _ days: ClosedRange<Int>) -> ResolvedTime? {
    let size = unit == .year ? 12 : unit == .quarter ? 3 : 1
    let begin = Civil.date(days.lowerBound)
    let all = (Civil.date(days.upperBound).year - begin.year) * 12 + Civil.date(days.upperBound).month - begin.month + 1
    let offset = number < 0 ? all + number * count * size : (number - 1) * count * size
    guard offset >= 0, offset + count * size <= all else { return nil }
    let first = begin.year * 12 + begin.month - 1 + offset
    if count == 1 { return .fields(fields(first)) }
    return .interval(.init(fields: fields(first)), .init(fields: fields(first + (count - 1) * size)))
  }

  private func fields(_ month: Int) -> DateFields {
    let (year, number) = (month / 12, month % 12)
    switch unit {
    case .year: return DateFields(year: year)
    case .quarter: return DateFields(year: year, period: .quarter(number / 3 + 1))
    default: return DateFields(year: year, month: number + 1)
    }
  }

  /// Whole weeks of a month or year; number 0 is the week in which the date lies.
  private func weeks(_ container: DateFields, _ days: ClosedRange<Int>) -> ResolvedTime? {
    if number == 0 {
      // The weekend of a Monday is the one before it.
      let isBefore = unit == .weekend && Civil.weekday(days.lowerBound) < 4
      return NthUnit.week(unit, DateFields(dayNumber: days.lowerBound), isBefore ? -1 : 0).map(ResolvedTime.fields)
    }
    let before = Civil.floorModulo(8 - Civil.weekday(days.lowerBound), 7)
    let isYear = container.month == nil && container.period == nil
    var monday = days.lowerBound + before
    if isYear, before >= 4 || before == 3 { monday -= before > 3 ? 7 : 0 }
    if number < 0, isYear, count == 1 {
      // The 28th of December lies in the last ISO week of its year.
      let last = Civil.monday(ofWeek: Civil.week(days.upperBound - 3).week, Civil.date(days.upperBound).year)
      monday = last + (number + 1) * 7
    } else if number < 0 {
      let last = days.upperBound - (Civil.weekday(days.upperBound) % 7)
      monday = last - 6 + (number * count + count) * 7
      if count > 1 { monday = last + 1 + number * count * 7 }
    } else {
      monday += (number - 1) * count * 7
    }
    if count > 1 { return span(monday, 7 * count) }
    return NthUnit.week(unit, DateFields(dayNumber: monday), 0).map(ResolvedTime.fields)
  }

  /// The numbered weekday of a stretch of days.
  static func weekday(_ number: Int, _ weekday: Int, _ days: ClosedRange<Int>) -> DateFields? {
    let first = days.lowerBound + Civil.floorModulo(weekday - Civil.weekday(days.lowerBound), 7)
    let last = days.upperBound - Civil.floorModulo(Civil.weekday(days.upperBound) - weekday, 7)
    let day = number < 0 ? last + 7 * (number + 1) : first + 7 * (number - 1)
    return days.contains(day) ? DateFields(dayNumber: day) : nil
  }
}

/// A date some time away from another.
struct Distance {
  let amount: TimeAmount
  let sign: Int

  /// The date; as exact as the smallest unit counted, or as the date counted from where that is asked for.
  func resolve(_ base: DateFields, isExact: Bool) -> DateFields? {
    guard let year = base.year else { return nil }
    let smallest = amount.parts.last?.unit ?? .day
    if base.day == nil
      || (!isExact && smallest.rawValue >= TimeUnit.month.rawValue && smallest.rawValue <= TimeUnit.millennium.rawValue)
    {
      return coarse(base, year, smallest)
    }
    guard let day = base.days?.lowerBound else { return nil }
    return shift(day).map(DateFields.init(dayNumber:))
  }

  /// By months or years, on dates without a day.
  private func coarse(_ base: DateFields, _ year: Int, _ unit: TimeUnit) -> DateFields? {
    guard let months else { return nil }
    if unit.rawValue >= TimeUnit.year.rawValue || base.month == nil {
      guard months % 12 == 0 else { return nil }
      return DateFields(year: year + sign * months / 12, month: nil)
    }
    guard let month = base.month else { return nil }
    let total = year * 12 + month - 1 + sign * months
    return DateFields(year: Civil.floorDivide(total, 12), month: Civil.floorModulo(total, 12) + 1)
  }

  /// The amount in months, where it is one.
  private var months: Int? {
    var total = 0.0
    for part in amount.parts {
      guard let number = part.number, let scale = Self.months[part.unit] else { return nil }
      total += number * Double(scale)
    }
    return total == total.rounded() && total < 1e6 ? Int(total) : nil
  }

  private static let months: [TimeUnit: Int] = [
    .month: 1, .quarter: 3, .year: 12, .decade: 120, .century: 1200, .millennium: 12_000,
  ]

  private static let days: [TimeUnit: Double] = [
    .week: 7, .fortnight: 14, .weekend: 7, .hour: 1.0 / 24, .minute: 0, .second: 0,
  ]

  /// The day so many days, weeks, months and years away.
  private func shift(_ day: Int) -> Int? {
    var result = day
    for part in amount.parts {
      guard let number = part.number, number < 1e6 else { return nil }
      if let scale = Self.months[part.unit] {
        result = Civil.adding(months: sign * Int(number * Double(scale)), to: result)
      } else if part.unit == .businessDay {
        result = Self.businessDay(sign * Int(number), from: result)
      } else {
        let days = Self.days[part.unit] ?? 1
        result += sign * Int(number * days)
      }
    }
    return result
  }

  /// So many days away that are neither Saturday nor Sunday; at most ten years.
  private static func businessDay(_ count: Int, from day: Int) -> Int {
    var (result, left) = (day, min(abs(count), 2600))
    while left > 0 {
      result += count < 0 ? -1 : 1
      if Civil.weekday(result) < 6 { left -= 1 }
    }
    return result
  }

  /// The stretch of that length right before or after a day: "the past three months".
  func span(_ anchor: DateFields) -> (DateFields, DateFields)? {
    guard let part = amount.parts.first, let number = part.number else { return nil }
    if part.unit == .quarter {
      let first = sign < 0 ? -Int(number) : 1
      guard let from = NthUnit.shifted(.quarter, first, anchor),
        let to = NthUnit.shifted(.quarter, first + Int(number) - 1, anchor),
        let begin = from.days, let end = to.days
      else { return nil }
      return (DateFields(dayNumber: begin.lowerBound), DateFields(dayNumber: end.upperBound))
    }
    guard part.unit.rawValue >= TimeUnit.day.rawValue else { return nil }
    guard anchor.day != nil, let day = anchor.days?.lowerBound else {
      return coarseSpan(anchor, part.unit, Int(number))
    }
    guard let other = shift(day) else { return nil }
    return sign < 0
      ? (DateFields(dayNumber: other), DateFields(dayNumber: day - 1))
      : (DateFields(dayNumber: day + 1), DateFields(dayNumber: other))
  }

  private func coarseSpan(_ anchor: DateFields, _ unit: TimeUnit, _ number: Int) -> (DateFields, DateFields)? {
    guard let from = NthUnit.shifted(unit, sign < 0 ? -number : 1, anchor),
      let to = NthUnit.shifted(unit, sign < 0 ? -1 : number, anchor)
    else { return nil }
    return (from, to)
  }
}
