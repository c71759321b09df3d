/// An inclusive range of days, counted from 1970-01-01.
package struct DayRange: Hashable, Sendable {
  package var first: Int
  package var last: Int

  /// The days of an EDTF date or interval; `nil` where an end is open or the date is not one of level 0.
  package init?(edtf: String) {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false)
    guard let start = ends.first.flatMap(Self.days), let end = ends.last.flatMap(Self.days), ends.count <= 2,
      start.first <= end.last
    else { return nil }
    first = start.first
    last = end.last
  }

  private init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }

  /// The same range with `days` more at both ends.
  package func widened(by days: Int) -> DayRange { DayRange(first - days, last + days) }

  /// The shortest range with both in it.
  package func joined(with other: DayRange) -> DayRange { DayRange(min(first, other.first), max(last, other.last)) }

  /// The first and the last day as ISO 8601 dates; years outside 0 to 9999 are cut to them.
  package var dates: (first: String, last: String) { (Self.date(first), Self.date(last)) }

  /// Whether one of the two lies inside the other.
  package func nests(_ other: DayRange) -> Bool {
    (first <= other.first && other.last <= last) || (other.first <= first && last <= other.last)
  }

  /// The days between the two; 0 where they touch or overlap.
  package func gap(to other: DayRange) -> Int { max(0, other.first - last, first - other.last) }

  private static func days(of date: Substring) -> DayRange? {
    let digits = date.prefix { $0 != "T" }.filter { !"?~%".contains($0) }
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    guard parts.count > 1 else { return DayRange(day(year, 1, 1), day(year + 1, 1, 1) - 1) }
    guard let part = Int(parts[1]), let months = months(part) else { return nil }
    guard parts.count > 2 else {
      let end = months.upperBound == 12 ? day(year + 1, 1, 1) : day(year, months.upperBound + 1, 1)
      return DayRange(day(year, months.lowerBound, 1), end - 1)
    }
    guard let number = Int(parts[2]), 1...31 ~= number else { return nil }
    return DayRange(day(year, part, number), day(year, part, number))
  }

  /// The months of a month, season (northern), quarter or half-year in EDTF's numbering.
  private static func months(_ part: Int) -> ClosedRange<Int>? {
    switch part {
    case 1...12: part...part
    case 21...23: (part - 21) * 3 + 3...(part - 21) * 3 + 5
    case 24: 12...12
    case 33...36: (part - 33) * 3 + 1...(part - 33) * 3 + 3
    case 40...41: (part - 40) * 6 + 1...(part - 40) * 6 + 6
    default: nil
    }
  }

  /// The number of a day in the proleptic Gregorian calendar.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month <= 2 ? year - 1 : year
    let era = (years >= 0 ? years : years - 399) / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of ``day(_:_:_:)``, as `YYYY-MM-DD`.
  private static func date(_ day: Int) -> String {
    let days = min(max(day, -719_528), 2_932_896) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - number.description.count)) + number.description
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2))"
  }
}
