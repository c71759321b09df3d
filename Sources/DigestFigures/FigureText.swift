package import DigestModel

/// A figure and the tokens it covers. Its `id`, `start`, `end` and `text` are filled when the result is assembled.
package struct RecognisedFigure: Sendable, Hashable {
  /// Its tokens: prepositions, articles and hedges stand outside.
  package var tokens: Range<Int>
  /// The value as far as it is known: a relative date is complete only after it was resolved.
  package var figure: Figure
  /// The index of the figure that states the same amount in another unit.
  package var equivalent: Int?
  /// What a date, time, duration or set means, before it is resolved.
  package var time: TimeExpression?

  package init(tokens: Range<Int>, figure: Figure, equivalent: Int? = nil, time: TimeExpression? = nil) {
    self.tokens = tokens
    self.figure = figure
    self.equivalent = equivalent
    self.time = time
  }
}

/// A change between figures, by their indices. Its `id` and figure ids are filled when the result is assembled.
package struct RecognisedChange: Sendable, Hashable {
  /// From its first to its last token.
  package var tokens: Range<Int>
  package var change: Change
  package var from: Int?
  package var to: Int?
  package var by: Int?

  package init(tokens: Range<Int>, change: Change, from: Int? = nil, to: Int? = nil, by: Int? = nil) {
    self.tokens = tokens
    self.change = change
    self.from = from
    self.to = to
    self.by = by
  }
}

/// The figures of a text, in text order; figures do not overlap.
package struct FigureText: Sendable {
  package var figures: [RecognisedFigure]
  package var changes: [RecognisedChange]

  package init(figures: [RecognisedFigure] = [], changes: [RecognisedChange] = []) {
    self.figures = figures
    self.changes = changes
  }
}
