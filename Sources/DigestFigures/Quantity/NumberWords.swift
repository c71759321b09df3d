internal import DigestLexicon
internal import DigestText

/// Numbers in words.
extension NumberScan {
  /// What was read last: it decides what may follow.
  private enum Last { case none, unit, tens, hundred, scale }

  /// The state of a number in words: "two million three hundred thousand and six".
  private struct Sum {
    var total = 0.0
    var group = 0.0
    var hasGroup = false
    var last = Last.none
    var lowestScale = Int.max

    var value: Double { total + group }

    mutating func add(unit: Int) -> Bool {
      if last == .unit || (last == .tens && (unit >= 10 || unit == 0)) { return false }
      group += Double(unit)
      hasGroup = true
      last = .unit
      return true
    }

    mutating func add(tens: Int) -> Bool {
      if last == .unit || last == .tens { return false }
      group += Double(tens)
      hasGroup = true
      last = .tens
      return true
    }

    mutating func add(scale: Int) -> Bool {
      if scale == 2 {
        guard group < 100 else { return false }
        group = (hasGroup ? group : 1) * 100
        last = .hundred
      } else if hasGroup || last == .none {
        let lower = scale < lowestScale
        let sum = hasGroup ? group : 1
        total = lower ? total + sum * Numeral.power(scale) : (total + sum) * Numeral.power(scale)
        group = 0
        last = .scale
        lowestScale = scale
      } else {
        total *= Numeral.power(scale)
        lowestScale = scale
      }
      hasGroup = scale == 2
      return true
    }
  }

  /// Reads a cardinal in words, with its fraction.
  func words(at start: Int) -> NumberReading? {
    var sum = Sum()
    var index = start
    var mantissa: Double?
    var exponent = 0
    if has(start, .numberArticle) {
      guard has(start + 1, .numberScale) || has(start + 1, .numberDozen) || has(start + 1, .numberPair) else {
        return articleFraction(at: start)
      }
      index += 1
    } else if has(start, .numberHalf) || has(start, .numberQuarter) {
      return half(at: start)
    }
    var end = start
    while index < limit {
      let at = end > start ? joint(index, sum.last) : index
      guard at < limit else { break }
      if let unit = value(at, .numberUnit), sum.add(unit: unit) {
        end = at + 1
      } else if let tens = value(at, .numberTens), sum.add(tens: tens) {
        end = at + 1
      } else if let scale = value(at, .numberScale) ?? (end > start ? value(at, .numberScalePlural) : nil) {
        let before = sum.value
        guard sum.add(scale: scale) else { break }
        if end > start, scale > 2 { mantissa = before }
        exponent = scale > 2 ? max(exponent, scale) : exponent
        end = at + 1
      } else {
        break
      }
      index = end
    }
    return finish(start, end, sum.value, mantissa: mantissa, exponent: exponent, isEmpty: end == start)
  }

  /// Steps over the hyphen of "twenty-five" and the "and" of "one hundred and six".
  private func joint(_ index: Int, _ last: Last) -> Int {
    if has(index, .rangeDash), index + 1 < limit {
      if last == .tens, let unit = value(index + 1, .numberUnit), unit > 0, unit < 10 { return index + 1 }
      if has(index + 1, .numberScale) { return index + 1 }
      return index
    }
    if has(index, .numberAnd), last == .hundred || last == .scale {
      if andFraction(at: index) != nil { return index }
      if has(index + 1, .numberTens) || has(index + 1, .numberUnit) { return index + 1 }
    }
    return index
  }

  private func finish(
    _ start: Int, _ end: Int, _ value: Double, mantissa: Double?, exponent: Int, isEmpty: Bool
  ) -> NumberReading? {
    var reading = NumberReading(tokens: start..<end, value: value, form: .words)
    if isEmpty || end == start + 1,
      let few = dozen(
        at: isEmpty ? (has(start, .numberArticle) ? start + 1 : start) : end, isEmpty ? 1 : value, from: start)
    {
      return few
    }
    if isEmpty { return nil }
    reading.mantissa = mantissa ?? value
    reading.scale = exponent
    if let dozen = dozen(at: end, value, from: start) { return dozen }
    if exponent == 0, let fraction = plainFraction(reading) { return fraction }
    if outOf(&reading) { return reading }
    decimalPoint(&reading)
    if let fraction = andFraction(at: reading.tokens.upperBound) {
      // "one million and a half" is a half million more, "one billion and a quarter million" a quarter million.
      if reading.scale > 0, let scale = self.value(fraction.end, .numberScale), scale > 2 {
        extend(&reading, to: fraction.end + 1, adding: fraction.value * Numeral.power(scale))
        return reading
      }
      extend(&reading, to: fraction.end, adding: fraction.value * Numeral.power(reading.scale))
    }
    if reading.scale == 0 { trailingScale(&reading) }
    return reading
  }

  /// "two and a half million", "two point five million".
  private func trailingScale(_ reading: inout NumberReading) {
    while let scale = scale(at: reading.tokens.upperBound), scale.exponent > 2 || reading.scale > 0 {
      reading.scale += scale.exponent
      reading.value *= Numeral.power(scale.exponent)
      reading.tokens = reading.tokens.lowerBound..<scale.end
      if reading.scale > 30 { break }
    }
  }

  /// "three point one four".
  private func decimalPoint(_ reading: inout NumberReading) {
    let point = reading.tokens.upperBound
    guard has(point, .numberPoint), value(point + 1, .numberUnit) != nil || has(point + 1, .numberTens) else { return }
    var digits = 0.0
    var places = 0
    var index = point + 1
    while let digit = value(index, .numberUnit) ?? value(index, .numberTens), places < 15 {
      let width = digit >= 10 ? 2 : 1
      digits = digits * Numeral.power(width) + Double(digit)
      places += width
      index += 1
    }
    extend(&reading, to: index, adding: digits / Numeral.power(places))
    reading.scale = 0
  }

  /// "two dozen", "a dozen", "a couple of".
  private func dozen(at index: Int, _ factor: Double, from start: Int) -> NumberReading? {
    if let dozen = value(index, .numberDozen) ?? (index > start ? value(index, .numberDozenPlural) : nil) {
      return NumberReading(tokens: start..<index + 1, value: factor * Double(dozen), form: .words)
    }
    guard let pair = value(index, .numberPair), has(start, .numberArticle), index == start + 1 else { return nil }
    let end = has(index + 1, .numberOf) ? index + 2 : index + 1
    return NumberReading(tokens: start..<end, value: Double(pair), form: .words)
  }
}
