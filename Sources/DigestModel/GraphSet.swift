/// Several documents and the graph that they make together: `digest-graph-set/1`.
public struct GraphSet: Hashable, Sendable, Codable {
  /// The name of the wire format.
  public static let schema = "digest-graph-set/1"

  /// The documents, by id.
  public var documents: [DocumentGraph]
  /// Their entities, events and edges, merged.
  public var graph: MergedGraph

  private enum CodingKeys: String, CodingKey { case schema, documents, graph }

  /// Makes a set of its parts; to build one from documents see `GraphSet.init(merging:)` in `DigestGraph`.
  public init(documents: [DocumentGraph], graph: MergedGraph) {
    self.documents = documents
    self.graph = graph
  }

  /// Reads the wire form; a schema other than ``schema`` is refused.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let found = try fields.decode(String.self, forKey: .schema)
    guard found == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: fields,
        debugDescription: "schema is '\(found)'; this version reads '\(Self.schema)': update the reader")
    }
    documents = try fields.decode([DocumentGraph].self, forKey: .documents)
    graph = try fields.decode(MergedGraph.self, forKey: .graph)
  }

  /// Writes the wire form.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Self.schema, forKey: .schema)
    try fields.encode(documents, forKey: .documents)
    try fields.encode(graph, forKey: .graph)
  }
}

/// The graph of several documents: one entity, one event and one edge each, however many texts report it.
///
/// Ids of relations and figures are qualified with their document's: `DOCUMENT#r1`.
public struct MergedGraph: Hashable, Sendable, Codable {
  /// The entities, by id.
  public var entities: [Entity]
  /// The events and states; each keeps the evidence of every document.
  public var relations: [Relation]
  /// The edges, by source, target and type.
  public var edges: [Edge]

  /// Makes a merged graph of its parts.
  public init(entities: [Entity] = [], relations: [Relation] = [], edges: [Edge] = []) {
    self.entities = entities
    self.relations = relations
    self.edges = edges
  }
}
