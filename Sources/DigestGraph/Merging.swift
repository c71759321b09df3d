public import DigestModel

/// Why documents can't be merged.
public struct MergeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The id under which two different texts came.
  public var document: String

  /// What is wrong and what to do.
  public var description: String {
    "the id '\(document)' stands for two different texts (two SHA-256): give each document an id of its own"
  }
}

extension GraphSet {
  /// Merges documents into one graph.
  ///
  /// The merged graph depends on the set of documents alone, not on their order or on how they were grouped before:
  /// merging is associative and commutative, and a document that comes twice counts once. A document is known by its
  /// id and SHA-256.
  ///
  /// Entities are united by id, so people and things that no table knows stay apart, each with its document. Reports
  /// of one event become one relation with the evidence of all: see ``RelationUnion``. Its arguments, place and id are
  /// those of the first report by document id; `figure` and `change` ids are qualified (`DOCUMENT#f1`).
  /// - Throws: ``MergeError`` where one id stands for two texts.
  /// - Complexity: O(n log n) in the number of relations, times the number of events with the same participants.
  public init(merging documents: [DocumentGraph]) throws(MergeError) {
    var byID: [String: DocumentGraph] = [:]
    for document in documents {
      let id = document.document.id
      guard let other = byID[id] else {
        byID[id] = document
        continue
      }
      guard other.document.sha256 == document.document.sha256 else { throw MergeError(document: id) }
      byID[id] = Self.first(other, document)
    }
    let sorted = byID.values.sorted { $0.document.id < $1.document.id }
    let relations = RelationUnion(sorted).relations
    self.init(
      documents: sorted,
      graph: MergedGraph(
        entities: Self.unite(sorted), relations: relations, edges: EdgeBuilder.edges(from: relations)))
  }

  /// The id of the merged relation to which each document's relation belongs, by `DOCUMENT#r1`.
  ///
  /// - Complexity: that of ``init(merging:)``.
  public var events: [String: String] { RelationUnion(documents.sorted { $0.document.id < $1.document.id }).events }

  /// This set and another one as one.
  ///
  /// - Throws: ``MergeError`` where one id stands for two texts.
  public func merging(_ other: GraphSet) throws(MergeError) -> GraphSet {
    try GraphSet(merging: documents + other.documents)
  }

  /// Which of two results of one text is kept: one with derivations, else the one whose wire form sorts first, so that
  /// the choice does not depend on the order in which they come.
  private static func first(_ left: DocumentGraph, _ right: DocumentGraph) -> DocumentGraph {
    if left == right { return left }
    let counts = (left.derivations.count, right.derivations.count)
    if counts.0 != counts.1 { return counts.0 > counts.1 ? left : right }
    return right.json().lexicographicallyPrecedes(left.json()) ? right : left
  }

  /// The entities of all documents by id: what the first document says of each, completed by the others.
  private static func unite(_ documents: [DocumentGraph]) -> [Entity] {
    var byID: [String: Entity] = [:]
    for entity in documents.lazy.flatMap(\.entities) {
      guard var known = byID[entity.id] else {
        byID[entity.id] = entity
        continue
      }
      known.subtype = known.subtype ?? entity.subtype
      known.country = known.country ?? entity.country
      known.wikidata = known.wikidata ?? entity.wikidata
      let new = ([entity.name] + (entity.aliases ?? [])).filter {
        $0 != known.name && !(known.aliases ?? []).contains($0)
      }
      if !new.isEmpty { known.aliases = (known.aliases ?? []) + new }
      byID[entity.id] = known
    }
    return byID.values.sorted { $0.id < $1.id }
  }
}
