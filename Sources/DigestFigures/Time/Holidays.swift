internal import DigestLexicon

/// When a holiday falls: the column `rule` of its row.
///
/// `12-25` a fixed day; `11-4-4` the fourth Thursday of November, `05-L-1` the last Monday of May, with `+1` a day
/// later; `E-2` and `O-2` two days before western and eastern Easter; `I-9-27` a day of the Islamic year by the
/// new moon at Mecca, `I-9-M` a whole month of it, `I-9-F` its last Friday; `C-8-15` a day of the Chinese year; `L-7-30@18`
/// a lunar day of a Hindu month as it holds at that hour (else at sunrise); `04-27S` the day before where it is a Sunday; `H+9` and `P-30` days from the Jewish new year and from Passover; `2025:01-29
/// 2026:02-17` the day of each year where no rule gives it.
struct HolidayRule: Sendable {
  private enum Kind: Sendable {
    case fixed(Int, Int)
    case weekday(Int, Int, Int)
    case easter, orthodox, hebrew, passover
    /// Year by year, where no rule gives the day.
    case table([Int: Int])
    case islamic(Int, Int?)
    case lastFriday(Int)
    case chinese(Int, Int)
    case hindu(Int, Int, Double)
    case notSunday(Int, Int)
  }

  private let kind: Kind
  private let offset: Int

  init?(_ text: String) {
    if text.contains(":") {
      kind = .table(Self.table(text))
      offset = 0
      return
    }
    var parts = text.split(separator: "+", maxSplits: 1)
    let added = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    guard !parts.isEmpty else { return nil }
    if let feast = Self.feast(parts[0]) {
      kind = feast
      offset = added != 0 ? added : Int(parts[0].dropFirst()) ?? 0
      return
    }
    offset = added
    parts = parts[0].split(separator: "-")
    if let moon = Self.moon(parts) {
      kind = moon
    } else if parts.count == 3, let month = Int(parts[0]), let weekday = Int(parts[2]) {
      kind = .weekday(month, parts[1] == "L" ? -1 : Int(parts[1]) ?? 1, weekday)
    } else if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) {
      kind = .fixed(month, day)
    } else {
      return nil
    }
  }

  /// The days of the calendars that follow the moon, and days that give way to a Sunday.
  private static func moon(_ parts: [Substring]) -> Kind? {
    if parts.count == 2, parts[1].last == "S", let month = Int(parts[0]), let day = Int(parts[1].dropLast()) {
      return .notSunday(month, day)
    }
    guard parts.count == 3, let month = Int(parts[1]) else { return nil }
    switch parts[0] {
    case "I": return parts[2] == "F" ? .lastFriday(month) : .islamic(month, Int(parts[2]))
    case "C": return Int(parts[2]).map { .chinese(month, $0) }
    case "L":
      let day = parts[2].split(separator: "@")
      return Int(day[0]).map { .hindu(month, $0, day.count > 1 ? Double(day[1]) ?? 6 : 6) }
    default: return nil
    }
  }

  private static func feast(_ text: Substring) -> Kind? {
    switch text.first {
    case "E": .easter
    case "O": .orthodox
    case "H": .hebrew
    case "P": .passover
    default: nil
    }
  }

  /// `2024:02-10 2025:01-29`: the day of each year.
  private static func table(_ text: String) -> [Int: Int] {
    var days: [Int: Int] = [:]
    for entry in text.split(separator: " ") {
      let parts = entry.split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
      if parts.count == 3 { days[parts[0]] = Civil.day(parts[0], parts[1], parts[2]) }
    }
    return days
  }

  /// Month and day, where they are the same every year.
  var fixed: DateFields? {
    if case .fixed(let month, let day) = kind { return DateFields(month: month, day: day) }
    return nil
  }

  /// The days of a year on which it falls.
  func days(_ year: Int) -> ClosedRange<Int>? {
    guard 1...9999 ~= year else { return nil }
    switch kind {
    case .fixed(let month, let day): return single(Civil.day(year, month, day))
    case .weekday(let month, let number, let weekday):
      let days = Civil.day(year, month, 1)...Civil.day(year, month, Civil.days(inMonth: month, of: year))
      return NthUnit.weekday(number, weekday, days)?.days.map { single($0.lowerBound + offset) }
    case .easter: return single(Civil.easter(year) + offset)
    case .orthodox: return single(Civil.orthodoxEaster(year) + offset)
    case .hebrew: return single(Civil.hebrewNewYear(year + 3761) + offset)
    case .passover: return single(Civil.hebrewNewYear(year + 3761) - 163 + offset)
    case .table(let days): return days[year].map(single)
    case .islamic(let month, let day): return islamic(year, month, day)
    case .lastFriday(let month):
      return islamic(year, month, nil).map { days in single(days.upperBound - (Civil.weekday(days.upperBound) + 2) % 7)
      }
    case .chinese(let month, let day): return MoonCalendar.chinese(year, month, day).map { single($0 + offset) }
    case .hindu(let month, let day, let hour):
      return MoonCalendar.hindu(year, month, day, hour: hour).map { single($0 + offset) }
    case .notSunday(let month, let day):
      let date = Civil.day(year, month, day)
      return single(Civil.weekday(date) == 7 ? date - 1 : date)
    }
  }

  private func single(_ day: Int) -> ClosedRange<Int> { day...day }

  /// The first such day of the Islamic calendar in a Gregorian year.
  private func islamic(_ year: Int, _ month: Int, _ day: Int?) -> ClosedRange<Int>? {
    let about = (year - 622) * 33 / 32
    for candidate in max(1, about - 1)...max(1, about + 2) {
      let first = MoonCalendar.islamic(candidate, month, day ?? 1)
      guard Civil.date(first).year == year else { continue }
      return first...(day == nil ? MoonCalendar.islamic(candidate, month + 1, 1) - 1 : first)
    }
    return nil
  }
}

/// The holidays of a lexicon, by row.
struct Holidays: Sendable {
  private let rules: [HolidayRule?]

  init(_ lexicon: Lexicon) {
    let table = lexicon.table(.timeWords)
    rules = (0..<table.rowCount).map { row in
      table.cell(row, "class") == "holiday" ? HolidayRule(table.cell(row, "rule")) : nil
    }
  }

  subscript(row: Int) -> HolidayRule? { rules.indices.contains(row) ? rules[row] : nil }
}
