internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// The amounts of one sentence: read from left to right, then ranges, hedges, lists, and what they share.
struct SentenceQuantities {
  let view: QuantityText
  private let reader: AmountReader
  /// What was measured last in the sentences before.
  let last: LastAmounts
  var amounts: [Amount] = []

  init(_ view: QuantityText, last: LastAmounts = LastAmounts()) {
    self.view = view
    self.last = last
    reader = AmountReader(view)
  }

  /// Reads the sentence.
  ///
  /// - Complexity: O(tokens of the sentence).
  mutating func read() {
    var index = view.sentence.lowerBound
    while index < view.sentence.upperBound {
      var next = index + 1
      if view.claimed[index] {
        if var duration = view.duration(at: index) {
          hedge(&duration)
          reader.addFlow(&duration)
          amounts.append(duration)
          next = duration.tokens.upperBound
        }
        index = next
        continue
      }
      guard mayStart(index), var amount = reader.amount(at: index, next: &next) else {
        index = next
        continue
      }
      if let range = range(from: amount) { amount = range }
      if Designations(view).isAge(amount) { reader.age(&amount) }
      if amount.number.form != .ordinal, isLabel(amount) {
        index = max(index + 1, amount.tokens.upperBound)
        continue
      }
      hedge(&amount)
      link(&amount)
      index = max(index + 1, amount.tokens.upperBound)
      amounts.append(amount)
    }
    share()
    for index in amounts.indices { nameByNumber(index) }
    for index in amounts.indices { inherit(index) }
    for index in amounts.indices {
      // A copy: an element passed in place would copy the whole array, since the method reads `self`.
      var amount = amounts[index]
      annualize(&amount)
      amounts[index].rates = amount.rates
    }
    dropBare()
  }

  /// "the two leaders", "the three countries": a mention of actors who were named before, no count.
  private func isGroup(_ amount: Amount) -> Bool {
    guard let head = amount.head, amount.number.form == .words, amount.number.value < 13, view.has(head, .group) else {
      return false
    }
    let before = amount.tokens.lowerBound - 1
    return view.has(before, .article) || view.has(before, .demonstrative) || view.has(before, .possessive)
  }

  private func isLabel(_ amount: Amount) -> Bool {
    let labels = Designations(view)
    if isGroup(amount) { return true }
    return amount.isBare
      ? labels.isLabel(amount) : labels.isDesignated(amount.tokens.lowerBound, amount) && amount.measure == .none
  }

  /// A cheap test for the tokens at which nothing can start.
  private func mayStart(_ index: Int) -> Bool {
    let token = view.token(index)
    if view.reader.mayStart(token) { return true }
    if token.shape.contains(.letter) {
      return view.term(index) != nil || view.has(index, .minusWord) || view.scaledCode(index) != nil
    }
    return true
  }

  // MARK: Ranges

  /// "12-15 million tons", "$4-$5 billion", "between 550m and 1.1bn", "60 billion to 80 billion", "five or six".
  private func range(from first: Amount) -> Amount? {
    guard first.number.form != .vague, first.number.form != .ordinal, first.rates.isEmpty || first.of == nil else {
      return nil
    }
    let at = first.tokens.upperBound
    guard let next = connector(at, first), let second = secondAmount(at: next, first), compatible(first, second),
      !isFromTo(first, at)
    else { return nil }
    var range = first
    if isMetersByLetter(first), second.measure != first.measure {
      range.measure = .none
      reader.scaleByLetter(&range, first.number.tokens.upperBound)
    }
    range.upper = second.number
    if range.number.scale == 0, shares(range.number, second.number) {
      Self.scale(&range.number, by: second.number.scale)
    }
    if second.measure != .none || second.head != nil || range.measure == .none {
      if second.measure != .none {
        (range.measure, range.isMinor, range.rule) = (second.measure, second.isMinor, second.rule)
      }
      if second.head != nil { (range.head, range.rule) = (second.head, second.rule) }
    }
    range.rates = second.rates.isEmpty ? first.rates : second.rates
    range.of = second.of ?? first.of
    range.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    range.rule += ".range"
    range.duration = nil
    if second.duration != nil { reader.addFlow(&range) }
    return range
  }

  /// The token behind the word or sign that joins two numbers to a range.
  private func connector(_ at: Int, _ first: Amount) -> Int? {
    if view.has(at, .rangeDash), view.isGlued(at) || !view.isGlued(at + 1) { return at + 1 }
    if view.has(at, .rangeTo) || view.has(at, .rangeOr) { return at + 1 }
    if view.has(at, .numberAnd), isBetween(first) { return at + 1 }
    return nil
  }

