/// A document's date as a user writes it: a year, month or day of ISO 8601, which EDTF shares.
struct DocumentDate {
  /// What to write instead of a date that is not understood.
  static let cure = "write it as 2025-05-09, 2025-05 or 2025"

  /// The EDTF date.
  let edtf: String

  /// Reads a date; of a date with time (`2025-05-09T08:00:00Z`) the date. `nil` where it is none, or not in the
  /// calendar.
  init?(_ text: String) {
    let date =
      text.utf8.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }.map { text[..<$0] } ?? text[...]
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard 1...3 ~= parts.count, parts.count == 3 || date.utf8.count == text.utf8.count else { return nil }
    for (part, length) in zip(parts, lengths) {
      guard part.utf8.count == length, part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count > 1, !(1...12 ~= numbers[1]) { return nil }
    if numbers.count > 2, !(1...Self.days(numbers[0], numbers[1]) ~= numbers[2]) { return nil }
    edtf = String(date)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
