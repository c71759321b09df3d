internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Resolves the dates of a text in order: the anchor of each, the direction of its clause, the date named last.
struct TimeResolution {
  let tape: TimeTape
  let holidays: Holidays
  let anchors: FigureAnchors

  func fill(_ figures: inout [RecognisedFigure]) {
    var resolver = TimeResolver(holidays: holidays)
    let document = anchors.document.flatMap(DateFields.init(edtf:))
    resolver.prefersWeeks = tape.options.timeML
    resolver.keepsDay = tape.options.queries
    resolver.isNarrative = isNarrative(figures, document)
    let forward = document != nil && !tape.hasVerb
    let named = document == nil && !resolver.isNarrative ? firstDate(figures) : nil
    var item = 0
    for index in figures.indices {
      guard let time = figures[index].time else { continue }
      let start = figures[index].tokens.lowerBound
      while item < anchors.items.count, anchors.items[item].tokens.upperBound <= start { item += 1 }
      let reported =
        item < anchors.items.count && anchors.items[item].tokens.contains(start) ? anchors.items[item].date : nil
      resolver.anchor = reported.flatMap(DateFields.init(edtf:)) ?? document ?? named
      resolver.direction =
        forward ? .next : direction(of: figures[index].tokens) ?? (tape.options.queries ? .next : nil)
      if case .stretch = time, resolver.direction == .last, !isPast(before: start) { resolver.direction = .next }
      if resolver.direction == .next, let then = pastFuture(figures[index].tokens, resolver) { resolver.anchor = then }
      let origin: Figure.Anchor.Origin = reported != nil ? .item : document != nil ? .document : .text
      resolve(&figures[index], time, resolver: &resolver, origin: origin)
    }
  }

  private func resolve(
    _ figure: inout RecognisedFigure, _ time: TimeExpression, resolver: inout TimeResolver, origin: Figure.Anchor.Origin
  ) {
    resolver.forgetUse()
    let sentence = tape.source.text.sentence(of: figure.tokens.lowerBound)
    if sentence != resolver.lastSentence { resolver.isLastNear = false }
    let resolved = resolver.resolve(time)
    switch resolved {
    case .point(let point): write(point, into: &figure.figure)
    case .interval(let first, let second): write(first, second, into: &figure.figure, time)
    case .value(let value):
      figure.figure.timex = value
      if figure.figure.rule == "time.set-yearly" { figure.figure.edtf = value }
    case nil: figure.figure.timex = unresolved(time)
    }
    if figure.figure.mod == "END", figure.figure.rule == "time.part-of", let edtf = figure.figure.edtf,
      edtf.utf8.count == 4,
      edtf.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    {
      figure.figure.edtf = edtf + "-12"
    }
    if figure.figure.mod == "FISCAL" { makeFiscal(&figure.figure) }
    if resolver.usedText, let last = resolver.last, let date = TimeFormat.edtf(last) {
      figure.figure.anchor = .init(date: date, from: .text)
    } else if resolver.usedAnchor, let anchor = resolver.anchor, let date = TimeFormat.edtf(anchor),
      figure.figure.edtf != nil
    {
      figure.figure.anchor = .init(date: date, from: origin)
    }
    remember(resolved, time, figure.tokens, in: &resolver)
    resolver.lastSentence = sentence
  }

  private func write(_ point: ResolvedTime.Point, into figure: inout Figure) {
    figure.timex = TimeFormat.timex(point.fields, point.time)
    figure.edtf = TimeFormat.edtf(point.fields, point.time)
  }

  /// A range; in TimeML a stretch such as "the past three days" is a duration.
  private func write(
    _ first: ResolvedTime.Point, _ second: ResolvedTime.Point, into figure: inout Figure, _ time: TimeExpression
  ) {
    if tape.options.timeML, let amount = time.stretch {
      figure.timex = TimeFormat.timex(amount)
      return
    }
    if let from = TimeFormat.edtf(first.fields, first.time), let to = TimeFormat.edtf(second.fields, second.time) {
      figure.edtf = edge(from, isLast: false) + "/" + edge(to, isLast: true)
    }
    if first.fields.period != nil || second.fields.period != nil || first.time?.hour != nil || figure.edtf == nil {
      figure.timex = TimeFormat.timex(first.fields, first.time) + "/" + TimeFormat.timex(second.fields, second.time)
    } else {
      figure.timex = figure.edtf
    }
  }

