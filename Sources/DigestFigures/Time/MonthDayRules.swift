internal import DigestLexicon
internal import DigestText

/// Dates with the name of a month: May 6, 6 May, the 6th of May 2025, May 5-7, 29 and 30 May, May 2025.
extension TimeGrammar {
  struct DayNumber {
    var day: Int
    var end: Int
    var isOrdinal: Bool
  }

  /// A month's name. Words that are also something else need a capital and no verb's company.
  func month(_ index: Int) -> (month: Int, end: Int)? {
    guard let month = tape.value(index, .month) else { return nil }
    if tape.value(index, .monthOrWord) == 1, !tape.isCapitalized(index), tape.digits(index - 1) == nil,
      tape.digits(index + 1) == nil,
      !tape.has(index - 1, .ordinalSuffix), !tape.is(index - 1, .of), ordinal(index + 1) == nil
    {
      return nil
    }
    let end =
      tape.isGlued(index + 1) && tape.isSign(index + 1, ".") && tape.digits(index + 2) != nil ? index + 2 : index + 1
    return (month, end)
  }

  /// A day of the month: 6, 6th, sixth, twenty-first.
  func dayNumber(_ index: Int) -> DayNumber? {
    if let digits = tape.digits(index) {
      guard digits.count <= 2, 1...31 ~= digits.value else { return nil }
      if tape.isGlued(index + 1), tape.has(index + 1, .ordinalSuffix) {
        return DayNumber(day: digits.value, end: index + 2, isOrdinal: true)
      }
      return DayNumber(day: digits.value, end: index + 1, isOrdinal: false)
    }
    guard let ordinal = ordinal(index), 1...31 ~= ordinal.value else { return nil }
    return DayNumber(day: ordinal.value, end: ordinal.end, isOrdinal: true)
  }

  /// An ordinal: first, twenty-first, 21st; -1 is the last.
  func ordinal(_ index: Int) -> (value: Int, end: Int)? {
    if let value = tape.value(index, .timeOrdinal) { return (value, index + 1) }
    if let digits = tape.digits(index), digits.count <= 3, tape.isGlued(index + 1), tape.has(index + 1, .ordinalSuffix)
    {
      return (digits.value, index + 2)
    }
    if let tens = tape.value(index, .timeNumber), tens % 10 == 0, 20...90 ~= tens {
      let next = tape.isDash(index + 1) ? index + 2 : index + 1
      if let ones = tape.value(next, .timeOrdinal), 1...9 ~= ones { return (tens + ones, next + 1) }
    }
    return nil
  }

  /// A day behind a month: a number that nothing makes a clock time, an amount or a year.
  private func day(behindMonth index: Int) -> DayNumber? {
    let start = tape.skip(index, .the)
    var found = dayNumber(start)
    if found == nil, start == index, let words = smallNumber(index), 1...31 ~= words.value,
      endsPhrase(words.end) || year(words.end) != nil || words.value > 20
    {
      found = DayNumber(day: words.value, end: words.end, isOrdinal: false)
    }
    guard let found, found.isOrdinal || start == index else { return nil }
    if isClockColon(found.end) { return nil }
    if tape.isSign(found.end, "%") { return nil }
    let unit = tape.skipHyphen(found.end)
    if !found.isOrdinal, unit > found.end, tape.has(unit, .timeUnit) { return nil }
    if !found.isOrdinal, tape.has(found.end, .meridiem),
      tape.shape(found.end).contains(.dotted) || tape.isGlued(found.end)
    {
      return nil
    }
    return found
  }

  /// Whether the colon of a clock time stands here: digits are glued to it.
  func isClockColon(_ index: Int) -> Bool {
    tape.isSign(index, ":") && tape.isGlued(index) && tape.isGlued(index + 1) && tape.digits(index + 1) != nil
  }

  /// The year behind a month or a day: "2025", ", 2025", "of 2025", "in 2025", "'98".
  func yearBehind(_ index: Int, short: Bool = false) -> (year: Int, end: Int)? {
    if let direct = year(index, short: short) { return direct }
    let next = tape.isSign(index, ",") || tape.is(index, .of) || tape.is(index, .in) ? index + 1 : index
    guard next > index else { return nil }
    if tape.is(index, .of), let digits = tape.digits(next), digits.count == 2, digits.value > 31, endsPhrase(next + 1) {
      return (Self.century(of: digits.value), next + 1)
    }
    return year(next)
  }

