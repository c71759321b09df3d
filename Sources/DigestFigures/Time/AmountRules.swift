internal import DigestLexicon

/// Amounts of time and what is made of them: three days, a 30-year concession, two weeks ago, in five years.
extension TimeGrammar {
  struct Amount {
    var amount: TimeAmount
    var end: Int
    /// The article or number word "a" starts it.
    var isArticle = false
    var isPlural = true
    /// Written with a hyphen: "three-day".
    var isAdjective = false
    var isVague: Bool { amount.parts.contains { $0.number == nil } }
  }

  /// A number that can count units: 3, 3.5, three, a, half a, two and a half, several, a couple of.
  func count(_ index: Int) -> (number: Double?, end: Int, isArticle: Bool)? {
    if let digits = tape.digits(index) {
      if digits.count > 6 || digits.value == 0 && digits.count > 1 { return nil }
      return fraction(Double(digits.value), index + 1)
    }
    if let decimal = tape.groups(index, sign: "."), decimal.count == 2, decimal[1].count <= 3 {
      var scale = 1.0
      for _ in 0..<decimal[1].count { scale *= 10 }
      return (Double(decimal[0].value) + Double(decimal[1].value) / scale, index + 1, false)
    }
    if let decimal = tape.groups(index, sign: ","), decimal.count == 2,
      decimal[1].count < 3 || tape.options.decimalComma,
      decimal[1].count <= 3
    {
      var scale = 1.0
      for _ in 0..<decimal[1].count { scale *= 10 }
      return (Double(decimal[0].value) + Double(decimal[1].value) / scale, index + 1, false)
    }
    if let grouped = tape.groups(index, sign: ","), grouped.count == 2, grouped[1].count == 3 {
      return (Double(grouped[0].value * 1000 + grouped[1].value), index + 1, false)
    }
    return countInWords(index)
  }

  private func countInWords(_ index: Int) -> (number: Double?, end: Int, isArticle: Bool)? {
    if tape.value(index, .timeHalf) == 2 {
      let next = tape.skip(tape.skipHyphen(index + 1), .a)
      return (0.5, next, false)
    }
    // "in as many days"
    if tape.is(index - 1, .as), tape.has(index, .timeVague) { return nil }
    if let vague = tape.value(index, .timeVague) {
      let end = tape.skip(index + 1, .of)
      return (vague == 0 || vague < 0 ? nil : Double(vague), end, false)
    }
    if tape.is(index, .a) {
      if let vague = tape.value(index + 1, .timeVague) {
        return (vague <= 0 ? nil : Double(vague), tape.skip(index + 2, .of), false)
      }
      if tape.value(index + 1, .timeHalf) == 2 { return (0.5, tape.skipHyphen(index + 2), false) }
      if tape.value(index + 1, .timeNumber) == 100 { return (100, index + 2, false) }
      return (1, index + 1, true)
    }
    guard let number = wholeInWords(index) else { return nil }
    if tape.value(number.end, .timeVague) == 12 { return (Double(number.value) * 12, number.end + 1, false) }
    return fraction(Double(number.value), number.end)
  }

  /// Three, twenty-four, two hundred.
  private func wholeInWords(_ index: Int) -> (value: Int, end: Int)? {
    if tape.value(index, .timeNumber) == 100 { return (100, index + 1) }
    guard let small = smallNumber(index) else { return nil }
    guard let scale = tape.value(small.end, .timeNumber), scale >= 100 else { return small }
    let next = tape.skip(small.end + 1, .and)
    if let rest = smallNumber(next) { return (small.value * scale + rest.value, rest.end) }
    return (small.value * scale, small.end + 1)
  }

  /// Behind a whole number: " and a half", " 1/2", "/4".
  private func fraction(_ whole: Double, _ index: Int) -> (number: Double?, end: Int, isArticle: Bool)? {
    if tape.isGlued(index), tape.isSign(index, "/"), let under = tape.digits(index + 1), 2...10 ~= under.value {
      return (whole / Double(under.value), index + 2, false)
    }
    if tape.is(index, .and) {
      let part = tape.skip(index + 1, .a)
      if tape.value(part, .timeHalf) == 2, tape.unit(part + 1) != nil { return (whole + 0.5, part + 1, false) }
      if tape.value(part, .timeHalf) == 4, tape.unit(tape.skip(part + 1, .of)) != nil {
        return (whole + 0.25, tape.skip(part + 1, .of), false)
      }
      if let parts = smallNumber(part), tape.value(parts.end, .timeHalf) == 4 {
        let unit = tape.skip(parts.end + 1, .of)
        if tape.unit(unit) != nil { return (whole + 0.25 * Double(parts.value), unit, false) }
      }
    }
    return (whole, index, false)
  }

