/// What was read from one document: `digest-graph/1`.
public struct DocumentGraph: Hashable, Sendable, Codable {
  /// The name of the wire format.
  public static let schema = "digest-graph/1"

  /// What made this result.
  public var producer: Producer
  /// The document that was read.
  public var document: DocumentInfo
  /// The news items, in text order.
  public var items: [Item]
  /// All mentions, in text order, enclosing ones first.
  public var mentions: [Mention]
  /// The things mentioned, by first mention.
  public var entities: [Entity]
  /// All figures, in text order.
  public var figures: [Figure]
  /// The changes stated by pairs of figures.
  public var changes: [Change]
  /// Events and states, in text order of their first evidence.
  public var relations: [Relation]
  /// The graph's lines, by source, target and type.
  public var edges: [Edge]
  /// What a reader should know about how the document was read.
  public var diagnostics: [Diagnostic]
  /// Why each value is there; kept for users of `DigestGraph` and `extract explain`, not part of the wire format.
  public var derivations: [Derivation] = []
  /// The sentences that might have stated a relation and did not, with the reason; kept with ``derivations``.
  public var nearMisses: [NearMiss] = []

  private enum CodingKeys: String, CodingKey {
    case schema, producer, document, items, mentions, entities, figures, changes, relations, edges, diagnostics
  }

  /// Makes a result of its parts.
  public init(
    producer: Producer, document: DocumentInfo, items: [Item] = [], mentions: [Mention] = [],
    entities: [Entity] = [], figures: [Figure] = [], changes: [Change] = [], relations: [Relation] = [],
    edges: [Edge] = [], diagnostics: [Diagnostic] = [], derivations: [Derivation] = []
  ) {
    self.producer = producer
    self.document = document
    self.items = items
    self.mentions = mentions
    self.entities = entities
    self.figures = figures
    self.changes = changes
    self.relations = relations
    self.edges = edges
    self.diagnostics = diagnostics
    self.derivations = derivations
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
    producer = try fields.decode(Producer.self, forKey: .producer)
    document = try fields.decode(DocumentInfo.self, forKey: .document)
    items = try fields.decode([Item].self, forKey: .items)
    mentions = try fields.decode([Mention].self, forKey: .mentions)
    entities = try fields.decode([Entity].self, forKey: .entities)
    figures = try fields.decode([Figure].self, forKey: .figures)
    changes = try fields.decode([Change].self, forKey: .changes)
    relations = try fields.decode([Relation].self, forKey: .relations)
    edges = try fields.decode([Edge].self, forKey: .edges)
    diagnostics = try fields.decode([Diagnostic].self, forKey: .diagnostics)
  }

  /// Writes the wire form.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Self.schema, forKey: .schema)
    try fields.encode(producer, forKey: .producer)
    try fields.encode(document, forKey: .document)
    try fields.encode(items, forKey: .items)
    try fields.encode(mentions, forKey: .mentions)
    try fields.encode(entities, forKey: .entities)
    try fields.encode(figures, forKey: .figures)
    try fields.encode(changes, forKey: .changes)
    try fields.encode(relations, forKey: .relations)
    try fields.encode(edges, forKey: .edges)
    try fields.encode(diagnostics, forKey: .diagnostics)
  }
}

extension DocumentGraph {
  /// Meetings of all kinds that happened or are planned, denied and so on: met, received, visited, called,
  /// negotiated. Filter by ``Relation/status`` for those that took place.
  public var meetings: [Relation] {
    relations.filter {
      switch $0.type {
      case .met, .received, .visited, .called, .negotiated, .mediated: true
      default: false
      }
    }
  }

  /// The projects that the text names, each with the relations in which it plays the project's part.
  ///
  /// - Complexity: O(n) in the number of entities and arguments.
  public var projects: [Project] {
    var projects = entities.filter { $0.type == .project }.map { Project(entity: $0, relations: []) }
    let places = Dictionary(projects.indices.map { (projects[$0].entity.id, $0) }) { first, _ in first }
    for relation in relations {
      var told: Set<Int> = []
      for argument in relation.arguments where [.project, .part, .subject].contains(argument.role) {
        guard let place = argument.entity.flatMap({ places[$0] }), told.insert(place).inserted else { continue }
        projects[place].relations.append(relation)
      }
    }
    return projects
  }

  /// The entity with this id.
  ///
  /// - Complexity: O(n) in the number of entities; build a dictionary for many look-ups.
  public func entity(_ id: String) -> Entity? { entities.first { $0.id == id } }

  /// The figure with this id.
  public func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }

  /// The change with this id.
  public func change(_ id: String) -> Change? { changes.first { $0.id == id } }
}

/// A project and what the text says of it.
public struct Project: Hashable, Sendable {
  /// The project.
  public var entity: Entity
  /// The relations about it.
  public var relations: [Relation]

  /// Makes a project view.
  public init(entity: Entity, relations: [Relation]) {
    self.entity = entity
    self.relations = relations
  }

  /// The ISO 3166-1 alpha-2 codes of the countries that it involves, in text order, each once.
  public var countries: [String] {
    var codes: [String] = []
    for relation in relations where relation.type == .involvesCountry {
      for argument in relation.arguments(.country) {
        if let code = argument.country, !codes.contains(code) { codes.append(code) }
      }
    }
    return codes
  }
}
