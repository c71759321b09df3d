internal import DigestLexicon
internal import DigestText

/// Clock times: 15:00 GMT, 3.30 p.m., 3pm, three o'clock, noon, half past two, 8 in the evening, 9:30-11:00.
extension TimeGrammar {
  struct Clock {
    var time: TimeOfDay
    var end: Int
    /// Nothing but its place says that it is a time: "at 7".
    var isBare = false
  }

  func clockRule(_ index: Int) -> TimeParse? {
    if tape.isGlued(index), !tape.isSign(index - 1, "("), !tape.isDash(index - 1), !tape.isSign(index - 1, "@") {
      return nil
    }
    if let range = clockRange(index) { return range }
    let isFirst = index == tape.range.lowerBound
    let isHour =
      tape.is(index - 1, .at) || isFirst && (tape.has(index + 1, .dayWord) || isThisPart(index + 1))
      || tape.is(index - 1, .around)
        && (tape.has(index - 2, .dayWord) || tape.has(index - 2, .dayPart) || tape.has(index - 2, .weekday))
    guard let found = clock(index, bare: isHour) else { return nil }
    if found.isBare, !isHourDue(found) { return nil }
    return TimeParse(index..<found.end, .at(nil, found.time), "time.clock")
  }

  /// "this evening" behind an hour.
  private func isThisPart(_ index: Int) -> Bool { tape.has(index, .timeThis) && tape.has(index + 1, .dayPart) }

  /// Whether an hour alone is one: "at 7 on Monday", not "at 7 sites" or "at 7.5".
  private func isHourDue(_ found: Clock) -> Bool {
    let signs: [Unicode.Scalar] = ["%", "-", ":", "/", "$"]
    return
      (endsPhrase(found.end) || isThisPart(found.end) || tape.has(found.end, .dayWord) || tape.has(found.end, .weekday))
      && found.time.hour.map { $0 <= 12 } ?? false
      && !signs.contains { tape.isSign(found.end, $0) }
  }

  /// 9:30-11:00, 5 to 6 pm, 8am until noon.
  private func clockRange(_ index: Int) -> TimeParse? {
    guard let first = clock(index, bare: true) else { return nil }
    let isRange =
      tape.isDash(first.end) || tape.is(first.end, .to) || tape.is(first.end, .until)
      || (tape.is(first.end, .and) && tape.is(index - 1, .between))
    guard isRange, let last = clock(first.end + 1, bare: true), !first.isBare || !last.isBare else { return nil }
    if first.isBare, last.time.minute != nil, tape.isDash(first.end) { return nil }
    var (from, to) = (first.time, last.time)
    if from.isAmbiguous, !to.isAmbiguous, let hour = from.hour, let end = to.hour, end >= 12, hour < 12 {
      if hour + 12 <= end { from.hour = hour + 12 }
      from.isAmbiguous = false
    }
    if to.isAmbiguous, let start = from.hour, let end = to.hour, end < start, end < 12 { to.hour = end + 12 }
    from.zone = from.zone ?? to.zone
    return TimeParse(index..<last.end, .range(.at(nil, from), .at(nil, to)), "time.clock-range")
  }

  /// One time of day; `bare` lets an hour alone count.
  func clock(_ index: Int, bare: Bool) -> Clock? {
    if let (word, end) = tape.term(index, .clockWord) {
      return Clock(time: TimeOfDay(hour: word / 60, minute: word == 0 || word == 720 ? 0 : word % 60), end: end)
    }
    if let past = pastHour(index) { return past }
    guard var found = digital(index) ?? hourAlone(index, bare: bare) else { return nil }
    found = meridiem(found)
    found = zone(found)
    if found.isBare, !bare { return nil }
    return found
  }

