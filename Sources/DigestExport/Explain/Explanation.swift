public import DigestModel

/// Says, as a tree for people, why a value is in a result: the rule that made it, the rows of the tables and the other
/// values that it used, and the sentence.
///
/// It shows what was recorded in `DocumentGraph.derivations` while the text was read, and never works
/// anything out again; a result that was read without derivations has rules and sentences only.
public struct Explanation: Sendable {
  private let roots: [ExplanationNode]

  /// Explains the relation, mention, figure, change or entity with this id; `nil` where the result has none.
  public init?(of id: String, in graph: DocumentGraph) {
    var builder = ExplanationBuilder(graph)
    guard let node = builder.node(id) else { return nil }
    roots = [node]
  }

  /// Explains all mentions and figures at an offset, and the relations that use the words there; `nil` where there are
  /// none.
  ///
  /// - Parameters:
  ///   - offset: counts what the result's offsets count.
  ///   - graph: the result.
  public init?(at offset: Int, in graph: DocumentGraph) {
    func covers(_ start: Int, _ end: Int) -> Bool { start <= offset && offset < end }
    func covers(_ span: Span?) -> Bool { span.map { covers($0.start, $0.end) } ?? false }
    var ids = graph.mentions.filter { covers($0.span) }.map(\.id)
    ids += graph.figures.filter { covers($0.span) }.map(\.id)
    ids += graph.relations.filter { relation in
      relation.arguments.contains { covers($0.span) } || relation.evidence.contains { covers($0.trigger) }
    }.map(\.id)
    roots = ids.compactMap { id in
      var builder = ExplanationBuilder(graph)
      return builder.node(id)
    }
    if roots.isEmpty { return nil }
  }

  /// Explains the edges between two entities, in either direction; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - one: the id or the name of an entity.
  ///   - other: that of another.
  ///   - graph: the result.
  public init?(edgesBetween one: String, and other: String, in graph: DocumentGraph) {
    func ids(_ name: String) -> Set<String> {
      Set(graph.entities.filter { $0.id == name || $0.name == name || $0.aliases?.contains(name) == true }.map(\.id))
    }
    let (left, right) = (ids(one), ids(other))
    let edges = graph.edges.filter {
      left.contains($0.source) && right.contains($0.target) || right.contains($0.source) && left.contains($0.target)
    }
    roots = edges.map { edge in
      var builder = ExplanationBuilder(graph)
      return builder.node(edge)
    }
    if roots.isEmpty { return nil }
  }

  /// Says of each sentence that names two known actors and a trigger, and stated no relation, which condition failed
  /// first; empty where there is none, or where the text was read without derivations.
  public init(whyNot graph: DocumentGraph) {
    let builder = ExplanationBuilder(graph)
    roots = graph.nearMisses.map(builder.node)
  }

  /// The tree as text in UTF-8.
  public func text(_ options: ExportOptions = ExportOptions()) -> [UInt8] {
    var page = Page(options: options)
    for root in roots {
      page.gap()
      page.paragraph(root.text)
      root.write(to: &page, prefix: "")
    }
    return page.bytes
  }
}

/// A line of an explanation with what it rests on.
struct ExplanationNode: Sendable {
  var text: StyledText
  var children: [ExplanationNode] = []

  /// Writes the children below their parent's line.
  func write(to page: inout Page, prefix: String) {
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      let below = prefix + (isLast ? "   " : "│  ")
      page.paragraph(
        child.text, lead: StyledText(prefix + (isLast ? "└─ " : "├─ "), .dim), under: StyledText(below, .dim))
      child.write(to: &page, prefix: below)
    }
  }
}
