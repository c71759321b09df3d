/// Dates as people read them.
enum HumanDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static let parts = [
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "first quarter of", 34: "second quarter of",
    35: "third quarter of", 36: "fourth quarter of", 40: "first half of", 41: "second half of",
  ]

  /// A date or interval in words: `2025-05-05/2025-05-07` is "5–7 May 2025". What is not understood stays as it is.
  static func describe(_ edtf: String) -> String {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else { return single(edtf) }
    switch (ends[0], ends[1]) {
    case ("", let end), ("..", let end): return "until \(single(end))"
    case (let start, ""), (let start, ".."): return "since \(single(start))"
    case (let start, let end) where start == end: return single(start)
    case (let start, let end): return interval(start, end)
    }
  }

  /// The same with the months' names cut to three letters: "6 May 2025", "10 Sep 2025".
  static func brief(_ edtf: String) -> String {
    let words = describe(edtf).split(separator: " ", omittingEmptySubsequences: false)
    return words.map { months.contains(String($0)) ? String($0.prefix(3)) : String($0) }.joined(separator: " ")
  }

  private static func interval(_ start: String, _ end: String) -> String {
    guard let from = Parts(start), let to = Parts(end), from.day == nil ? to.day == nil : to.day != nil else {
      return "\(single(start)) – \(single(end))"
    }
    if from.year != to.year || from.month == nil { return "\(from.words) – \(to.words)" }
    guard let first = from.day else { return "\(monthName(from.month))–\(to.words)" }
    if from.month == to.month { return "\(first)–\(to.words)" }
    return "\(first) \(monthName(from.month)) – \(to.words)"
  }

  private static func single(_ edtf: String) -> String {
    if let last = edtf.unicodeScalars.last, "?~%".unicodeScalars.contains(last) {
      return "about " + single(String(edtf.dropLast()))
    }
    guard let parts = Parts(String(edtf.prefix { $0 != "T" })) else { return edtf }
    let time = edtf.drop { $0 != "T" }.dropFirst()
    return time.isEmpty ? parts.words : "\(parts.words), \(time)"
  }

  private static func monthName(_ month: Int?) -> String { month.map { months[$0 - 1] } ?? "" }

  /// A calendar date taken apart.
  private struct Parts {
    /// `nil` where it is not known: `XXXX-09-18`.
    var year: Int?
    var month: Int?
    var day: Int?
    var season: String?

    init?(_ text: String) {
      let fields = text.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = fields.first, first.utf8.count == 4, fields.count <= 3 else { return nil }
      year = Int(first)
      if year == nil && (first != "XXXX" || fields.count == 1) { return nil }
      guard fields.count > 1 else { return }
      guard let number = Int(fields[1]) else { return nil }
      season = HumanDate.parts[number]
      if season != nil { return }
      guard 1...12 ~= number else { return nil }
      month = number
      guard fields.count > 2 else { return }
      guard let day = Int(fields[2]), 1...31 ~= day else { return nil }
      self.day = day
    }

    var words: String {
      let parts = [season, day.map(String.init), month.map { months[$0 - 1] }, year.map(String.init)]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }
}
