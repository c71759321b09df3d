package import DigestLexicon
internal import DigestModel
internal import DigestText

/// Recognises numbers, quantities, money, percentages and counts, and the changes between them.
package struct QuantityRecogniser: Sendable {
  private let lexicon: Lexicon
  let table: UnitTable
  private let reader: NumberReader
  private let takesDurations: Bool

  /// - Parameters:
  ///   - decimalComma: whether 1,500 is one and a half.
  ///   - takesDurations: whether durations lend their units and take part in ranges and changes.
  package init(lexicon: Lexicon, decimalComma: Bool = false, takesDurations: Bool = true) {
    self.lexicon = lexicon
    table = UnitTable(lexicon: lexicon)
    reader = NumberReader(lexicon: lexicon, decimalComma: decimalComma)
    self.takesDurations = takesDurations
  }

  /// Adds the figures of a text to those that have their tokens already (dates, durations), in text order, and
  /// the changes.
  ///
  /// - Complexity: O(n).
  package func recognise(_ source: LexicalText, into result: inout FigureText) {
    let view = QuantityText(
      source, lexicon: lexicon, table: table, reader: reader, claimed: result.figures, takesDurations: takesDurations)
    var found: [RecognisedFigure] = []
    var changes: [RecognisedChange] = []
    var last = LastAmounts()
    for sentence in source.text.sentences {
      view.sentence = sentence
      var quantities = SentenceQuantities(view, last: last)
      quantities.read()
      last.remember(quantities.amounts)
      guard !quantities.amounts.isEmpty else { continue }
      let first = found.count
      let builder = FigureBuilder(view: view)
      for amount in quantities.amounts {
        found.append(
          RecognisedFigure(
            tokens: amount.tokens, figure: builder.figure(amount), equivalent: amount.equivalent.map { first + $0 }))
      }
      let sentenceFigures = Array(found[first...])
      // A duration was a figure already and stays what it was.
      for (offset, amount) in quantities.amounts.enumerated() {
        if let index = amount.duration, amount.upper == nil { found[first + offset] = result.figures[index] }
      }
      changes += ChangeRecogniser(view, quantities.amounts, sentenceFigures).changes(offset: first)
    }
    merge(found, changes, into: &result)
  }

  /// The old figures that no new one contains: "a year" is a part of "tons a year".
  private func free(_ old: [RecognisedFigure], of found: [RecognisedFigure]) -> [RecognisedFigure] {
    var index = 0
    return old.filter { figure in
      while index < found.count, found[index].tokens.upperBound <= figure.tokens.lowerBound { index += 1 }
      return index == found.count || found[index].tokens.lowerBound >= figure.tokens.upperBound
    }
  }

  /// Merges two lists in text order; indices follow.
  private func merge(_ found: [RecognisedFigure], _ changes: [RecognisedChange], into result: inout FigureText) {
    let old = free(result.figures, of: found)
    var merged: [RecognisedFigure] = []
    merged.reserveCapacity(old.count + found.count)
    var oldPlace: [Int] = []
    var newPlace: [Int] = []
    var index = 0
    for figure in found {
      while index < old.count, old[index].tokens.lowerBound < figure.tokens.lowerBound {
        oldPlace.append(merged.count)
        merged.append(old[index])
        index += 1
      }
      newPlace.append(merged.count)
      merged.append(figure)
    }
    for figure in old[index...] {
      oldPlace.append(merged.count)
      merged.append(figure)
    }
    for place in newPlace { merged[place].equivalent = merged[place].equivalent.map { newPlace[$0] } }
    for place in oldPlace { merged[place].equivalent = merged[place].equivalent.map { oldPlace[$0] } }
    result.figures = merged
    result.changes = result.changes.map { $0.moved(oldPlace) } + changes.map { $0.moved(newPlace) }
    result.changes.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

extension RecognisedChange {
  fileprivate func moved(_ places: [Int]) -> RecognisedChange {
    var change = self
    change.from = from.map { places[$0] }
    change.to = to.map { places[$0] }
    change.by = by.map { places[$0] }
    return change
  }
}
