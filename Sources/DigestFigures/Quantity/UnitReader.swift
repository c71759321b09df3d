internal import DigestLexicon
internal import DigestText

/// Finds units, currencies and rates at a token.
extension QuantityText {
  /// A unit or currency found behind a number.
  struct Hit {
    var measure: Amount.Measure
    var end: Int
    var isMinor = false
  }

  /// The unit or currency that starts at a token, for the number before it.
  func measure(at index: Int, number: NumberReading, isHyphened: Bool = false) -> Hit? {
    guard let term = term(index), isFree(index) else { return nil }
    var weakUnit: Int?
    var unit: Int?
    var money: [NameEntry] = []
    for entry in entries(term) {
      switch entry.table {
      case .units where entry.form == .word || entry.form == .symbol:
        guard let fit = fit(entry, term, number) else { continue }
        if fit == .exact { unit = Int(entry.row) } else if unit == nil, weakUnit == nil { weakUnit = Int(entry.row) }
      case .currencies: money.append(entry)
      default: break
      }
    }
    if !money.isEmpty, !(isHyphened && unit != nil && number.scale < 6),
      let hit = currency(money, term, number, isUnit: unit != nil || weakUnit != nil)
    {
      return hit
    }
    guard let row = unit ?? weakUnit else { return nil }
    return Hit(measure: .unit(row), end: term.tokens.upperBound)
  }

  private enum Fit { case exact, loose }

  /// Whether a unit's form fits what is written: symbols ask for their case, those of one letter for more.
  private func fit(_ entry: NameEntry, _ term: Match, _ number: NumberReading) -> Fit? {
    guard entry.form == .symbol else { return .exact }
    let written = bytes(term.tokens)
    let isExact = table.units[Int(entry.row)].symbols.contains { $0.elementsEqual(written) }
    let isShort = written.count <= 2 || shape(term.tokens.lowerBound).contains(.single) && term.tokens.count == 1
    if isShort, !isExact { return nil }
    let start = term.tokens.lowerBound
    let isGlued = self.isGlued(start)
    if written.count == 1, !isGlued, shape(start).contains(.letter) {
      // "5 A", "Section 5 C": a lone capital is a unit only behind a numeral.
      guard number.form == .digits, !entry.isWeak || table.units[Int(entry.row)].dimension == "temperature" else {
        return nil
      }
    }
    // "30 C outside": a temperature may stand apart.
    let isApart = table.units[Int(entry.row)].dimension == "temperature" && written.count == 1
    if entry.isWeak, !isGlued,
      !(isApart && number.isPlain && number.value < 200 && !shape(start + 1).contains(.capitalized)
        && !shape(start + 1).contains(.digit) && !has(start - 2, .designator))
    {
      return nil
    }
    // "24703 L-202", "F-Series": the letter is a part of a name.
    if isShort, shape(start).contains(.letter), has(term.tokens.upperBound, .rangeDash),
      self.isGlued(term.tokens.upperBound),
      shape(term.tokens.upperBound + 1).contains(.digit) || shape(term.tokens.upperBound + 1).contains(.capitalized)
    {
      return nil
    }
    if isSign(start, "\""), number.form != .digits || closesQuote(start) { return nil }
    return isExact ? .exact : .loose
  }

  /// Whether a quotation mark stands open before this one.
  private func closesQuote(_ index: Int) -> Bool {
    quotesBefore(index) % 2 == 1
  }

  // MARK: Money

