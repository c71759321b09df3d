import DigestModel

/// One event as a block: its line, its circumstances, its sentences, and the events that are part of it.
struct EventBlock {
  let index: SummaryIndex
  /// The events that are part of an event, by the id of the whole.
  let parts: [String: [Relation]]

  func write(_ relation: Relation, to page: inout Page, indent: Int = 2, lead: StyledText = "") {
    let phrase = Phrase(relation, index)
    page.paragraph(phrase.text, indent: indent, lead: lead)
    let details = details(of: relation, said: phrase.said)
    if !details.isEmpty { page.paragraph(details.joined(by: StyledText(" · ", .dim)), indent: indent + 2) }
    for line in relation.lines(index) { page.paragraph(line, indent: indent + 2) }
    for part in parts[relation.id] ?? [] where part.id != relation.id {
      write(part, to: &page, indent: indent + 2, lead: StyledText("↳ ", .dim))
    }
  }

  /// Kind, time, place, and every argument that the line has not said.
  private func details(of relation: Relation, said: Set<Role>) -> [StyledText] {
    var details: [StyledText] = []
    let kinds = relation.arguments(.kind).compactMap { $0.text }
    if !kinds.isEmpty {
      let noun = relation.type == .visited ? " visit" : ""
      details.append(StyledText(kinds.joined(separator: ", ") + noun))
    }
    if let time = index.time(of: relation) { details.append(time) }
    if let place = index.place(of: relation) { details.append(place) }
    var roles: [Role] = []
    for argument in relation.arguments where argument.role != .kind && !said.contains(argument.role) {
      if !roles.contains(argument.role) { roles.append(argument.role) }
    }
    for role in roles {
      let words = relation.arguments(role).map { index.words($0, of: relation) }.listed()
      details.append(StyledText(role.rawValue + " ", .label) + words)
    }
    if let reason = relation.reason { details.append(StyledText("reason ", .label) + StyledText(reason)) }
    if relation.confidence != .high {
      details.append(StyledText("\(relation.confidence.rawValue) confidence", .notice))
    }
    for id in relation.conflicts ?? [] { details.append(StyledText("another report: \(difference(id))", .notice)) }
    return details
  }

  /// When, where and with what status another report has the same event.
  private func difference(_ id: String) -> String {
    guard let other = index.relation(id) else { return id }
    let facts = [index.time(of: other), index.place(of: other)].compactMap { $0 }.flatMap(\.runs).map(\.text)
    return (facts + (other.status == .happened ? [] : [other.status.rawValue])).joined(separator: ", ")
  }
}

extension Relation {
  /// The sentences behind a relation, quoted, each with its source.
  func lines(_ index: SummaryIndex) -> [StyledText] { [self].lines(index) }
}

extension [Relation] {
  /// The sentences behind several relations, each sentence once with all that is emphasised in it.
  func lines(_ index: SummaryIndex) -> [StyledText] {
    var order: [Span] = []
    var sentences: [Span: [Evidence]] = [:]
    for evidence in flatMap(\.evidence) {
      if sentences[evidence.span] == nil { order.append(evidence.span) }
      sentences[evidence.span, default: []].append(evidence)
    }
    return order.map { sentences[$0]!.quotation(index) }
  }
}

extension [Evidence] {
  /// One sentence in quotes, the triggers in it emphasised, its sources behind it.
  func quotation(_ index: SummaryIndex) -> StyledText {
    let text = self[0].text
    let unit = index.document.document.offsets
    let triggers = compactMap { evidence in evidence.trigger.flatMap { self[0].range(of: $0, unit) } }
    var quoted = StyledText("“", .dim)
    var position = text.startIndex
    for trigger in triggers.sorted(by: { $0.lowerBound < $1.lowerBound }) where trigger.lowerBound >= position {
      quoted += StyledText(String(text[position..<trigger.lowerBound]), .dim)
      quoted += StyledText(String(text[trigger]), .trigger)
      position = trigger.upperBound
    }
    quoted += StyledText(String(text[position...]), .dim) + StyledText("”", .dim)
    var sources: [String] = []
    for source in compactMap(index.source) where !sources.contains(source) { sources.append(source) }
    if !sources.isEmpty { quoted += " — " + StyledText(sources.joined(separator: "; "), .label) }
    return quoted
  }
}
