public import DigestModel

/// Derives the lines of the graph from relations; nothing else makes an edge.
///
/// Meetings and acts make edges where the text says that they took place or go on; facts about projects and offices
/// also where they are planned or expected. An argument without entity makes no edge.
public enum EdgeBuilder {
  /// The edges between entities, by source, target and type.
  ///
  /// A relation that is part of another one of the same edge (a reception inside a visit) and relations that are in
  /// conflict (one event, reported differently) count as one event in the weight of the edge.
  /// - Complexity: O(n log n) in the number of arguments, pairs of participants counted one by one.
  public static func edges(from relations: [Relation]) -> [Edge] {
    let events = EventTree(relations)
    var found: [(link: Link, relation: String)] = []
    for relation in relations where states(relation) {
      for link in relation.links(isEntity: { !events.isRelation($0) }) { found.append((link, relation.id)) }
    }
    // Numbers are sorted, not the large values. The sort is stable: the relations of a line keep their order.
    let order = found.indices.sorted { found[$0].link < found[$1].link }
    var edges: [Edge] = []
    for (link, relation) in order.lazy.map({ found[$0] }) {
      if let last = edges.last, last.source == link.source, last.target == link.target, last.type == link.type {
        if last.relations.last != relation { edges[edges.count - 1].relations.append(relation) }
      } else {
        edges.append(Edge(source: link.source, target: link.target, type: link.type, relations: [relation], weight: 1))
      }
    }
    for index in edges.indices { edges[index].weight = events.count(edges[index].relations) }
    return edges
  }

  private static func states(_ relation: Relation) -> Bool {
    if relation.status.isActual { return true }
    guard relation.status == .planned || relation.status == .expected else { return false }
    switch relation.type {
    case .involvesCountry, .locatedIn, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf: return true
    default: return false
    }
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
    // Most edges are of relations that belong to no other.
    if relations.count == 1 { return 1 }
    if !relations.contains(where: { wholes[$0] != nil || conflicts[$0] != nil }) { return relations.count }
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
