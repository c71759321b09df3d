internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads the amount that starts at a token: sign, currency, number, scale, unit, rate, noun.
struct AmountReader {
  let view: QuantityText
  var nouns: NounReader { NounReader(view) }

  init(_ view: QuantityText) { self.view = view }

  /// The amount at a token; nil where there is none. Where a number is a piece of a name, `next` is moved behind it.
  func amount(at start: Int, next: inout Int) -> Amount? {
    var at = start
    var isNegative = false
    if let sign = sign(at: at) { (isNegative, at) = (true, sign) }
    let coded = view.scaledCode(at)
    let currency = coded.map { (row: $0.row, end: at + 1) } ?? view.prefixCurrency(at: at)
    if let currency { at = currency.end }
    if currency != nil, view.isSign(at, "-"), view.isGlued(at + 1) { (isNegative, at) = (true, at + 1) }
    guard let number = number(at: at) ?? article(at: at) else { return nil }
    if number.form == .ordinal { return ordinal(number) }
    var amount = Amount(tokens: start..<number.tokens.upperBound, number: number)
    amount.isNegative = isNegative
    if let coded {
      guard number.form == .digits || number.form == .words else { return nil }
      takeCode(&amount, coded, end: number.tokens.upperBound)
    } else if let currency {
      prefixed(&amount, currency.row)
    } else if !isNegative, view.isGlued(number.tokens.lowerBound), Designations(view).isTail(amount) {
      next = Designations(view).endOfChain(amount)
      return nil
    } else if !measured(&amount) {
      if isTime(amount) { return nil }
      let names = Designations(view)
      if let end = twin(amount) {
        next = end
        return nil
      }
      if names.isPartOfName(amount) {
        next = names.endOfChain(amount)
        return nil
      }
      counted(&amount)
    }
    return amount
  }

  /// "fifty-fifty": the same word twice counts nothing.
  private func twin(_ amount: Amount) -> Int? {
    let end = amount.tokens.upperBound
    guard amount.number.form == .words, amount.tokens.count == 1, view.has(end, .rangeDash), view.isGlued(end),
      view.isFree(end + 1), view.token(end + 1).word == view.token(amount.tokens.lowerBound).word
    else { return nil }
    return end + 2
  }

  /// "a gallon", "a dollar": one, where the sentence is nothing else.
  private func article(at index: Int) -> NumberReading? {
    guard view.has(index, .numberArticle) else { return nil }
    let isOpen = index == view.sentence.lowerBound || view.isSign(index - 1, ",")
    let number = NumberReading(tokens: index..<index + 1, value: 1, form: .words)
    guard let hit = view.measure(at: index + 1, number: number) else { return nil }
    // "a gallon of beer"
    if case .unit(let row) = hit.measure, view.has(hit.end, .numberOf), view.shape(hit.end + 1).contains(.letter),
      view.table.units[row].dimension == "volume"
    {
      return number
    }
    guard isOpen else { return nil }
    let isEnd =
      hit.end >= view.sentence.upperBound
      || !view.shape(hit.end).contains(.letter) && !view.shape(hit.end).contains(.digit)
    return isEnd && !isTimeUnit(hit.measure) ? number : nil
  }

  private func isTimeUnit(_ measure: Amount.Measure) -> Bool {
    if case .unit(let row) = measure { return view.table.units[row].isTime }
    return false
  }

  /// "the 21st round", "the fourth unit"; "first", "second" and "third" are too loose.
  private func ordinal(_ number: NumberReading) -> Amount? {
    guard number.value > 3 || view.shape(number.tokens.lowerBound).contains(.digit), number.value < 1000 else {
      return nil
    }
    var amount = Amount(tokens: number.tokens, number: number)
    amount.rule = "ordinal"
    return amount
  }

