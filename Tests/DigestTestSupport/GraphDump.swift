package import DigestModel

/// A result as a text that a person reads and a golden keeps: names instead of ids, words instead of offsets.
package struct GraphDump {
  private let graph: DocumentGraph
  private let text: [UInt8]
  private let entities: [String: Entity]
  private let figures: [String: Figure]
  private let changes: [String: Change]

  /// Makes a dump of a result whose offsets count the bytes of `text`.
  package init(_ graph: DocumentGraph, text: [UInt8]) {
    self.graph = graph
    self.text = text
    entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
    figures = Dictionary(graph.figures.map { ($0.id, $0) }) { first, _ in first }
    changes = Dictionary(graph.changes.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Everything, in sections.
  package var description: String {
    let sections = [
      ("document", ["\(graph.document.id), \(graph.document.date ?? "no date"), \(graph.document.language)"]),
      ("items", graph.items.map(line)), ("entities", entityLines), ("mentions by type", mentionCounts),
      ("figures", graph.figures.map(line)), ("changes", graph.changes.map(line)), ("relations", relationLines),
      ("edges", graph.edges.map(line)), ("diagnostics", graph.diagnostics.map { "\($0.code) \($0.message)" }),
    ]
    return sections.map { title, lines in
      ([title.uppercased()] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The relations, each on a line of its own.
  package var relationLines: [String] { graph.relations.map(line) }

  private func slice(_ span: Span) -> String {
    guard span.start >= 0, span.start <= span.end, span.end <= text.count else { return "(out of bounds)" }
    return String(decoding: text[span.start..<span.end], as: UTF8.self)
  }

  private func name(_ id: String?) -> String { id.map { entities[$0]?.name ?? "(no entity \($0))" } ?? "-" }

  private func line(_ item: Item) -> String {
    let headline = item.headline.map(slice) ?? "(no headline)"
    return "\(item.id) \(headline) | outlet: \(name(item.outlet)), reported: \(item.reported ?? "-")"
  }

  private var entityLines: [String] {
    var counts: [String: Int] = [:]
    for mention in graph.mentions {
      if let id = mention.entity { counts[id, default: 0] += 1 }
    }
    return graph.entities.map { entity in
      let kind = [entity.type.rawValue, entity.subtype].compactMap(\.self).joined(separator: "/")
      let country = entity.country.map { " [\($0)]" } ?? ""
      let aliases = entity.aliases.map { ", also " + $0.joined(separator: "; ") } ?? ""
      return "\(kind) \(entity.name)\(country) ×\(counts[entity.id] ?? 0) by \(entity.basis)\(aliases)"
    }
  }

  private var mentionCounts: [String] {
    EntityType.allCases.compactMap { type in
      let mentions = graph.mentions.filter { $0.type == type }
      guard !mentions.isEmpty else { return nil }
      let loose = mentions.filter { $0.entity == nil && $0.group == nil }.map(\.text)
      let rest = loose.isEmpty ? "" : ", of them unresolved: " + loose.joined(separator: "; ")
      return "\(type.rawValue) \(mentions.count)\(rest)"
    }
  }

  private func line(_ figure: Figure) -> String {
    var values: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { values.append("\(name) \(value)") }
    }
    add("edtf", figure.edtf)
    add("timex", figure.timex == figure.edtf ? nil : figure.timex)
    add("mod", figure.mod)
    add("value", figure.value.map(number))
    add("low", figure.low.map(number))
    add("high", figure.high.map(number))
    add("bound", figure.bound?.rawValue)
    add("unit", figure.unit)
    add("currency", figure.currency)
    add("of", figure.of)
    add("equivalent to", figure.equivalent.flatMap { figures[$0]?.text })
    return "\(figure.kind) “\(figure.text)”: \(values.joined(separator: ", "))"
  }

  private func number(_ value: Double) -> String {
    value.rounded() == value && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  private func line(_ change: Change) -> String {
    func text(_ id: String?) -> String { id.map { figures[$0]?.text ?? "(no figure \($0))" } ?? "-" }
    let ratio = change.ratio.map { " ratio " + number($0) } ?? ""
    return
      "\(change.measure ?? "-"): \(text(change.from)) → \(text(change.to)) by \(text(change.by)), \(change.direction)\(ratio)"
  }

  private func line(_ relation: Relation) -> String {
    let arguments = relation.arguments.map { "\($0.role.rawValue)=\(words($0))" }
    var parts = [relation.type.rawValue, relation.status.rawValue]
    if let time = relation.time { parts.append(time.edtf) }
    if let place = relation.place { parts.append("at " + (place.entity.map(name) ?? place.words(slice))) }
    if let reason = relation.reason { parts.append("(\(reason))") }
    let evidence = relation.evidence.map { evidence in
      let trigger = evidence.trigger.map { " “\(slice($0))”" } ?? ""
      return "\(evidence.item ?? "-") \(evidence.rule)\(trigger)"
    }
    let conflicts = relation.conflicts.map { " | conflicts: " + $0.joined(separator: ", ") } ?? ""
    return
      "\(relation.id) \(parts.joined(separator: " ")): \(arguments.joined(separator: ", ")) | \(evidence.joined(separator: "; "))\(conflicts)"
  }

  private func words(_ argument: Argument) -> String {
    if let id = argument.entity {
      if let entity = entities[id] { return entity.name }
      return graph.relations.contains { $0.id == id } ? id : "(no entity \(id))"
    }
    if let id = argument.figure { return "“\(figures[id]?.text ?? "(no figure \(id))")”" }
    if let id = argument.change { return changes[id].map(line) ?? "(no change \(id))" }
    return "“\(argument.text ?? argument.span.map(slice) ?? argument.country ?? "-")”"
  }

  private func line(_ edge: Edge) -> String {
    "\(name(edge.source)) —\(edge.type)→ \(name(edge.target)) ×\(edge.weight) (\(edge.relations.joined(separator: ", ")))"
  }
}

extension RelationPlace {
  fileprivate func words(_ slice: (Span) -> String) -> String {
    guard let start, let end else { return "-" }
    return "“\(slice(Span(start, end)))”"
  }
}
