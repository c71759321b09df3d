package import DigestLexicon
internal import DigestModel
internal import DigestText

/// The dates against which the relative dates of a text are resolved.
package struct FigureAnchors: Sendable {
  /// The document's date (EDTF), where one is known.
  package var document: String?
  /// The dates (EDTF) of its items' reports, by token range, ascending.
  package var items: [(tokens: Range<Int>, date: String)]

  package init(document: String? = nil, items: [(tokens: Range<Int>, date: String)] = []) {
    self.document = document
    self.items = items
  }
}

/// Finds the dates and figures of a text: `recognise`, then, once the text's own dates are known, `resolve`.
package struct FigureRecogniser: Sendable {
  let lexicon: Lexicon
  let options: FigureOptions
  let holidays: Holidays
  private let quantities: QuantityRecogniser
  var units: UnitTable { quantities.table }

  package init(lexicon: Lexicon, options: FigureOptions = FigureOptions()) {
    self.lexicon = lexicon
    self.options = options
    holidays = Holidays(lexicon)
    quantities = QuantityRecogniser(
      lexicon: lexicon, decimalComma: options.decimalComma, takesDurations: !options.timeML)
  }

  /// The figures of a text; dates claim their tokens first. Relative dates are complete only after ``resolve(_:in:anchors:)``.
  ///
  /// - Complexity: O(n).
  package func recognise(_ text: LexicalText) -> FigureText {
    let tape = TimeTape(text, lexicon: lexicon, options: options)
    let times = TimePolicy(tape: tape).apply(TimeScanner(tape).scan())
    var result = FigureText(figures: times)
    quantities.recognise(text, into: &result)
    return result
  }

  /// Fills the values of dates and times: relative ones against their item's or the document's date.
  ///
  /// - Complexity: O(n).
  package func resolve(
    _ figures: consuming FigureText, in text: LexicalText, anchors: FigureAnchors
  ) -> FigureText {
    var result = figures
    let tape = TimeTape(text, lexicon: lexicon, options: options)
    TimeResolution(tape: tape, holidays: holidays, anchors: anchors).fill(&result.figures)
    return result
  }

  /// The EDTF value of one date against a document's date alone, as layout needs it for a report's date; what covers
  /// several days ("27-31 January 2025") is dated by the last of them.
  package func date(of figure: RecognisedFigure, document: String?) -> String? {
    guard let time = figure.time else { return nil }
    var resolver = TimeResolver(holidays: holidays)
    resolver.anchor = document.flatMap(DateFields.init(edtf:))
    resolver.direction = .last
    switch resolver.resolve(time) {
    case .point(let point): return TimeFormat.edtf(point.fields, point.time)
    case .interval(_, let last): return TimeFormat.edtf(last.fields, last.time)
    default: return nil
    }
  }
}
