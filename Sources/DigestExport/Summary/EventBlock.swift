import DigestModel

/// An event as a block: its line, its circumstances, its sentences, and the events that are part of it; or several
/// events that the same sentences state.
struct EventBlock {
  let index: SummaryIndex
  /// The events that are part of an event, by the id of the whole.
  let parts: [String: [Relation]]

  func write(
    _ events: [Relation], to page: inout Page, _ quoter: inout Quoter, indent: Int = 2, lead: StyledText = ""
  ) {
    for relation in events {
      let phrase = Phrase(relation, index)
      page.paragraph(phrase.text, indent: indent, lead: lead)
      var details = details(of: relation, said: phrase.said)
      let sources = quoter.isOn ? [] : quoter.sources([relation])
      if !sources.isEmpty { details.append(StyledText(sources.joined(separator: "; "), .label)) }
      if !details.isEmpty { page.paragraph(details.joined(by: StyledText(" · ", .dim)), indent: indent + 2) }
    }
    for line in quoter.lines(events) { page.paragraph(line, indent: indent + 2) }
    for relation in events {
      for part in parts[relation.id] ?? [] where part.id != relation.id {
        write([part], to: &page, &quoter, indent: indent + 2, lead: StyledText("↳ ", .dim))
      }
    }
  }

  /// The events in their order, those beside each other together that the same sentences state.
  func groups(_ events: [Relation]) -> [[Relation]] {
    var groups: [[Relation]] = []
    for event in events {
      if let last = groups.last?.last, Set(last.evidence.map(\.span)) == Set(event.evidence.map(\.span)),
        parts[last.id] == nil, parts[event.id] == nil
      {
        groups[groups.count - 1].append(event)
      } else {
        groups.append([event])
      }
    }
    return groups
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