  /// "-5", "minus 38", "−1.2": behind a minus that is no hyphen.
  private func sign(at index: Int) -> Int? {
    guard view.has(index, .minusWord), view.sentence.contains(index + 1) else { return nil }
    let isWord = view.shape(index).contains(.letter)
    if !isWord {
      let isOpen =
        index == view.sentence.lowerBound || view.token(index).shape.contains(.spaceBefore)
        || view.isSign(index - 1, "(")
      guard isOpen else { return nil }
      let spaced = !view.isGlued(index + 1)
      if spaced, index > view.sentence.lowerBound || view.sentence.count > 6 || !view.shape(index + 1).contains(.digit)
      {
        return nil
      }
    } else if view.has(index + 1, .rangeDash), view.isGlued(index + 1), view.isGlued(index + 2) {
      return index + 2
    }
    return index + 1
  }

  /// A number at a token, ".5" included; a free one.
  private func number(at index: Int) -> NumberReading? {
    if view.isSign(index, "."), view.isGlued(index + 1), view.shape(index + 1).contains(.digit),
      index == view.sentence.lowerBound || !view.isGlued(index) || view.isSign(index - 1, "$")
        || !view.shape(index - 1).contains(.digit),
      var number = read(index + 1)
    {
      guard number.form == .digits, number.value >= 0 else { return nil }
      let divisor = Numeral.power(number.integerDigits)
      number.value /= divisor
      number.mantissa /= divisor
      number.tokens = index..<number.tokens.upperBound
      number.isPlain = false
      number.hasLeadingZero = false
      return number
    }
    return read(index)
  }

  private func read(_ index: Int) -> NumberReading? {
    guard view.isFree(index), view.reader.mayStart(view.token(index)),
      let number = view.reader.read(view.text, at: index, limit: view.sentence.upperBound)
    else { return nil }
    for token in number.tokens where !view.isFree(token) { return nil }
    return number
  }

  // MARK: Money

  /// $8bn, US$ 5 m: the scale letters that are units elsewhere are scales behind a currency.
  private func prefixed(_ amount: inout Amount, _ row: Int) {
    amount.measure = .currency(row)
    amount.rule = "money.symbol"
    if let code = view.gluedCode(before: amount.tokens.lowerBound) {
      amount.measure = .currency(code)
      amount.tokens = amount.tokens.lowerBound - 1..<amount.tokens.upperBound
    }
    var end = amount.tokens.upperBound
    if amount.number.scale == 0, view.has(end, .numberScaleSign), view.isGlued(end) || isScaleLetter(end) {
      scaleByLetter(&amount, end)
      end += 1
    }
    amount.number.isPlain = false
    amount.tokens = amount.tokens.lowerBound..<end
    // "$76 US", "$5 million Canadian dollars": the name behind is the better one.
    if let hit = view.measure(at: end, number: amount.number), case .currency(let other) = hit.measure, !hit.isMinor,
      // "$ 20.00 $ 37.00": the sign belongs to the next.
      view.shape(end).contains(.letter) || !view.shape(hit.end).contains(.digit)
    {
      amount.measure = .currency(other)
      end = hit.end
    }
    amount.tokens = amount.tokens.lowerBound..<end
    addCents(&amount)
    addRates(&amount)
  }

  /// "120 MEUR", "MAUD 60", "20 kUSD": the scale stands before the code.
  private func takeCode(_ amount: inout Amount, _ code: (row: Int, exponent: Int), end: Int) {
    amount.measure = .currency(code.row)
    amount.rule = "money.code"
    amount.number.scale = code.exponent
    amount.number.value = round(amount.number.value * Numeral.power(code.exponent))
    amount.number.isPlain = false
    amount.tokens = amount.tokens.lowerBound..<end
    addRates(&amount)
  }

  private func isScaleLetter(_ index: Int) -> Bool {
    let next = view.shape(index + 1)
    return !next.contains(.digit) && view.token(index).end - view.token(index).start <= 3
  }

