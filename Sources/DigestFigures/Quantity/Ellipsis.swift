internal import DigestLexicon
internal import DigestText

/// What was measured last in the sentences read so far.
struct LastAmounts {
  /// The last sum of money.
  var money: Amount?
  /// The last count with a noun, or quantity.
  var other: Amount?

  mutating func remember(_ amounts: [Amount]) {
    for amount in amounts {
      switch amount.measure {
      case .currency: money = amount
      case .unit, .none: if amount.head != nil || !amount.rates.isEmpty { other = amount }
      }
    }
    // A bare sum two sentences on is no longer the same money.
    if amounts.isEmpty { self = LastAmounts() }
  }
}

/// Bare numbers that leave out what they count, because the text has just said it.
extension SentenceQuantities {
  /// Gives a bare number the unit, currency or noun that it leaves out.
  mutating func inherit(_ index: Int) {
    guard amounts[index].isBare, amounts[index].of == nil, amounts[index].number.form != .ordinal,
      amounts[index].number.form != .vague, amounts[index].upper == nil || amounts[index].number.scale >= 6,
      let source = antecedent(index)
    else { return }
    let end = amounts[index].tokens.upperBound
    take(index, from: source.amount, sharesScale: source.sharesScale)
    if view.has(end, .numberOf) { amounts[index].rates = [] }
    if let rate = view.rate(at: end, isMoney: false) {
      amounts[index].rates = [rate.rate]
      amounts[index].tokens = amounts[index].tokens.lowerBound..<rate.end
    }
  }

  /// The amounts right before one: no number looks farther back.
  private func nearby(_ index: Int) -> ArraySlice<Amount> { amounts[max(0, index - 8)..<index] }

  /// The amount whose unit a bare number leaves out.
  private func antecedent(_ index: Int) -> (amount: Amount, sharesScale: Bool)? {
    if index > 0, case let previous = amounts[index - 1], !previous.isBare {
      if isCompared(index, previous) || isPair(index - 1) { return (previous, true) }
      if isCoordinated(index, previous) || isReached(index, previous) || isSeries(index, previous) {
        return (previous, false)
      }
    }
    return (whole(index) ?? sum(index) ?? pronoun(index) ?? capacity(index)).map { ($0, false) }
  }

  /// "4 GW, up from 3", "25 mln tons against 15 mln at present", "nine days, against six".
  private func isCompared(_ index: Int, _ previous: Amount) -> Bool {
    let before = amounts[index].lead - 1
    guard
      view.has(before, .fromWord) || view.classed(before: before + 1, .compareWord) != nil
        || view.has(before - 1, .compareWord) || amounts[index].number.scale >= 6 && isMoney(previous),
      !view.has(amounts[index].tokens.upperBound, .toWord)
    else { return false }
    // "rose to 43 percent from 40", not "rose 5 percent from 12 million"
    if isRatio(previous) {
      return view.has(before, .fromWord) && amounts[index].number.scale == 0
        && (view.has(previous.lead - 1, .toWord) || view.has(previous.lead, .levelWord)
          || view.has(previous.lead - 1, .levelWord))
    }
    return true
  }

  /// "500 tons a year from 2026 and 700 at its peak", "84.75 cents, while the lowest is 74.07".
  private func isCoordinated(_ index: Int, _ previous: Amount) -> Bool {
    let lead = amounts[index].lead
    guard view.has(lead - 1, .numberAnd), previous.duration == nil, amounts[index].number.form == .digits,
      previous.tokens.upperBound < lead, lead - previous.tokens.upperBound <= 5
    else { return false }
    if case .unit(let row) = previous.measure, view.table.units[row].isRatio { return false }
    let next = amounts[index].tokens.upperBound
    guard view.has(next, .preposition), !view.has(next, .numberOf), !view.has(next, .toWord) else { return false }
    return (previous.tokens.upperBound..<lead - 1).allSatisfy { view.claimed[$0] || view.has($0, .preposition) }
  }

  /// "gave 12,000 ounces in 2023, will give 20,000 this year": figures of one size, each with its date.
  private func isSeries(_ index: Int, _ previous: Amount) -> Bool {
    let amount = amounts[index]
    guard amount.number.form != .fraction, previous.duration == nil, !isRatio(previous), previous.upper == nil,
      amount.upper == nil, amount.number.value >= 100, isDated(amount), isDated(previous),
      !view.has(amount.lead - 1, .numberOf)
    else { return false }
    let ratio = amount.number.value / max(previous.number.value, 1)
    return ratio > 0.1 && ratio < 10
  }

