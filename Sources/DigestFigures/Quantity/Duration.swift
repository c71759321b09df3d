internal import DigestLexicon
internal import DigestText

/// A duration that the grammar of time found, as the rules of quantities see it: its number lends its unit to others
/// ("from five to two hours", "nine days, against six") and takes part in changes.
struct Duration {
  var tokens: Range<Int>
  var value: Double
  /// The row of its unit.
  var row: Int
  /// Its index among the figures of time.
  var figure: Int

  /// The durations of one unit and a known number; "a year" and "five-year" are none.
  static func all(
    _ figures: [RecognisedFigure], _ table: UnitTable, _ lexicon: Lexicon, _ text: SegmentedText
  ) -> [Duration] {
    figures.enumerated().compactMap { index, found in
      guard case .duration(let amount) = found.time, amount.parts.count == 1, let value = amount.parts[0].number,
        table.timeRows.indices.contains(amount.parts[0].unit.rawValue),
        case let row = table.timeRows[amount.parts[0].unit.rawValue], row >= 0,
        !found.tokens.contains(where: { lexicon.is(text.tokens[$0].word, .rangeDash) }),
        !lexicon.is(text.tokens[found.tokens.lowerBound].word, .numberArticle)
      else { return nil }
      return Duration(tokens: found.tokens, value: value, row: row, figure: index)
    }
  }
}

extension QuantityText {
  /// The amount of the duration that starts at a token.
  func duration(at index: Int) -> Amount? {
    guard sentence.contains(index), claimed[index] else { return nil }
    var (low, high) = (0, durations.count)
    while low < high {
      let middle = (low + high) / 2
      if durations[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    guard low < durations.count, durations[low].tokens.lowerBound == index else { return nil }
    let found = durations[low]
    var amount = Amount(
      tokens: found.tokens, number: NumberReading(tokens: found.tokens, value: found.value, form: .words))
    amount.measure = .unit(found.row)
    amount.rule = "duration"
    amount.duration = found.figure
    return amount
  }
}