  /// "20 dollars and 43 cents", "$20 and 43c".
  private func addCents(_ amount: inout Amount) {
    guard case .currency(let row) = amount.measure, !amount.isMinor, amount.number.scale == 0 else { return }
    var at = amount.tokens.upperBound
    if view.has(at, .numberAnd) { at += 1 }
    guard let number = read(at), number.form == .digits || number.form == .words, number.value < 100,
      number.value == number.value.rounded()
    else { return }
    let end = number.tokens.upperBound
    let hit = view.measure(at: end, number: number)
    guard hit?.isMinor ?? (hit == nil && endsPhrase(end)) else { return }
    amount.extra = number.value / view.table.currencies[row].minor
    amount.tokens = amount.tokens.lowerBound..<(hit?.end ?? end)
  }

  /// "20 dollars 43." has cents though it does not say so; "$5 and 20 people" has none.
  private func endsPhrase(_ index: Int) -> Bool {
    index == view.sentence.upperBound || view.isSign(index, ".") || view.has(index, .subordinator)
      || view.has(index, .numberAnd) || view.has(index, .changeMore)
  }

  private func round(_ value: Double) -> Double {
    // 76.5 * 1e9 is exact or off by one part in 1e16: the nearest integer is meant.
    value < 9e15 && abs(value - value.rounded()) < 1e-6 * max(1, value * 1e-9) ? value.rounded() : value
  }

  // MARK: Units

  /// A unit or currency behind the number: "5 tons", "145-kilometer", "110- kV", "500MW", "5 million tenge", "9%".
  private func measured(_ amount: inout Amount) -> Bool {
    var at = amount.tokens.upperBound
    var isHyphened = false
    if view.has(at, .rangeDash), view.isGlued(at) || !view.isGlued(at + 1) {
      (isHyphened, at) = (true, at + 1)
    } else if amount.number.form == .fraction, view.has(at, .numberOf), amount.number.value < 1,
      view.has(at + 1, .numberArticle)
    {
      at += 2
    } else if amount.number.form == .fraction, view.has(at, .numberArticle) {
      at += 1
    } else if amount.number.form == .vague, view.has(at, .numberOf) {
      at += 1
    }
    if at == amount.tokens.upperBound, let coded = view.scaledCode(at) {
      takeCode(&amount, coded, end: at + 1)
      return true
    }
    if at == amount.tokens.upperBound, isMillion(at, amount.number) {
      scaleByLetter(&amount, at)
      at += 1
    }
    guard let hit = view.measure(at: at, number: amount.number, isHyphened: isHyphened) ?? bracketed(at, amount.number)
    else { return false }
    if isHyphened, case .currency = hit.measure, view.shape(at).contains(.capitalized) { return false }
    if case .unit(let row) = hit.measure, view.table.units[row].isTime {
      guard let end = ageEnd(hit.end) else { return false }
      amount.measure = hit.measure
      amount.rule = "quantity.age"
      amount.tokens = amount.tokens.lowerBound..<end
      return true
    }
    if case .unit(let row) = hit.measure, view.table.units[row].isRatio {
      amount.rule = "percent.unit"
    } else {
      amount.rule = isHyphened ? "quantity.adjective" : "quantity.unit"
    }
    amount.measure = hit.measure
    amount.isMinor = hit.isMinor
    amount.tokens = amount.tokens.lowerBound..<hit.end
    if !isHyphened { while addSmallerUnit(&amount) {} }
    if case .currency = hit.measure {
      amount.rule = "money.name"
      // "75 USD million".
      if amount.number.scale == 0, let exponent = view.value(hit.end, .numberScale) {
        amount.number.scale = exponent
        amount.number.value = round(amount.number.value * Numeral.power(exponent))
        amount.tokens = amount.tokens.lowerBound..<hit.end + 1
      }
      addCents(&amount)
    }
    addRates(&amount)
    return true
  }

