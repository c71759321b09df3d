internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Finds the changes between the amounts of one sentence: from-to, by-to, to-from, N% more, doubled.
struct ChangeRecogniser {
  let view: QuantityText
  let amounts: [Amount]
  let figures: [RecognisedFigure]
  private var taken: Set<Int> = []
  private var found: [RecognisedChange] = []

  init(_ view: QuantityText, _ amounts: [Amount], _ figures: [RecognisedFigure]) {
    self.view = view
    self.amounts = amounts
    self.figures = figures
  }

  /// The changes; figure indices are `offset` plus the amount's.
  func changes(offset: Int) -> [RecognisedChange] {
    var work = self
    for index in amounts.indices where !work.taken.contains(index) { work.tryAll(index) }
    work.factorsAlone()
    return work.found.map { change in
      var change = change
      change.from = change.from.map { $0 + offset }
      change.to = change.to.map { $0 + offset }
      change.by = change.by.map { $0 + offset }
      return change
    }
  }

  private mutating func tryAll(_ index: Int) {
    // "grew by A, from B to C": the pair takes the first along.
    if index + 2 < amounts.count, leads(index, .byWord), leads(index + 1, .fromWord), leads(index + 2, .toWord),
      gap(index) <= 3
    {
      return
    }
    if fromTo(index) || byTo(index) || toFrom(index) || factor(index) || noun(index) || more(index) { return }
    _ = alone(index)
  }

  // MARK: Looking around

  /// The word before an amount, hedges skipped, is of a class.
  private func leads(_ index: Int, _ wordClass: WordClass) -> Bool { view.has(amounts[index].lead - 1, wordClass) }

  /// The number of words between an amount and the next, dates left out.
  private func gap(_ index: Int) -> Int {
    (amounts[index].tokens.upperBound..<max(amounts[index].tokens.upperBound, amounts[index + 1].lead)).count {
      !view.claimed[$0]
    }
  }

  private func alike(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (amounts[one], amounts[other])
    if a.measure != .none || b.measure != .none { return a.measure == b.measure || sameDimension(a, b) }
    return true
  }

  private func sameDimension(_ a: Amount, _ b: Amount) -> Bool {
    guard case .unit(let one) = a.measure, case .unit(let other) = b.measure else { return false }
    return view.table.units[one].dimension == view.table.units[other].dimension && !view.table.units[one].isRatio
  }

  private func isRatio(_ index: Int) -> Bool {
    if case .unit(let row) = amounts[index].measure { return view.table.units[row].isRatio }
    return amounts[index].number.form == .fraction && amounts[index].isBare
  }

  /// The change verb that an amount follows, adverbs, "by", "to" and "from" skipped: its direction and place.
  private func verb(before index: Int, reach: Int = 6) -> (direction: Int, at: Int)? {
    let start = amounts[index].lead - 1
    for at in stride(from: start, through: max(view.sentence.lowerBound, start - reach), by: -1) {
      if let value = view.value(at, .changeVerb) { return (value, at) }
      if view.isSign(at, ",") && at < start - 1 || view.isSign(at, ";") || view.isSign(at, "(") { return nil }
    }
    return nil
  }

  // MARK: Rules

  /// "from A to B", with a verb, a noun or nothing before.
  private mutating func fromTo(_ index: Int) -> Bool {
    guard index + 1 < amounts.count, leads(index, .fromWord), leads(index + 1, .toWord), gap(index) <= 9,
      alike(index, index + 1),
      amounts[index].upper == nil || !amounts[index].isBare
    else { return false }
    let start = amounts[index].lead - 1
    for at in max(view.sentence.lowerBound, start - 4)..<start where view.has(at, .rangeVerb) { return false }
    let by = byBefore(index)
    let verb = verb(before: index) ?? factorVerb(before: start)
    add(from: index, to: index + 1, by: by, start: start, verb: verb, rule: "change.from-to")
    return true
  }

  /// "halved from", "doubled from".
  private func factorVerb(before start: Int) -> (direction: Int, at: Int)? {
    for at in stride(from: start - 1, through: max(view.sentence.lowerBound, start - 3), by: -1) {
      if let hundredths = view.value(at, .changeFactor) { return (hundredths >= 100 ? 1 : -1, at) }
    }
    return nil
  }

  /// "rose by 5% from A to B": the amount that a from-to change follows.
  private func byBefore(_ index: Int) -> Int? {
    guard index > 0, !taken.contains(index - 1), isRatio(index - 1) || alike(index - 1, index),
      amounts[index].lead - amounts[index - 1].tokens.upperBound <= 3,
      leads(index - 1, .byWord) || leads(index - 1, .changeVerb)
    else { return nil }
    return index - 1
  }