  private func isBetween(_ amount: Amount) -> Bool {
    let start = amount.tokens.lowerBound
    for index in stride(from: start - 1, through: max(view.sentence.lowerBound, start - 3), by: -1) {
      if view.has(index, .rangeBetween) { return true }
      guard view.has(index, .hedge) || view.has(index, .hedgeSkip) else { return false }
    }
    return false
  }

  private func secondAmount(at index: Int, _ first: Amount) -> Amount? {
    var at = index
    if view.has(at, .hedge), view.isFree(at) { at += 1 }
    if let duration = view.duration(at: at) { return duration }
    guard view.isFree(at) else { return nil }
    guard view.sentence.contains(at), mayStart(at), let second = amount(at) else { return nil }
    return second.number.form == .vague || second.isNegative ? nil : second
  }

  private func amount(_ index: Int) -> Amount? {
    var next = index
    return reader.amount(at: index, next: &next)
  }

  /// "550m": metres, unless the other end of the range says millions.
  private func isMetersByLetter(_ amount: Amount) -> Bool {
    let end = amount.number.tokens.upperBound
    return end + 1 == amount.tokens.upperBound && amount.number.scale == 0 && view.has(end, .numberScaleSign)
      && view.isGlued(end)
  }

  private func compatible(_ first: Amount, _ second: Amount) -> Bool {
    if isMetersByLetter(first), second.number.scale > 0 { return true }
    let isDash = view.has(first.tokens.upperBound, .rangeDash)
    if first.measure != .none, second.measure != .none {
      return first.measure == second.measure && first.isMinor == second.isMinor
    }
    if second.measure == .none, second.head == nil {
      // "3-1" and "5-4" are scores; "$4 to 5 billion" is a range of the first's kind.
      if case .currency = first.measure { return second.number.scale > 0 || first.number.scale == 0 }
      return first.measure == .none && first.head == nil && (!isDash || second.number.scale > 0)
    }
    if first.measure == .none, first.head == nil { return true }
    return first.head != nil && second.head != nil
      && view.token(first.head ?? 0).word == view.token(second.head ?? 0).word
      && view.token(first.head ?? 0).word != 0
  }

  /// Whether "from" makes of the two a change, or a verb an amount and what it reaches.
  private func isFromTo(_ first: Amount, _ at: Int) -> Bool {
    guard view.has(at, .rangeTo) else { return false }
    var before = first.tokens.lowerBound - 1
    while view.has(before, .hedge) || view.has(before, .hedgeSkip) { before -= 1 }
    if view.shape(before).contains(.clitic), view.claimed[before - 1], view.has(before - 2, .fromWord) { before -= 2 }
    if view.has(before, .fromWord) {
      for index in max(view.sentence.lowerBound, before - 4)..<before where view.has(index, .rangeVerb) { return false }
      return !first.isBare || speaksOfChange(before)
    }
    guard first.measure != .none, view.has(before, .changeVerb) || view.has(before, .byWord) else { return false }
    if case .unit(let row) = first.measure, view.table.units[row].isRatio { return view.has(before, .byWord) }
    return true
  }

  /// Whether the words before "from" make a change of a bare "from 2 to 3 million tons".
  private func speaksOfChange(_ from: Int) -> Bool {
    let cues = WordClassSet(.changeVerb, .changeNoun, .changeFactor, .measureNoun, .flowNoun, .numberNoun)
    let before = max(view.sentence.lowerBound, from - 12)..<from
    return before.isEmpty || before.contains { view.classes($0).intersects(cues) }
  }

  /// Whether the first number of a pair has the scale word of the second: 12 to 15 million, not 500,000 to 1.5 million.
  private func shares(_ first: NumberReading, _ second: NumberReading) -> Bool {
    guard second.scale > 0, first.form != .fraction, first.value < 1000 else { return false }
    return second.scale > 3 || first.value < 100 || first.value <= second.mantissa
  }

  private static func scale(_ number: inout NumberReading, by scale: Int) {
    number.scale = scale
    number.value = number.value * Numeral.power(scale)
    if abs(number.value - number.value.rounded()) < 1e-6 { number.value.round() }
  }

  // MARK: Sharing

