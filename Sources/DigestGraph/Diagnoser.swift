internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Tells a reader what to know about how a document was read.
///
/// | code | meaning |
/// |---|---|
/// | DG001 | bytes that are not UTF-8 were replaced |
/// | DG002 | sentences were cut because they are too long |
/// | DG003 | the document has no text |
/// | DG004 | the text does not look English, so only names and figures can be trusted |
/// | DG005 | no date is known, so relative dates stay partial |
/// | DG006 | the caller's date can't be read |
struct Diagnoser {
  let lexical: LexicalText
  let replacements: Int
  /// The date that the caller gave, where it is none.
  let unreadableDate: String?

  private var text: SegmentedText { lexical.text }

  init(_ text: LexicalText, replacements: Int, unreadableDate: String?) {
    lexical = text
    self.replacements = replacements
    self.unreadableDate = unreadableDate
  }

  func diagnose(_ graph: inout DocumentGraph) {
    if replacements > 0 {
      add("DG001", "\(replacements) parts of the input are not UTF-8 and were read as U+FFFD", to: &graph)
    }
    if let unreadableDate {
      add("DG006", "the date '\(unreadableDate)' is none that can be read: write it as 2025-05-09", to: &graph)
    }
    if text.cutSentences > 0 {
      add(
        "DG002", "\(text.cutSentences) sentences were cut at \(SegmentedText.maximumSentence) words", to: &graph)
    }
    if text.tokens.isEmpty { add("DG003", "the document has no text", to: &graph) }
    if !looksEnglish {
      graph.document.language = "und"
      add("DG004", "the text does not look English: only names and figures can be trusted", to: &graph)
    }
    if graph.document.date == nil, graph.figures.contains(where: { $0.edtf?.hasPrefix("XXXX") == true }) {
      add("DG005", "no date is known for the document: dates without a year stay partial; give one", to: &graph)
    }
  }

  private func add(_ code: String, _ message: String, to graph: inout DocumentGraph) {
    graph.diagnostics.append(Diagnostic(code: code, message: message))
  }

  /// Whether function words are as frequent as in English: at least one word in ten, in texts long enough to tell.
  private var looksEnglish: Bool {
    let grammar = WordClassSet(.article, .preposition, .toBe, .toHave, .coordinator, .possessive)
    var words = 0
    var functionWords = 0
    for (index, token) in text.tokens.enumerated() where token.shape.contains(.letter) {
      words += 1
      if lexical.classes[index].intersects(grammar) { functionWords += 1 }
    }
    return words < 30 || functionWords * 10 >= words
  }
}
