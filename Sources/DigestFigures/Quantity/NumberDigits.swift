internal import DigestLexicon
internal import DigestText

/// Numbers that start with digits.
extension NumberScan {
  /// Reads a numeral with its space groups, fraction, power of ten and scale words.
  func digits(at start: Int) -> NumberReading? {
    let joined = narrowSpaces(after: start)
    guard var numeral = numeral(start..<joined) else { return nil }
    if has(start + 1, .ordinalSuffix), isGlued(start + 1) {
      return NumberReading(tokens: start..<start + 2, value: numeral.value, form: .ordinal)
    }
    let end = joined > start + 1 ? joined : spaceGroups(after: start, &numeral)
    var reading = NumberReading(tokens: start..<end, value: numeral.value, form: .digits)
    reading.integerDigits = numeral.integerDigits
    reading.isPlain = end == start + 1 && numeral.decimals == 0 && !numeral.isGrouped
    reading.hasLeadingZero = numeral.hasLeadingZero
    if reading.isPlain, slashFraction(&reading) || outOf(&reading) { return reading }
    if power(&reading, numeral) { return reading }
    mixedFraction(&reading, numeral)
    scales(&reading, numeral)
    return reading
  }

  /// Behind the groups that narrow no-break spaces join; the segmenter leaves the space on the group behind it.
  private func narrowSpaces(after start: Int) -> Int {
    var end = start + 1
    while end < limit, isGlued(end), length(end) > 5,
      text.bytes[text.tokens[end].bytes].starts(with: [0xE2, 0x80, 0xAF])
    { end += 1 }
    return end
  }

  /// 1 500 000: a first group of at most three digits, then groups of exactly three, one space apart.
  private func spaceGroups(after start: Int, _ numeral: inout Numeral) -> Int {
    guard numeral.decimals == 0, !numeral.isGrouped, length(start) <= 3, !numeral.hasLeadingZero, numeral.value > 0
    else { return start + 1 }
    var end = start + 1
    while isDigits(end), isSpaced(end), let group = self.numeral(end..<end + 1), group.integerDigits == 3,
      !group.isGrouped
    {
      if group.decimals > 0, length(end) < 4 { break }
      let factor = Numeral.power(3 + group.decimals)
      numeral.digits = numeral.digits * factor + group.digits
      numeral.decimals = group.decimals
      numeral.integerDigits += 3
      end += 1
      if group.decimals > 0 { break }
    }
    if isDigits(end), !isGlued(end), end > start + 1, numeral.decimals == 0, length(end) != 3 {
      // 202 555 0143 is a telephone number, not a number and a number.
      numeral.hasLeadingZero = true
    }
    return end
  }

  /// Whether exactly one space, of whatever kind, stands before the token.
  private func isSpaced(_ index: Int) -> Bool {
    let gap = text.tokens[index].start - text.tokens[index - 1].end
    return gap > 0 && gap <= 3 && (gap == 1 || text.bytes[Int(text.tokens[index - 1].end)] >= 0x80)
  }

  /// 3/4, 1/40: numerator below denominator, a denominator that halves, thirds or tenths make; not 9/11.
  private func slashFraction(_ reading: inout NumberReading) -> Bool {
    let slash = reading.tokens.upperBound
    guard has(slash, .slashWord), isGlued(slash), length(slash) == 1, isDigits(slash + 1), isGlued(slash + 1),
      let denominator = numeral(slash + 1..<slash + 2), denominator.decimals == 0, denominator.value > reading.value,
      isDenominator(denominator.value), reading.value > 0, !(has(slash + 2, .slashWord) && isGlued(slash + 2))
    else { return false }
    reading.value /= denominator.value
    reading.mantissa = reading.value
    reading.form = .fraction
    reading.isPlain = false
    reading.tokens = reading.tokens.lowerBound..<slash + 2
    return true
  }

  private func isDenominator(_ value: Double) -> Bool {
    value <= 10 || value.truncatingRemainder(dividingBy: 8) == 0 || value.truncatingRemainder(dividingBy: 5) == 0
  }

  /// 1 4/5, 2½, 2 and a half.
  private func mixedFraction(_ reading: inout NumberReading, _ numeral: Numeral) {
    let next = reading.tokens.upperBound
    guard numeral.decimals == 0 else { return }
    if let sign = value(next, .numberFractionSign) {
      extend(&reading, to: next + 1, adding: Double(sign / 1000) / Double(sign % 1000))
    } else if isDigits(next), !isGlued(next), let numerator = self.numeral(next..<next + 1), numerator.decimals == 0 {
      var fraction = NumberReading(tokens: next..<next + 1, value: numerator.value, form: .digits)
      if slashFraction(&fraction) { extend(&reading, to: fraction.tokens.upperBound, adding: fraction.value) }
    } else if let half = andFraction(at: next) {
      extend(&reading, to: half.end, adding: half.value)
    }
  }

