import DigestModel

/// Builds the tree of an explanation from recorded derivations.
struct ExplanationBuilder {
  private let graph: DocumentGraph
  private let index: SummaryIndex
  private let mentions: [String: Mention]
  private let bySpan: [Span: Mention]
  private let derivations: [String: [Derivation]]
  /// What stands above in the tree, so that it never runs in a circle.
  private var open: Set<String> = []

  init(_ graph: DocumentGraph) {
    self.graph = graph
    index = SummaryIndex(graph)
    mentions = Dictionary(graph.mentions.map { ($0.id, $0) }) { first, _ in first }
    bySpan = Dictionary(graph.mentions.map { ($0.span, $0) }) { first, _ in first }
    derivations = Dictionary(grouping: graph.derivations, by: \.of)
  }

  /// The tree of one value; `nil` where no value has this id, or where it stands above already.
  mutating func node(_ id: String) -> ExplanationNode? {
    guard open.insert(id).inserted else { return nil }
    defer { open.remove(id) }
    if let relation = index.relation(id) { return node(relation) }
    if let mention = mentions[id] { return node(mention) }
    if let figure = index.figure(id) { return node(figure) }
    if let change = index.change(id) { return node(change) }
    return index.entity(id).map { node($0) }
  }

  /// The tree of an edge: the relations that it counts.
  mutating func node(_ edge: Edge) -> ExplanationNode {
    let text =
      head(edge.type, "edge") + StyledText(index.name(edge.source), .name) + " – "
      + StyledText(index.name(edge.target), .name) + ", counted \(edge.weight == 1 ? "once" : "\(edge.weight) times")"
    return ExplanationNode(text: text, children: edge.relations.compactMap { node($0) })
  }

  /// The tree of a sentence that stated no relation: whom it names, and what each of its triggers lacks.
  func node(_ miss: NearMiss) -> ExplanationNode {
    let text = StyledText("“", .dim) + StyledText(miss.text, .plain) + StyledText("”", .dim)
    var children = miss.actors.map { id in
      ExplanationNode(text: label("names") + StyledText(index.name(id), .name) + StyledText("  " + id, .dim))
    }
    children += miss.triggers.map { trigger in
      ExplanationNode(
        text: label("trigger") + StyledText(trigger.text, .trigger) + " (\(trigger.frame)): \(trigger.reason)")
    }
    return ExplanationNode(text: text, children: children)
  }

  private mutating func node(_ relation: Relation) -> ExplanationNode {
    let head = head(relation.id, relation.type.rawValue) + Phrase(relation, index).text
    var children = relation.arguments.map { node($0, of: relation) }
    if let time = relation.time {
      let below = time.figure.flatMap { node($0) }
      children.append(
        ExplanationNode(text: label("time") + "\(HumanDate.describe(time.edtf))", children: [below].compactMap { $0 }))
    }
    if let place = index.place(of: relation) {
      let span = relation.place.flatMap { place in place.start.flatMap { start in place.end.map { Span(start, $0) } } }
      children.append(ExplanationNode(text: label("place") + place, children: words(at: span)))
    }
    children.append(
      ExplanationNode(text: label("status") + "\(relation.status.rawValue), \(relation.confidence.rawValue) confidence")
    )
    children += relation.evidence.map { node($0, of: relation) }
    return ExplanationNode(text: head, children: children)
  }

  private mutating func node(_ argument: Argument, of relation: Relation) -> ExplanationNode {
    let id = argument.entity.map { StyledText("  " + $0, .dim) } ?? ""
    var below = words(at: argument.span)
    below += [argument.figure, argument.change].compactMap { $0.flatMap { node($0) } }
    return ExplanationNode(
      text: label(argument.role.rawValue) + index.words(argument, of: relation) + id, children: below)
  }

  /// The mention that stands at a span.
  private mutating func words(at span: Span?) -> [ExplanationNode] {
    guard let mention = span.flatMap({ bySpan[$0] }) else { return [] }
    return [node(mention.id)].compactMap { $0 }
  }