  /// Dates that start with a month.
  func monthFirst(_ index: Int) -> [TimeParse] {
    guard let (month, end) = month(index) else { return [] }
    var next = end
    if tape.isGlued(end),
      tape.isSign(end, "/") || tape.isSign(end, "-") || (tape.isSign(end, ",") && tape.isGlued(end + 1))
    {
      next = end + 1
    }
    if tape.isSign(end, ","), !tape.isGlued(end + 1), let year = year(end + 1) {
      return [monthParse(index..<year.end, month, year.year)]
    }
    if let day = day(behindMonth: next), day.day <= Civil.days(inMonth: month, of: 2024) {
      return monthDays(index, month, day, glue: next > end ? end : nil)
    }
    if let year = yearBehind(next) { return [monthParse(index..<year.end, month, year.year)] }
    return isMonthAlone(index) ? [monthParse(index..<end, month, nil)] : []
  }

  private func monthParse(_ tokens: Range<Int>, _ month: Int, _ year: Int?) -> TimeParse {
    TimeParse(
      tokens, .date(DateFields(year: year, month: month)), year == nil ? "time.month" : "time.month-year")
  }

  /// Whether "May", "March" or "August" is the month: not where a verb or a name would stand.
  private func isMonthAlone(_ index: Int) -> Bool {
    guard tape.has(index, .monthOrWord) else { return true }
    // "Jan-Feb 2017"
    if tape.isDash(index + 1), month(index + 2) != nil { return true }
    if tape.isDash(index - 1), month(index - 2) != nil { return true }
    let before = tape.classes(index - 1)
    let isLong = tape.span(index).count > 3
    if tape.has(index, .modal) {
      // "May" first in its sentence is the verb: "May I ask"; in mid-sentence it needs a word that dates take.
      guard !tape.shape(index).contains(.sentenceStart) else { return false }
      return before.contains(.preposition) || before.contains(.timeLast) || before.contains(.timeEarly)
        || before.contains(.timeNext) || before.contains(.timeThis) || before.contains(.coordinator)
        || tape.isDash(index - 1)
        || tape.is(index - 1, .the) || tape.isSign(index - 1, ",")
    }
    if tape.shape(index).contains(.sentenceStart) { return isLong }
    if isName(index - 1) || before.contains(.article) { return false }
    // A given name ("April Smith", "June Carter") is followed by a name.
    if tape.isCapitalized(index + 1), tape.shape(index + 1).contains(.letter), !before.contains(.preposition) || !isLong
    {
      return false
    }
    return isLong || before.contains(.preposition) || before.contains(.timeLast) || before.contains(.timeNext)
  }

  /// Whether a word is part of a name, so that what follows may be: "Operation 5", "Ice March".
  func isName(_ index: Int) -> Bool {
    let shape = tape.shape(index)
    guard shape.isSuperset(of: [.letter, .capitalized]), !shape.contains(.sentenceStart) else { return false }
    let classes = tape.classes(index)
    return !classes.contains(.weekday) && !classes.contains(.preposition) && !classes.contains(.month)
      && !classes.contains(.timeEarly) && !classes.contains(.article) && !classes.contains(.timeLast)
  }

  /// May 6; May 5-7; May 5 and 6; May 5, 6 and 7, 2025.
  private func monthDays(_ start: Int, _ month: Int, _ first: DayNumber, glue: Int?) -> [TimeParse] {
    let list = dayList(first, behindMonth: true)
    var end = list.last.map(\.number.end) ?? first.end
    let isShort = glue.map { tape.isSign($0, "-") || tape.isSign($0, "/") } ?? false
    var year: Int?
    let yearStart = isShort && tape.isGlued(end) && (tape.isSign(end, "-") || tape.isSign(end, "/")) ? end + 1 : end
    if let found = yearBehind(yearStart, short: yearStart > end) { (year, end) = found }
    return parses(start, [(first, false)] + list, month: month, year: year, end: end, rule: "month-day")
  }

  /// The days behind a first one: "-7", " and 6", ", 6 and 7". Empty where nothing more belongs.
  private func dayList(_ first: DayNumber, behindMonth: Bool) -> [(number: DayNumber, isRange: Bool)] {
    var list: [(number: DayNumber, isRange: Bool)] = []
    var last = first
    while list.count < 8 {
      let isRange = tape.isDash(last.end) || tape.is(last.end, .to) || tape.is(last.end, .until)
      let isList = tape.isSign(last.end, ",") || tape.is(last.end, .and) || tape.is(last.end, .or)
      guard isRange || isList else { break }
      var next = last.end + 1
      if tape.isSign(last.end, ","), tape.is(next, .and) { next += 1 }
      let numbered = tape.skip(next, .the)
      guard let number = dayNumber(numbered), number.day > last.day || !behindMonth,
        !(numbered > next && !number.isOrdinal && behindMonth)
      else { break }
      if behindMonth, !endsDay(number, ordinal: first.isOrdinal || isRange) { break }
      list.append((number, isRange))
      last = number
    }
    return list
  }

