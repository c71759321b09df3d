public import DigestModel

/// Which events and states of a result are wanted: all criteria that are set must hold.
///
/// ```swift
/// let lima = graph.filtered(by: GraphFilter(types: [.met, .visited], countries: ["PE"], from: "2025-06-01"))
/// ```
public struct GraphFilter: Hashable, Sendable {
  /// The types that are wanted; empty for all.
  public var types: Set<RelationType>
  /// The statuses that are wanted; empty for all.
  public var statuses: Set<Status>
  /// ISO 3166-1 alpha-2 codes; one of a relation's arguments, or its place, must belong to one of them. Empty for all.
  public var countries: Set<String>
  /// Ids, names or aliases of entities, in any case; one of a relation's arguments must be one of them. Empty for all.
  public var entities: Set<String>
  /// Ids, names or aliases of outlets, in any case, one of which must be the source. Empty for all.
  public var outlets: Set<String>
  /// The first day that is wanted (EDTF); the event's own date counts, else the report's, else the document's.
  public var from: String?
  /// The last day that is wanted (EDTF).
  public var to: String?

  /// Makes a filter.
  public init(
    types: Set<RelationType> = [], statuses: Set<Status> = [], countries: Set<String> = [],
    entities: Set<String> = [], outlets: Set<String> = [], from: String? = nil, to: String? = nil
  ) {
    self.types = types
    self.statuses = statuses
    self.countries = countries
    self.entities = entities
    self.outlets = outlets
    self.from = from
    self.to = to
  }
}

extension DocumentGraph {
  /// The part of this result that a filter wants: its relations, the edges that follow from them, and the items,
  /// entities, mentions, figures and changes that they speak of. Ids and offsets stay as they are.
  ///
  /// - Complexity: O(n) in the size of the result.
  public func filtered(by filter: GraphFilter) -> DocumentGraph {
    let matcher = Matcher(filter, entities)
    var result = self
    let wanted = Set(relations.filter { matcher.wants($0, documentDate: document.date) }.map(\.id))
    // A record that ties events together stays exactly where all of them do.
    let ids = Set(relations.map(\.id))
    let kept = relations.filter { relation in
      let tied = relation.arguments.compactMap(\.entity).filter(ids.contains)
      return tied.isEmpty ? wanted.contains(relation.id) : tied.allSatisfy(wanted.contains)
    }
    let parts = Parts(kept)
    result.relations = kept.map { $0.keepingConflicts(with: parts.relations) }
    result.edges = EdgeBuilder.edges(from: result.relations)
    result.changes = changes.filter { parts.changes.contains($0.id) }
    let figureIDs = parts.figures.union(result.changes.flatMap { [$0.from, $0.to, $0.by].compactMap { $0 } })
    let equivalents = figures.filter { figureIDs.contains($0.id) }.compactMap(\.equivalent)
    result.figures = figures.filter { figureIDs.contains($0.id) || equivalents.contains($0.id) }
    result.items = items.filter { parts.items.contains($0.id) }
    let entityIDs = parts.entities.union(result.items.compactMap(\.outlet))
    result.mentions = mentions.compactMap { mention in
      var mention = mention
      mention.group = mention.group?.filter(entityIDs.contains)
      let isKept = mention.entity.map(entityIDs.contains) ?? !(mention.group ?? []).isEmpty
      return isKept ? mention : nil
    }
    result.entities = entities.filter { entityIDs.contains($0.id) }
    return result
  }
}

extension GraphSet {
  /// The part of this set that a filter wants; documents without any wanted relation stay, empty.
  public func filtered(by filter: GraphFilter) -> GraphSet {
    // Merging can't fail: the documents come from one set, where each id stands for one text.
    (try? GraphSet(merging: documents.map { $0.filtered(by: filter) })) ?? self
  }
}

