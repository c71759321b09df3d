import DigestModel

/// Quotes the sentences behind relations; a sentence that was quoted before comes back as the words around its trigger.
struct Quoter {
  let index: SummaryIndex
  /// Whether sentences are quoted at all.
  let isOn: Bool
  private var quoted: Set<Sentence> = []

  private struct Sentence: Hashable {
    var document: String?
    var span: Span
  }

  init(_ index: SummaryIndex, isOn: Bool = true) {
    self.index = index
    self.isOn = isOn
  }

  /// The sentences, each once with all that is emphasised in it; of sentences with the same sources the last names them.
  mutating func lines(_ relations: [Relation]) -> [StyledText] {
    if !isOn { return [] }
    var order: [Sentence] = []
    var sentences: [Sentence: [Evidence]] = [:]
    for evidence in relations.flatMap(\.evidence) {
      let sentence = Sentence(document: evidence.document, span: evidence.span)
      if sentences[sentence] == nil { order.append(sentence) }
      sentences[sentence, default: []].append(evidence)
    }
    return order.enumerated().map { place, sentence in
      let evidence = sentences[sentence]!
      if !quoted.insert(sentence).inserted { return excerpt(evidence) }
      let next = place + 1 < order.count && !quoted.contains(order[place + 1]) ? sentences[order[place + 1]] : nil
      let sources = sources(evidence)
      return full(evidence, sources: next.map(self.sources) == sources ? [] : sources)
    }
  }

  /// Who reported relations and when, each once.
  func sources(_ relations: [Relation]) -> [String] { sources(relations.flatMap(\.evidence)) }

  private func sources(_ evidence: [Evidence]) -> [String] {
    var sources: [String] = []
    for source in evidence.compactMap(index.source) where !sources.contains(source) { sources.append(source) }
    return sources
  }

  /// One sentence, the triggers in it emphasised, its sources behind it.
  func full(_ evidence: [Evidence]) -> StyledText { full(evidence, sources: sources(evidence)) }

  private func full(_ evidence: [Evidence], sources: [String]) -> StyledText {
    let text = evidence[0].text
    // The sign of a list is no word of the sentence.
    let start = text.firstIndex { !$0.isWhitespace && !"•▪–-*".contains($0) } ?? text.startIndex
    let quoted = words(text, start..<text.endIndex, triggers(evidence))
    let behind = sources.isEmpty ? "" : " — " + StyledText(sources.joined(separator: "; "), .label)
    let marks = Self.marks(around: text)
    return StyledText(marks.start, .dim) + quoted + StyledText(marks.end, .dim) + behind
  }

  /// The words around the first trigger.
  private func excerpt(_ evidence: [Evidence]) -> StyledText {
    let text = evidence[0].text
    let triggers = triggers(evidence)
    let first = triggers.first ?? text.startIndex..<text.startIndex
    let start = boundary(text, text.index(first.lowerBound, offsetBy: -28, limitedBy: text.startIndex), text.startIndex)
    let end = boundary(text, text.index(first.upperBound, offsetBy: 36, limitedBy: text.endIndex), text.endIndex)
    let quoted = words(text, start..<max(start, end), triggers)
    let marks = Self.marks(around: text)
    return StyledText(marks.start + (start > text.startIndex ? "… " : ""), .dim) + quoted
      + StyledText((end < text.endIndex ? " …" : "") + marks.end, .dim)
  }

  /// The quotation marks around a sentence; single ones where it has double ones of its own.
  private static func marks(around text: String) -> (start: String, end: String) {
    text.contains { "“”\"".contains($0) } ? ("‘", "’") : ("“", "”")
  }

  /// The space between words next to `index`; `limit` where there is none.
  private func boundary(_ text: String, _ index: String.Index?, _ limit: String.Index) -> String.Index {
    guard let index else { return limit }
    return text[index...].firstIndex(of: " ") ?? text.endIndex
  }

  private func triggers(_ evidence: [Evidence]) -> [Range<String.Index>] {
    let unit = index.unit(of: evidence[0])
    return evidence.compactMap { piece in piece.trigger.flatMap { evidence[0].range(of: $0, unit) } }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  private func words(
    _ text: String, _ range: Range<String.Index>, _ triggers: [Range<String.Index>]
  ) -> StyledText {
    var styled: StyledText = ""
    var position = range.lowerBound
    for trigger in triggers where trigger.lowerBound >= position && trigger.upperBound <= range.upperBound {
      styled += StyledText(String(text[position..<trigger.lowerBound]), .dim)
      styled += StyledText(String(text[trigger]), .trigger)
      position = trigger.upperBound
    }
    return styled + StyledText(String(text[position..<range.upperBound]), .dim)
  }
}