  /// The first or last day of an end that is itself an interval.
  private func edge(_ text: String, isLast: Bool) -> String {
    guard let slash = text.firstIndex(of: "/") else { return text }
    return isLast ? String(text[text.index(after: slash)...]) : String(text[..<slash])
  }

  private func makeFiscal(_ figure: inout Figure) {
    figure.mod = nil
    figure.edtf = nil
    if let timex = figure.timex { figure.timex = "FY" + timex }
  }

  /// What is known of a date that nothing resolves.
  private func unresolved(_ time: TimeExpression) -> String? {
    switch time {
    case .unit(let unit, _, _): unit == .day ? "XXXX-XX-XX" : unit == .year ? "XXXX" : nil
    case .at(_, let time): "XXXX-XX-XXT" + TimeFormat.clock(time)
    default: nil
    }
  }

  /// Keeps the date as the one named last.
  ///
  /// A year far from the story's, unless a sentence opens with it, is mentioned in passing.
  private func remember(
    _ resolved: ResolvedTime?, _ time: TimeExpression, _ tokens: Range<Int>, in resolver: inout TimeResolver
  ) {
    if case .date(let fields) = time, fields.month == nil, let year = fields.year, let last = resolver.last?.year,
      abs(year - last) > 5
    {
      let sentence = tape.source.text.sentences[tape.source.text.sentence(of: tokens.lowerBound)]
      guard tokens.lowerBound <= sentence.lowerBound + 1 else { return }
    }
    resolver.isLastNear = true
    switch resolved {
    case .point(let point) where point.fields.year != nil && isStory(point.fields): resolver.last = point.fields
    case .interval(_, let last) where last.fields.year != nil && isStory(last.fields):
      if case .span = time { return }
      resolver.last = last.fields
    default: break
    }
  }

  private func isStory(_ fields: DateFields) -> Bool {
    switch fields.period {
    case .decade, .century, .millennium: false
    default: true
    }
  }

  /// Whether "was" or the like stands before: "was shut for three days from Monday".
  private func isPast(before start: Int) -> Bool {
    (max(tape.range.lowerBound, start - 8)..<start).contains { tape.is($0, .past) }
  }

  /// "said on Monday that he would come on Tuesday": the date of the sentence from which "would" looks ahead.
  private func pastFuture(_ tokens: Range<Int>, _ resolver: TimeResolver) -> DateFields? {
    guard resolver.isLastNear, resolver.lastSentence == tape.source.text.sentence(of: tokens.lowerBound),
      let last = resolver.last, last.day != nil, let then = last.days?.lowerBound,
      let now = resolver.anchor?.days?.lowerBound, then < now, now - then < 8,
      (max(tape.range.lowerBound, tokens.lowerBound - 8)..<tokens.lowerBound).contains(where: { tape.is($0, .would) })
    else { return nil }
    return last
  }

  private func direction(of tokens: Range<Int>) -> TimeExpression.Direction? {
    let sentences = tape.source.text.sentences
    tape.range = sentences[tape.source.text.sentence(of: tokens.lowerBound)]
    return TenseReader(tape: tape).direction(of: tokens)
  }

  /// The first complete date of a text without a date of its own.
  private func firstDate(_ figures: [RecognisedFigure]) -> DateFields? {
    for figure in figures {
      switch figure.time {
      case .date(let fields) where fields.year != nil && fields.day != nil,
        .at(.date(let fields), _) where fields.year != nil && fields.day != nil:
        return fields
      default: continue
      }
    }
    return nil
  }

  /// Whether the text tells of years past: it then goes by the date named last.
  private func isNarrative(_ figures: [RecognisedFigure], _ document: DateFields?) -> Bool {
    switch tape.options.narrative {
    case .always: return true
    case .never: return false
    case .automatic: break
    }
    let years = figures.compactMap { figure -> Int? in
      guard case .date(let fields) = figure.time, fields.period == nil else { return nil }
      return fields.year
    }
    guard let year = document?.year ?? years.max().map({ $0 + 2 }) else { return false }
    var own = 0
    var other = 0
    for case .date(let fields) in figures.compactMap(\.time) {
      guard let named = fields.year, fields.period == nil else { continue }
      if named < year - 1 { other += fields.month == nil ? 1 : 2 } else { own += 2 }
    }
    return other >= 6 && other > own
  }
}
