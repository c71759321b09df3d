package import DigestModel

/// An argument before it gets ids.
package struct ArgumentDraft: Sendable, Hashable {
  package var role: Role
  package var entity: Int?
  package var figure: Int?
  package var change: Int?
  /// The index of another relation, for `part-of` between events.
  package var relation: Int?
  package var tokens: Range<Int>?
  /// A word of the vocabulary of results, where the text's own words are not the argument: a stage, a part.
  package var text: String?
  package var country: String?

  package init(
    _ role: Role, entity: Int? = nil, figure: Int? = nil, change: Int? = nil, relation: Int? = nil,
    tokens: Range<Int>? = nil, text: String? = nil, country: String? = nil
  ) {
    self.role = role
    self.entity = entity
    self.figure = figure
    self.change = change
    self.relation = relation
    self.tokens = tokens
    self.text = text
    self.country = country
  }
}

/// A sentence that supports a relation.
package struct EvidenceDraft: Sendable, Hashable {
  package var sentence: Int
  package var trigger: Range<Int>?
  package var rule: String
  /// The ids of the lexicon rows behind the rule.
  package var rows: [String]

  package init(sentence: Int, trigger: Range<Int>?, rule: String, rows: [String] = []) {
    self.sentence = sentence
    self.trigger = trigger
    self.rule = rule
    self.rows = rows
  }
}

/// A relation before it gets ids.
package struct RelationDraft: Sendable, Hashable {
  package var type: RelationType
  package var arguments: [ArgumentDraft]
  /// The figure that says when.
  package var time: Int?
  /// The mention that says where.
  package var place: Int?
  package var status: Status
  /// The words that say why it did not take place or was put off.
  package var reason: Range<Int>?
  package var evidence: [EvidenceDraft]
  package var conflicts: [Int] = []
  /// Whether it adds to an event that an earlier sentence told, and whose participants it has.
  package var retells = false
  package var confidence: Confidence

  package init(
    _ type: RelationType, arguments: [ArgumentDraft], time: Int? = nil, place: Int? = nil,
    status: Status = .happened, evidence: [EvidenceDraft], confidence: Confidence = .high
  ) {
    self.type = type
    self.arguments = arguments
    self.time = time
    self.place = place
    self.status = status
    self.evidence = evidence
    self.confidence = confidence
  }
}
