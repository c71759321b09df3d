/// Finds the date that a date without a year means, near an anchor.
struct YearlessDate {
  let fields: DateFields
  let direction: TimeExpression.Direction?

  /// How much farther than the other way a date of the clause's own direction may lie.
  private var pull: Int { direction == nil ? 2 : direction == .next ? 10 : 4 }

  /// The nearest date of the direction; against it only where that is much nearer.
  func near(_ anchor: DateFields, _ year: Int) -> DateFields {
    guard fields.month != nil || fields.period != nil || fields.day != nil else { return weekday(near: anchor) }
    guard fields.month != nil || fields.period != nil else { return dayOfMonth(near: anchor) }
    guard let days = anchor.days else { return fields }
    let reach = fields.month == 2 && fields.day == 29 ? 7 : 1
    let candidates = (year - reach...year + reach).map { with(year: $0) }.filter { candidate in
      if reach > 1, !Civil.isLeap(candidate.year ?? 1) { return false }
      guard let weekday = fields.weekday, let days = candidate.days else { return true }
      return Civil.weekday(days.lowerBound) == weekday
    }
    if fields.weekday != nil, candidates.isEmpty { return with(year: year) }
    return candidates.min { cost($0, days) < cost($1, days) } ?? with(year: year)
  }

  private func with(year: Int) -> DateFields {
    var result = fields
    result.year = year
    return result
  }

  /// How far a candidate lies from the anchor, weighed by the direction.
  private func cost(_ candidate: DateFields, _ anchor: ClosedRange<Int>) -> Int {
    guard let days = candidate.days else { return Int.max }
    return cost(days, anchor)
  }

  private func cost(_ days: ClosedRange<Int>, _ anchor: ClosedRange<Int>) -> Int {
    if days.overlaps(anchor) { return 0 }
    let isPast = days.upperBound < anchor.lowerBound
    let distance = isPast ? anchor.lowerBound - days.upperBound : days.lowerBound - anchor.upperBound
    let isAgainst = direction == .next ? isPast : !isPast
    return isAgainst ? distance * pull : distance
  }

  /// The weekday before or after the anchor, itself included.
  private func weekday(near anchor: DateFields) -> DateFields {
    guard let weekday = fields.weekday, anchor.day != nil, let day = anchor.days?.lowerBound else { return fields }
    let behind = Civil.floorModulo(Civil.weekday(day) - weekday, 7)
    let result = direction == .next ? day + (7 - behind) % 7 : day - behind
    return DateFields(dayNumber: result)
  }

  /// "the 5th", "Tuesday the 19th": the month in which the day lies nearest.
  private func dayOfMonth(near anchor: DateFields) -> DateFields {
    guard let number = fields.day, let anchorDays = anchor.days, let year = anchor.year, let month = anchor.month else {
      return fields
    }
    var best: DateFields?
    for offset in -7...7 {
      let total = year * 12 + month - 1 + offset
      let candidate = DateFields(year: total / 12, month: total % 12 + 1, day: number)
      guard number <= Civil.days(inMonth: total % 12 + 1, of: total / 12), let days = candidate.days else { continue }
      if let weekday = fields.weekday, Civil.weekday(days.lowerBound) != weekday { continue }
      if best == nil || cost(days, anchorDays) < cost(best ?? candidate, anchorDays) { best = candidate }
    }
    return best ?? fields
  }

  /// The candidate that lies nearest in the direction; a named direction excludes the other way.
  func choose(_ candidates: [ClosedRange<Int>], isNamed: Bool, _ anchor: DateFields) -> ClosedRange<Int>? {
    guard let days = anchor.days else { return nil }
    let allowed = candidates.filter {
      guard isNamed else { return true }
      return direction == .last
        ? $0.upperBound < days.lowerBound
        : direction == .next || direction == .coming ? $0.lowerBound > days.upperBound : true
    }
    if isNamed, direction == .this { return allowed.count > 1 ? allowed[1] : allowed.first }
    return allowed.min { cost($0, days) < cost($1, days) }
  }

  // MARK: Last, this and next

  /// "last November", "this Friday", "next summer".
  func directed(from anchor: DateFields, isAhead: Bool) -> DateFields {
    guard let year = anchor.year else { return fields }
    if let weekday = fields.weekday { return weekdayDirected(weekday, anchor, isAhead) }
    guard let days = anchor.days, fields.month != nil || fields.period != nil else { return fields }
    switch direction {
    case .last:
      return [year, year - 1].map { with(year: $0) }.first { ($0.days?.upperBound ?? 0) < days.lowerBound }
        ?? with(year: year - 1)
    case .next:
      return [year, year + 1].map { with(year: $0) }.first { ($0.days?.lowerBound ?? 0) > days.upperBound }
        ?? with(year: year + 1)
    default: return with(year: year)
    }
  }

  private func weekdayDirected(_ weekday: Int, _ anchor: DateFields, _ isAhead: Bool) -> DateFields {
    guard anchor.day != nil, let day = anchor.days?.lowerBound else { return fields }
    let monday = day - Civil.weekday(day) + 1
    switch direction {
    case .last:
      let behind = Civil.floorModulo(Civil.weekday(day) - weekday, 7)
      return DateFields(dayNumber: day - (behind == 0 ? 7 : behind))
    case .next: return DateFields(dayNumber: monday + 7 + weekday - 1)
    case .coming:
      let ahead = Civil.floorModulo(weekday - Civil.weekday(day), 7)
      return DateFields(dayNumber: day + (ahead == 0 ? 7 : ahead))
    default:
      let found = monday + weekday - 1
      return DateFields(dayNumber: isAhead && found < day ? found + 7 : found)
    }
  }
}
