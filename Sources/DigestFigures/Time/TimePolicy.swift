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
    figure.mod = parse.mod ?? TimeSpans(tape: tape).approximation(parse)
    return RecognisedFigure(tokens: TimeSpans(tape: tape).span(parse), figure: figure, time: parse.expression)
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