  /// "rose by 15 percent to X", "fell 3% to X from Y", "up 5% at X".
  private mutating func byTo(_ index: Int) -> Bool {
    guard index + 1 < amounts.count, leads(index, .byWord) || leads(index, .changeVerb) || leads(index, .changeReach),
      leads(index + 1, .toWord), gap(index) <= 8, isRatio(index) || alike(index, index + 1),
      let verb = verb(before: index, reach: leads(index, .byWord) ? 8 : 3)
    else { return false }
    var from: Int?
    if index + 2 < amounts.count, leads(index + 2, .fromWord), gap(index + 1) <= 6, alike(index + 1, index + 2) {
      from = index + 2
    }
    add(
      from: from, to: index + 1, by: index, start: verb.at, verb: verb, rule: "change.by-to",
      ratio: from == nil ? share(index, verb.direction) : nil)
    return true
  }

  /// Whether an amount stands behind "compared with", "against", "versus".
  private func isCompared(_ index: Int) -> Bool {
    let before = amounts[index].lead - 1
    return view.classed(before: before + 1, .compareWord) != nil
      || view.has(before - 1, .compareWord) && view.has(before, .preposition)
  }

  /// "to X from Y", "X, up from Y", "to X compared with Y".
  private mutating func toFrom(_ index: Int) -> Bool {
    guard index + 1 < amounts.count, leads(index + 1, .fromWord) || isCompared(index + 1), alike(index, index + 1),
      gap(index) <= 8,
      amounts[index].equivalent == nil
    else { return false }
    // "grew by A, from B to C": the two behind belong together.
    if index + 2 < amounts.count, leads(index + 1, .fromWord), leads(index + 2, .toWord), gap(index + 1) <= 9,
      !leads(index, .toWord), alike(index + 1, index + 2)
    {
      return false
    }
    let between = amounts[index].tokens.upperBound..<amounts[index + 1].lead
    let reach = between.first { view.has($0, .changeReach) || view.has($0, .changeVerb) }
    let isApart = leads(index + 1, .fromWord) && view.isSign(amounts[index].tokens.upperBound, ",") && gap(index) == 2
    let isStated = (isCompared(index + 1) || isApart) && !amounts[index].isBare && !amounts[index + 1].isBare
    guard reach != nil || leads(index, .toWord) || isStated || verb(before: index, reach: 3) != nil else {
      return false
    }
    let verb = reach.flatMap { at in view.value(at, .changeVerb).map { ($0, at) } } ?? verb(before: index)
    let isTo = reach != nil || leads(index, .toWord)
    let start = isTo ? amounts[index].lead - (leads(index, .toWord) ? 1 : 0) : verb?.1 ?? amounts[index].lead
    add(from: index + 1, to: index, by: nil, start: start, verb: verb, rule: "change.to-from")
    return true
  }

  /// "doubled to X", "more than tripled from X to Y", "a twofold increase to X".
  private mutating func factor(_ index: Int) -> Bool {
    let start = amounts[index].lead - 1
    if doubled(index, start) { return true }
    guard leads(index, .toWord) || leads(index, .fromWord) else { return false }
    for at in stride(from: start - 1, through: max(view.sentence.lowerBound, start - 4), by: -1) {
      guard let hundredths = view.value(at, .changeFactor) else { continue }
      guard !view.has(at, .changeFactorBase) || isVerb(at) else { continue }
      let isTo = leads(index, .toWord)
      add(
        from: isTo ? nil : index, to: isTo ? index : nil, by: nil, start: at, verb: (hundredths >= 100 ? 1 : -1, at),
        rule: "change.factor", ratio: Double(hundredths) / 100)
      return true
    }
    return false
  }

  /// "will double its 300 MW", "the population of 4 million will double": what the factor starts from.
  private mutating func doubled(_ index: Int, _ before: Int) -> Bool {
    var at: Int?
    if isFactorVerb(before) || view.has(before, .possessive) && isFactorVerb(before - 1) {
      at = view.has(before, .possessive) ? before - 1 : before
      guard amounts[index].measure != .none else { return false }
    } else if view.has(before, .numberOf) {
      var next = amounts[index].tokens.upperBound
      let auxiliaries = WordClassSet(.modal, .toBe, .toHave, .adverb, .hedge, .toWord)
      while next < amounts[index].tokens.upperBound + 5, view.classes(next).intersects(auxiliaries) { next += 1 }
      if next > amounts[index].tokens.upperBound, isFactorVerb(next) { at = next }
    }
    guard let at, let hundredths = view.value(at, .changeFactor) else { return false }
    let start = at < amounts[index].lead ? at : amounts[index].lead - 1
    add(
      from: index, to: nil, by: nil, start: start, verb: (hundredths >= 100 ? 1 : -1, at < start ? start : at),
      rule: "change.factor", ratio: Double(hundredths) / 100, end: max(at + 1, amounts[index].tokens.upperBound))
    return true
  }

