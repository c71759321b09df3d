internal import DigestLexicon
internal import DigestText

/// Years, decades, centuries: 2025, '98, 493 BC, two thousand ten, the 1990s, the 21st century, 2024/25.
extension TimeGrammar {
  /// A number below a hundred in words or digits: nine, twenty-four, 24.
  func smallNumber(_ index: Int) -> (value: Int, end: Int)? {
    guard let first = tape.value(index, .timeNumber), first < 100 else { return nil }
    guard first >= 20 else { return (first, index + 1) }
    let next = tape.isDash(index + 1) ? index + 2 : index + 1
    if let ones = tape.value(next, .timeNumber), ones < 10 { return (first + ones, next + 1) }
    return (first, index + 1)
  }

  /// A year that its surroundings already ask for.
  func year(_ index: Int, short: Bool = false) -> (year: Int, end: Int)? {
    if let digits = tape.digits(index) {
      if let era = era(index + 1), digits.count <= 4 { return (era.sign * digits.value, era.end) }
      if digits.count == 4, 1000...2999 ~= digits.value, !isNumberBehind(index) { return (digits.value, index + 1) }
      if digits.count == 2, short { return (Self.century(of: digits.value), index + 1) }
      return nil
    }
    if tape.isSign(index, "'"), tape.isGlued(index + 1), let digits = tape.digits(index + 1), digits.count == 2 {
      return (Self.century(of: digits.value), index + 2)
    }
    return yearInWords(index)
  }

  /// Two digits stand for 1950 to 2049.
  static func century(of year: Int) -> Int { year < 50 ? 2000 + year : 1900 + year }

  /// "BC" behind a number of years.
  func era(_ index: Int) -> (sign: Int, end: Int)? {
    guard let sign = tape.value(index, .era), tape.isCapitalized(index) else { return nil }
    return (sign, index + 1)
  }

  /// Whether the digits go on: 2025.5, 2,000, 2025%.
  private func isNumberBehind(_ index: Int) -> Bool {
    guard tape.isGlued(index + 1) else { return false }
    return tape.isSign(index + 1, "%")
      || (tape.isSign(index + 1, ":") && tape.isGlued(index + 2) && tape.digits(index + 2) != nil)
      || tape.shape(index + 1).contains(.letter)
  }

  /// "two thousand ten", "twenty nineteen", "nineteen ninety-five".
  private func yearInWords(_ index: Int) -> (year: Int, end: Int)? {
    guard let first = smallNumber(index) else { return nil }
    if first.value == 2, tape.value(first.end, .timeNumber) == 1000 {
      let next = tape.skip(first.end + 1, .and)
      if let rest = smallNumber(next) { return (2000 + rest.value, rest.end) }
      return (2000, first.end + 1)
    }
    guard 17...20 ~= first.value, let rest = smallNumber(first.end), rest.value >= 10 else { return nil }
    return (first.value * 100 + rest.value, rest.end)
  }

  // MARK: Years alone

  /// A year that stands alone, or two of them: "2020-25", "2024/25".
  func years(_ index: Int) -> TimeParse? {
    guard let digits = tape.digits(index) else { return nil }
    if let decade = decade(index, digits) { return decade }
    if let era = era(index + 1), digits.count <= 4 {
      return TimeParse(index..<era.end, .date(DateFields(year: era.sign * digits.value)), "time.year-era")
    }
    if let range = yearsBC(index, digits) { return range }
    guard digits.count == 4, 1000...2199 ~= digits.value, isFreeNumber(index) else { return nil }
    if let inner = seasonOrMonth(index, digits.value) { return inner }
    if let short = shortEnd(index, digits.value) { return short }
    guard isYear(index, digits.value) else { return nil }
    return TimeParse(index..<index + 1, .date(DateFields(year: digits.value)), "time.year")
  }

  /// 499-493 BC: the first year takes the era of the second.
  private func yearsBC(_ index: Int, _ digits: (value: Int, count: Int)) -> TimeParse? {
    guard digits.count <= 4, tape.isDash(index + 1) || tape.is(index + 1, .to), let last = tape.digits(index + 2),
      last.count <= 4,
      let era = era(index + 3)
    else { return nil }
    let from = DateFields(year: era.sign * digits.value)
    return TimeParse(
      index..<era.end, .range(.date(from), .date(DateFields(year: era.sign * last.value))), "time.year-range")
  }

