/// A line between two entities that a relation draws: what makes an ``Edge`` one edge.
package struct Link: Hashable, Comparable, Sendable {
  /// The entity id it starts from; for a symmetric line the smaller of the two.
  package var source: String
  /// The entity id it leads to.
  package var target: String
  /// `met-with`, `visited`, `involves-country` and so on.
  package var type: String

  /// Makes a line.
  package init(source: String, target: String, type: String) {
    self.source = source
    self.target = target
    self.type = type
  }

  package static func < (left: Link, right: Link) -> Bool {
    (left.source, left.target, left.type) < (right.source, right.target, right.type)
  }
}

extension Relation {
  /// The lines that this relation draws between entities, whatever its status; arguments without entity draw none.
  ///
  /// Where several arguments name one entity, a line may come more than once.
  ///
  /// - Parameter isEntity: whether an id is an entity's; parts and wholes may be relations.
  package func links(isEntity: (String) -> Bool) -> [Link] {
    func entities(_ roles: Role...) -> [String] {
      var found: [String] = []
      for argument in arguments where roles.contains(argument.role) {
        if let entity = argument.entity, isEntity(entity) { found.append(entity) }
      }
      return found
    }
    switch type {
    case .met, .called: return Self.mutual("met-with", entities(.participant))
    case .negotiated, .mediated: return Self.mutual("met-with", entities(.party, .mediator))
    case .received: return Self.mutual("met-with", entities(.host), with: entities(.guest))
    case .visited:
      return Self.directed("visited", entities(.visitor), entities(.destination))
        + Self.mutual("met-with", entities(.visitor), with: entities(.host))
    case .attended: return Self.directed("attended", entities(.attendee), entities(.occasion))
    case .agreed: return Self.mutual("agreed-with", entities(.party))
    case .signed, .issued: return Self.mutual("signed-with", entities(.party))
    case .awarded: return Self.directed("awarded", entities(.conferrer), entities(.recipient))
    case .involvesCountry: return Self.directed("involves-country", entities(.project), entities(.country))
    case .locatedIn: return Self.directed("located-in", entities(.project, .body, .subject), entities(.place))
    case .builtBy, .financedBy, .ownedBy, .operatedBy:
      return Self.directed(type.rawValue, entities(.project), entities(.by))
    case .partOf: return Self.directed("part-of", entities(.part), entities(.whole))
    case .holdsPosition, .represents, .memberOf:
      let offices = entities(.body, .country, .whole)
      return Self.directed(
        type.rawValue, entities(.holder, .participant, .subject, .part),
        offices.isEmpty ? entities(.position) : offices)
    case .invited, .upgradedRelations, .appointed, .hasCapacity, .costs, .measures, .capacityChange, .changed,
      .milestone, .reportedBy:
      return []
    }
  }

  private static func mutual(_ type: String, _ entities: [String]) -> [Link] {
    entities.indices.flatMap { mutual(type, [entities[$0]], with: Array(entities[($0 + 1)...])) }
  }

  private static func mutual(_ type: String, _ left: [String], with right: [String]) -> [Link] {
    var keys: [Link] = []
    for a in left {
      for b in right where a != b { keys.append(Link(source: min(a, b), target: max(a, b), type: type)) }
    }
    return keys
  }

  private static func directed(_ type: String, _ sources: [String], _ targets: [String]) -> [Link] {
    var keys: [Link] = []
    for source in sources {
      for target in targets where source != target { keys.append(Link(source: source, target: target, type: type)) }
    }
    return keys
  }
}