  /// 15:00, 15:00:30, 3.30 before p.m., 12h30.
  private func digital(_ index: Int) -> Clock? {
    guard let hour = tape.digits(index) else { return dotted(index) }
    guard hour.count <= 2, hour.value <= 24 else { return nil }
    if tape.isSign(index + 1, ":"), tape.isGlued(index + 1), tape.isGlued(index + 2),
      let minute = tape.digits(index + 2),
      minute.count == 2, minute.value < 60
    {
      var time = TimeOfDay(hour: hour.value, minute: minute.value)
      time.isAmbiguous = hour.value <= 12 && hour.count == 1
      var end = index + 3
      if tape.isSign(end, ":"), tape.isGlued(end), let second = tape.digits(end + 1), second.count == 2,
        second.value < 60
      {
        time.second = second.value
        end += 2
      }
      return Clock(time: time, end: end)
    }
    return hourLetter(index, hour.value)
  }

  /// 12h, 12h30.
  private func hourLetter(_ index: Int, _ hour: Int) -> Clock? {
    guard tape.isGlued(index + 1), tape.span(index + 1).first.map({ $0 | 0x20 }) == UInt8(ascii: "h"), hour <= 24 else {
      return nil
    }
    let rest = tape.span(index + 1).dropFirst()
    guard rest.count == 0 || rest.count == 2 else { return nil }
    var minute = 0
    for byte in rest {
      guard byte &- 0x30 < 10 else { return nil }
      minute = minute * 10 + Int(byte - 0x30)
    }
    guard minute < 60, rest.count == 2 || tape.is(index - 1, .at) || !tape.has(index + 2, .preposition) else {
      return nil
    }
    if rest.count == 0, tape.is(index - 1, .in) || tape.is(index - 1, .for) || tape.is(index - 1, .during) {
      return nil
    }
    return Clock(time: TimeOfDay(hour: hour, minute: minute), end: index + 2)
  }

  /// 3.30 p.m., 11.00am; 10.30 GMT.
  private func dotted(_ index: Int) -> Clock? {
    guard let groups = tape.groups(index, sign: "."), groups.count == 2, groups[1].count == 2, groups[0].value <= 24,
      groups[1].value < 60, tape.has(index + 1, .meridiem) && isMeridiem(index + 1) || tape.has(index + 1, .timeZone)
    else { return nil }
    return Clock(time: TimeOfDay(hour: groups[0].value, minute: groups[1].value), end: index + 1)
  }

  /// 3 before pm or o'clock, "three thirty" before p.m.; else the hour alone, which is bare.
  private func hourAlone(_ index: Int, bare: Bool) -> Clock? {
    var found: (value: Int, end: Int)?
    if let digits = tape.digits(index) {
      if digits.count <= 2, digits.value <= 24 { found = (digits.value, index + 1) }
      if digits.count >= 3, digits.count <= 4, digits.value % 100 < 60, digits.value / 100 <= 24,
        militaryTime(index, digits.count)
      {
        return Clock(time: TimeOfDay(hour: digits.value / 100, minute: digits.value % 100), end: index + 1)
      }
    } else if let small = smallNumber(index), small.value <= 12 {
      found = small
      if let minute = smallNumber(small.end), minute.value >= 10 && minute.value < 60, bare || isMeridiem(minute.end) {
        return Clock(time: TimeOfDay(hour: small.value, minute: minute.value), end: minute.end)
      }
    }
    guard let found else { return nil }
    if tape.has(found.end, .clockSign), tape.term(found.end, .timeUnits) == nil {
      var time = TimeOfDay(hour: found.value, minute: nil)
      time.isAmbiguous = found.value <= 12
      return Clock(time: time, end: found.end + 1)
    }
    var time = TimeOfDay(hour: found.value, minute: nil)
    time.isAmbiguous = found.value <= 12
    return Clock(time: time, end: found.end, isBare: true)
  }

  /// 0730 or 1500 with a word that makes it a time.
  private func militaryTime(_ index: Int, _ count: Int) -> Bool {
    isMeridiem(index + 1) || (count == 4 && (tape.has(index + 1, .timeZone) || tape.has(index + 1, .clockSign)))
  }

  /// a.m. and p.m., "in the evening", "this morning" behind an hour.
  private func meridiem(_ found: Clock) -> Clock {
    var found = found
    guard let hour = found.time.hour else { return found }
    if isMeridiem(found.end), let half = tape.term(found.end, .meridiem), hour <= 12 {
      found.time.hour = hour % 12 + half.value
      found.time.isAmbiguous = false
      found.isBare = false
      found.end = half.end
    } else if let part = partBehind(found.end), hour <= 12 {
      found.time = Self.shifted(found.time, to: part.part)
      found.isBare = false
      found.end = part.end
    }
    return found
  }