  /// "20 (kg)", "20 [kg]": as tables write it.
  private func bracketed(_ index: Int, _ number: NumberReading) -> QuantityText.Hit? {
    guard number.form == .digits, view.isSign(index, "(") || view.isSign(index, "[") || view.isSign(index, "<"),
      var hit = view.measure(at: index + 1, number: number),
      view.isSign(hit.end, ")") || view.isSign(hit.end, "]") || view.isSign(hit.end, ">")
    else { return nil }
    hit.end += 1
    return hit
  }

  /// Makes an age of a bare number: years.
  func age(_ amount: inout Amount) {
    guard let row = view.table.timeRows.last(where: { $0 >= 0 && view.table.units[$0].id == "year" }) else { return }
    amount.measure = .unit(row)
    amount.rule = "quantity.age"
  }

  /// Behind "old" or "of age": an age is a quantity of years, no time.
  private func ageEnd(_ index: Int) -> Int? {
    let at = view.has(index, .rangeDash) ? index + 1 : index
    if view.has(at, .ageWord) { return at + 1 }
    return view.has(index, .numberOf) && view.has(index + 1, .agingWord) ? index + 2 : nil
  }

  /// "7m passengers", "5m tons", "3b dollars": a letter before a unit or a counted noun is a scale.
  private func isMillion(_ index: Int, _ number: NumberReading) -> Bool {
    guard number.form == .digits, number.scale == 0, view.has(index, .numberScaleSign), view.isGlued(index) else {
      return false
    }
    // "35m of its devices"
    if view.has(index + 1, .numberOf), view.has(index + 2, .possessive) { return true }
    if speaksOfFlow(index) { return true }
    if let hit = view.measure(at: index + 1, number: number) {
      return hit.end > index + 1 || view.shape(index + 1).contains(.letter)
    }
    guard view.shape(index + 1).contains(.hasLowercase), !view.has(index + 1, .adjective), !view.has(index + 1, .adverb)
    else { return false }
    return nouns.counted(at: index + 1, isOne: false).map { $0.head - index <= 3 } ?? false
  }

  /// "capacity jumped to 7m": what flows is not measured in metres.
  private func speaksOfFlow(_ index: Int) -> Bool {
    guard view.has(index - 2, .toWord) || view.has(index - 2, .numberOf) || view.has(index - 2, .atWord),
      !view.shape(index + 1).contains(.letter)
    else { return false }
    return (max(view.sentence.lowerBound, index - 7)..<index).contains { view.has($0, .flowNoun) }
  }

  /// Takes the letter at `index` as a scale.
  func scaleByLetter(_ amount: inout Amount, _ index: Int) {
    guard let exponent = view.value(index, .numberScaleSign) else { return }
    amount.number.scale = exponent
    amount.number.value = round(amount.number.value * Numeral.power(exponent))
    amount.number.isPlain = false
    amount.tokens = amount.tokens.lowerBound..<index + 1
    amount.number.tokens = amount.number.tokens.lowerBound..<index + 1
  }

  /// The rate and the substance, in either order: "tons of oil a year", "barrels per day of crude".
  func addRates(_ amount: inout Amount) {
    let isMoney = if case .currency = amount.measure { true } else { false }
    addRate(&amount, isMoney)
    let at = amount.tokens.upperBound
    guard !isMoney, amount.of == nil, let substance = nouns.substance(at: at) else { return }
    amount.of = substance.words
    amount.tokens = amount.tokens.lowerBound..<substance.end
    if amount.rates.isEmpty {
      addRate(&amount, isMoney)
      if amount.rates.isEmpty { amount.tokens = amount.tokens.lowerBound..<at }
    } else {
      amount.tokens = amount.tokens.lowerBound..<at
    }
  }

  /// "40 hours a week": a duration with a rate is a quantity.
  func addFlow(_ amount: inout Amount) {
    let end = amount.tokens.upperBound
    addRate(&amount, false)
    guard amount.tokens.upperBound > end else { return }
    amount.duration = nil
    amount.rule = "quantity.unit"
  }

