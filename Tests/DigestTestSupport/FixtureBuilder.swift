package import DigestModel

/// Builds a result by hand: spans are found by their words, so nobody counts bytes.
package struct FixtureBuilder {
  package let text: String
  package var graph: DocumentGraph
  private var item = 0

  package init(id: String, date: String?, text: String) {
    self.text = text
    graph = DocumentGraph(
      producer: Producer(version: "0.0.0", lexicons: "0123456789abcdef", asOf: "2025-01-01", icu: "72"),
      document: DocumentInfo(id: id, date: date, sha256: String(repeating: "0", count: 63) + "\(id.utf8.count % 10)"))
  }

  /// The first place of `words` at or behind the `after`, in bytes. Words that are not in the text stop the tests.
  package func span(_ words: String, after: String? = nil) -> Span {
    var rest = text[...]
    if let after {
      guard let found = rest.firstRange(of: after) else { fatalError("not in the text: \(after)") }
      rest = rest[found.lowerBound...]
    }
    guard let range = rest.firstRange(of: words) else { fatalError("not in the text: \(words)") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }

  /// Adds an item from its first words to its last ones.
  package mutating func addItem(_ headline: String, to last: String, outlet: String?, reported: String?) {
    item += 1
    let head = span(headline)
    graph.items.append(
      Item(
        id: "i\(item)", span: Span(head.start, span(last, after: headline).end), headline: head, outlet: outlet,
        reported: reported))
  }

  /// Adds an entity of the tables.
  package mutating func addEntity(
    _ id: String, _ type: EntityType, _ name: String, subtype: String? = nil, country: String? = nil
  ) {
    graph.entities.append(
      Entity(
        id: id, type: type, subtype: subtype, name: name, country: country,
        basis: id.hasPrefix("text:") ? .text : .lexicon))
  }

  /// Adds a mention.
  package mutating func addMention(
    _ words: String, _ type: EntityType, _ form: MentionForm = .name, entity: String? = nil
  ) {
    graph.mentions.append(
      Mention(
        id: "m\(graph.mentions.count + 1)", span: span(words), text: words, type: type, form: form, entity: entity,
        rule: "mention.\(form.rawValue)"))
  }

  /// Adds a figure and gives its id.
  package mutating func addFigure(_ words: String, _ kind: Figure.Kind, _ fill: (inout Figure) -> Void = { _ in })
    -> String
  {
    var figure = Figure(
      id: "f\(graph.figures.count + 1)", span: span(words), text: words, kind: kind, rule: "figure.\(kind.rawValue)")
    fill(&figure)
    graph.figures.append(figure)
    return figure.id
  }

  /// Adds a relation that one sentence states; gives its id.
  @discardableResult
  package mutating func addRelation(
    _ type: RelationType, _ arguments: [Argument], time: String? = nil, place: String? = nil,
    status: Status = .happened, reason: String? = nil, sentence: String, trigger: String? = nil
  ) -> String {
    let span = span(sentence)
    let item = graph.items.last { $0.span.contains(span) }
    let evidence = Evidence(
      item: item?.id, span: span, text: sentence, trigger: trigger.map { self.span($0, after: sentence) },
      attribution: item.map { Attribution(outlet: $0.outlet, date: $0.reported) }, rule: "relation.\(type.rawValue)")
    let id = "r\(graph.relations.count + 1)"
    graph.relations.append(
      Relation(
        id: id, type: type, arguments: arguments, time: time.map { RelationTime(edtf: $0, timex: $0) },
        place: place.map { RelationPlace(entity: $0) }, status: status, reason: reason, evidence: [evidence]))
    return id
  }

  /// Adds the same relation's second report.
  package mutating func addEvidence(_ id: String, sentence: String, trigger: String) {
    let span = span(sentence)
    let item = graph.items.last { $0.span.contains(span) }
    let evidence = Evidence(
      item: item?.id, span: span, text: sentence, trigger: self.span(trigger, after: sentence),
      attribution: item.map { Attribution(outlet: $0.outlet, date: $0.reported) }, rule: "relation.second")
    let index = graph.relations.firstIndex { $0.id == id }!
    graph.relations[index].evidence.append(evidence)
  }
}
