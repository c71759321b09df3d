internal import DigestLexicon
internal import DigestText

/// Tells numbers that name or label something from numbers that count: Boeing 737, C5+1, page 12, 10 Downing Street,
/// 3-1, 555-0143, 5G, 24/7, version 2.1.
struct Designations {
  private let view: QuantityText

  init(_ view: QuantityText) { self.view = view }

  /// Whether the number is a piece of a longer word or of a chain of numbers.
  func isPartOfName(_ amount: Amount) -> Bool {
    let start = amount.number.tokens.lowerBound
    let end = amount.number.tokens.upperBound
    if amount.number.hasLeadingZero, amount.number.form == .digits, !isAlone(amount) { return true }
    return isGluedBefore(start) || isGluedAfter(end, amount) || isStreet(end, amount)
  }

  /// Behind a number that is a piece of a name, with all that is joined to it: telephone numbers, ISBNs, versions.
  func endOfChain(_ amount: Amount) -> Int {
    var end = amount.number.tokens.upperBound
    while view.sentence.contains(end) {
      if view.isGlued(end) || view.isGlued(end + 1) && view.has(end, .rangeDash) {
        guard view.shape(end).contains(.digit) || view.shape(end + 1).contains(.digit) && view.isGlued(end + 1) else {
          break
        }
      } else {
        guard amount.number.hasLeadingZero, view.shape(end).contains(.digit) else { break }
      }
      end += 1
    }
    return end
  }

  /// Whether the number hangs on a letter's hyphen: Covid-19, A-330, SCP-173m.
  func isTail(_ amount: Amount) -> Bool { isGluedBefore(amount.number.tokens.lowerBound) }

  private func isGluedBefore(_ start: Int) -> Bool {
    guard view.isGlued(start), start > view.sentence.lowerBound else { return false }
    let before = start - 1
    if view.isSign(before, "#") || view.isSign(before, "@") || view.isSign(before, "_") || view.isSign(before, "=") {
      return true
    }
    let isLink =
      view.has(before, .rangeDash) || view.isSign(before, "+") || view.isSign(before, "/")
      || view.isSign(before, ":") || view.isSign(before, ".") || view.isSign(before, "&") || view.isSign(before, "^")
    guard isLink else { return view.shape(before).contains(.letter) && !view.shape(before).contains(.dotted) }
    if view.isSign(before, "+"), !view.isGlued(before) || before == view.sentence.lowerBound { return true }
    guard view.isGlued(before), before > view.sentence.lowerBound else { return false }
    let shape = view.shape(before - 1)
    if shape.contains(.letter) { return !view.has(before, .rangeDash) || !isNumberWord(before - 1) }
    return shape.contains(.digit) && !view.has(before, .rangeDash)
  }

  private func isNumberWord(_ index: Int) -> Bool {
    view.has(index, .numberTens) || view.has(index, .numberUnit) || view.has(index, .fromWord)
      || view.has(index, .hedge)
  }

  private func isGluedAfter(_ end: Int, _ amount: Amount) -> Bool {
    guard view.isGlued(end), view.sentence.contains(end) else { return false }
    if amount.number.form == .words || amount.number.form == .vague { return false }
    let shape = view.shape(end)
    if shape.contains(.letter), !shape.contains(.clitic) { return true }
    guard view.isGlued(end + 1), view.sentence.contains(end + 1) else { return false }
    let next = view.shape(end + 1)
    if view.isSign(end, ":") || view.isSign(end, "/") || view.isSign(end, "^") || view.isSign(end, "@") {
      return next.contains(.digit) || next.contains(.letter)
    }
    if view.isSign(end, "+"), next.contains(.digit) { return true }
    if view.has(end, .rangeDash) {
      if next.contains(.letter) { return next.contains(.capitalized) }
      return next.contains(.digit) && isChain(end + 1)
    }
    return false
  }

  /// Whether digits, hyphens and digits go on behind a second group: 978-3-16.
  private func isChain(_ second: Int) -> Bool {
    let after = second + 1
    if view.has(after, .rangeDash), view.isGlued(after), view.isGlued(after + 1), view.shape(after + 1).contains(.digit)
    {
      return true
    }
    return view.text.bytes[Int(view.token(second).start)] == 0x30
      && view.token(second).end - view.token(second).start > 1
  }

  /// "221 Baker Street": capitalised words and a street's noun behind a plain number.
  private func isStreet(_ end: Int, _ amount: Amount) -> Bool {
    guard amount.number.isPlain, view.shape(end).contains(.capitalized) else { return false }
    for index in end..<min(end + 4, view.sentence.upperBound) {
      guard view.shape(index).contains(.capitalized) else { return false }
      if index > end, view.has(index, .streetNoun) { return true }
    }
    return false
  }

  // MARK: Labels

  /// Whether a number without unit or noun is a label, a year or a score.
  func isLabel(_ amount: Amount) -> Bool {
    let start = amount.tokens.lowerBound
    let number = amount.number
    if isDesignated(start, amount) { return true }
    guard number.form == .digits || number.form == .words else { return false }
    if number.form == .words, isNameOfNumber(start) { return true }
    if number.form == .digits, number.isPlain {
      if number.integerDigits == 4, number.value >= 1500, number.value < 2200 { return !isAlone(amount) }
      if number.integerDigits > 15 { return true }
      if followsName(start) { return true }
      if isInBracketsOfPhone(amount) || isListLabel(amount) { return true }
    }
    if number.form == .words, number.tokens.count == 1, number.value < 13, !isAlone(amount), !isLinked(amount) {
      return true
    }
    if number.form == .digits, number.isPlain, isItemNumber(start, amount) { return true }
    return isScore(amount)
  }