  private func node(_ evidence: Evidence, of relation: Relation) -> ExplanationNode {
    let place = "\(evidence.start)–\(evidence.end)" + (evidence.item.map { ", item \($0)" } ?? "")
    let own = derivations[relation.id, default: []].first { $0.rule == evidence.rule }
    var below = [ExplanationNode(text: Quoter(index).full([evidence]))]
    if let trigger = evidence.trigger, let words = evidence.range(of: trigger, graph.document.offsets) {
      below.append(ExplanationNode(text: label("trigger") + StyledText(String(evidence.text[words]), .trigger)))
    }
    below.append(ExplanationNode(text: label("rule") + "\(evidence.rule)"))
    if let own { below += facts(own).map { ExplanationNode(text: $0) } }
    return ExplanationNode(text: label("sentence") + "\(place)", children: below)
  }

  private mutating func node(_ mention: Mention) -> ExplanationNode {
    let to = mention.entity.map { " → \(index.name($0))" } ?? (mention.group == nil ? " (not resolved)" : "")
    let text = head(mention.id, "\(mention.type.rawValue), \(mention.form.rawValue)") + "“\(mention.text)”\(to)"
    return ExplanationNode(text: text, children: steps(mention.id, mention.rule))
  }

  private mutating func node(_ figure: Figure) -> ExplanationNode {
    let text = head(figure.id, figure.kind.rawValue) + "“\(figure.text)” = \(HumanFigure.describe(figure))"
    var children = steps(figure.id, figure.rule)
    if let anchor = figure.anchor {
      children.append(
        ExplanationNode(
          text: label("counted from") + "\(HumanDate.describe(anchor.date)), the date of the \(anchor.from.rawValue)"))
    }
    return ExplanationNode(text: text, children: children)
  }

  private mutating func node(_ change: Change) -> ExplanationNode {
    let text = head(change.id, "change") + "\(HumanFigure.describe(change, index.figure))"
    let figures = [change.from, change.to, change.by].compactMap { $0.flatMap { node($0) } }
    return ExplanationNode(text: text, children: steps(change.id, change.rule) + figures)
  }

  private mutating func node(_ entity: Entity) -> ExplanationNode {
    let kind = [entity.type.rawValue, entity.subtype].compactMap { $0 }.joined(separator: ", ")
    let basis = entity.basis == .lexicon ? "in the tables" : "from this text alone"
    var children = steps(entity.id, nil)
    for mention in graph.mentions where mention.entity == entity.id {
      children += [node(mention.id)].compactMap { $0 }
    }
    return ExplanationNode(text: head(entity.id, kind) + "\(entity.name), \(basis)", children: children)
  }

  /// What was recorded when a value was made, and the values it was made from.
  private mutating func steps(_ id: String, _ rule: String?) -> [ExplanationNode] {
    let recorded = derivations[id] ?? []
    if recorded.isEmpty { return rule.map { [ExplanationNode(text: label("rule") + "\($0)")] } ?? [] }
    var nodes: [ExplanationNode] = []
    for derivation in recorded {
      // An entity is above its mentions and below them; here it is the end of the line.
      let from = derivation.from.filter { index.entity($0) == nil }.compactMap { node($0) }
      let below = facts(derivation).map { ExplanationNode(text: $0) } + from
      nodes.append(ExplanationNode(text: label("rule") + "\(derivation.rule)", children: below))
    }
    return nodes
  }

  private func facts(_ derivation: Derivation) -> [StyledText] {
    var facts: [StyledText] = []
    if !derivation.rows.isEmpty { facts.append(label("rows") + "\(derivation.rows.joined(separator: ", "))") }
    if let note = derivation.note { facts.append(label("because") + "\(note)") }
    return facts
  }

  private func head(_ id: String, _ kind: String) -> StyledText {
    StyledText(id, .name) + StyledText("  \(kind)  ", .label)
  }

  private func label(_ name: String) -> StyledText { StyledText(name + " ", .label) }
}
