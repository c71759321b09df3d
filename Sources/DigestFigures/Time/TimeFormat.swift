/// Writes dates and amounts as TIMEX3 values and EDTF strings.
enum TimeFormat {
  // MARK: TIMEX3

  static func timex(_ fields: DateFields, _ time: TimeOfDay? = nil) -> String {
    let date = timexDate(fields)
    guard let time else { return date }
    let isNothing = fields == DateFields()
    return (isNothing ? "" : date) + "T" + clock(time)
  }

  private static func timexDate(_ fields: DateFields) -> String {
    let year = timexYear(fields)
    if let period = fields.period {
      switch period {
      case .quarter(let number): return "\(year)-Q\(number)"
      case .half(let number): return "\(year)-H\(number)"
      case .season(let number): return "\(year)-\(["SP", "SU", "FA", "WI"][(number - 1) % 4])"
      case .week(let number): return "\(year)-W\(pad(number, 2))"
      case .weekend(let number): return "\(year)-W\(pad(number, 2))-WE"
      case .decade, .century, .millennium: return stretch(fields, period)
      }
    }
    if fields.month == nil, fields.day == nil, let weekday = fields.weekday { return "XXXX-WXX-\(weekday)" }
    if fields.year == nil, fields.month == nil, fields.day == nil { return "XXXX-XX-XX" }
    guard fields.month != nil || fields.day != nil else { return year }
    let month = fields.month.map { pad($0, 2) } ?? "XX"
    return fields.day.map { "\(year)-\(month)-\(pad($0, 2))" } ?? "\(year)-\(month)"
  }

  private static func timexYear(_ fields: DateFields) -> String {
    guard let year = fields.year else { return fields.isFiscal ? "FYXXXX" : "XXXX" }
    if year < 0 { return "BC" + pad(-year, 4) }
    return (fields.isFiscal ? "FY" : "") + pad(year, 4)
  }

  private static func stretch(_ fields: DateFields, _ period: DateFields.Period) -> String {
    guard let year = fields.year else { return "XXX" }
    let digits = period == .decade ? 3 : period == .century ? 2 : 1
    let scale = digits == 3 ? 10 : digits == 2 ? 100 : 1000
    return year < 0 ? "BC" + pad((-year - 1) / scale, digits) : pad(year / scale, digits)
  }

  static func clock(_ time: TimeOfDay) -> String {
    guard let hour = time.hour else { return part(time.part) }
    var text = pad(hour, 2)
    text += ":" + pad(time.minute ?? 0, 2)
    if let second = time.second { text += ":" + pad(second, 2) }
    return text + zone(time.zone)
  }

  private static func part(_ part: TimeOfDay.Part?) -> String {
    switch part {
    case .morning: "MO"
    case .afternoon: "AF"
    case .evening: "EV"
    case .night: "NI"
    case .midday: "MI"
    case nil: "XX"
    }
  }

  private static func zone(_ minutes: Int?) -> String {
    guard let minutes else { return "" }
    if minutes == 0 { return "Z" }
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + pad(size / 60, 2) + ":" + pad(size % 60, 2)
  }

