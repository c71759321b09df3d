import DigestModel

extension ExportFormat {
  /// FollowTheMoney entities as JSON lines.
  public static let followTheMoney = ExportFormat(
    name: "ftm", abstract: "FollowTheMoney entities, one JSON object a line, for Aleph and OpenSanctions' tools",
    isMerged: false
  ) { _ in FollowTheMoneyExporter() }
}

/// Writes FollowTheMoney entities as JSON lines; keeps no document.
///
/// People, organisations, countries (as `PublicBody`: the state that acts), places (`Address`), projects, positions and the
/// document itself are entities; meetings, visits, calls, signings and the like are `Event`, who holds an office
/// `Occupancy`, who is a member `Membership`, who speaks for whom `Representation`, who owns a company `Ownership`, and a
/// part in a project `ProjectParticipant`. `proof` leads to the document. Only what happened or goes on is written: the
/// format has no place for what is planned, refused or denied. An entity that several documents name has a line for each,
/// which `ftm aggregate` joins. Ids are made of letters, digits, `.` and `-`, as the format asks.
/// - Note: Source: FollowTheMoney 4, <https://followthemoney.tech>.
public struct FollowTheMoneyExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the entities of one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    var bytes: [UInt8] = []
    FTMDocument(document).write(to: &bytes)
    output.write(bytes)
  }
}

/// What one document gives.
private struct FTMDocument {
  private let graph: DocumentGraph
  private let title: String?
  private let documentID: String
  private let entities: [String: Entity]
  private let costs: [String: (amount: String, currency: String)]