  private func addRate(_ amount: inout Amount, _ isMoney: Bool) {
    while amount.rates.count < 2, let rate = view.rate(at: amount.tokens.upperBound, isMoney: isMoney) {
      amount.rates.append(rate.rate)
      amount.tokens = amount.tokens.lowerBound..<rate.end
    }
  }

  // MARK: Counts

  /// "6 feet 2 inches", "7 ft, 10 in", "2 kilometers and 300 metres": one length in the smaller unit.
  private func addSmallerUnit(_ amount: inout Amount) -> Bool {
    guard case .unit(let row) = amount.measure, let large = view.table.units[row].factor,
      amount.number.form == .digits || amount.number.form == .words
    else { return false }
    var at = amount.tokens.upperBound
    if view.isSign(at, ",") { at += 1 }
    if view.has(at, .numberAnd) { at += 1 }
    guard let number = read(at), number.form == amount.number.form, number.scale == 0,
      let hit = view.measure(at: number.tokens.upperBound, number: number), case .unit(let other) = hit.measure,
      let small = view.table.units[other].factor, view.table.units[other].dimension == view.table.units[row].dimension,
      small < large, number.value * small < 4 * large, large <= 2000 * small
    else { return false }
    amount.number.value = Amount.tidy(amount.number.value * large / small + number.value)
    amount.number.mantissa = amount.number.value
    amount.measure = hit.measure
    amount.rule = "quantity.compound"
    amount.tokens = amount.tokens.lowerBound..<hit.end
    return true
  }

  /// Whether a unit of time follows, which is a duration's or a date's business.
  private func isTime(_ amount: Amount) -> Bool {
    var at = amount.tokens.upperBound
    if view.has(at, .rangeDash) { at += 1 }
    guard let hit = view.measure(at: at, number: amount.number), case .unit(let row) = hit.measure else { return false }
    return view.table.units[row].isTime
  }

  /// The counted noun: "41 bridges", "two Muscat banks", "15-member", "dozens of homes", "two thirds of voters".
  private func counted(_ amount: inout Amount) {
    amount.rule = amount.number.form == .vague ? "count.vague" : "count.number"
    var at = amount.tokens.upperBound
    if view.has(at, .rangeDash), view.isGlued(at), view.isGlued(at + 1), view.shape(at + 1).contains(.letter) {
      return adjectival(&amount, at + 1)
    }
    let isPartitive = view.has(at, .numberOf)
    if isPartitive {
      guard amount.number.form == .vague || amount.number.form == .fraction else { return }
      at += 1
    } else if amount.number.form == .fraction, view.has(at, .article) {
      at += 1
    }
    while isPartitive, view.has(at, .article) || view.has(at, .possessive) || view.has(at, .quantifier) { at += 1 }
    let isOne = amount.number.value == 1 && amount.number.form != .vague
    guard let noun = nouns.counted(at: at, isOne: isOne) else { return }
    amount.of = noun.group
    amount.head = noun.head
    amount.rule = "count.noun"
    amount.tokens = amount.tokens.lowerBound..<noun.group.upperBound
    addRate(&amount, false)
    guard amount.rates.isEmpty, let whole = nouns.substance(at: noun.group.upperBound) else { return }
    // "60 pairs of trains a day".
    amount.tokens = amount.tokens.lowerBound..<whole.end
    addRate(&amount, false)
    if amount.rates.isEmpty {
      amount.tokens = amount.tokens.lowerBound..<noun.group.upperBound
    } else {
      amount.of = noun.group.lowerBound..<whole.end
    }
  }

  /// "15-member", "200-bed".
  private func adjectival(_ amount: inout Amount, _ noun: Int) {
    guard view.isFree(noun), !view.shape(noun).contains(.capitalized), !view.has(noun, .notCounted),
      !view.has(noun, .numberFraction), amount.number.form == .digits || amount.number.form == .words,
      !view.has(noun, .preposition)
    else { return }
    amount.of = noun..<noun + 1
    amount.head = noun
    amount.rule = "count.adjective"
    amount.tokens = amount.tokens.lowerBound..<noun + 1
  }
}