  private func isFactorVerb(_ index: Int) -> Bool {
    view.has(index, .changeFactor) && (!view.has(index, .changeFactorBase) || isVerb(index))
  }

  /// Whether "double" is a verb here: behind "to", "will" or the like.
  private func isVerb(_ index: Int) -> Bool { view.has(index - 1, .toWord) || view.has(index - 1, .modal) }

  /// "exports doubled": a change that names no figure.
  private mutating func factorsAlone() {
    let spans = found.map(\.tokens).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var end = view.sentence.lowerBound
    for at in view.sentence {
      while next < spans.count, spans[next].lowerBound <= at {
        end = max(end, spans[next].upperBound)
        next += 1
      }
      guard at >= end, let hundredths = view.value(at, .changeFactor), !view.claimed[at],
        !view.has(at, .changeFactorBase) || isVerb(at)
      else { continue }
      add(
        from: nil, to: nil, by: nil, start: at, verb: (hundredths >= 100 ? 1 : -1, at), rule: "change.factor",
        ratio: Double(hundredths) / 100)
    }
  }

  /// "a 15 percent increase", "an increase of 15 percent".
  private mutating func noun(_ index: Int) -> Bool {
    let end = amounts[index].tokens.upperBound
    for at in end..<min(end + 3, view.sentence.upperBound) {
      guard let direction = view.value(at, .changeNoun) else {
        if view.shape(at).contains(.letter), !view.has(at, .preposition) { continue }
        break
      }
      guard isRatio(index) || amounts[index].measure != .none else { return false }
      add(
        from: nil, to: nil, by: index, start: amounts[index].lead, verb: (direction, at), rule: "change.noun",
        end: at + 1)
      return true
    }
    let before = amounts[index].lead - 1
    guard view.has(before, .numberOf) || view.has(before, .byWord), let direction = view.value(before - 1, .changeNoun)
    else { return false }
    add(from: nil, to: nil, by: index, start: before - 1, verb: (direction, before - 1), rule: "change.noun")
    return true
  }

  /// "15 percent more than last year", "3 million tons less".
  private mutating func more(_ index: Int) -> Bool {
    let at = amounts[index].tokens.upperBound
    guard let direction = view.value(at, .changeMore),
      view.has(at + 1, .moreThanWord) || isRatio(index) || view.isSign(at + 1, ".")
    else { return false }
    guard amounts[index].measure != .none || view.has(at + 1, .moreThanWord) else { return false }
    add(
      from: nil, to: nil, by: index, start: amounts[index].lead, verb: (direction, at), rule: "change.more-than",
      end: at + 1)
    return true
  }

  /// "rose by 15 percent", "grew 3%", "fell to 12 tons", "up from 5".
  private mutating func alone(_ index: Int) -> Bool {
    guard amounts[index].equivalent == nil, let verb = verb(before: index, reach: leads(index, .byWord) ? 8 : 4),
      !isPhrasal(verb.at)
    else {
      return false
    }
    let lead = amounts[index].lead - 1
    if verb.direction == 0, isSubject(index, verb.at) { return false }
    if lead == verb.at, view.has(amounts[index].lead, .levelWord) {
      add(from: nil, to: index, by: nil, start: verb.at, verb: verb, rule: "change.to")
    } else if leads(index, .byWord)
      || lead == verb.at && amounts[index].duration == nil && (isRatio(index) || amounts[index].measure != .none)
    {
      guard verb.direction != 0 else { return false }
      add(
        from: object(index, verb.at) ?? source(index), to: nil, by: index, start: verb.at, verb: verb,
        rule: "change.by",
        ratio: share(index, verb.direction))
    } else if leads(index, .toWord), lead - verb.at <= 3 {
      add(from: nil, to: index, by: nil, start: verb.at, verb: verb, rule: "change.to")
    } else if leads(index, .fromWord), lead == verb.at + 1, view.has(verb.at, .changeReach) {
      add(from: index, to: nil, by: nil, start: verb.at, verb: verb, rule: "change.from")
    } else {
      return false
    }
    return true
  }

