import Foundation
import Testing

@testable import DigestFigures

/// Calendar arithmetic against Foundation's calendars.
struct TimeCivilTests {
  private static var gregorian: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
    return calendar
  }

  @Test func datesAgreeWithFoundation() {
    let calendar = Self.gregorian
    for day in stride(from: -120_000, through: 60_000, by: 97) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
      let civil = Civil.date(day)
      #expect(civil.year == parts.year && civil.month == parts.month && civil.day == parts.day)
      #expect(Civil.day(civil.year, civil.month, civil.day) == day)
      #expect(Civil.weekday(day) == ((parts.weekday ?? 0) + 5) % 7 + 1)
      #expect(Civil.week(day).week == parts.weekOfYear && Civil.week(day).year == parts.yearForWeekOfYear)
      #expect(Civil.monday(ofWeek: Civil.week(day).week, Civil.week(day).year) == day - Civil.weekday(day) + 1)
    }
  }

  @Test func monthsAreAdded() {
    #expect(Civil.adding(months: 1, to: Civil.day(2024, 1, 31)) == Civil.day(2024, 2, 29))
    #expect(Civil.adding(months: -13, to: Civil.day(2024, 1, 15)) == Civil.day(2022, 12, 15))
  }

  @Test func feastsFallWhereTheyDid() {
    #expect(Civil.easter(2025) == Civil.day(2025, 4, 20))
    #expect(Civil.easter(2024) == Civil.day(2024, 3, 31))
    #expect(Civil.orthodoxEaster(2024) == Civil.day(2024, 5, 5))
    #expect(Civil.orthodoxEaster(2025) == Civil.day(2025, 4, 20))
  }
}