  /// Lists and pairs: "5, 6 and 7 million tons", "from 12 to 15 million tons", "from 480 jobs to 900".
  private mutating func share() {
    guard amounts.count > 1 else { return }
    var shared = -1
    for index in stride(from: amounts.count - 2, through: 0, by: -1) {
      let next = amounts[index + 1]
      guard amounts[index].isBare, amounts[index].number.form != .ordinal, amounts[index].of == nil, !next.isBare,
        isListed(index, shared) || isPair(index)
      else { continue }
      take(index, from: next)
      shared = index
    }
    for index in 1..<amounts.count where isReversePair(index - 1) && amounts[index].rates.isEmpty {
      if amounts[index - 1].measure == amounts[index].measure, amounts[index].measure != .none {
        amounts[index].rates = amounts[index - 1].rates
      }
    }
    for index in 1..<amounts.count where isJoint(index - 1) { amounts[index - 1].rates = amounts[index].rates }
    for index in 1..<amounts.count where isPair(index - 1) {
      let previous = amounts[index - 1]
      if amounts[index].isBare, amounts[index].of == nil, !previous.isBare {
        (amounts[index].measure, amounts[index].isMinor) = (previous.measure, previous.isMinor)
        (amounts[index].rates, amounts[index].rule) = (previous.rates, previous.rule)
        (amounts[index].head, amounts[index].of) = (previous.head, previous.of)
      } else if amounts[index - 1].measure == amounts[index].measure, amounts[index].measure != .none {
        // "from $89 to 93 billion", and the rate behind the second holds for both.
        if isMoney(previous), previous.number.scale == 0, shares(previous.number, amounts[index].number) {
          Self.scale(&amounts[index - 1].number, by: amounts[index].number.scale)
        }
        if previous.rates.isEmpty { amounts[index - 1].rates = amounts[index].rates }
        if amounts[index - 1].of == nil { amounts[index - 1].of = amounts[index].of }
      }
    }
  }

  func isMoney(_ amount: Amount) -> Bool {
    if case .currency = amount.measure { true } else { false }
  }

  /// "The number of boats will rise from 19 to 31": the noun behind "number of" is what bare numbers count.
  private mutating func nameByNumber(_ index: Int) {
    guard amounts[index].isBare, amounts[index].number.form == .digits || amounts[index].number.form == .words else {
      return
    }
    let start = amounts[index].lead
    for at in stride(from: start - 1, through: max(view.sentence.lowerBound, start - 14), by: -1) {
      guard view.has(at, .numberNoun) else { continue }
      var noun = at + 1
      guard view.has(noun, .numberOf) else { return }
      noun += 1
      while view.has(noun, .article) || view.has(noun, .possessive) { noun += 1 }
      guard let counted = NounReader(view).counted(at: noun, isOne: false), counted.head < start else { return }
      (amounts[index].of, amounts[index].head, amounts[index].rule) = (counted.group, counted.head, "count.number-of")
      // "from five to eight a week"
      var amount = amounts[index]
      reader.addFlow(&amount)
      guard amount.tokens != amounts[index].tokens else { return }
      amount.rule = "count.number-of"
      amounts[index] = amount
      if index > 0, isPair(index - 1), amounts[index - 1].rates.isEmpty { amounts[index - 1].rates = amount.rates }
      return
    }
  }

  mutating func take(_ index: Int, from next: Amount, sharesScale: Bool = true) {
    amounts[index].measure = next.measure
    amounts[index].isMinor = next.isMinor
    amounts[index].rates = next.rates
    amounts[index].of = next.of
    amounts[index].head = next.head
    amounts[index].rule = next.rule
    if sharesScale, amounts[index].number.scale == 0, shares(amounts[index].number, next.number) {
      Self.scale(&amounts[index].number, by: next.number.scale)
    }
  }

  /// Whether "and" or "or" stands between an amount and the next, or a comma where "and" follows later: 5, 6 and 7.
  private func isListed(_ index: Int, _ shared: Int) -> Bool {
    let gap = amounts[index].tokens.upperBound..<amounts[index + 1].lead
    guard gap.count <= 2, !gap.isEmpty else { return false }
    if gap.contains(where: { view.has($0, .numberAnd) || view.has($0, .rangeOr) }) {
      return gap.allSatisfy {
        view.isSign($0, ",") || view.has($0, .numberAnd) || view.has($0, .rangeOr) || view.has($0, .rangeDash)
      }
    }
    return gap.count == 1 && view.isSign(gap.lowerBound, ",") && shared == index + 1
  }

  /// Whether an amount and the next are the two ends of "from A to B".
  func isPair(_ index: Int) -> Bool {
    view.has(amounts[index].lead - 1, .fromWord) && gapWord(index, .toWord)
  }

  /// Whether an amount and the next are the two ends of "to A from B".
  private func isReversePair(_ index: Int) -> Bool {
    view.has(amounts[index].lead - 1, .toWord) && gapWord(index, .fromWord)
  }