  /// "diesel makes up 45 percent": the particle of a verb that changes nothing.
  private func isPhrasal(_ at: Int) -> Bool {
    view.has(at, .changeReach) && view.has(at - 1, .verb) && !view.has(at - 1, .changeVerb) && !view.has(at - 1, .toBe)
  }

  /// "$400 million will go to the 2,000 people": money that goes somewhere changes nothing.
  private func isSubject(_ index: Int, _ verb: Int) -> Bool {
    index > 0 && amounts[index - 1].tokens.upperBound <= verb && verb - amounts[index - 1].tokens.upperBound <= 3
      && !alike(index - 1, index)
  }

  /// "rose 5 percent from $12 million": what a share is of.
  private func source(_ index: Int) -> Int? {
    guard index + 1 < amounts.count, isRatio(index), !isRatio(index + 1), leads(index + 1, .fromWord), gap(index) == 1,
      !amounts[index + 1].isBare, amounts[index + 1].duration == nil
    else { return nil }
    return index + 1
  }

  /// "cut its capacity of 650 MW by half": what the verb starts from.
  private func object(_ index: Int, _ verb: Int) -> Int? {
    guard index > 0, !taken.contains(index - 1), amounts[index - 1].lead > verb, leads(index, .byWord),
      amounts[index - 1].tokens.upperBound + 1 == amounts[index].lead, !isRatio(index - 1),
      isRatio(index) || alike(index - 1, index)
    else { return nil }
    return index - 1
  }

  /// The ratio that "by half", "by a third" states.
  private func share(_ index: Int, _ direction: Int) -> Double? {
    let amount = amounts[index]
    guard amount.number.form == .fraction, amount.isBare, amount.upper == nil else { return nil }
    return 1 + Double(direction) * amount.number.value
  }

  // MARK: Making

  private mutating func add(
    from: Int?, to: Int?, by: Int?, start: Int, verb: (direction: Int, at: Int)?, rule: String, ratio: Double? = nil,
    end: Int? = nil
  ) {
    let parts = [from, to, by].compactMap(\.self)
    taken.formUnion(parts)
    let low = parts.reduce(min(start, verb?.at ?? start)) { min($0, amounts[$1].lead) }
    let high = parts.reduce(end ?? start + 1) { max($0, amounts[$1].tokens.upperBound) }
    var change = Change(direction: verb?.direction ?? 0, rule: rule)
    if let from, let to { compute(&change, figures[from].figure, figures[to].figure) }
    if let ratio { (change.ratio, change.computed) = (ratio, change.computed.filter { $0 != "ratio" }) }
    change.measure = measure(parts, start, verb?.at, isNoun: rule == "change.noun")
    found.append(RecognisedChange(tokens: low..<high, change: change, from: from, to: to, by: by))
  }

  /// What changed: the words before the first amount and its "from", "to" or "by".
  private func measure(_ parts: [Int], _ start: Int, _ verb: Int?, isNoun: Bool) -> String? {
    let words = ChangeMeasure(view)
    if isNoun {
      return verb.flatMap { words.measure(behind: $0 + 1) }
        ?? parts.first.flatMap { words.measure(behind: amounts[$0].tokens.upperBound) }
    }
    let leads = parts.map { index in
      let before = amounts[index].lead - 1
      let isLinked = view.has(before, .fromWord) || view.has(before, .toWord) || view.has(before, .byWord)
      return isLinked ? before : before + 1
    }
    return words.measure(start: leads.min() ?? start, verb: verb)
  }

  /// The difference and ratio of two figures in one unit.
  private func compute(_ change: inout Change, _ from: Figure, _ to: Figure) {
    guard var old = from.value ?? from.high, let new = to.value ?? to.low, from.currency == to.currency else { return }
    if from.unit != to.unit {
      // "from 400 metres to 1.2 km": the difference is in the unit that is reached.
      guard let own = from.unit.flatMap(view.table.scale), let other = to.unit.flatMap(view.table.scale),
        own.base == other.base
      else { return }
      old = Amount.tidy((old * own.factor + own.offset - other.offset) / other.factor)
    }
    change.difference = Amount.tidy(new - old)
    change.computed = ["difference"]
    if old != 0 {
      change.ratio = new / old
      change.computed = ["ratio", "difference"]
    }
    change.direction = new > old ? .up : new < old ? .down : .unchanged
  }
}

extension Change {
  fileprivate init(direction: Int, rule: String) {
    self.init(id: "", direction: direction > 0 ? .up : direction < 0 ? .down : .unchanged, rule: rule)
  }
}
