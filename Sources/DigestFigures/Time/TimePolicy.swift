internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Makes figures of parses, with the spans that the options ask for.
struct TimePolicy {
  let tape: TimeTape

  func apply(_ parses: [TimeParse]) -> [RecognisedFigure] {
    var figures: [RecognisedFigure] = []
    for parse in parses {
      if !tape.options.timeML, case .reference = parse.expression { continue }
      if tape.options.timeML, case .range(let from, let to) = parse.expression, let split = split(parse, from, to) {
        figures += split
      } else {
        figures.append(figure(parse))
      }
    }
    return figures
  }

  private func figure(_ parse: TimeParse) -> RecognisedFigure {
    var figure = Figure(id: "", span: Span(0, 0), text: "", kind: kind(parse.expression), rule: parse.rule)
    figure.mod = parse.mod
    return RecognisedFigure(tokens: span(parse), figure: figure, time: parse.expression)
  }

  /// A range is two dates in TimeML.
  private func split(_ parse: TimeParse, _ from: TimeExpression, _ to: TimeExpression) -> [RecognisedFigure]? {
    tape.range = tape.source.text.sentences[tape.source.text.sentence(of: parse.tokens.lowerBound)]
    let link = parse.tokens.first { index in
      index > parse.tokens.lowerBound
        && (tape.isDash(index) || tape.is(index, .to) || tape.is(index, .until) || tape.is(index, .and)
          || tape.isSign(index, "/"))
    }
    guard let link, link + 1 < parse.tokens.upperBound else { return nil }
    return [
      figure(TimeParse(parse.tokens.lowerBound..<link, from, parse.rule)),
      figure(TimeParse(link + 1..<parse.tokens.upperBound, to, parse.rule)),
    ]
  }

  /// With its article, where TimeML wants it.
  private func span(_ parse: TimeParse) -> Range<Int> {
    guard tape.options.timeML, parse.tokens.lowerBound > 0 else { return parse.tokens }
    let before = parse.tokens.lowerBound - 1
    tape.range = tape.source.text.sentences[tape.source.text.sentence(of: parse.tokens.lowerBound)]
    let hedged = hedge(before: parse)
    if hedged < parse.tokens.lowerBound { return hedged..<parse.tokens.upperBound }
    guard tape.is(before, .the), parse.mod != nil || takesArticle(parse.expression) else { return parse.tokens }
    return before..<parse.tokens.upperBound
  }

  /// Where "more than", "nearly" and the like before a duration start; TimeML counts them in.
  private func hedge(before parse: TimeParse) -> Int {
    let start = parse.tokens.lowerBound
    guard case .duration = parse.expression, parse.mod != nil else { return start }
    for length in 1...3 {
      if let found = tape.term(start - length, .timeHedge), found.end == start,
        length > 1 || !tape.has(start - 1, .preposition)
      {
        return start - length
      }
    }
    return start
  }

  private func takesArticle(_ expression: TimeExpression) -> Bool {
    switch expression {
    case .date(let fields): fields.period != nil || fields.day != nil
    case .duration(let amount): amount.parts.first?.number == nil
    case .set, .reference: false
    default: true
    }
  }

  func kind(_ expression: TimeExpression) -> Figure.Kind {
    switch expression {
    case .at: .time
    case .duration: .duration
    case .span(let amount, _) where (amount.parts.last?.unit.rawValue ?? 0) < TimeUnit.day.rawValue: .duration
    case .span, .nth: tape.options.timeML && expression.stretch != nil ? .duration : .date
    case .set: .set
    case .range(let from, let to):
      if case .at = from { .time } else if case .at = to { .time } else { .date }
    default: .date
    }
  }
}