  /// The currency that entries name: a form without ~ first, then a country of the text, then the default.
  private func currency(_ entries: [NameEntry], _ term: Match, _ number: NumberReading, isUnit: Bool) -> Hit? {
    let isMinor = entries.allSatisfy { $0.form == .minor }
    let candidates = entries.filter { ($0.form == .minor) == isMinor }
    if candidates.allSatisfy({ $0.form == .symbol && !exactCurrency($0, term) }) { return nil }
    // "5 real estate firms": a word that is rarely money needs a large number, or nothing behind it.
    if candidates.count == 1, candidates[0].isWeak, candidates[0].form == .word, number.scale == 0,
      shape(term.tokens.upperBound).contains(.letter)
    {
      return nil
    }
    if isMinor, bytes(term.tokens).count == 1, !isGlued(term.tokens.lowerBound) { return nil }
    if isUnit, !isMoney(number, near: term.tokens.lowerBound) { return nil }
    let row = choose(candidates, near: term.tokens.lowerBound)
    return Hit(measure: .currency(row), end: term.tokens.upperBound, isMinor: isMinor)
  }

  /// Whether a symbol of a currency is written in its own case.
  private func exactCurrency(_ entry: NameEntry, _ term: Match) -> Bool {
    if entry.isWeak { return shape(term.tokens.lowerBound).contains(.allCaps) && nextTo(term, digits: true) }
    return true
  }

  private func nextTo(_ term: Match, digits: Bool) -> Bool {
    shape(term.tokens.upperBound).contains(.digit) || shape(term.tokens.lowerBound - 1).contains(.digit)
  }

  /// The row of the currency that candidates name here.
  func choose(_ candidates: [NameEntry], near index: Int) -> Int {
    if let strong = candidates.first(where: { !$0.isWeak }) { return Int(strong.row) }
    let nearest = nearestCountry(to: index) { code in
      candidates.contains { table.currencies[Int($0.row)].countries.contains(code) }
    }
    if let nearest, let entry = candidates.first(where: { table.currencies[Int($0.row)].countries.contains(nearest) }) {
      return Int(entry.row)
    }
    return Int((candidates.first { table.currencies[Int($0.row)].isDefault } ?? candidates[0]).row)
  }

  /// Pounds: money where the number is large or the sentence speaks of money, mass elsewhere.
  private func isMoney(_ number: NumberReading, near index: Int) -> Bool {
    if has(index + 1, .numberOf), has(index + 2, .massCue) { return false }
    if number.scale >= 6 { return true }
    var mass = false
    var money = false
    for at in max(sentence.lowerBound, index - 12)..<min(sentence.upperBound, index + 6) {
      mass = mass || has(at, .massCue)
      money = money || has(at, .moneyCue)
    }
    return money && !mass
  }

  /// The currency that stands before a number: $8, US$8, Rs. 8, USD 8, RM 8, tenge 8.
  func prefixCurrency(at index: Int) -> (row: Int, end: Int)? {
    guard let term = term(index), isFree(index) else { return nil }
    let money = entries(term).filter { $0.table == .currencies && $0.form != .minor }
    guard !money.isEmpty else { return nil }
    var end = term.tokens.upperBound
    // "a $5 loan" is no Australian one.
    if end - index == 2, has(index, .numberArticle), !isGlued(index + 1) { return nil }
    if isSign(end, "."), isGlued(end), !isGlued(end + 1) || has(end - 1, .abbreviation) { end += 1 }
    if isSign(end, "$"), isGlued(end), !isSign(end - 1, "$") { end += 1 }
    // A word before a number ("ringgit 42") is a currency only when written as a code or a sign.
    let isSymbol =
      money.contains { $0.form == .symbol } || !shape(index).contains(.letter)
      || isSign(term.tokens.upperBound - 1, "$")
    guard isSymbol || term.tokens.upperBound - index > 1 || !has(index, .verb) else { return nil }
    guard isFree(end),
      shape(end).contains(.digit) || isSign(end, ".") || isSign(end, "-")
        || has(end, .numberUnit) || has(end, .numberTens) || has(end, .numberArticle) || has(end, .rangeDash)
    else { return nil }
    if money.allSatisfy({ $0.isWeak && $0.form == .symbol }), !shape(index).contains(.allCaps) { return nil }
    return (choose(money, near: index), end)
  }

