/// Calendar arithmetic on the proleptic Gregorian calendar, by integers alone. Day 0 is 1970-01-01.
package enum Civil {
  /// The day number of a date; months and days beyond their range carry over.
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day number.
  package static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday.
  package static func weekday(_ day: Int) -> Int { floorModulo(day + 3, 7) + 1 }

  /// The number of days of a month.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29th of February.
  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The ISO 8601 week in which a day lies.
  package static func week(_ day: Int) -> (year: Int, week: Int) {
    let thursday = day - weekday(day) + 4
    let year = date(thursday).year
    return (year, (thursday - self.day(year, 1, 1)) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week.
  package static func monday(ofWeek week: Int, _ year: Int) -> Int {
    let fourth = day(year, 1, 4)
    return fourth - weekday(fourth) + 1 + (week - 1) * 7
  }

  /// The day `months` later; the 31st becomes the last day of a shorter month.
  package static func adding(months: Int, to day: Int) -> Int {
    let from = date(day)
    let total = from.year * 12 + from.month - 1 + months
    let (year, month) = (floorDivide(total, 12), floorModulo(total, 12) + 1)
    return self.day(year, month, min(from.day, days(inMonth: month, of: year)))
  }

  /// Easter Sunday of the western churches (the anonymous Gregorian computus).
  package static func easter(_ year: Int) -> Int {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    return day(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1)
  }

  /// Easter Sunday of the eastern churches (Meeus's Julian computus, in Gregorian days).
  package static func orthodoxEaster(_ year: Int) -> Int {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let julian = day(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1)
    return julian + year / 100 - year / 400 - 2
  }

  /// The first day of a Hebrew year: the molad and its postponements.
  package static func hebrewNewYear(_ year: Int) -> Int {
    let days = [year - 1, year, year + 1].map(hebrewDays)
    let delay = days[2] - days[1] == 356 ? 2 : days[1] - days[0] == 382 ? 1 : 0
    return days[1] + delay - 2_092_590
  }

  /// The days from the epoch to a Hebrew year, before the last two postponements.
  private static func hebrewDays(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let day = 29 * months + (12_084 + 13_753 * months) / 25_920
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day
  }

  static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
  static func floorModulo(_ a: Int, _ b: Int) -> Int { a - floorDivide(a, b) * b }
}