  /// "5 million passengers and 15 million tons of freight a year": both are rates of the one behind the second.
  private func isJoint(_ index: Int) -> Bool {
    let (one, other) = (amounts[index], amounts[index + 1])
    guard one.rates.isEmpty, one.number.scale > 2, one.head != nil || one.measure != .none, !isMoney(one),
      !isMoney(other), other.number.scale > 2, other.tokens.upperBound > (other.of?.upperBound ?? 0)
    else { return false }
    return one.tokens.upperBound + 1 == other.lead && view.has(one.tokens.upperBound, .numberAnd)
  }

  /// Whether the word before the next amount is of a class, and close to this one.
  func gapWord(_ index: Int, _ wordClass: WordClass) -> Bool {
    let next = amounts[index + 1].lead - 1
    return view.has(next, wordClass) && next >= amounts[index].tokens.upperBound
      && next - amounts[index].tokens.upperBound <= 8
  }

  // MARK: Context

  /// "annual capacity of 5 million tons" is five million tons a year.
  private func annualize(_ amount: inout Amount) {
    guard amount.rates.isEmpty else { return }
    switch amount.measure {
    case .unit(let row) where view.table.units[row].flows && !view.table.units[row].isRate: break
    case .none where amount.head != nil: break
    default: return
    }
    let start = amount.lead
    for index in stride(from: start - 1, through: max(view.sentence.lowerBound, start - 18), by: -1) {
      guard let term = view.term(index) else { continue }
      for entry in view.entries(term) where entry.table == .units && entry.form == .adjective {
        guard flowNoun(from: term.tokens.upperBound, to: start) else { return }
        let unit = view.table.units[Int(entry.row)]
        amount.rates = [Amount.Rate(id: unit.id, ucum: unit.ucum)]
        return
      }
    }
  }

  private func flowNoun(from start: Int, to end: Int) -> Bool {
    for index in start..<min(end, start + 6) where view.has(index, .flowNoun) { return true }
    return false
  }

  /// Bare numbers that nothing made a figure stay counts, unless they are labels.
  private mutating func dropBare() {
    let hasLinks = amounts.contains { $0.equivalent != nil }
    guard !hasLinks else { return }
    let labels = Designations(view)
    amounts.removeAll {
      $0.isBare && $0.number.form != .vague && $0.number.form == .words && $0.number.value <= 1
        && $0.number.tokens.count == 1 && !labels.isAlone($0)
    }
  }

  // MARK: Brackets

  /// "1,500 km (932 miles)", "$5 billion (2.4 trillion tenge)": the same amount in a second unit.
  private func link(_ amount: inout Amount) {
    guard let previous = amounts.last, amount.lead > 0 else { return }
    let open = amount.lead - 1
    guard view.isSign(open, "("), previous.tokens.upperBound == open || (previous.of?.upperBound ?? 0) == open,
      previous.measure != amount.measure
    else { return }
    switch (previous.measure, amount.measure) {
    case (.currency, .currency): amount.equivalent = amounts.count - 1
    case (.unit(let one), .unit(let other)) where view.table.units[one].dimension == view.table.units[other].dimension:
      amount.equivalent = amounts.count - 1
    default: break
    }
  }

  // MARK: Hedges

  /// Finds the hedge before or behind an amount; it stays outside the span.
  private func hedge(_ amount: inout Amount) {
    var start = amount.tokens.lowerBound
    if amount.upper != nil, isBetween(amount) {
      while !view.has(start - 1, .rangeBetween) { start -= 1 }
      amount.lead = start - 1
      return
    }
    // "sub-7 nanometer"
    if view.isGlued(start), view.has(start - 1, .rangeDash), view.isGlued(start - 1), view.has(start - 2, .hedge) {
      start -= 1
    }
    for _ in 0..<3 {
      if let found = view.classed(before: start, .hedge), view.isFree(found.start),
        found.start >= view.sentence.lowerBound
      {
        if amount.bound == nil { amount.bound = Self.bounds[min(max(found.value, 0), 4)] }
        start = found.start
      } else if view.has(start - 1, .hedgeSkip), view.isFree(start - 1) {
        start -= 1
      } else if view.shape(start - 1).contains(.clitic), start - 2 > view.sentence.lowerBound, view.claimed[start - 2],
        view.has(start - 3, .fromWord)
      {
        // "from today's 2 to 3.5 million tons"
        start -= 2
      } else {
        break
      }
    }
    amount.lead = start
    if let after = view.classed(amount.tokens.upperBound, .hedgeAfter), amount.bound == nil {
      amount.bound = Self.bounds[min(max(after.value, 0), 4)]
    }
  }

  private static let bounds: [Figure.Bound] = [.less, .atMost, .greater, .atLeast, .about]
}