  /// Whether a noun that carries numbers stands before: "Flight 5", "Article 12", "No. 7".
  func isDesignated(_ start: Int, _ amount: Amount) -> Bool {
    var before = start - 1
    if view.isSign(before, "."), view.isGlued(before) { before -= 1 }
    guard view.has(before, .designator), !view.claimed[before] else { return false }
    if view.has(before, .designatorSure) { return true }
    return amount.number.form != .vague && amount.number.scale == 0 && view.shape(before).contains(.capitalized)
  }

  /// "the Visegrad Four", "the Big Three": a number word written as a part of a name.
  private func isNameOfNumber(_ start: Int) -> Bool {
    view.shape(start).contains(.capitalized) && view.shape(start).contains(.hasLowercase) && followsName(start)
  }

  /// "Apollo 11", "Windows 10": a capitalised word that is no sentence's first and no function word.
  private func followsName(_ start: Int) -> Bool {
    let before = start - 1
    guard before > view.sentence.lowerBound, view.shape(before).contains(.capitalized),
      view.shape(before).contains(.letter)
    else { return false }
    let functional = WordClassSet(
      .preposition, .coordinator, .article, .toBe, .toHave, .hedge, .modal, .verbPast, .verbThird, .subordinator)
    return !view.classes(before).intersects(functional)
  }

  /// The whole line or sentence is the number.
  func isAlone(_ amount: Amount) -> Bool {
    let sentence = view.sentence
    let rest = sentence.upperBound - amount.tokens.upperBound
    return amount.tokens.lowerBound == sentence.lowerBound
      && (rest == 0 || (rest == 1 && !view.shape(amount.tokens.upperBound).contains(.letter)))
  }

  /// Whether a word joins a bare number to another one: from four, against six, two or three, by half.
  private func isLinked(_ amount: Amount) -> Bool {
    if amount.upper != nil { return true }
    let before = amount.tokens.lowerBound - 1
    let after = amount.tokens.upperBound
    let links = WordClassSet(.fromWord, .toWord, .byWord, .compareWord, .numberAnd, .rangeOr)
    return view.classes(before).intersects(links) && before != view.sentence.lowerBound || view.isSign(after, ",")
      || view.classes(after).intersects(links)
  }

  /// "1. Ministers meet": the number of an item at the start of a line.
  private func isItemNumber(_ start: Int, _ amount: Amount) -> Bool {
    view.shape(start).contains(.lineStart) && amount.number.value < 100
      && (view.isSign(amount.tokens.upperBound, ".") || view.isSign(amount.tokens.upperBound, ")")
        || amount.tokens.upperBound >= view.sentence.upperBound)
      && !isWholeLine(amount)
  }

  private func isWholeLine(_ amount: Amount) -> Bool {
    let next = view.sentence.upperBound
    return isAlone(amount) && (next >= view.text.tokens.count || view.text.tokens[next].shape.contains(.lineStart))
  }

  /// "Jamie Stone, 25, said", "The laureate, 62, taught": an age.
  func isAge(_ amount: Amount) -> Bool {
    let start = amount.tokens.lowerBound
    let end = amount.tokens.upperBound
    guard amount.isBare, amount.number.form == .digits, amount.number.isPlain, amount.number.value < 120,
      view.isSign(start - 1, ","), view.isSign(end, ","), view.shape(start - 2).contains(.letter)
    else { return false }
    return view.shape(start - 2).contains(.capitalized) || view.has(start - 3, .article) && !view.claimed[start - 2]
  }

  /// "1) ...; 2) ...", "(exit 436)".
  private func isListLabel(_ amount: Amount) -> Bool {
    let start = amount.tokens.lowerBound
    guard view.isSign(amount.tokens.upperBound, ")"), !view.isSign(start - 1, "(") else { return false }
    if view.isSign(start - 2, "(") { return true }
    return amount.number.value < 30
      && !(max(view.sentence.lowerBound, start - 16)..<start).contains { view.isSign($0, "(") }
  }

  private func isInBracketsOfPhone(_ amount: Amount) -> Bool {
    let end = amount.tokens.upperBound
    return view.isSign(amount.tokens.lowerBound - 1, "(") && view.isSign(end, ")")
      && view.shape(end + 1).contains(.digit)
  }

  /// "3-1", "won 2-0": two small numbers joined by a hyphen, or one of them.
  private func isScore(_ amount: Amount) -> Bool {
    let end = amount.tokens.upperBound
    let start = amount.tokens.lowerBound
    if view.has(end, .rangeDash), view.isGlued(end), view.isGlued(end + 1), view.shape(end + 1).contains(.digit) {
      return true
    }
    return view.has(start - 1, .rangeDash) && view.isGlued(start) && view.isGlued(start - 1)
      && view.shape(start - 2).contains(.digit)
  }
}
