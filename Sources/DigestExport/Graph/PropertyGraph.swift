import DigestModel

/// The merged graph as nodes and edges with scalar properties: what GraphML, GEXF, CSV and Neo4j hold.
///
/// Every format takes its columns from the two tables ``nodeColumns`` and ``edgeColumns``, so that all say the same.
struct PropertyGraph {
  /// A node: one entity.
  struct Node {
    var entity: Entity

    var id: String { entity.id }
  }

  /// An edge: all that several relations say of two entities.
  struct Edge {
    /// `e1`, `e2` and so on, by source, target and type.
    var id: String
    var edge: DigestModel.Edge
    /// Whether both ends play the same part: met-with, agreed-with, signed-with.
    var isMutual: Bool
    /// The relations behind it that are known.
    var relations: [Relation]
    /// The ranges of days on which the relations held, in order, each once; a relation without date has none.
    var spells: [DayRange]
  }

  var nodes: [Node]
  var edges: [Edge]

  /// Flattens a merged graph. An edge to an entity that is not among the graph's gets a node with its id as name, so
  /// that every format can be loaded.
  init(_ graph: MergedGraph) {
    var known = Set(graph.entities.map(\.id))
    nodes = graph.entities.map(Node.init)
    for id in graph.edges.flatMap({ [$0.source, $0.target] }) where known.insert(id).inserted {
      let kind = id.split(separator: ":").first.flatMap { EntityType(rawValue: String($0)) }
      nodes.append(Node(entity: Entity(id: id, type: kind ?? .occasion, name: id, basis: .text)))
    }
    let relations = Dictionary(graph.relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    edges = graph.edges.enumerated().map { index, edge in
      let behind = edge.relations.compactMap { relations[$0] }
      let spells = Set(behind.compactMap { ($0.time?.edtf).flatMap(DayRange.init) })
      return Edge(
        id: "e\(index + 1)", edge: edge, isMutual: ["met-with", "agreed-with", "signed-with"].contains(edge.type),
        relations: behind, spells: spells.sorted { ($0.first, $0.last) < ($1.first, $1.last) })
    }
  }
}

/// A property's value.
enum PropertyValue {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([String])
  /// An ISO 8601 date.
  case date(String)

  /// The value as plain text; a list is joined by `|`, a `|` or `\` inside its values is preceded by `\`.
  var plain: String {
    switch self {
    case .text(let text), .date(let text): text
    case .integer(let number): number.description
    case .boolean(let truth): truth.description
    case .list(let values):
      values.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: "|")
    }
  }
}

/// A property that nodes or edges may have.
struct PropertyColumn<Row>: Sendable {
  /// What its values are.
  enum Kind: Sendable {
    case text, integer, boolean, list, date
  }

  var name: String
  var kind: Kind
  /// The value; `nil` where the row has none.
  var value: @Sendable (Row) -> PropertyValue?

  private static func column(_ name: String, _ kind: Kind, _ value: @escaping @Sendable (Row) -> PropertyValue?)
    -> PropertyColumn
  {
    PropertyColumn(name: name, kind: kind, value: value)
  }

  static func text(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> PropertyColumn {
    column(name, .text) { value($0).map(PropertyValue.text) }
  }

  static func date(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> PropertyColumn {
    column(name, .date) { value($0).map(PropertyValue.date) }
  }

  static func integer(_ name: String, _ value: @escaping @Sendable (Row) -> Int) -> PropertyColumn {
    column(name, .integer) { .integer(value($0)) }
  }

  static func boolean(_ name: String, _ value: @escaping @Sendable (Row) -> Bool) -> PropertyColumn {
    column(name, .boolean) { .boolean(value($0)) }
  }

  static func list(_ name: String, _ value: @escaping @Sendable (Row) -> [String]) -> PropertyColumn {
    column(name, .list) {
      let values = value($0)
      return values.isEmpty ? nil : .list(values)
    }
  }
}

extension PropertyGraph {
  /// What a node says of itself beside its id and its name.
  static let nodeColumns: [PropertyColumn<Node>] = [
    .text("type") { $0.entity.type.rawValue },
    .text("subtype") { $0.entity.subtype },
    .text("country") { $0.entity.country },
    .text("wikidata") { $0.entity.wikidata },
    .text("basis") { $0.entity.basis.rawValue },
    .list("aliases") { $0.entity.aliases ?? [] },
  ]

  /// What an edge says of itself beside its id, its ends, its type and its weight.
  static let edgeColumns: [PropertyColumn<Edge>] = [
    .boolean("mutual") { $0.isMutual },
    .date("first") { $0.spells.first?.dates.first },
    .date("last") { $0.spells.max { $0.last < $1.last }?.dates.last },
    .list("status") { unique($0.relations.map(\.status.rawValue)) },
    .list("relations") { $0.edge.relations },
    .list("documents") { unique($0.relations.flatMap { $0.evidence.compactMap(\.document) }) },
    .list("outlets") { unique($0.relations.flatMap { $0.evidence.compactMap { $0.attribution?.outlet } }) },
    .text("sentence") { $0.relations.lazy.flatMap(\.evidence).first?.text },
  ]

  /// The values in order, each once.
  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