  /// The hour in the half of the day in which a part of the day lies.
  static func shifted(_ time: TimeOfDay, to part: TimeOfDay.Part) -> TimeOfDay {
    var time = time
    guard let hour = time.hour, hour <= 12 else { return time }
    switch part {
    case .afternoon, .evening: time.hour = hour == 12 ? (part == .evening ? 24 : 12) : hour + 12
    case .night: time.hour = hour == 12 ? 24 : hour >= 5 ? hour + 12 : hour
    case .morning: time.hour = hour == 12 ? 24 : hour
    case .midday: break
    }
    time.isAmbiguous = false
    return time
  }

  /// Whether "am", "pm", "a.m." or, glued or dotted, "p" stands here.
  private func isMeridiem(_ index: Int) -> Bool {
    guard let term = tape.term(index, .meridiem) else { return false }
    if term.end > index + 1 { return true }
    let isLong =
      tape.span(index).count > 1
      && (tape.span(index).last.map { $0 | 0x20 } == UInt8(ascii: "m") || tape.shape(index).contains(.dotted))
    return isLong
      && !(tape.shape(index).contains(.spaceBefore) && tape.has(index, .toBe) && tape.has(index - 2, .personalPronoun))
      || tape.isGlued(index)
  }

  /// "in the evening" behind an hour.
  private func partBehind(_ index: Int) -> (part: TimeOfDay.Part, end: Int)? {
    guard tape.is(index, .in) || tape.is(index, .at) else { return nil }
    let next = tape.skip(index + 1, .the)
    guard next > index + 1 || tape.is(index, .at), let part = tape.value(next, .dayPart).flatMap(TimeOfDay.Part.init),
      part != .midday
    else { return nil }
    return (part, next + 1)
  }

  /// GMT, local time, GMT+5.
  private func zone(_ found: Clock) -> Clock {
    var found = found
    guard let zone = tape.term(found.end, .timeZone),
      tape.isCapitalized(found.end) || !found.isBare && tape.span(found.end).count > 2 && endsPhrase(zone.end),
      zone.end > found.end + 1 || tape.span(found.end).count > 1 || tape.isGlued(found.end)
    else { return found }
    if found.isBare, found.time.hour.map({ $0 > 24 }) ?? true { return found }
    found.time.zone = zone.value
    found.end = zone.end
    found.isBare = false
    if tape.isGlued(found.end), tape.isSign(found.end, "+") || tape.isSign(found.end, "-"),
      let hours = tape.digits(found.end + 1), hours.value <= 14
    {
      found.time.zone = (tape.isSign(found.end, "+") ? 60 : -60) * hours.value
      found.end += 2
    }
    return found
  }

  /// A quarter past three, half past two, 20 minutes to nine.
  private func pastHour(_ index: Int) -> Clock? {
    let start = tape.skip(index, .a)
    var minute: (value: Int, end: Int)?
    if let part = tape.value(start, .timeHalf) { minute = (60 / part, start + 1) }
    if let digits = tape.digits(start), digits.value < 60, digits.count <= 2 { minute = (digits.value, start + 1) }
    if minute == nil, let small = smallNumber(start), small.value < 60 { minute = small }
    guard var (value, next) = minute else { return nil }
    if let unit = tape.unit(next), unit.unit == .minute { next = unit.end }
    guard let side = tape.value(next, .clockSide),
      side == 1 || tape.value(start, .timeHalf) == 4 || tape.unit(next - 1) != nil,
      let hour = clock(next + 1, bare: true), hour.time.minute ?? 0 == 0, var whole = hour.time.hour,
      !hour.isBare || tape.value(start, .timeHalf) != nil || tape.unit(next - 1) != nil
    else { return nil }
    if side < 0 { (value, whole) = (60 - value, whole - 1) }
    var time = hour.time
    time.hour = whole
    time.minute = value
    return Clock(time: time, end: hour.end)
  }
}
