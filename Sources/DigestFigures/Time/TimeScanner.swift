internal import DigestText
internal import DigestLexicon

/// Runs the grammar over a text and folds neighbours: weekday and date, date and time, ranges.
struct TimeScanner {
  let grammar: TimeGrammar
  private var tape: TimeTape { grammar.tape }

  init(_ tape: TimeTape) { grammar = TimeGrammar(tape: tape) }

  /// The temporal expressions of the text, in order, disjoint.
  func scan() -> [TimeParse] {
    var result: [TimeParse] = []
    for sentence in tape.source.text.sentences {
      tape.range = sentence
      var found: [TimeParse] = []
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let parses = grammar.canStart(index) ? grammar.rules(at: index) : []
        if let last = parses.last {
          found += parses.filter { $0.tokens.lowerBound >= (found.last?.tokens.upperBound ?? 0) }
          index = max(index + 1, last.tokens.upperBound)
        } else {
          index += 1
        }
      }
      if !found.isEmpty { result += TimeFolding(tape: tape).fold(found) }
    }
    return result
  }
}

extension TimeGrammar {
  static let starters = WordClassSet(
    .month, .weekday, .weekdays, .timeUnit, .timeUnits, .timeAdverb, .dayWord, .timeLast, .timeNext, .timeThis,
    .timeSame,
    .dayPart, .dayPartWord, .season, .clockWord, .timeEarly, .timePart, .fiscalWord, .yearPartCode, .timeNumber,
    .timeVague,
    .timeHalf, .timeOrdinal, .setEach, .timeReference, .holiday, .decadeWord)

  /// Whether an expression may start at a token: most words are dismissed here.
  @inline(__always) func canStart(_ index: Int) -> Bool {
    let shape = tape.shape(index)
    if shape.contains(.digit) { return true }
    if shape.contains(.symbol) { return tape.isSign(index, "'") }
    let classes = tape.classes(index)
    return classes.intersects(Self.starters) || classes.contains(.timeGlue) && tape.is(index, .a) || tape.hasTerm(index)
  }

  /// The expressions that start at a token; several for a list.
  func rules(at index: Int) -> [TimeParse] {
    let shape = tape.shape(index)
    if shape.contains(.digit) { return digitRules(index) }
    if let found = holiday(index) ?? reference(index) ?? dayWord(index) { return [found] }
    let parts = modified(index)
    if !parts.isEmpty { return parts }
    let months = monthFirst(index)
    if !months.isEmpty { return months }
    if let found = weekday(index) ?? setRule(index) { return [found] }
    if tape.value(index, .timeOrdinal) == -1, let found = ordinalRule(index) { return [found] }
    let directed = directedUnit(index)
    if !directed.isEmpty { return directed }
    if tape.has(index, .timeOrdinal) || tape.has(index, .timeNumber) {
      let days = dayFirst(index)
      if !days.isEmpty { return days }
    }
    if let found = ordinalRule(index) ?? season(index) ?? yearPartCode(index) ?? fiscalYear(index) ?? decadeWord(index)
    {
      return [found]
    }
    if let found = clockRule(index) ?? amountRule(index) ?? unitRule(index) ?? dayPart(index) { return [found] }
    if tape.isSign(index, "'"), let year = year(index),
      tape.is(index - 1, .in) || tape.has(index - 1, .season) || tape.is(index - 1, .since)
    {
      return [TimeParse(index..<year.end, .date(DateFields(year: year.year)), "time.year")]
    }
    if let year = year(index), tape.is(index - 1, .in) || tape.is(index - 1, .since) || tape.is(index - 1, .from) {
      return [TimeParse(index..<year.end, .date(DateFields(year: year.year)), "time.year-words")]
    }
    return []
  }

  private func digitRules(_ index: Int) -> [TimeParse] {
    let isGlued =
      tape.isGlued(index)
      && (tape.shape(index - 1).contains(.letter) || tape.shape(index - 1).contains(.digit)
        || tape.isSign(index - 1, "$"))
    if isGlued { return [] }
    if let found = numericDate(index) { return [found] }
    let days = dayFirst(index)
    if !days.isEmpty { return days }
    if let found = yearPartCode(index) ?? clockRule(index) ?? ordinalRule(index) ?? amountRule(index) ?? years(index) {
      return [found]
    }
    return []
  }

  /// The first date that starts at a token: what other rules count from or wrap.
  func date(_ index: Int) -> TimeParse? {
    if tape.shape(index).contains(.digit) {
      return numericDate(index) ?? dayFirst(index).first ?? years(index) ?? centuryRule(index) ?? yearPartCode(index)
    }
    if let found = dayWord(index) ?? holiday(index) ?? monthFirst(index).first { return found }
    if let weekday = weekday(index), case .set = weekday.expression {
      return nil
    } else if let weekday = weekday(index) {
      return weekday
    }
    return directedUnit(index).first ?? centuryRule(index) ?? decadeWord(index) ?? season(index) ?? yearPartCode(index)
      ?? fiscalYear(index)
  }
}

extension TimeTape {
  /// Whether a term of several words of a time class starts here.
  func hasTerm(_ index: Int) -> Bool { !terms.isEmpty && terms[index] >= 0 }
}