  func extend(_ reading: inout NumberReading, to end: Int, adding value: Double) {
    reading.value += value
    reading.mantissa = reading.value
    reading.tokens = reading.tokens.lowerBound..<end
    reading.isPlain = false
  }

  // MARK: Powers of ten

  /// 1.3e6, 9.83e-3, 1.3x10^6.
  private func power(_ reading: inout NumberReading, _ numeral: Numeral) -> Bool {
    let next = reading.tokens.upperBound
    guard next < limit, isGlued(next), byte(next) | 0x20 == UInt8(ascii: "e") || byte(next) | 0x20 == UInt8(ascii: "x")
    else { return false }
    let isE = byte(next) | 0x20 == UInt8(ascii: "e")
    var index = next
    var sign = 1
    var exponent: Int?
    if isE, length(next) > 1 {
      exponent = integer(text.bytes[(Int(token(next).start) + 1)..<Int(token(next).end)])
    } else if !isE {
      guard length(next) == 3, text.bytes[Int(token(next).start) + 1] == 0x31, has(next + 1, .powerMark) else {
        return false
      }
      index = next + 1
    }
    if exponent == nil {
      index += 1
      if index < limit, byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "+") {
        sign = byte(index) == UInt8(ascii: "-") ? -1 : 1
        index += 1
      }
      guard isDigits(index), isGlued(index) else { return false }
      exponent = integer(text.bytes[token(index).bytes])
    }
    guard let exponent, exponent <= 300 else { return false }
    reading.value = numeral.scaled(sign * exponent)
    reading.mantissa = reading.value
    reading.isPlain = false
    reading.tokens = reading.tokens.lowerBound..<index + 1
    return true
  }

  private func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 3 else { return nil }
    var result = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      result = result * 10 + Int(byte &- 0x30)
    }
    return result
  }

  // MARK: Scales

  /// 5 million, 13.5mn, 1.5-million, 2 hundred thousand, 3 million and a half, 1 million 200 thousand.
  private func scales(_ reading: inout NumberReading, _ numeral: Numeral) {
    let isWhole = reading.value == numeral.value
    while let scale = scale(at: reading.tokens.upperBound) {
      reading.scale += scale.exponent
      reading.value = isWhole ? numeral.scaled(reading.scale) : reading.mantissa * Numeral.power(reading.scale)
      reading.tokens = reading.tokens.lowerBound..<scale.end
      reading.isPlain = false
      if reading.scale > 30 { break }
    }
    if let dozen = value(reading.tokens.upperBound, .numberDozen)
      ?? value(reading.tokens.upperBound, .numberDozenPlural)
    {
      reading.value *= Double(dozen)
      reading.isPlain = false
      reading.tokens = reading.tokens.lowerBound..<reading.tokens.upperBound + 1
    }
    if reading.scale == 2, let rest = afterHundred(reading.tokens.upperBound) {
      reading.value += rest.value
      reading.tokens = reading.tokens.lowerBound..<rest.end
    }
    if reading.scale > 0, let half = andFraction(at: reading.tokens.upperBound) {
      reading.value += half.value * Numeral.power(reading.scale)
      reading.tokens = reading.tokens.lowerBound..<half.end
    }
  }

  /// "3 hundred and 21".
  private func afterHundred(_ index: Int) -> (value: Double, end: Int)? {
    guard has(index, .numberAnd) else { return nil }
    if isDigits(index + 1), let numeral = numeral(index + 1..<index + 2), numeral.decimals == 0, numeral.value < 100 {
      return (numeral.value, index + 2)
    }
    guard has(index + 1, .numberUnit) || has(index + 1, .numberTens), let words = words(at: index + 1),
      words.value < 100
    else { return nil }
    return (words.value, words.tokens.upperBound)
  }

  /// A scale word or sign at a token, or behind a hyphen.
  func scale(at index: Int) -> (exponent: Int, end: Int)? {
    let at = afterHyphen(index)
    guard at < limit else { return nil }
    if let exponent = value(at, .numberScale) ?? value(at, .numberScalePlural) { return (exponent, at + 1) }
    guard let exponent = value(at, .numberScaleSign), at == index || isGlued(at) else { return nil }
    return isScaleSign(at) ? (exponent, at + 1) : nil
  }

  /// A sign of one letter is a scale only where its case and place say so; "5 m" is left to the units.
  private func isScaleSign(_ index: Int) -> Bool {
    guard length(index) == 1 else { return true }
    switch byte(index) {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): return (numeral(index - 1..<index)?.decimals ?? 0) < 2
    case UInt8(ascii: "M"): return true
    case UInt8(ascii: "b"), UInt8(ascii: "B"):
      return isGlued(index) && length(index - 1) <= 3 || isSpaced(index) && has(index + 1, .irregularPlural)
    default: return false
    }
  }
}