  /// An amount of one unit or more: "three days", "an hour and a half", "1 year and 6 months".
  func amount(_ index: Int) -> Amount? {
    guard var found = simpleAmount(index) else { return nil }
    if tape.is(found.end, .and) {
      let half = tape.skip(found.end + 1, .a)
      if tape.value(half, .timeHalf) == 2, half > found.end + 1, tape.unit(half + 1) == nil,
        let number = found.amount.parts[0].number
      {
        found.amount.parts[0].number = number + 0.5
        found.end = half + 1
        return found
      }
    }
    while found.amount.parts.count < 4, !found.isAdjective {
      var next = tape.isSign(found.end, ",") ? found.end + 1 : found.end
      next = tape.skip(next, .and)
      guard next > found.end || tape.digits(next) != nil || tape.value(next, .timeNumber) != nil,
        let more = simpleAmount(next),
        !more.isVague, !more.isArticle, !more.isAdjective,
        let last = found.amount.parts.last, more.amount.parts[0].unit.rawValue < last.unit.rawValue,
        last.unit.rawValue <= TimeUnit.year.rawValue, last.number != nil
      else { break }
      found.amount.parts += more.amount.parts
      found.end = more.end
      found.isArticle = false
    }
    return found
  }

  private func simpleAmount(_ index: Int) -> Amount? {
    guard let count = count(index) else { return nil }
    if tape.isGlued(count.end), tape.digits(count.end - 1) != nil, let short = tape.value(count.end, .timeUnitShort),
      short == TimeUnit.hour.rawValue
    {
      return Amount(amount: TimeAmount(parts: [.init(number: count.number, unit: .hour)]), end: count.end + 1)
    }
    let hyphen = tape.skipHyphen(count.end)
    var unitAt = hyphen
    if hyphen == count.end {
      while tape.has(unitAt, .timeFiller), unitAt < count.end + 2 { unitAt += 1 }
    }
    guard let unit = tape.unit(unitAt), !isAge(unit.end) else { return nil }
    if !unit.isPlural, hyphen == count.end, count.number ?? 0 > 1, let digits = tape.digits(index), digits.count == 4 {
      return nil
    }
    if unit.unit == .quarter, tape.is(unit.end, .of) || !unit.isPlural { return nil }
    // "three quarters" are a fraction unless they follow each other or a word of time stands before.
    if unit.unit == .quarter, count.number == 3, unitAt == hyphen, !tape.is(index - 1, .for), !tape.is(index - 1, .in),
      !tape.is(index - 1, .during)
    {
      return nil
    }
    if unit.unit == .second, !unit.isPlural, tape.is(count.end - 1, .a) { return nil }
    let part = TimeAmount.Part(number: count.number, unit: unit.unit)
    let isAdjective = hyphen > count.end
    if tape.is(unitAt - 1, .a), tape.isGlued(unit.end), tape.isSign(unit.end, "-") { return nil }
    return Amount(
      amount: TimeAmount(parts: [part]), end: unit.end, isArticle: count.isArticle, isPlural: unit.isPlural,
      isAdjective: isAdjective)
  }

  /// Whether "-old", " old" or "s old" follows: an age is no duration.
  func isAge(_ index: Int) -> Bool {
    tape.has(tape.skipHyphen(index), .ageWord) || (tape.is(index, .of) && tape.has(index + 1, .agingWord))
  }
}

extension TimeTape {
  /// A unit's name.
  func unit(_ index: Int) -> (unit: TimeUnit, isPlural: Bool, end: Int)? {
    if let found = term(index, .timeUnit), let unit = TimeUnit(rawValue: found.value) {
      return (unit, false, found.end)
    }
    if let found = term(index, .timeUnits), let unit = TimeUnit(rawValue: found.value) {
      return (unit, true, found.end)
    }
    return nil
  }
}