/// A filter, ready to be asked about the relations of one result.
private struct Matcher {
  private let filter: GraphFilter
  private let days: ClosedRange<Int>?
  private let countries: [String: String]
  private let wanted: Set<String>
  private let outlets: Set<String>

  init(_ filter: GraphFilter, _ entities: [Entity]) {
    self.filter = filter
    let first = filter.from.flatMap(DayRange.init(edtf:))?.first ?? Int.min
    let last = filter.to.flatMap(DayRange.init(edtf:))?.last ?? Int.max
    days = filter.from == nil && filter.to == nil ? nil : min(first, last)...last
    countries = Dictionary(
      entities.compactMap { entity in entity.country.map { (entity.id, $0) } }, uniquingKeysWith: { first, _ in first })
    wanted = Self.ids(filter.entities, entities)
    outlets = Self.ids(filter.outlets, entities)
  }

  func wants(_ relation: Relation, documentDate: String?) -> Bool {
    if !filter.types.isEmpty && !filter.types.contains(relation.type) { return false }
    if !filter.statuses.isEmpty && !filter.statuses.contains(relation.status) { return false }
    if !filter.countries.isEmpty && !concerns(relation) { return false }
    let arguments = relation.arguments.compactMap(\.entity)
    if !filter.entities.isEmpty && !arguments.contains(where: wanted.contains) { return false }
    if !filter.outlets.isEmpty,
      !relation.evidence.contains(where: { $0.attribution?.outlet.map(outlets.contains) ?? false })
    {
      return false
    }
    return days.map { isWithin($0, relation, documentDate) } ?? true
  }

  private func concerns(_ relation: Relation) -> Bool {
    let arguments = relation.arguments.compactMap { $0.country ?? $0.entity.flatMap { countries[$0] } }
    let place = relation.place?.entity.flatMap { countries[$0] }
    return (arguments + [place].compactMap { $0 }).contains(where: filter.countries.contains)
  }

  private func isWithin(_ days: ClosedRange<Int>, _ relation: Relation, _ documentDate: String?) -> Bool {
    let reported = relation.evidence.lazy.compactMap { $0.attribution?.date }.first
    guard let range = (relation.time?.edtf ?? reported ?? documentDate).flatMap(DayRange.init(edtf:)) else {
      return false
    }
    return range.first <= days.upperBound && days.lowerBound <= range.last
  }

  private static func ids(_ names: Set<String>, _ entities: [Entity]) -> Set<String> {
    let names = Set(names.map { $0.lowercased() })
    if names.isEmpty { return [] }
    return Set(
      entities.filter { entity in
        ([entity.id, entity.name] + (entity.aliases ?? [])).contains { names.contains($0.lowercased()) }
      }.map(\.id))
  }
}

/// What some relations speak of, by id.
private struct Parts {
  var relations: Set<String> = []
  var entities: Set<String> = []
  var figures: Set<String> = []
  var changes: Set<String> = []
  var items: Set<String> = []

  init(_ relations: [Relation]) {
    self.relations = Set(relations.map(\.id))
    for relation in relations {
      for argument in relation.arguments {
        entities.formUnion([argument.entity].compactMap { $0 })
        figures.formUnion([argument.figure].compactMap { $0 })
        changes.formUnion([argument.change].compactMap { $0 })
      }
      figures.formUnion([relation.time?.figure].compactMap { $0 })
      entities.formUnion([relation.place?.entity].compactMap { $0 })
      for evidence in relation.evidence {
        entities.formUnion([evidence.attribution?.outlet, evidence.attribution?.speaker].compactMap { $0 })
        items.formUnion([evidence.item].compactMap { $0 })
      }
    }
  }
}

extension Relation {
  fileprivate func keepingConflicts(with ids: Set<String>) -> Relation {
    var relation = self
    relation.conflicts = conflicts?.filter(ids.contains)
    if relation.conflicts?.isEmpty == true { relation.conflicts = nil }
    return relation
  }
}