  /// P3D, PT1H30M, P2.5Y, PXW.
  static func timex(_ amount: TimeAmount) -> String {
    var date = ""
    var time = ""
    for part in amount.parts {
      let (number, letter, isTime) = letter(part)
      if isTime { time += number + letter } else { date += number + letter }
    }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  private static func letter(_ part: TimeAmount.Part) -> (String, String, Bool) {
    func scaled(_ factor: Double) -> String { part.number.map { number($0 * factor) } ?? "X" }
    let isPlain = part.number.map { $0 == $0.rounded() } ?? true
    switch part.unit {
    case .second: return (scaled(1), "S", true)
    case .minute: return isPlain ? (scaled(1), "M", true) : (scaled(60), "S", true)
    case .hour: return isPlain ? (scaled(1), "H", true) : (scaled(60), "M", true)
    case .day, .night, .businessDay: return part.number == 0.5 ? ("12", "H", true) : (scaled(1), "D", false)
    case .week: return (scaled(1), "W", false)
    case .fortnight: return (scaled(2), "W", false)
    case .weekend: return (scaled(1), "WE", false)
    case .month: return (scaled(1), "M", false)
    case .quarter: return (scaled(1), "Q", false)
    case .year: return part.number == 0.5 ? ("6", "M", false) : (scaled(1), "Y", false)
    case .decade: return (scaled(1), "DE", false)
    case .century: return (scaled(1), "CE", false)
    case .millennium: return (scaled(1), "ML", false)
    }
  }

  // MARK: EDTF

  /// The EDTF string; nil where EDTF has none.
  static func edtf(_ fields: DateFields, _ time: TimeOfDay? = nil) -> String? {
    if fields.isFiscal { return nil }
    if let period = fields.period { return edtf(fields, period) }
    guard fields.year != nil || fields.month != nil || fields.day != nil else { return nil }
    let year = edtfYear(fields.year)
    guard fields.month != nil || fields.day != nil else { return year }
    let month = fields.month.map { pad($0, 2) } ?? "XX"
    guard let day = fields.day else { return "\(year)-\(month)" }
    let date = "\(year)-\(month)-\(pad(day, 2))"
    guard let time, let hour = time.hour, fields.year != nil, fields.month != nil else { return date }
    return "\(date)T\(pad(hour, 2)):\(pad(time.minute ?? 0, 2)):\(pad(time.second ?? 0, 2))\(zone(time.zone))"
  }

  private static func edtf(_ fields: DateFields, _ period: DateFields.Period) -> String? {
    let year = edtfYear(fields.year)
    switch period {
    case .quarter(let number): return months(year, number * 3 - 2, 3)
    case .half(let number): return months(year, number * 6 - 5, 6)
    case .season(let number): return "\(year)-\(20 + number)"
    case .decade: return fields.year.map { $0 > 0 ? pad($0 / 10, 3) + "X" : nil } ?? nil
    case .century: return fields.year.map { $0 > 0 ? pad($0 / 100, 2) + "XX" : nil } ?? nil
    case .millennium: return fields.year.map { $0 > 0 ? pad($0 / 1000, 1) + "XXX" : nil } ?? nil
    case .week, .weekend:
      guard let days = fields.days else { return nil }
      return edtf(DateFields(dayNumber: days.lowerBound))! + "/" + edtf(DateFields(dayNumber: days.upperBound))!
    }
  }

  /// An interval of months: EDTF's own numbers for quarters and halves are read by few.
  private static func months(_ year: String, _ first: Int, _ count: Int) -> String {
    "\(year)-\(pad(first, 2))/\(year)-\(pad(first + count - 1, 2))"
  }

  private static func edtfYear(_ year: Int?) -> String {
    guard let year else { return "XXXX" }
    return year < 0 ? "-" + pad(-year - 1, 4) : pad(year, 4)
  }

  // MARK: Numbers

  static func pad(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return text.count >= digits ? text : String(repeating: "0", count: digits - text.count) + text
  }

  /// 3, 2.5: no trailing zero.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}

extension DateFields {
  /// The first and last day number, where they are known.
  var days: ClosedRange<Int>? {
    guard let year else { return nil }
    let civil = year < 0 ? year + 1 : year
    if let period { return days(of: period, civil) }
    guard let month else { return Civil.day(civil, 1, 1)...Civil.day(civil, 12, 31) }
    guard let day else {
      return Civil.day(civil, month, 1)...Civil.day(civil, month, Civil.days(inMonth: month, of: civil))
    }
    return Civil.day(civil, month, day)...Civil.day(civil, month, day)
  }

  private func days(of period: Period, _ year: Int) -> ClosedRange<Int> {
    func months(_ first: Int, _ count: Int) -> ClosedRange<Int> {
      Civil.day(year, first, 1)...Civil.day(year, first + count, 1) - 1
    }
    switch period {
    case .quarter(let number): return months(number * 3 - 2, 3)
    case .half(let number): return months(number * 6 - 5, 6)
    case .season(let number): return months(number * 3, 3)
    case .week(let number): return Civil.monday(ofWeek: number, year)...Civil.monday(ofWeek: number, year) + 6
    case .weekend(let number): return Civil.monday(ofWeek: number, year) + 5...Civil.monday(ofWeek: number, year) + 6
    case .decade: return Civil.day(year, 1, 1)...Civil.day(year + 10, 1, 1) - 1
    case .century: return Civil.day(year, 1, 1)...Civil.day(year + 100, 1, 1) - 1
    case .millennium: return Civil.day(year, 1, 1)...Civil.day(year + 1000, 1, 1) - 1
    }
  }

  /// The fields of an EDTF date: `2025`, `2025-05`, `2025-05-06`, a time behind it left out; nil where it is none.
  package init?(edtf: String) {
    let date = edtf.split(separator: "T", omittingEmptySubsequences: false)[0].split(separator: "/")[0]
    let parts = date.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, !edtf.hasPrefix("-"), 1...9999 ~= year else { return nil }
    self.init(year: year)
    if parts.count > 1, let month = parts[1], 1...12 ~= month { self.month = month }
    if parts.count > 2, let month, let day = parts[2], 1...Civil.days(inMonth: month, of: year) ~= day {
      self.day = day
    }
  }
}