  /// Whether a number behind "May 5 and" is a day: no noun, unit or month of its own follows.
  private func endsDay(_ number: DayNumber, ordinal: Bool) -> Bool {
    let next = number.end
    if tape.has(next, .month) || isClockColon(next) || tape.isSign(next, "%") || tape.isSign(next, "/") {
      return false
    }
    if tape.is(next, .of), tape.has(next + 1, .month) { return false }
    if tape.isDash(next) && tape.isGlued(next) { return false }
    if number.isOrdinal { return ordinal }
    guard tape.shape(next).contains(.letter) else { return true }
    let classes = tape.classes(next)
    return classes.contains(.preposition) || classes.contains(.coordinator) || classes.contains(.modal)
      || classes.contains(.toBe) || classes.contains(.relativePronoun) || classes.contains(.verbPast)
  }

  /// "twenty five January".
  private func dayInWords(_ index: Int) -> DayNumber? {
    guard let words = smallNumber(index), 2...31 ~= words.value, month(words.end) != nil,
      !tape.has(words.end, .monthOrWord) || words.value > 12
    else { return nil }
    return DayNumber(day: words.value, end: words.end, isOrdinal: false)
  }

  /// Dates that start with a day: 6 May, 6th of May, 4-6 April, 15 and 16 September.
  func dayFirst(_ index: Int) -> [TimeParse] {
    guard let first = dayNumber(index) ?? dayInWords(index) else { return [] }
    if let found = monthBehind(first) { return finish(index, [(first, false)], found) }
    let list = dayList(first, behindMonth: false)
    if list.contains(where: { !$0.isRange }), isName(index - 1) { return [] }
    guard let last = list.last?.number, let found = monthBehind(last) else { return [] }
    var previous = 0
    for number in [first.day] + list.map(\.number.day) {
      if number <= previous { return [] }
      previous = number
    }
    return finish(index, [(first, false)] + list, found)
  }

  private func finish(
    _ index: Int, _ list: [(number: DayNumber, isRange: Bool)], _ found: (month: Int, end: Int, isGlued: Bool)
  ) -> [TimeParse] {
    var end = found.end
    guard list.allSatisfy({ $0.number.day <= Civil.days(inMonth: found.month, of: 2024) }) else { return [] }
    var year: Int?
    let isSigned = tape.isGlued(end) && (tape.isSign(end, "-") || tape.isSign(end, "/") || tape.isSign(end, "."))
    let start = isSigned && tape.digits(end + 1) != nil ? end + 1 : end
    if start == end || found.isGlued, let behind = yearBehind(start, short: found.isGlued && start > end) {
      (year, end) = behind
    }
    return parses(index, list, month: found.month, year: year, end: end, rule: "day-month")
  }

  /// The month behind a day: "6 May", "6th of May", "6-May", "6/May".
  private func monthBehind(_ day: DayNumber) -> (month: Int, end: Int, isGlued: Bool)? {
    var next = day.end
    var isGlued = false
    if tape.isGlued(next), tape.isSign(next, "-") || tape.isSign(next, "/") || tape.isSign(next, ".") {
      next += 1
      isGlued = true
    } else if tape.is(next, .of) {
      next += 1
    }
    guard let found = month(next) else { return nil }
    if tape.has(next, .modal), !day.isOrdinal, !tape.isCapitalized(next), !tape.is(next - 1, .of) { return nil }
    return (found.month, found.end, isGlued)
  }

  /// One parse for each member of a list, one for each range.
  private func parses(
    _ start: Int, _ list: [(number: DayNumber, isRange: Bool)], month: Int, year: Int?, end: Int, rule: String
  ) -> [TimeParse] {
    var result: [TimeParse] = []
    for (offset, item) in list.enumerated() {
      let fields = DateFields(year: year, month: month, day: item.number.day)
      let from =
        offset == 0
        ? start : item.number.end - (item.number.isOrdinal && tape.digits(item.number.end - 2) != nil ? 2 : 1)
      let to = offset == list.count - 1 ? end : (list.count > 1 && offset + 1 < list.count ? item.number.end : end)
      if item.isRange, let first = result.popLast() {
        result.append(
          TimeParse(first.tokens.lowerBound..<to, .range(first.expression, .date(fields)), "time.\(rule)-range"))
      } else {
        let name = list.count > 1 ? "time.\(rule)-list" : year == nil ? "time.\(rule)" : "time.full-date"
        result.append(TimeParse(from..<to, .date(fields), name))
      }
    }
    return result
  }
}
