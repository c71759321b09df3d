public import DigestModel

/// Derives the lines of the graph from relations; nothing else makes an edge.
///
/// Meetings and acts make edges where the text says that they took place or go on; facts about projects and offices
/// also where they are planned or expected. An argument without entity makes no edge.
public enum EdgeBuilder {
  /// The edges between entities, by source, target and type.
  ///
  /// A relation that is part of another one of the same edge (a reception inside a visit) and relations that are in
  /// conflict (one event, reported differently) count as one event in ``Edge/weight``.
  /// - Complexity: O(n log n) in the number of arguments, pairs of participants counted one by one.
  public static func edges(from relations: [Relation]) -> [Edge] {
    let events = EventTree(relations)
    var found: [EdgeKey: [String]] = [:]
    for relation in relations where states(relation) {
      let keys = keys(of: relation, isEntity: { !events.isRelation($0) })
      for key in keys where found[key]?.last != relation.id { found[key, default: []].append(relation.id) }
    }
    return found.sorted { $0.key < $1.key }.map { key, ids in
      Edge(source: key.source, target: key.target, type: key.type, relations: ids, weight: events.count(ids))
    }
  }

  private static func states(_ relation: Relation) -> Bool {
    if relation.status.isActual { return true }
    guard relation.status == .planned || relation.status == .expected else { return false }
    switch relation.type {
    case .involvesCountry, .locatedIn, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf: return true
    default: return false
    }
  }

  private static func keys(of relation: Relation, isEntity: (String) -> Bool) -> Set<EdgeKey> {
    func entities(_ roles: Role...) -> [String] {
      relation.arguments.filter { roles.contains($0.role) }.compactMap(\.entity).filter(isEntity)
    }
    switch relation.type {
    case .met, .called: return mutual("met-with", entities(.participant))
    case .negotiated, .mediated: return mutual("met-with", entities(.party, .mediator))
    case .received: return mutual("met-with", entities(.host), with: entities(.guest))
    case .visited:
      return directed("visited", entities(.visitor), entities(.destination))
        .union(mutual("met-with", entities(.visitor), with: entities(.host)))
    case .attended: return directed("attended", entities(.attendee), entities(.occasion))
    case .agreed: return mutual("agreed-with", entities(.party))
    case .signed, .issued: return mutual("signed-with", entities(.party))
    case .awarded: return directed("awarded", entities(.conferrer), entities(.recipient))
    case .involvesCountry: return directed("involves-country", entities(.project), entities(.country))
    case .locatedIn: return directed("located-in", entities(.project, .body, .subject), entities(.place))
    case .builtBy, .financedBy, .ownedBy, .operatedBy:
      return directed(relation.type.rawValue, entities(.project), entities(.by))
    case .partOf: return directed("part-of", entities(.part), entities(.whole))
    case .holdsPosition, .represents, .memberOf:
      let offices = entities(.body, .country, .whole)
      return directed(
        relation.type.rawValue, entities(.holder, .participant, .subject, .part),
        offices.isEmpty ? entities(.position) : offices)
    case .invited, .upgradedRelations, .appointed, .hasCapacity, .costs, .measures, .capacityChange, .changed,
      .milestone, .reportedBy:
      return []
    }
  }

  private static func mutual(_ type: String, _ entities: [String]) -> Set<EdgeKey> {
    mutual(type, entities, with: entities)
  }

  private static func mutual(_ type: String, _ left: [String], with right: [String]) -> Set<EdgeKey> {
    var keys: Set<EdgeKey> = []
    for a in left {
      for b in right where a != b { keys.insert(EdgeKey(source: min(a, b), target: max(a, b), type: type)) }
    }
    return keys
  }

  private static func directed(_ type: String, _ sources: [String], _ targets: [String]) -> Set<EdgeKey> {
    var keys: Set<EdgeKey> = []
    for source in sources {
      for target in targets where source != target { keys.insert(EdgeKey(source: source, target: target, type: type)) }
    }
    return keys
  }
}

/// What makes an edge one edge.
private struct EdgeKey: Hashable, Comparable {
  var source: String
  var target: String
  var type: String

  static func < (left: EdgeKey, right: EdgeKey) -> Bool {
    (left.source, left.target, left.type) < (right.source, right.target, right.type)
  }
}

/// Which events are parts of others, and which are one event told differently.
private struct EventTree {
  private var wholes: [String: [String]] = [:]
  private var conflicts: [String: [String]] = [:]
  private let ids: Set<String>

  init(_ relations: [Relation]) {
    ids = Set(relations.map(\.id))
    for relation in relations {
      for other in relation.conflicts ?? [] {
        conflicts[relation.id, default: []].append(other)
        conflicts[other, default: []].append(relation.id)
      }
      guard relation.type == .partOf else { continue }
      for part in relation.arguments(.part).compactMap(\.entity) where ids.contains(part) {
        wholes[part, default: []] += relation.arguments(.whole).compactMap(\.entity).filter { ids.contains($0) }
      }
    }
  }

  func isRelation(_ id: String) -> Bool { ids.contains(id) }

  /// How many events the relations are: wholes of others among them don't count, and conflicting ones count once.
  func count(_ relations: [String]) -> Int {
    let members = Set(relations)
    var covered: Set<String> = []
    for id in relations { covered.formUnion(reach(id, wholes).filter { $0 != id && members.contains($0) }) }
    // Where parts and wholes run in a circle all would be covered; then they are one event.
    var counted: Set<String> = []
    var events = 0
    for id in relations where !covered.contains(id) && !counted.contains(id) {
      counted.formUnion(reach(id, conflicts))
      events += 1
    }
    return max(events, 1)
  }

  /// All that can be reached from `id`, itself included.
  private func reach(_ id: String, _ steps: [String: [String]]) -> Set<String> {
    var seen: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += steps[next] ?? [] }
    }
    return seen
  }
}
