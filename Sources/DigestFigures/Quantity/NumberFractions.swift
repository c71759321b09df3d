internal import DigestLexicon
internal import DigestText

/// Fractions, ordinals and numbers that are only an order of magnitude.
extension NumberScan {
  /// ½ alone.
  func fractionSign(at start: Int) -> NumberReading? {
    guard let sign = value(start, .numberFractionSign) else { return nil }
    var reading = NumberReading(
      tokens: start..<start + 1, value: Double(sign / 1000) / Double(sign % 1000), form: .fraction)
    multiply(&reading)
    return reading
  }

  /// "and a half", "and three quarters", "and one third": its value and end.
  func andFraction(at index: Int) -> (value: Double, end: Int)? {
    var at = index
    let isHyphened = has(at, .rangeDash) && isGlued(at)
    if isHyphened { at += 1 }
    guard has(at, .numberAnd) else { return nil }
    at = hyphened(at + 1, isHyphened)
    guard let numerator = numerator(&at), numerator > 0 else { return nil }
    at = hyphened(at, isHyphened)
    at = afterHyphenInFraction(at)
    guard let denominator = value(at, .numberFraction), numerator < 20 || numerator < denominator,
      (numerator == 1) != has(at, .numberFractionPlural)
    else {
      return nil
    }
    return (Double(numerator) / Double(denominator), at + 1)
  }

  /// "a", "three", "fifty-four": the words above the line; moves behind them.
  private func numerator(_ index: inout Int) -> Int? {
    let start = index
    index += 1
    if has(start, .numberArticle) { return 1 }
    if let unit = value(start, .numberUnit) { return unit }
    guard let tens = value(start, .numberTens) else { return nil }
    let at = has(index, .rangeDash) ? index + 1 : index
    guard let unit = value(at, .numberUnit), unit < 10 else { return tens }
    index = at + 1
    return tens + unit
  }

  /// "two out of five", "one in ten": a share of a whole.
  func outOf(_ reading: inout NumberReading) -> Bool {
    var at = reading.tokens.upperBound
    if isOutOf(at) {
      at += 2
    } else if isOneIn(reading, at) {
      at += 1
    } else {
      return false
    }
    guard let whole = isDigits(at) ? digits(at: at) : words(at: at), whole.value > reading.value,
      whole.scale == 0 || whole.form == .words,
      whole.form == .digits || whole.form == .words, whole.value == whole.value.rounded(), !whole.hasLeadingZero,
      whole.integerDigits < 4
    else { return false }
    reading.value /= whole.value
    reading.mantissa = reading.value
    reading.form = .fraction
    reading.isPlain = false
    reading.tokens = reading.tokens.lowerBound..<whole.tokens.upperBound
    return true
  }

  /// "one in ten", "one over twenty", "1 in twenty-one".
  private func isOneIn(_ reading: NumberReading, _ index: Int) -> Bool {
    guard reading.value == 1 else { return false }
    if reading.form == .words { return has(index, .inWord) || has(index, .overWord) }
    return has(index, .inWord) && (has(index + 1, .numberTens) || has(index + 1, .numberUnit))
  }

  /// "out of" is a term of two words; here its words are enough.
  private func isOutOf(_ index: Int) -> Bool { has(index, .outWord) && has(index + 1, .numberOf) }

  private func hyphened(_ index: Int, _ isHyphened: Bool) -> Int {
    isHyphened && has(index, .rangeDash) ? index + 1 : index
  }

  private func afterHyphenInFraction(_ index: Int) -> Int {
    has(index, .rangeDash) && has(index + 1, .numberFraction) ? index + 1 : index
  }

  /// "two thirds", "two-thirds", "one third", "three quarters"; not "two third".
  func plainFraction(_ numerator: NumberReading) -> NumberReading? {
    let at = afterHyphenInFraction(numerator.tokens.upperBound)
    guard let denominator = value(at, .numberFraction), numerator.value > 0,
      (numerator.value == 1) != has(at, .numberFractionPlural)
    else { return nil }
    var reading = NumberReading(
      tokens: numerator.tokens.lowerBound..<at + 1, value: numerator.value / Double(denominator), form: .fraction)
    multiply(&reading)
    return reading
  }

  /// "two thirds of a million", "a quarter million".
  private func multiply(_ reading: inout NumberReading) {
    var at = reading.tokens.upperBound
    if has(at, .numberOf) { at += 1 }
    if has(at, .numberArticle) { at += 1 }
    guard let exponent = value(at, .numberScale), exponent > 2 else { return }
    reading.scale = exponent
    reading.value *= Numeral.power(exponent)
    reading.tokens = reading.tokens.lowerBound..<at + 1
    reading.form = .words
  }