  /// Whether a date follows, behind a preposition and an article if there are any.
  private func isDated(_ amount: Amount) -> Bool {
    var next = max(amount.tokens.upperBound, amount.of?.upperBound ?? 0)
    if view.has(next, .preposition) { next += 1 }
    if view.has(next, .article) { next += 1 }
    return view.sentence.contains(next) && view.claimed[next]
  }

  /// "go up by 15 soles, to 60": what is reached has the unit of what was added.
  private func isReached(_ index: Int, _ previous: Amount) -> Bool {
    let lead = amounts[index].lead
    guard view.has(lead - 1, .toWord), !isRatio(previous), lead - previous.tokens.upperBound <= 2 else { return false }
    return view.has(previous.lead - 1, .byWord) || view.has(previous.lead - 1, .changeVerb)
  }

  /// "4,300 people, some 250 of them engineers", "1,100 jobs, of which 50 are for locals": a part of what was counted.
  private func whole(_ index: Int) -> Amount? {
    let end = amounts[index].tokens.upperBound
    let lead = amounts[index].lead
    let isBehind =
      view.has(end, .numberOf)
      && (view.has(end + 1, .personalPronoun) || view.has(end + 1, .relativePronoun))
    let isBefore = view.has(lead - 1, .relativePronoun) && view.has(lead - 2, .numberOf)
    guard isBehind || isBefore, amounts[index].number.form != .fraction else { return nil }
    return nearby(index).last { $0.head != nil || $0.measure != .none && !isRatio($0) && !isMoney($0) }
      ?? (isBehind && view.has(end + 1, .personalPronoun) ? last.other : nil)
  }

  /// "It is to cost 24 billion euros ... should be ready by 2030 at 15.3 billion": sums without a currency.
  private func sum(_ index: Int) -> Amount? {
    let lead = amounts[index].lead
    guard amounts[index].number.scale >= 6, let money = nearby(index).last(where: isMoney) ?? last.money,
      money.number.scale >= 6, view.has(lead - 1, .atWord) || view.has(lead - 1, .moneyCue),
      !view.shape(amounts[index].tokens.upperBound).contains(.letter)
    else { return nil }
    return money
  }

  /// "received 2.7 million visitors; last year it was 6.6 million", "carried 40,000 tonnes ... promised 5 million a year".
  private func pronoun(_ index: Int) -> Amount? {
    guard let previous = nearby(index).last(where: { !$0.isBare && !isMoney($0) && !isRatio($0) }) else {
      return nil
    }
    let lead = amounts[index].lead
    if view.has(lead - 2, .personalPronoun), view.has(lead - 1, .toBe) || view.has(lead - 1, .fromWord) {
      return previous
    }
    // "this year it wants 72 million"
    if view.has(lead - 2, .personalPronoun), view.has(lead - 1, .verb), amounts[index].number.scale > 3,
      previous.number.scale > 3, !view.shape(amounts[index].tokens.upperBound).contains(.letter)
    {
      return previous
    }
    guard amounts[index].number.scale > 2 || view.has(lead - 1, .rangeOr), previous.head != nil || flows(previous)
    else {
      return nil
    }
    return view.rate(at: amounts[index].tokens.upperBound, isMoney: false) != nil ? previous : nil
  }

  /// "1.7m passengers a year ... capacity jumped to 7m": a capacity has the unit that the text gave before.
  private func capacity(_ index: Int) -> Amount? {
    let lead = amounts[index].lead
    guard amounts[index].number.scale > 2, let other = last.other, !other.rates.isEmpty, other.number.scale > 2,
      view.has(lead - 1, .toWord) || view.has(lead - 1, .atWord),
      (max(view.sentence.lowerBound, lead - 6)..<lead).contains(where: { view.has($0, .flowNoun) })
    else { return nil }
    return other
  }

  private func flows(_ amount: Amount) -> Bool {
    if case .unit(let row) = amount.measure { view.table.units[row].flows } else { false }
  }

  private func isRatio(_ amount: Amount) -> Bool {
    if case .unit(let row) = amount.measure { view.table.units[row].isRatio } else { false }
  }
}
