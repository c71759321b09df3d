import DigestModel

/// Quotes the sentences behind relations; a sentence that was quoted before comes back as the words around its trigger.
struct Quoter {
  let index: SummaryIndex
  private var quoted: Set<Sentence> = []

  private struct Sentence: Hashable {
    var document: String?
    var span: Span
  }

  init(_ index: SummaryIndex) {
    self.index = index
  }

  /// The sentences, each once with all that is emphasised in it and with its sources.
  mutating func lines(_ relations: [Relation]) -> [StyledText] {
    var order: [Sentence] = []
    var sentences: [Sentence: [Evidence]] = [:]
    for evidence in relations.flatMap(\.evidence) {
      let sentence = Sentence(document: evidence.document, span: evidence.span)
      if sentences[sentence] == nil { order.append(sentence) }
      sentences[sentence, default: []].append(evidence)
    }
    return order.map { sentence in
      let isNew = quoted.insert(sentence).inserted
      return isNew ? full(sentences[sentence]!) : excerpt(sentences[sentence]!)
    }
  }

  /// One sentence, the triggers in it emphasised, its sources behind it.
  func full(_ evidence: [Evidence]) -> StyledText {
    let text = evidence[0].text
    let quoted = words(text, text.startIndex..<text.endIndex, triggers(evidence))
    var sources: [String] = []
    for source in evidence.compactMap(index.source) where !sources.contains(source) { sources.append(source) }
    let behind = sources.isEmpty ? "" : " — " + StyledText(sources.joined(separator: "; "), .label)
    return StyledText("“", .dim) + quoted + StyledText("”", .dim) + behind
  }

  /// The words around the first trigger.
  private func excerpt(_ evidence: [Evidence]) -> StyledText {
    let text = evidence[0].text
    let triggers = triggers(evidence)
    let first = triggers.first ?? text.startIndex..<text.startIndex
    let start = boundary(text, text.index(first.lowerBound, offsetBy: -28, limitedBy: text.startIndex), text.startIndex)
    let end = boundary(text, text.index(first.upperBound, offsetBy: 36, limitedBy: text.endIndex), text.endIndex)
    let quoted = words(text, start..<max(start, end), triggers)
    return StyledText(start > text.startIndex ? "“… " : "“", .dim) + quoted
      + StyledText(end < text.endIndex ? " …”" : "”", .dim)
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