  init(_ export: ExportDocument) {
    graph = export.graph
    title = export.title
    documentID = FTMName.id("document:\(export.graph.document.id)")
    costs = Self.costs(export.graph)
    entities = Dictionary(export.graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func write(to bytes: inout [UInt8]) {
    add(documentID, "Document", to: &bytes) { record in
      record.add("fileName", graph.document.id)
      record.add("title", title)
      record.date("date", graph.document.date)
      if graph.document.language == "en" { record.add("language", "eng") }
    }
    for entity in graph.entities { write(entity, to: &bytes) }
    for relation in graph.relations where relation.status.isActual { write(relation, to: &bytes) }
  }

  private func add(_ id: String, _ schema: String, to bytes: inout [UInt8], _ fill: (inout FTMRecord) -> Void) {
    var record = FTMRecord(id: id, schema: schema)
    fill(&record)
    if let line = record.line { bytes += line }
  }

  private func write(_ entity: Entity, to bytes: inout [UInt8]) {
    guard let schema = FTMName.schema(entity), entity.type != .country || entity.country != nil else { return }
    let cost = entity.type == .project ? costs[entity.id] : nil
    add(FTMName.id(entity.id), schema, to: &bytes) { record in
      // The format asks for a name.
      record.add("name", FTMRecord.isVisible(entity.name) ? entity.name : entity.id)
      for alias in entity.aliases ?? [] { record.add("alias", alias) }
      record.country(entity.country)
      if let id = entity.wikidata, ResourceName.wikidata(id) != nil { record.add("wikidataId", id) }
      switch entity.type {
      case .place: record.add("full", entity.name)
      case .country: record.add("legalForm", "state")
      case .organization: record.add("legalForm", entity.subtype)
      case .project: record.add("keywords", entity.subtype)
      default: break
      }
      if let cost {
        record.add("amount", cost.amount)
        record.add("currency", cost.currency)
      }
      if entity.type != .place { record.add("proof", documentID) }
    }
  }

  /// What each project costs, where the text says so, by its id.
  private static func costs(_ graph: DocumentGraph) -> [String: (amount: String, currency: String)] {
    let figures = Dictionary(graph.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var costs: [String: (amount: String, currency: String)] = [:]
    for relation in graph.relations where relation.type == .costs && relation.status.isActual {
      guard let project = relation.argument(.project)?.entity, costs[project] == nil,
        let figure = relation.argument(.figure)?.figure.flatMap({ figures[$0] }), let value = figure.value,
        let currency = figure.currency
      else { continue }
      costs[project] = (Int(exactly: value)?.description ?? value.description, currency)
    }
    return costs
  }

  private func write(_ relation: Relation, to bytes: inout [UInt8]) {
    let link: (schema: String, from: String, to: String, sources: [String], targets: [String], role: String?)? =
      switch relation.type {
      case .holdsPosition:
        ("Occupancy", "holder", "post", legal(relation, .holder, .subject, only: .person), post(relation), nil)
      case .memberOf:
        (
          "Membership", "member", "organization", legal(relation, .holder, .part, .participant, .subject),
          legal(relation, .whole, .body, only: .organization), nil
        )
      case .represents:
        (
          "Representation", "agent", "client", legal(relation, .holder, .participant, .subject),
          legal(relation, .body, .country, .whole), nil
        )
      case .involvesCountry:
        participation(legal(relation, .country), relation, relation.argument(.part)?.text)
      case .builtBy: participation(legal(relation, .by), relation, "builder")
      case .financedBy: participation(legal(relation, .by), relation, "financier")
      case .operatedBy: participation(legal(relation, .by), relation, "operator")
      case .ownedBy: participation(legal(relation, .by), relation, "owner")
      default: nil
      }
    guard let link else { return writeEvent(relation, to: &bytes) }
    for source in link.sources {
      for target in link.targets where source != target {
        add(FTMName.id("\(documentID)/\(relation.id)/\(source)/\(target)"), link.schema, to: &bytes) { record in
          record.add(link.from, FTMName.id(source))
          record.add(link.to, FTMName.id(target))
          record.add("role", link.role)
          describe(relation, &record)
        }
      }
    }
    if relation.type == .holdsPosition { writePosts(relation, to: &bytes) }
  }

  private func participation(_ sources: [String], _ relation: Relation, _ role: String?)
    -> (schema: String, from: String, to: String, sources: [String], targets: [String], role: String?)
  {
    let projects = relation.arguments(.project).compactMap(\.entity).filter { entities[$0]?.type == .project }
    return ("ProjectParticipant", "participant", "project", sources, projects.unique, role)
  }

  /// The position of an office: an entity, or one made of its words and its body.
  private func post(_ relation: Relation) -> [String] {
    guard let argument = relation.argument(.position) else { return [] }
    if let id = argument.entity { return entities[id]?.type == .position ? [id] : [] }
    guard let words = argument.text, !words.isEmpty else { return [] }
    return ["position:\(words)/\(body(relation)?.id ?? "")"]
  }

  private func body(_ relation: Relation) -> Entity? {
    (relation.argument(.body) ?? relation.argument(.country))?.entity.flatMap { entities[$0] }
  }

  private func writePosts(_ relation: Relation, to bytes: inout [UInt8]) {
    guard let argument = relation.argument(.position), argument.entity == nil, let words = argument.text else { return }
    for id in post(relation) {
      let body = body(relation)
      add(FTMName.id(id), "Position", to: &bytes) { record in
        record.add("name", words)
        record.country(body?.country)
        if let body, body.type == .organization { record.add("organization", FTMName.id(body.id)) }
        record.add("proof", documentID)
      }
    }
  }

  private func writeEvent(_ relation: Relation, to bytes: inout [UInt8]) {
    guard let name = FTMName.event(relation.type) else { return }
    let players = legal(
      relation, .participant, .host, .guest, .visitor, .party, .mediator, .attendee, .inviter, .invitee,
      .conferrer, .recipient, .appointer, .appointee, .officiant, .destination)
    guard !players.isEmpty else { return }
    let names = players.compactMap { entities[$0]?.name }
    add(FTMName.id("\(documentID)/\(relation.id)"), "Event", to: &bytes) { record in
      record.add("name", "\(name): \(names.joined(separator: ", "))")
      for player in players { record.add("involved", FTMName.id(player)) }
      for role in [Role.host, .inviter, .conferrer] {
        for organizer in legal(relation, role) { record.add("organizer", FTMName.id(organizer)) }
      }
      record.add("location", relation.place?.entity.flatMap { entities[$0]?.name })
      record.add("keywords", relation.type.rawValue)
      describe(relation, &record)
    }
  }

  /// Its date, its sentence, who reports it, and the document.
  private func describe(_ relation: Relation, _ record: inout FTMRecord) {
    if let days = (relation.time?.edtf).flatMap(DayRange.init)?.dates {
      record.add(days.first == days.last ? "date" : "startDate", days.first)
      if days.first != days.last { record.add("endDate", days.last) }
    }
    for evidence in relation.evidence {
      record.add("summary", evidence.text)
      record.add("publisher", (evidence.attribution?.outlet).flatMap { entities[$0]?.name })
    }
    record.add("proof", documentID)
  }

  /// The people, organisations and states that play these roles.
  private func legal(_ relation: Relation, _ roles: Role..., only type: EntityType? = nil) -> [String] {
    let ids = relation.arguments.filter { roles.contains($0.role) }.compactMap(\.entity)
    return ids.unique.filter { id in
      guard let entity = entities[id] else { return false }
      if let type { return entity.type == type }
      return entity.type == .person || entity.type == .organization
        || (entity.type == .country && entity.country != nil)
    }
  }
}