  /// 2017 April, 1982 summer.
  private func seasonOrMonth(_ index: Int, _ year: Int) -> TimeParse? {
    // "2016, November"
    if tape.isSign(index + 1, ","), let found = month(index + 2), !tape.has(index + 2, .monthOrWord),
      endsPhrase(found.end),
      tape.digits(found.end) == nil, tape.digits(index - 1) == nil, !tape.isSign(index - 1, ",")
    {
      return TimeParse(index..<found.end, .date(DateFields(year: year, month: found.month)), "time.month-year")
    }
    if let season = tape.value(index + 1, .season), endsPhrase(index + 2) {
      return TimeParse(index..<index + 2, .date(DateFields(year: year, period: .season(season))), "time.season-year")
    }
    guard let found = month(index + 1), tape.digits(found.end) == nil, !tape.isGlued(index + 1),
      tape.value(index + 1, .monthOrWord) != 1 || endsPhrase(found.end)
    else { return nil }
    return TimeParse(index..<found.end, .date(DateFields(year: year, month: found.month)), "time.month-year")
  }

  /// 1990s, 1990's, '90s.
  private func decade(_ index: Int, _ digits: (value: Int, count: Int)) -> TimeParse? {
    var end = index + 1
    if tape.isSign(end, "'"), tape.isGlued(end) { end += 1 }
    guard tape.value(end, .timeUnitShort) == 1 || (tape.shape(end).contains(.clitic)),
      tape.isGlued(end) || digits.count == 4
    else { return nil }
    if digits.count == 4, digits.value % 10 == 0, 1000...2190 ~= digits.value {
      if digits.value % 100 == 0, !tape.is(index - 1, .the), digits.value < 2000 {
        return TimeParse(index..<end + 1, .date(DateFields(year: digits.value, period: .century)), "time.century")
      }
      return TimeParse(index..<end + 1, .date(DateFields(year: digits.value, period: .decade)), "time.decade")
    }
    guard digits.count == 2, digits.value % 10 == 0, 20...90 ~= digits.value else { return nil }
    let apostrophe = tape.isSign(index - 1, "'") && tape.isGlued(index)
    guard apostrophe || tape.is(index - 1, .the) || tape.has(index - 1, .timeEarly) else { return nil }
    return TimeParse(
      (apostrophe ? index - 1 : index)..<end + 1, .date(DateFields(year: 1900 + digits.value, period: .decade)),
      "time.decade")
  }

  /// The nineties, the early eighties.
  func decadeWord(_ index: Int) -> TimeParse? {
    guard let decade = tape.value(index, .decadeWord),
      tape.is(index - 1, .the) || tape.has(index - 1, .timeEarly) || tape.isDash(index - 1)
    else { return nil }
    return TimeParse(index..<index + 1, .date(DateFields(year: 1900 + decade, period: .decade)), "time.decade")
  }

  /// 2020-25, 2024/25: the second year gives its last two digits.
  private func shortEnd(_ index: Int, _ year: Int) -> TimeParse? {
    guard tape.isGlued(index + 1), tape.isSign(index + 1, "/") || tape.isDash(index + 1), tape.isGlued(index + 2),
      let end = tape.digits(index + 2), end.count == 2,
      end.value == (year + 1) % 100 || (end.value > year % 100 && end.value > 12),
      !tape.isGlued(index + 3) || tape.isSign(index + 3, ",") || tape.isSign(index + 3, ".")
        || tape.isSign(index + 3, ")") || tape.isSign(index + 3, ";") || tape.isSign(index + 3, ":")
    else { return nil }
    let last = DateFields(year: year / 100 * 100 + end.value)
    return TimeParse(index..<index + 3, .range(.date(DateFields(year: year)), .date(last)), "time.year-range")
  }

