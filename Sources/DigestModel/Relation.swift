/// The relation types of `digest-graph/1`.
public enum RelationType: String, Hashable, Sendable, Codable, CaseIterable {
  case met, received, visited, called, negotiated, mediated, attended, invited, agreed, signed, issued
  case upgradedRelations = "upgraded-relations"
  case awarded, appointed
  case involvesCountry = "involves-country"
  case locatedIn = "located-in"
  case builtBy = "built-by"
  case financedBy = "financed-by"
  case ownedBy = "owned-by"
  case operatedBy = "operated-by"
  case partOf = "part-of"
  case hasCapacity = "has-capacity"
  case costs, measures
  case capacityChange = "capacity-change"
  case changed, milestone
  case holdsPosition = "holds-position"
  case represents
  case memberOf = "member-of"
  case reportedBy = "reported-by"
}

/// The part an argument plays in a relation.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  case participant, host, guest, visitor, destination, party, mediator, attendee, occasion, inviter, invitee
  case subject, deadline, agreement, level, conferrer, recipient, award, appointee, position, body, appointer
  case project, country, place, by, share, part, whole, figure, change, stage, officiant, item, outlet
  case topic, kind, amount, measure, holder
}

/// Whether, according to the text, the event took place.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
  case happened, ongoing, planned, proposed, expected, negated, cancelled, hypothetical

  /// Whether the text says that the event took place or goes on; only such events make edges.
  public var isActual: Bool { self == .happened || self == .ongoing }
}

/// How sure the rules are: a matter of which rule, not a probability.
public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
  case high, medium, low
}

/// One participant or circumstance of a relation.
public struct Argument: Hashable, Sendable, Codable {
  /// The part it plays.
  public var role: Role
  /// The entity's id, where it is resolved.
  public var entity: String?
  /// The figure's id.
  public var figure: String?
  /// The change's id.
  public var change: String?
  /// Plain words, where the argument is neither: "strategic partnership", "state".
  public var text: String?
  /// Where the words stand.
  public var start: Int?
  /// Where they end.
  public var end: Int?
  /// The ISO 3166-1 alpha-2 code of the argument's country, where it is known.
  public var country: String?

  /// Makes an argument.
  public init(
    _ role: Role, entity: String? = nil, figure: String? = nil, change: String? = nil, text: String? = nil,
    span: Span? = nil, country: String? = nil
  ) {
    self.role = role
    self.entity = entity
    self.figure = figure
    self.change = change
    self.text = text
    self.start = span?.start
    self.end = span?.end
    self.country = country
  }

  /// Where the words stand.
  public var span: Span? {
    guard let start, let end else { return nil }
    return Span(start, end)
  }
}

/// When a relation held.
public struct RelationTime: Hashable, Sendable, Codable {
  /// The EDTF date or inclusive interval.
  public var edtf: String
  /// The TIMEX3 value.
  public var timex: String
  /// The id of the figure it was read from.
  public var figure: String?

  /// Makes a time.
  public init(edtf: String, timex: String, figure: String? = nil) {
    self.edtf = edtf
    self.timex = timex
    self.figure = figure
  }
}

/// Where a relation held.
public struct RelationPlace: Hashable, Sendable, Codable {
  /// The entity's id.
  public var entity: String?
  /// Where the words stand.
  public var start: Int?
  /// Where they end.
  public var end: Int?

  /// Makes a place.
  public init(entity: String?, span: Span? = nil) {
    self.entity = entity
    self.start = span?.start
    self.end = span?.end
  }
}

/// Who said it.
public struct Attribution: Hashable, Sendable, Codable {
  /// The entity id of the outlet.
  public var outlet: String?
  /// The EDTF date of the report.
  public var date: String?
  /// The entity id of the person or body that is quoted.
  public var speaker: String?

  /// Makes an attribution.
  public init(outlet: String? = nil, date: String? = nil, speaker: String? = nil) {
    self.outlet = outlet
    self.date = date
    self.speaker = speaker
  }
}

/// The exact words that support a relation.
public struct Evidence: Hashable, Sendable, Codable, Spanned {
  /// The document's id, where the relation was merged over documents.
  public var document: String?
  /// The item's id.
  public var item: String?
  /// Where the sentence starts.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The sentence.
  public var text: String
  /// The word or words that state the relation.
  public var trigger: Span?
  /// Who said it.
  public var attribution: Attribution?
  /// The rule that read it.
  public var rule: String

  /// Makes a piece of evidence.
  public init(
    document: String? = nil, item: String? = nil, span: Span, text: String, trigger: Span? = nil,
    attribution: Attribution? = nil, rule: String
  ) {
    self.document = document
    self.item = item
    self.start = span.start
    self.end = span.end
    self.text = text
    self.trigger = trigger
    self.attribution = attribution
    self.rule = rule
  }
}

/// One event or state that the text asserts, plans or denies, with the words that say so.
public struct Relation: Hashable, Sendable, Codable {
  /// `r1`, `r2` and so on; `DOCUMENT#r1` after merging.
  public var id: String
  /// What kind of event or state.
  public var type: RelationType
  /// Who and what takes part.
  public var arguments: [Argument]
  /// When.
  public var time: RelationTime?
  /// Where.
  public var place: RelationPlace?
  /// Whether it took place.
  public var status: Status
  /// Why it did not, or was put off, in the text's words.
  public var reason: String?
  /// The sentences that say so; each report is a piece of its own.
  public var evidence: [Evidence]
  /// The ids of relations that report the same event differently.
  public var conflicts: [String]?
  /// How sure the rules are.
  public var confidence: Confidence

  /// Makes a relation.
  public init(
    id: String, type: RelationType, arguments: [Argument], time: RelationTime? = nil, place: RelationPlace? = nil,
    status: Status, reason: String? = nil, evidence: [Evidence], conflicts: [String]? = nil,
    confidence: Confidence = .high
  ) {
    self.id = id
    self.type = type
    self.arguments = arguments
    self.time = time
    self.place = place
    self.status = status
    self.reason = reason
    self.evidence = evidence
    self.conflicts = conflicts
    self.confidence = confidence
  }

  /// The arguments that play `role`, in text order.
  public func arguments(_ role: Role) -> [Argument] { arguments.filter { $0.role == role } }

  /// The first argument that plays `role`.
  public func argument(_ role: Role) -> Argument? { arguments.first { $0.role == role } }
}

/// A line of the graph between two entities, derived from relations and never stated on its own.
public struct Edge: Hashable, Sendable, Codable {
  /// The entity id it starts from; for a symmetric edge the smaller of the two.
  public var source: String
  /// The entity id it leads to.
  public var target: String
  /// `met-with`, `visited`, `involves-country` and so on.
  public var type: String
  /// The ids of the relations behind it.
  public var relations: [String]
  /// The number of distinct events.
  public var weight: Int

  /// Makes an edge.
  public init(source: String, target: String, type: String, relations: [String], weight: Int) {
    self.source = source
    self.target = target
    self.type = type
    self.relations = relations
    self.weight = weight
  }
}
