import DigestGraph
import Foundation
import Testing

/// What holds for the result of any text.
struct InvariantTests {
  static let digests = Digest.samples + Digest.marked

  /// An extractor for each unit of offsets.
  static let extractors = Result {
    try OffsetUnit.allCases.map { unit in
      var options = ExtractionOptions()
      options.offsets = unit
      return (unit: unit, extractor: try Extractor(options: options))
    }
  }

  @Test(arguments: digests)
  func textsAreSlicesOfTheSource(_ digest: Digest) throws {
    for (unit, extractor) in try Self.extractors.get() {
      let graph = try digest.graph(by: extractor)
      #expect(graph.document.offsets == unit)
      let faults = SliceCheck(digest.text, unit).faults(of: graph)
      #expect(faults.isEmpty, "\(unit): \(faults.prefix(5))")
    }
  }

  @Test(arguments: digests)
  func referencesAreThere(_ digest: Digest) throws {
    let faults = ReferenceCheck(try digest.graph()).faults
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }

  @Test(arguments: digests)
  func jsonComesBackEqual(_ digest: Digest) throws {
    let graph = try digest.graph()
    #expect(try JSONDecoder().decode(DocumentGraph.self, from: Data(graph.json())) == graph)
    #expect(try DocumentGraph(json: graph.json(pretty: true)) == graph)
  }

  @Test func everyRunIsTheSame() async throws {
    let extractor = try Digest.extractor.get()
    let digests = Array(Digest.samples + Digest.marked.prefix(4))
    let first = digests.map { extractor.extract($0.text, id: $0.name, date: $0.date) }
    #expect(digests.map { extractor.extract($0.text, id: $0.name, date: $0.date) } == first)
    let anew = try Extractor()
    #expect(digests.map { anew.extract($0.text, id: $0.name, date: $0.date) } == first)
    try await withThrowingTaskGroup(of: [DocumentGraph].self) { group in
      for shift in 0..<8 {
        group.addTask {
          let order = digests.indices.map { ($0 + shift) % digests.count }
          var graphs = first
          for index in order {
            let digest = digests[index]
            graphs[index] = extractor.extract(digest.text, id: digest.name, date: digest.date)
          }
          return graphs
        }
      }
      for try await graphs in group { #expect(graphs == first) }
    }
  }
}

/// Compares what a result quotes with what stands at its offsets.
struct SliceCheck {
  private let utf8: [UInt8]
  private let slice: (Span) -> String?

  init(_ text: String, _ unit: OffsetUnit) {
    utf8 = Array(text.utf8)
    func cut<Element>(_ units: [Element], _ read: @escaping (ArraySlice<Element>) -> String) -> (Span) -> String? {
      {
        guard $0.start >= 0, $0.start <= $0.end, $0.end <= units.count else { return nil }
        return read(units[$0.start..<$0.end])
      }
    }
    switch unit {
    case .utf8: slice = cut(utf8) { String(validating: $0, as: UTF8.self) ?? "(cut inside a character)" }
    case .utf16:
      slice = cut(Array(text.utf16)) { String(validating: $0, as: UTF16.self) ?? "(cut inside a character)" }
    case .scalar:
      slice = cut(Array(text.unicodeScalars)) {
        var string = ""
        string.unicodeScalars.append(contentsOf: $0)
        return string
      }
    }
  }

  func faults(of graph: DocumentGraph) -> [String] {
    var faults: [String] = []
    func check(_ id: String, _ span: Span, _ text: String? = nil) {
      guard let found = slice(span) else { return faults.append("\(id): \(span) is out of bounds") }
      if let text, Array(text.utf8) != Array(found.utf8) { faults.append("\(id): “\(text)” is “\(found)”") }
    }
    for item in graph.items {
      check(item.id, item.span)
      if let headline = item.headline {
        check(item.id, headline)
        if !item.span.contains(headline) { faults.append("\(item.id): headline outside the item") }
      }
    }
    for mention in graph.mentions { check(mention.id, mention.span, mention.text) }
    for figure in graph.figures { check(figure.id, figure.span, figure.text) }
    for diagnostic in graph.diagnostics {
      if let start = diagnostic.start, let end = diagnostic.end { check(diagnostic.code, Span(start, end)) }
    }
    for relation in graph.relations {
      for argument in relation.arguments {
        if let span = argument.span { check("\(relation.id) \(argument.role)", span) }
      }
      if let start = relation.place?.start, let end = relation.place?.end { check(relation.id, Span(start, end)) }
      if relation.evidence.isEmpty { faults.append("\(relation.id): no evidence") }
      for evidence in relation.evidence {
        check(relation.id, evidence.span, evidence.text)
        guard let trigger = evidence.trigger else { continue }
        check(relation.id, trigger)
        if !evidence.span.contains(trigger) { faults.append("\(relation.id): trigger outside its sentence") }
      }
    }
    return faults
  }
}

/// Finds ids that lead nowhere, or that two things share.
struct ReferenceCheck {
  private(set) var faults: [String] = []

  init(_ graph: DocumentGraph) {
    let entities = unique(graph.entities.map(\.id))
    let figures = unique(graph.figures.map(\.id))
    let changes = unique(graph.changes.map(\.id))
    let items = unique(graph.items.map(\.id))
    let relations = unique(graph.relations.map(\.id))
    _ = unique(graph.mentions.map(\.id))
    for item in graph.items { need([item.outlet], entities, item.id) }
    for mention in graph.mentions {
      need([mention.entity], entities, mention.id)
      need(mention.group ?? [], entities, mention.id)
    }
    for figure in graph.figures { need([figure.equivalent], figures, figure.id) }
    for change in graph.changes { need([change.from, change.to, change.by], figures, change.id) }
    for relation in graph.relations {
      for argument in relation.arguments {
        need([argument.entity], entities.union(relations), "\(relation.id) \(argument.role)")
        need([argument.figure], figures, relation.id)
        need([argument.change], changes, relation.id)
      }
      need([relation.time?.figure], figures, relation.id)
      need([relation.place?.entity], entities, relation.id)
      need(relation.conflicts ?? [], relations, relation.id)
      for evidence in relation.evidence {
        need([evidence.item], items, relation.id)
        need([evidence.attribution?.outlet, evidence.attribution?.speaker], entities, relation.id)
      }
    }
    for edge in graph.edges {
      need([edge.source, edge.target], entities, edge.type)
      need(edge.relations, relations, edge.type)
      if edge.relations.isEmpty { faults.append("\(edge.source) \(edge.type): no relation") }
    }
  }

  private mutating func unique(_ ids: [String]) -> Set<String> {
    let set = Set(ids)
    if set.count != ids.count { faults.append("an id is there twice among \(ids.prefix(3))…") }
    return set
  }

  private mutating func need(_ ids: [String?], _ known: Set<String>, _ owner: String) {
    for case let id? in ids where !known.contains(id) { faults.append("\(owner): no \(id)") }
  }
}
