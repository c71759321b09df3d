import DigestModel

/// Who acts in the events of one document, and toward whom.
struct PloverActors {
  private let graph: DocumentGraph
  private let entities: [String: Entity]
  /// The first words that name an entity.
  private let words: [String: String]
  /// The countries where a project lies, by its id.
  private let hosts: [String: [String]]

  init(_ graph: DocumentGraph) {
    self.graph = graph
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.entities = entities
    var words: [String: String] = [:]
    for mention in graph.mentions {
      if let id = mention.entity, words[id] == nil { words[id] = mention.text }
    }
    self.words = words
    hosts = Self.hosts(graph, entities)
  }

  func name(_ id: String) -> String { entities[id]?.name ?? id }

  /// Who acts, and toward whom: the visitor toward the host, the mediator toward the parties, who invites or confers
  /// toward who is invited or honoured, who takes part in a project toward the country where it lies; else all who take
  /// part act.
  func sides(_ relation: Relation) -> (sources: [String], recipients: [String]) {
    func actors(_ roles: Role...) -> [String] {
      relation.arguments.filter { roles.contains($0.role) }.compactMap(\.entity).unique.filter(isActor)
    }
    let (sources, recipients): ([String], [String]) =
      switch relation.type {
      case .received: (actors(.guest), actors(.host))
      case .visited: (actors(.visitor), (actors(.host) + relation.arguments(.destination).compactMap(host)).unique)
      case .mediated: (actors(.mediator), actors(.party))
      case .attended: (actors(.attendee), [])
      case .invited: (actors(.inviter), actors(.invitee))
      case .awarded: (actors(.conferrer), actors(.recipient))
      case .involvesCountry: (actors(.country), projectHosts(relation))
      case .builtBy, .financedBy, .ownedBy, .operatedBy: (actors(.by), projectHosts(relation))
      default: (actors(.participant, .party), [])
      }
    // Nobody acts toward himself; where only the other side is known, it acts.
    let others = recipients.filter { !sources.contains($0) }
    if relation.type == .involvesCountry { return (sources.filter { !recipients.contains($0) }, recipients) }
    return sources.isEmpty && relation.type != .invited && relation.type != .awarded ? (others, []) : (sources, others)
  }

  private func projectHosts(_ relation: Relation) -> [String] {
    relation.arguments(.project).compactMap(\.entity).flatMap { hosts[$0] ?? [] }.unique
  }

  private func isActor(_ id: String) -> Bool {
    switch entities[id]?.type {
    case .person, .country, .organization: true
    default: false
    }
  }

  private static func hosts(_ graph: DocumentGraph, _ entities: [String: Entity]) -> [String: [String]] {
    var hosts: [String: [String]] = [:]
    for relation in graph.relations where ![.negated, .cancelled, .hypothetical].contains(relation.status) {
      let countries: [String]
      switch relation.type {
      case .involvesCountry where relation.argument(.part)?.text == "host":
        countries = relation.arguments(.country).compactMap(\.entity)
      case .locatedIn:
        countries = relation.arguments(.place).compactMap { country($0, entities) }
      default: continue
      }
      for project in relation.arguments(.project).compactMap(\.entity) { hosts[project, default: []] += countries }
    }
    return hosts
  }

  /// Who is visited: a person, a body or a country; of a place its country.
  private func host(_ argument: Argument) -> String? {
    argument.entity.map(isActor) == true ? argument.entity : Self.country(argument, entities)
  }

  /// The id of the country where a place lies; it need not be among the entities.
  private static func country(_ place: Argument, _ entities: [String: Entity]) -> String? {
    (place.country ?? place.entity.flatMap { entities[$0]?.country }).map { "country:\($0)" }
  }
}

extension PloverActors {
  /// Writes a list of actors.
  func write(_ ids: [String], to writer: inout JSONWriter) {
    writer.array { writer in
      for id in ids {
        writer.element()
        writer.object { write(id, to: &$0) }
      }
    }
  }

  private func write(_ id: String, to writer: inout JSONWriter) {
    guard let entity = entities[id] else {
      // A country that only a place in it stands for.
      if let code = CountryCodes.alpha3(String(id.split(separator: ":").last ?? "")) { writer.field("code", code) }
      return writer.field("entity", id)
    }
    if let code = Self.code(entity) { writer.field("code", code) }
    if let sector = Self.sector(entity) { writer.field("sector", sector) }
    if let words = words[id] { writer.field("actor_text", words) }
    if let wikidata = entity.wikidata { writer.field("identifier_id", wikidata) }
    writer.field("identifier_text", entity.name)
    writer.field("entity", entity.id)
  }

  private static func code(_ entity: Entity) -> String? {
    entity.subtype == "intergovernmental" ? "IGO" : entity.country.flatMap(CountryCodes.alpha3)
  }

  /// PLOVER's primary sector, where the kind of thing tells it.
  private static func sector(_ entity: Entity) -> String? {
    if entity.type == .country { return "GOV" }
    guard entity.type == .organization else { return nil }
    return switch entity.subtype {
    case "government": "GOV"
    case "military": "MIL"
    case "company", "bank", "fund": "BUS"
    case "party": "PTY"
    case "media": "JRN"
    case "university": "EDU"
    default: nil
    }
  }

  /// Writes where it took place, in the names of GeoNames.
  func writePlace(_ relation: Relation, to writer: inout JSONWriter) {
    let id = relation.place?.entity ?? relation.argument(.destination)?.entity ?? relation.argument(.place)?.entity
    guard let entity = id.flatMap({ entities[$0] }) else { return }
    writer.key("event_loc")
    writer.object { writer in
      writer.field("name", entity.name)
      guard let country = entity.country else { return }
      writer.field("country code", country)
      if let code = CountryCodes.alpha3(country) { writer.field("cc3", code) }
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a list of strings.
  mutating func list(_ name: String, _ values: [String]) {
    key(name)
    array { writer in
      for value in values {
        writer.element()
        writer.string(value)
      }
    }
  }
}
