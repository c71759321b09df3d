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

  @Test(arguments: [
    (2018, 6, 15), (2019, 6, 4), (2020, 5, 24), (2021, 5, 13), (2022, 5, 2), (2023, 4, 21), (2024, 4, 10),
    (2025, 3, 30),
  ])
  func feastsOfTheIslamicMoonFallWhereTheyDid(_ year: Int, _ month: Int, _ day: Int) {
    #expect(HolidayRule("I-10-1")?.days(year)?.lowerBound == Civil.day(year, month, day))
  }

  @Test(arguments: [
    (2019, 2, 5), (2020, 1, 25), (2021, 2, 12), (2022, 2, 1), (2023, 1, 22), (2024, 2, 10), (2025, 1, 29),
    (2026, 2, 17),
  ])
  func chineseYearsBeginWhereTheyDid(_ year: Int, _ month: Int, _ day: Int) {
    #expect(HolidayRule("C-1-1")?.days(year)?.lowerBound == Civil.day(year, month, day))
  }

  @Test(arguments: [
    ("L-7-30@18.5", 2018, 11, 7), ("L-7-30@18.5", 2020, 11, 14), ("L-7-30@18.5", 2022, 10, 24),
    ("L-7-30@18.5", 2023, 11, 12), ("L-7-30@18.5", 2025, 10, 20), ("L-6-4@12", 2019, 9, 2), ("L-1-9@12", 2020, 4, 2),
    ("L-12-15@18.5+1", 2024, 3, 25), ("C-8-15", 2024, 9, 17), ("04-27S", 2014, 4, 26), ("I-9-F", 2017, 6, 23),
  ])
  func otherFeastsFallWhereTheyDid(_ rule: String, _ year: Int, _ month: Int, _ day: Int) {
    #expect(HolidayRule(rule)?.days(year)?.lowerBound == Civil.day(year, month, day))
  }
}
