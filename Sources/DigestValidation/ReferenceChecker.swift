import DigestModel

/// Checks what no schema can say: that ids are unique, that references lead somewhere, and that spans lie in their text.
struct ReferenceChecker {
  /// What is wrong, with its place as a JSON Pointer.
  private(set) var faults: [(pointer: String, message: String)] = []

  /// Checks one document's graph.
  ///
  /// - Parameters:
  ///   - graph: what is checked.
  ///   - pointer: where it stands in the file.
  ///   - source: the text that it was read from, where that is at hand.
  mutating func check(_ graph: DocumentGraph, at pointer: String, source: SourceText?) {
    let known = Known(graph, at: pointer, &self)
    for (index, item) in graph.items.enumerated() {
      let place = "\(pointer)/items/\(index)"
      check(item.span, at: place, source)
      if let headline = item.headline, !item.span.contains(headline) {
        report("\(place)/headline", "the headline lies outside its item")
      }
      known.entity(item.outlet, "\(place)/outlet", &self)
    }
    for (index, mention) in graph.mentions.enumerated() {
      let place = "\(pointer)/mentions/\(index)"
      check(mention.span, mention.text, at: place, source)
      known.entity(mention.entity, "\(place)/entity", &self)
      for member in mention.group ?? [] { known.entity(member, "\(place)/group", &self) }
    }
    for (index, figure) in graph.figures.enumerated() {
      let place = "\(pointer)/figures/\(index)"
      check(figure.span, figure.text, at: place, source)
      known.figure(figure.equivalent, "\(place)/equivalent", &self)
    }
    for (index, change) in graph.changes.enumerated() {
      for (name, figure) in [("from", change.from), ("to", change.to), ("by", change.by)] {
        known.figure(figure, "\(pointer)/changes/\(index)/\(name)", &self)
      }
    }
    let items = Set(graph.items.map(\.id))
    for (index, relation) in graph.relations.enumerated() {
      let place = "\(pointer)/relations/\(index)"
      known.check(relation, at: place, &self)
      for (number, evidence) in relation.evidence.enumerated() {
        let place = "\(place)/evidence/\(number)"
        check(evidence.span, evidence.text, at: place, source)
        if let trigger = evidence.trigger, !evidence.span.contains(trigger) {
          report("\(place)/trigger", "the trigger lies outside its sentence")
        }
        if let item = evidence.item, !items.contains(item) { report("\(place)/item", "no item is called '\(item)'") }
      }
    }
    known.check(graph.edges, at: pointer, &self)
  }

  /// Checks the merged graph of a set.
  mutating func check(_ graph: MergedGraph, of documents: [DocumentGraph], at pointer: String) {
    let known = Known(graph, of: documents, at: pointer, &self)
    let ids = Set(documents.map(\.document.id))
    for (index, relation) in graph.relations.enumerated() {
      let place = "\(pointer)/relations/\(index)"
      known.check(relation, at: place, &self)
      for (number, evidence) in relation.evidence.enumerated() where !ids.contains(evidence.document ?? "") {
        report("\(place)/evidence/\(number)", "no document is called '\(evidence.document ?? "")'")
      }
    }
    known.check(graph.edges, at: pointer, &self)
  }

  /// Notes a fault.
  fileprivate mutating func report(_ pointer: String, _ message: String) { faults.append((pointer, message)) }

  private mutating func check(_ span: Span, at pointer: String, _ source: SourceText?) {
    if span.start > span.end {
      report(pointer, "it ends (\(span.end)) before it starts (\(span.start))")
    } else if let source, span.end > source.count {
      report(pointer, "it ends at \(span.end), but the text has \(source.count)")
    }
  }

  private mutating func check(_ span: Span, _ text: String, at pointer: String, _ source: SourceText?) {
    check(span, at: pointer, source)
    guard let source, span.start <= span.end, span.end <= source.count else { return }
    let slice = source.slice(span)
    if !slice.utf8.elementsEqual(text.utf8) {
      report("\(pointer)/text", "'\(text)' stands here, but the source has '\(slice)'")
    }
  }
}

/// The ids to which references may lead.
private struct Known {
  private let entities: Set<String>
  private let figures: Set<String>
  private let changes: Set<String>
  private let relations: Set<String>

  init(_ graph: DocumentGraph, at pointer: String, _ checker: inout ReferenceChecker) {
    entities = Self.unique(graph.entities.map(\.id), "\(pointer)/entities", &checker)
    figures = Self.unique(graph.figures.map(\.id), "\(pointer)/figures", &checker)
    changes = Self.unique(graph.changes.map(\.id), "\(pointer)/changes", &checker)
    relations = Self.unique(graph.relations.map(\.id), "\(pointer)/relations", &checker)
    _ = Self.unique(graph.mentions.map(\.id), "\(pointer)/mentions", &checker)
    _ = Self.unique(graph.items.map(\.id), "\(pointer)/items", &checker)
  }

  init(_ graph: MergedGraph, of documents: [DocumentGraph], at pointer: String, _ checker: inout ReferenceChecker) {
    entities = Self.unique(graph.entities.map(\.id), "\(pointer)/entities", &checker)
    relations = Self.unique(graph.relations.map(\.id), "\(pointer)/relations", &checker)
    figures = Set(documents.flatMap { document in document.figures.map { "\(document.document.id)#\($0.id)" } })
    changes = Set(documents.flatMap { document in document.changes.map { "\(document.document.id)#\($0.id)" } })
  }

  private static func unique(_ ids: [String], _ pointer: String, _ checker: inout ReferenceChecker) -> Set<String> {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      checker.report("\(pointer)/\(index)/id", "the id '\(id)' is used twice")
    }
    return seen
  }

  func entity(_ id: String?, _ pointer: String, _ checker: inout ReferenceChecker) {
    if let id, !entities.contains(id) { checker.report(pointer, "no entity is called '\(id)'") }
  }

  func figure(_ id: String?, _ pointer: String, _ checker: inout ReferenceChecker) {
    if let id, !figures.contains(id) { checker.report(pointer, "no figure is called '\(id)'") }
  }

  func check(_ relation: Relation, at pointer: String, _ checker: inout ReferenceChecker) {
    for (index, argument) in relation.arguments.enumerated() {
      let place = "\(pointer)/arguments/\(index)"
      if let id = argument.entity, !relations.contains(id) { entity(id, "\(place)/entity", &checker) }
      figure(argument.figure, "\(place)/figure", &checker)
      if let id = argument.change, !changes.contains(id) {
        checker.report("\(place)/change", "no change is called '\(id)'")
      }
    }
    figure(relation.time?.figure, "\(pointer)/time/figure", &checker)
    entity(relation.place?.entity, "\(pointer)/place/entity", &checker)
    for id in relation.conflicts ?? [] where !relations.contains(id) {
      checker.report("\(pointer)/conflicts", "no relation is called '\(id)'")
    }
    for (index, evidence) in relation.evidence.enumerated() {
      let place = "\(pointer)/evidence/\(index)/attribution"
      entity(evidence.attribution?.outlet, "\(place)/outlet", &checker)
      entity(evidence.attribution?.speaker, "\(place)/speaker", &checker)
    }
  }

  func check(_ edges: [Edge], at pointer: String, _ checker: inout ReferenceChecker) {
    for (index, edge) in edges.enumerated() {
      let place = "\(pointer)/edges/\(index)"
      entity(edge.source, "\(place)/source", &checker)
      entity(edge.target, "\(place)/target", &checker)
      for id in edge.relations where !relations.contains(id) {
        checker.report("\(place)/relations", "no relation is called '\(id)'")
      }
    }
  }
}