  /// Whether no sign makes the number part of something longer: $2000, 2000-3, 20:2000, #2000.
  private func isFreeNumber(_ index: Int) -> Bool {
    if tape.isGlued(index) {
      let free: [Unicode.Scalar] = ["(", "[", "\"", "'", "-", "/", ","]
      guard free.contains(where: { tape.isSign(index - 1, $0) }) || tape.isDash(index - 1) else { return false }
      if tape.isDash(index - 1), tape.isGlued(index - 1), tape.isDash(index + 1), tape.isGlued(index + 1) {
        return false
      }
      if tape.isDash(index - 1), tape.isGlued(index - 1), tape.digits(index - 2).map({ $0.count != 4 }) ?? false {
        return false
      }
      if tape.isDash(index - 1), tape.isGlued(index - 1), tape.shape(index - 2).isSuperset(of: [.letter, .allCaps]) {
        return false
      }
      // "Kazakhstan-2050" is a programme.
      if tape.isDash(index - 1), tape.isGlued(index - 1), isName(index - 2), !tape.has(index - 2, .season),
        !tape.has(index - 2, .timeEarly)
      {
        return false
      }
    }
    guard tape.isGlued(index + 1) else { return true }
    // 2015-1-32 is no date and no year
    if tape.isDash(index + 1), tape.digits(index + 2) != nil, tape.isDash(index + 3), tape.isGlued(index + 3),
      tape.digits(index + 4) != nil
    {
      return false
    }
    if tape.isSign(index + 1, "%") || tape.isSign(index + 1, ":") {
      return tape.digits(index + 2) == nil && !tape.isSign(index + 1, "%")
    }
    return !tape.shape(index + 1).contains(.letter) || tape.shape(index + 1).contains(.clitic)
  }

  /// Whether a number between 1000 and 2199 is a year and not a count.
  private func isYear(_ index: Int, _ value: Int) -> Bool {
    let before = tape.classes(index - 1)
    if before.contains(.notTime) || tape.has(index + 1, .meridiem) || tape.has(index + 1, .timeZone) { return false }
    if tape.has(index + 1, .timeNumber) || tape.has(index + 1, .timeUnits) { return false }
    if let unit = tape.unit(index + 1), !unit.isPlural, isAge(unit.end) || unit.unit == .day { return false }
    let isRecent = 1900...2099 ~= value
    if value >= 1500, tape.is(index - 1, .the), tape.shape(index + 1).contains(.letter), !isCounted(index + 1) {
      return true
    }
    if tape.isSign(index - 1, "("), tape.isSign(index + 1, ")") || tape.isDash(index + 1) { return true }
    if value >= 1500, index == tape.range.lowerBound, index + 1 == tape.range.upperBound { return true }
    if value < 1900, tape.is(index - 1, .of), tape.isLowercase(index + 1), !tape.has(index + 1, .preposition),
      !tape.has(index + 1, .verb), !tape.has(index + 1, .coordinator), !tape.has(index + 1, .toBe)
    {
      return false
    }
    let asksForDate =
      before.contains(.preposition) && !tape.is(index - 1, .of) && !tape.is(index - 1, .per)
      || before.contains(.timeEarly) || before.contains(.season) || tape.is(index - 1, .year)
      || before.contains(.possessive) || tape.shape(index - 1).contains(.clitic)
    if isCounted(index + 1) {
      return asksForDate && isRecent && value % 100 != 0 || tape.is(index - 1, .the) && isRecent
    }
    return isRecent || (asksForDate && value >= 1100)
      || (value >= 1400 && (tape.is(index - 1, .of) || tape.isDash(index - 1) || tape.isDash(index + 1)))
  }

  /// Whether the word behind a number is what it counts: "2000 people", "1950 metres".
  private func isCounted(_ index: Int) -> Bool {
    guard tape.isLowercase(index), !tape.isGlued(index), let last = tape.span(index).last else { return false }
    let classes = tape.classes(index)
    if classes.contains(.preposition) || classes.contains(.verb) || classes.contains(.toBe) || classes.contains(.modal)
    {
      return false
    }
    return classes.contains(.nounPlural) || classes.contains(.irregularPlural) || last == UInt8(ascii: "s")
      || tape.is(index, .in)
  }

  // MARK: Centuries

  /// The 21st century, the nineteenth century BC; the article is outside.
  func centuryRule(_ index: Int) -> TimeParse? {
    guard let number = ordinal(index), 1...30 ~= number.value else { return nil }
    let unit = tape.skipHyphen(number.end)
    guard tape.value(unit, .timeUnit) == 10 else { return nil }
    let era = era(unit + 1)
    let year = era?.sign == -1 ? -number.value * 100 : (number.value - 1) * 100
    return TimeParse(
      index..<(era?.end ?? unit + 1), .date(DateFields(year: year, period: .century)), "time.century")
  }
}
