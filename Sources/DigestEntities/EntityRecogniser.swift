package import DigestFigures
package import DigestLexicon
internal import DigestModel
internal import DigestText

/// Finds the layout, the sources, the names and what they refer to: figures in, ``EntityText`` out.
///
/// Immutable; make one for a lexicon and share it between all tasks.
package struct EntityRecogniser: Sendable {
  private let lexicon: Lexicon
  private let rules: RuleWords
  private let facts: FactIndex
  private let dates: FigureRecogniser

  /// Compiles the rules for a lexicon.
  ///
  /// - Parameter dates: reads the dates of reports; made where none is given.
  package init(lexicon: Lexicon, dates: FigureRecogniser? = nil) {
    self.lexicon = lexicon
    rules = RuleWords(lexicon)
    facts = FactIndex(lexicon)
    self.dates = dates ?? FigureRecogniser(lexicon: lexicon)
  }

  /// Reads one document.
  ///
  /// `date` is the document's date where the caller knows it; else that of the text's own header is used.
  ///
  /// - Complexity: O(n) in the tokens of the text.
  package func recognise(
    _ text: LexicalText, figures: FigureText, documentID: String, date: String?
  ) -> EntityText {
    let reading = Reading(
      lexicon: lexicon, rules: rules, facts: facts, dates: dates, lexical: text, figures: figures,
      documentID: documentID, date: date)
    guard !text.text.tokens.isEmpty else { return EntityText() }
    reading.findLayout()
    reading.readLooks()
    if reading.date == nil { reading.date = reading.layout.date }
    reading.findSources()
    reading.findNames()
    reading.findBrackets()
    reading.findPeople()
    reading.findSmallHeads()
    reading.linkPeople()
    reading.findLateNames()
    reading.findProjects()
    reading.findLateSources()
    reading.linkItems()
    return reading.result()
  }
}
