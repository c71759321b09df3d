public import DigestModel

/// Says, as a tree for people, why a value is in a result: the rule that made it, the rows of the tables and the other
/// values that it used, and the sentence.
///
/// It shows what was recorded in ``DigestModel/DocumentGraph/derivations`` while the text was read, and never works
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
  /// - Parameter offset: counts what the result's offsets count.
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