  /// "a third of", "a quarter million", "a half": loose ones ("a third attempt", "a quarter") are no fractions.
  func articleFraction(at start: Int) -> NumberReading? {
    guard let denominator = value(start + 1, .numberFraction), !has(start + 1, .numberFractionPlural) else {
      return nil
    }
    return fraction(start, start + 2, denominator)
  }

  /// "half a million", "half the shares", "half of", "quarter million".
  func half(at start: Int) -> NumberReading? {
    guard let denominator = value(start, .numberFraction) else { return nil }
    return fraction(start, start + 1, denominator)
  }

  private func fraction(_ start: Int, _ end: Int, _ denominator: Int) -> NumberReading? {
    var reading = NumberReading(tokens: start..<end, value: 1 / Double(denominator), form: .fraction)
    multiply(&reading)
    if reading.scale > 0 { return reading }
    if has(end, .numberArticle), let dozen = value(end + 1, .numberDozen) {
      return NumberReading(tokens: start..<end + 2, value: Double(dozen) / Double(denominator), form: .words)
    }
    if let dozen = value(end, .numberDozen) {
      return NumberReading(tokens: start..<end + 1, value: Double(dozen) / Double(denominator), form: .words)
    }
    if denominator == 2, start > 0, end == start + 1, lexicon.is(token(start - 1).word, .halfBlocker) || isGlued(start)
    {
      return nil
    }
    if has(end, .numberOf) || has(end, .article) { return reading }
    // "fell by a third", not "by a third party"
    if start > 0, lexicon.is(token(start - 1).word, .byWord),
      end >= limit || !token(end).shape.contains(.letter) || has(end, .preposition)
    {
      return reading
    }
    if denominator == 2, start > 0, end == start + 1 {
      let before = token(start - 1)
      if lexicon.is(before.word, .byWord) || lexicon.is(before.word, .hedge) { return reading }
    }
    return denominator == 2 && isHalf(end) ? reading : nil
  }

  /// Whether a noun in the plural or nothing follows: "more than half people", "nearly half."
  private func isHalf(_ index: Int) -> Bool {
    guard index < limit else { return true }
    // "by more than half, to ..."
    guard token(index).shape.contains(.letter) else { return index > 1 && has(index - 2, .moreThanWord) }
    return has(index, .irregularPlural) || byteBefore(index) == UInt8(ascii: "s") && !has(index, .verbThird)
  }

  private func byteBefore(_ index: Int) -> UInt8 {
    text.bytes[Int(text.tokens[index].end) - 1]
  }

  // MARK: Orders of magnitude

  /// "hundreds of thousands", "tens of millions", "thousands", "dozens", "several hundred", "a few thousand".
  func vague(at start: Int) -> NumberReading? {
    if let dozens = value(start, .numberDozenPlural) {
      guard dozens == 12 || has(start + 1, .numberOf) else { return nil }
      return NumberReading(tokens: start..<start + 1, value: Double(dozens), form: .vague)
    }
    if let power = value(start, .numberScalePlural) { return plurals(start, power) }
    let several = has(start, .numberArticle) ? start + 1 : start
    guard has(several, .numberSeveral), let power = value(several + 1, .numberScale) else { return nil }
    return magnitude(start..<several + 2, power)
  }

  private func plurals(_ start: Int, _ first: Int) -> NumberReading? {
    var power = first
    var end = start + 1
    while has(end, .numberOf), let next = value(end + 1, .numberScalePlural), power + next < 30 {
      power += next
      end += 2
    }
    if has(end, .numberScale), let next = value(end, .numberScale) { (power, end) = (power + next, end + 1) }
    guard first > 1 || end > start + 1 else { return nil }
    return magnitude(start..<end, power)
  }

  private func magnitude(_ tokens: Range<Int>, _ power: Int) -> NumberReading {
    var reading = NumberReading(tokens: tokens, value: Numeral.power(power), form: .vague)
    reading.high = Numeral.power(power + 1)
    return reading
  }

  // MARK: Ordinals

  /// "fourth".
  func ordinalWord(at start: Int) -> NumberReading? {
    guard let ordinal = value(start, .numberOrdinal) else { return nil }
    return NumberReading(tokens: start..<start + 1, value: Double(ordinal), form: .ordinal)
  }

  /// "twenty-first"; "twenty second" without a hyphen is a time.
  func tensOrdinal(at start: Int) -> NumberReading? {
    guard let tens = value(start, .numberTens) else { return nil }
    let at = afterHyphen(start + 1)
    guard let ordinal = value(at, .numberOrdinal), ordinal < 10, ordinal != 2 || at > start + 1,
      !has(at, .numberFractionPlural)
    else { return nil }
    return NumberReading(tokens: start..<at + 1, value: Double(tens + ordinal), form: .ordinal)
  }
}
