public import DigestModel

/// How two results differ in what they say; offsets, ids of figures and the order of things don't count.
///
/// Documents are matched by id, relations by what they say of whom: type and arguments. A relation of which only the
/// status, time, place or confidence differs counts as changed.
///
/// ```swift
/// let difference = GraphDifference(from: before, to: after)
/// for change in difference.changes { print(change) }
/// ```
public struct GraphDifference: Hashable, Sendable {
  /// One thing that differs.
  public struct Change: Hashable, Sendable, CustomStringConvertible {
    /// How it differs.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case added, removed, changed
    }

    /// What differs.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
      case document, entity, relation, edge
    }

    /// How it differs.
    public var kind: Kind
    /// What differs.
    public var subject: Subject
    /// The id of the document in which it stands.
    public var document: String
    /// What it says, in one line: `met participant=person:dina-boluarte participant=person:gabriel-boric`.
    public var text: String
    /// Where something changed: the field with its old and its new value.
    public var fields: [Field]

    /// `+`, `-` or `~`, the document, the subject and what it says.
    public var description: String {
      let sign =
        switch kind {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        }
      let changed = fields.map { " \($0.name): \($0.old ?? "none") -> \($0.new ?? "none")" }.joined(separator: ";")
      return "\(sign) \(document)\t\(subject.rawValue)\t\(text)\(changed)"
    }
  }

  /// A value that differs.
  public struct Field: Hashable, Sendable {
    /// The field's name in `digest-graph/1`.
    public var name: String
    /// Its value before.
    public var old: String?
    /// Its value after.
    public var new: String?

    /// Makes a field.
    public init(name: String, old: String?, new: String?) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  /// What differs, by document; in each, entities before relations before edges.
  public private(set) var changes: [Change] = []

  /// Compares two sets of documents.
  ///
  /// - Complexity: O(n log n) in the number of things compared.
  public init(from old: [DocumentGraph], to new: [DocumentGraph]) {
    let before = Dictionary(old.map { ($0.document.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.document.id, $0) }, uniquingKeysWith: { first, _ in first })
    for id in Set(before.keys).union(after.keys).sorted() {
      switch (before[id], after[id]) {
      case (let old?, let new?): compare(old, new)
      case (let old?, nil): note(.removed, .document, id, old.summary)
      case (nil, let new?): note(.added, .document, id, new.summary)
      case (nil, nil): break
      }
    }
  }

  private mutating func compare(_ old: DocumentGraph, _ new: DocumentGraph) {
    let id = new.document.id
    if old.document.sha256 != new.document.sha256 {
      let field = Field(name: "sha256", old: old.document.sha256, new: new.document.sha256)
      changes.append(Change(kind: .changed, subject: .document, document: id, text: id, fields: [field]))
    }
    compare(old.entities.map(Statement.init), new.entities.map(Statement.init), .entity, id)
    let (before, after) = (Wording(old), Wording(new))
    compare(
      old.relations.map { Statement($0, before) }, new.relations.map { Statement($0, after) }, .relation, id)
    compare(old.edges.map(Statement.init), new.edges.map(Statement.init), .edge, id)
  }

  /// Pairs statements with equal text: equal fields first, then in order.
  private mutating func compare(
    _ old: [Statement], _ new: [Statement], _ subject: Change.Subject, _ document: String
  ) {
    let before = Dictionary(grouping: old, by: \.text)
    let after = Dictionary(grouping: new, by: \.text)
    for text in Set(before.keys).union(after.keys).sorted() {
      var removed = before[text] ?? []
      var added: [Statement] = []
      for statement in after[text] ?? [] {
        if let index = removed.firstIndex(of: statement) { removed.remove(at: index) } else { added.append(statement) }
      }
      let pairs = min(removed.count, added.count)
      for (left, right) in zip(removed, added) {
        let fields = zip(left.fields, right.fields).filter { $0.value != $1.value }.map {
          Field(name: $0.name, old: $0.value, new: $1.value)
        }
        changes.append(Change(kind: .changed, subject: subject, document: document, text: text, fields: fields))
      }
      for _ in removed.dropFirst(pairs) { note(.removed, subject, document, text) }
      for _ in added.dropFirst(pairs) { note(.added, subject, document, text) }
    }
  }

  private mutating func note(_ kind: Change.Kind, _ subject: Change.Subject, _ document: String, _ text: String) {
    changes.append(Change(kind: kind, subject: subject, document: document, text: text, fields: []))
  }
}

/// What is said, without offsets and running ids: the text by which it is matched, and the fields that may change.
private struct Statement: Hashable {
  struct Field: Hashable {
    var name: String
    var value: String?
  }

  var text: String
  var fields: [Field]

  init(_ entity: Entity) {
    text = entity.id
    fields = [
      Field(name: "name", value: entity.name), Field(name: "subtype", value: entity.subtype),
      Field(name: "country", value: entity.country), Field(name: "basis", value: entity.basis.rawValue),
    ]
  }

  init(_ edge: Edge) {
    text = "\(edge.type) \(edge.source) \(edge.target)"
    fields = [Field(name: "weight", value: "\(edge.weight)")]
  }

  init(_ relation: Relation, _ wording: Wording) {
    let arguments = relation.arguments.map { "\($0.role.rawValue)=\(wording.value(of: $0))" }
    text = ([relation.type.rawValue] + arguments).joined(separator: " ")
    fields = [
      Field(name: "status", value: relation.status.rawValue), Field(name: "time", value: relation.time?.edtf),
      Field(name: "place", value: relation.place?.entity), Field(name: "reason", value: relation.reason),
      Field(name: "confidence", value: relation.confidence.rawValue),
      Field(name: "evidence", value: relation.evidence.map(\.text).joined(separator: " | ")),
    ]
  }
}

/// The words behind a result's running ids.
private struct Wording {
  private let types: [String: RelationType]
  private let figures: [String: String]
  private let changes: [String: String]

  init(_ graph: DocumentGraph) {
    types = Dictionary(graph.relations.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let figures = Dictionary(graph.figures.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    self.figures = figures
    changes = Dictionary(
      graph.changes.map { change in
        (
          change.id,
          [change.from, change.to, change.by].map { $0.flatMap { figures[$0] } ?? "" }.joined(separator: " > ")
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  func value(of argument: Argument) -> String {
    if let id = argument.entity { return types[id].map { "(\($0.rawValue))" } ?? id }
    let words = argument.figure.flatMap { figures[$0] } ?? argument.change.flatMap { changes[$0] } ?? argument.text
    return words.map { "'\($0)'" } ?? argument.country ?? ""
  }
}

extension DocumentGraph {
  fileprivate var summary: String {
    "\(entities.count) entities, \(relations.count) relations, \(edges.count) edges"
  }
}