  /// "MEUR", "kUSD", "MAUD": the code of a currency behind the letter of a scale.
  func scaledCode(_ index: Int) -> (row: Int, exponent: Int)? {
    guard sentence.contains(index), text.tokens[index].end - text.tokens[index].start == 4, isFree(index) else {
      return nil
    }
    let letters = bytes(index..<index + 1)
    let exponent: Int
    switch letters.first {
    case UInt8(ascii: "M"): exponent = 6
    case UInt8(ascii: "k"), UInt8(ascii: "K"): exponent = 3
    case UInt8(ascii: "B"): exponent = 9
    default: return nil
    }
    guard letters.dropFirst().allSatisfy({ $0 &- 0x41 < 26 }),
      let row = table.codeRows[String(decoding: letters.dropFirst(), as: UTF8.self)]
    else { return nil }
    return (row, exponent)
  }

  /// "aud$ 15": the code that stands before the sign of a dollar, in any case.
  func gluedCode(before index: Int) -> Int? {
    guard index > sentence.lowerBound, isSign(index, "$"), isGlued(index), isFree(index - 1),
      text.tokens[index - 1].end - text.tokens[index - 1].start == 3
    else { return nil }
    return table.codeRows[String(decoding: bytes(index - 1..<index), as: UTF8.self).uppercased()]
  }

  // MARK: Rates

  /// Whether a unit's adverb starts here: annually, daily.
  func isRateAdverb(_ index: Int) -> Bool {
    guard let term = term(index) else { return false }
    return entries(term).contains { $0.table == .units && $0.form == .adverb }
  }

  /// The rate that starts at a token: "per day", "a year", "/h", "annually", "-a-share".
  func rate(at index: Int, isMoney: Bool) -> (rate: Amount.Rate, end: Int)? {
    if let term = term(index), isFreeForRate(index) {
      for entry in entries(term) where entry.table == .units && entry.form == .adverb {
        let unit = table.units[Int(entry.row)]
        return (Amount.Rate(id: unit.id, ucum: unit.ucum), term.tokens.upperBound)
      }
    }
    let isHyphened = has(index, .rangeDash) && isGlued(index) == isGlued(index + 1)
    let at = isHyphened ? index + 1 : index
    guard let per = classed(at, .perWord), !isPercentTerm(at) else { return nil }
    let isSure = classed(at, .perSure) != nil
    if has(at, .slashWord), !isGlued(at) || !isGlued(at + 1), shape(at + 1).contains(.digit) { return nil }
    let next = has(per.end, .rangeDash) && isHyphened ? per.end + 1 : per.end
    return denominator(at: next, isSure: isSure, isMoney: isMoney)
  }

  private func isPercentTerm(_ index: Int) -> Bool {
    guard let term = term(index) else { return false }
    return entries(term).contains { $0.table == .units && table.units[Int($0.row)].isRatio }
  }

  private func denominator(at index: Int, isSure: Bool, isMoney: Bool) -> (rate: Amount.Rate, end: Int)? {
    guard isFreeForRate(index) else { return nil }
    if let term = term(index) {
      if has(term.tokens.upperBound, .notRate) { return nil }
      for entry in entries(term) where entry.table == .units && (entry.form == .word || entry.form == .symbol) {
        let unit = table.units[Int(entry.row)]
        guard unit.isTime || isSure || isMoney, !unit.isRatio || isSure else { continue }
        if entry.form == .symbol, !unit.symbols.contains(where: { $0.elementsEqual(bytes(term.tokens)) }) { continue }
        // "$3 per mmBTU": below the line a scale cannot go into the value.
        let id = unit.scale == 1 ? unit.id : unit.name
        return (Amount.Rate(id: id, ucum: unit.ucum), term.tokens.upperBound)
      }
    }
    guard shape(index).contains(.letter), has(index, .eachNoun) && isMoney || isSure, !has(index, .preposition) else {
      return nil
    }
    let noun = NounReader(self).singular(index)
    return (Amount.Rate(id: noun, ucum: "{\(noun)}"), index + 1)
  }
}
