internal import DigestEntities
internal import DigestFigures
internal import DigestModel
internal import DigestText

/// Makes one record of several reports of one event, and ties events that are part of another.
final class RelationMerger {
  let text: SegmentedText
  let figures: FigureText
  let entities: EntityText
  private let items: ItemIndex
  /// The day of the document.
  private let today: DayRange?

  init(text: SegmentedText, figures: FigureText, entities: EntityText, today: String?) {
    self.text = text
    self.figures = figures
    self.entities = entities
    items = ItemIndex(entities: entities, text: text)
    self.today = today.flatMap(DayRange.init(edtf:))
  }

  /// Of one event reported again and again with other dates, only the last versions are compared.
  private static let maximumVersions = 8

  func merge(_ relations: [RelationDraft]) -> [RelationDraft] {
    var merged: [RelationDraft] = []
    var byKey: [Key: [Int]] = [:]
    for relation in relations {
      let key = key(of: relation)
      if relation.retells {
        if let told = byKey[key]?.last { retell(&merged[told], with: relation) }
        continue
      }
      if let same = byKey[key]?.suffix(Self.maximumVersions).first(where: { isCompatible(merged[$0], relation) }) {
        unite(&merged[same], with: relation)
      } else {
        byKey[key, default: []].append(merged.count)
        merged.append(relation)
      }
    }
    let parts = partOf(merged)
    for part in parts { inheritDay(&merged, part) }
    return merged + parts
  }

  // MARK: One event

  private struct Key: Hashable {
    /// A meeting's talks and reception have one: they are one event.
    var type: RelationType
    /// Ascending, each once.
    var participants: [String]
    var isActual: Bool
  }

  private func key(of relation: RelationDraft) -> Key {
    var participants: [String] = []
    for argument in relation.arguments {
      switch argument.role {
      case .kind, .topic, .amount, .officiant, .conferrer, .body: continue
      case .item, .stage, .part: participants.append(argument.text ?? name(argument))
      case .country: participants.append(argument.country ?? name(argument))
      case .figure: participants.append("figure \(argument.figure ?? -1)")
      case .change: participants.append("change \(argument.change ?? -1)")
      case .destination: participants.append("to " + (argument.country ?? name(argument)))
      case .agreement, .occasion, .level, .award: continue
      case .subject where relation.type != .capacityChange: continue
      default: participants.append(name(argument))
      }
    }
    participants.sort()
    for index in participants.indices.dropFirst().reversed() where participants[index] == participants[index - 1] {
      participants.remove(at: index)
    }
    return Key(
      type: relation.type.meetingStrength == nil ? relation.type : .met, participants: participants,
      isActual: relation.status.isActual)
  }

  private func name(_ argument: ArgumentDraft) -> String {
    if let entity = argument.entity { return entities.entities[entity].id }
    if let tokens = argument.tokens { return text.string(tokens).lowercased() }
    return argument.country ?? ""
  }

  private func isCompatible(_ left: RelationDraft, _ right: RelationDraft) -> Bool {
    if !left.status.isActual, left.status != right.status, !(isAhead(left) && isAhead(right)) { return false }
    for role in [Role.conferrer, .body] {
      let (a, b) = (left.arguments.first { $0.role == role }, right.arguments.first { $0.role == role })
      if let a, let b, name(a) != name(b) { return false }
    }
    guard words(left) == nil || words(right) == nil || overlap(words(left), words(right)) else { return false }
    if left.time == nil, left.status == .happened, isPast(right) { return false }
    guard let a = interval(left), let b = interval(right) else { return true }
    return a.start <= b.end && b.start <= a.end
  }

  /// What is planned in one sentence and expected in another is one plan.
  private func isAhead(_ relation: RelationDraft) -> Bool {
    relation.status == .planned || relation.status == .expected
  }

  /// The words of the argument that is no entity: the agreement signed, the occasion attended.
  private func words(_ relation: RelationDraft) -> Range<Int>? {
    relation.arguments.first { [.agreement, .occasion, .subject, .level, .award].contains($0.role) }?.tokens
  }

  /// Whether two phrases share a word that is more than a function word.
  private func overlap(_ left: Range<Int>?, _ right: Range<Int>?) -> Bool {
    guard let left, let right else { return true }
    for token in left where text.tokens[token].end - text.tokens[token].start > 3 {
      for other in right where text.tokens[other].word == text.tokens[token].word && text.tokens[token].word != 0 {
        return true
      }
    }
    return false
  }

  /// Whether an event lies weeks back: background, and not the one of today's report, which gives no day.
  private func isPast(_ relation: RelationDraft) -> Bool {
    guard let today, let time = relation.time, let edtf = figures.figures[time].figure.edtf,
      let days = DayRange(edtf: edtf)
    else { return false }
    return today.first - days.last > 21
  }

  private func interval(_ relation: RelationDraft) -> (start: String, end: String)? {
    guard let time = relation.time, let edtf = figures.figures[time].figure.edtf else { return nil }
    let parts = edtf.split(separator: "/")
    guard let first = parts.first, let last = parts.last else { return nil }
    return (String(first), String(last) + "~")
  }

  private func unite(_ relation: inout RelationDraft, with other: RelationDraft) {
    if relation.time == nil, other.time != nil, isAhead(relation) { relation.status = other.status }
    let isSameType = relation.type == other.type
    if let own = relation.type.meetingStrength, let new = other.type.meetingStrength, new > own {
      relation.type = other.type
      relation.arguments = other.arguments + relation.arguments.filter { !Self.participants.contains($0.role) }
    }
    // "A medal" in the headline is the medal named below.
    for (index, argument) in relation.arguments.enumerated()
    where Self.things.contains(argument.role) && argument.entity == nil {
      if let named = other.arguments.first(where: { $0.role == argument.role && $0.entity != nil }) {
        relation.arguments[index] = named
      }
    }
    for argument in other.arguments
    where (isSameType || !Self.participants.contains(argument.role))
      && !relation.arguments.contains(where: {
        $0.role == argument.role
          && (name($0) == name(argument) || Self.things.contains(argument.role)
            || [.destination, .kind, .country].contains(argument.role))
      })
    {
      relation.arguments.append(argument)
    }
    relation.time = relation.time ?? other.time
    relation.place = relation.place ?? other.place
    if let last = relation.evidence.last, other.evidence != [last] { relation.evidence += other.evidence }
    if other.confidence == .high { relation.confidence = .high }
  }

  /// Adds a later sentence on an event: its day and place, or that it was called off.
  private func retell(_ relation: inout RelationDraft, with other: RelationDraft) {
    if other.status != relation.status { relation.status = other.status }
    relation.time = relation.time ?? other.time
    relation.place = relation.place ?? other.place
    relation.evidence += other.evidence
  }

  /// Roles of which an event has one, however the reports call it.
  private static let things: Set<Role> = [.award, .agreement, .occasion, .level]
  private static let participants: Set<Role> = [.participant, .party, .host, .guest]

  // MARK: Parts

  /// A reception, talks, a signing or an award inside a visit is part of the visit: the visitor takes part in both, and
  /// both stand in one sentence, or in one item on compatible days.
  private func partOf(_ relations: [RelationDraft]) -> [RelationDraft] {
    var visits: [VisitKey: [Int]] = [:]
    for visit in relations.indices where relations[visit].type == .visited && relations[visit].status.isActual {
      for key in keys(of: relations[visit], items, role: .visitor) { visits[key, default: []].append(visit) }
    }
    return relations.indices.compactMap { part in
      guard relations[part].type.canBePartOfVisit, relations[part].status.isActual else { return nil }
      for key in keys(of: relations[part], items) {
        for visit in (visits[key] ?? []).prefix(Self.maximumVersions)
        where isCompatible(relations[part], relations[visit]) {
          return partOf(part, visit, relations[part].evidence[0].sentence)
        }
      }
      return nil
    }
  }

  /// What belongs to a visit of one day took place on that day.
  private func inheritDay(_ relations: inout [RelationDraft], _ link: RelationDraft) {
    guard let part = link.arguments[0].relation, let whole = link.arguments[1].relation,
      relations[part].time == nil, let day = relations[whole].time,
      figures.figures[day].figure.edtf?.utf8.count == 10
    else { return }
    relations[part].time = day
  }

  /// A person in an item.
  private struct VisitKey: Hashable {
    var entity: Int
    var item: Int
  }

  private func keys(of relation: RelationDraft, _ items: ItemIndex, role: Role? = nil) -> [VisitKey] {
    var found: [VisitKey] = []
    for argument in relation.arguments where role == nil || role == argument.role {
      guard let entity = argument.entity else { continue }
      for evidence in relation.evidence {
        guard let item = items.item(of: evidence.sentence) else { continue }
        let key = VisitKey(entity: entity, item: item)
        if found.last != key { found.append(key) }
      }
    }
    return found
  }

  private func partOf(_ part: Int, _ visit: Int, _ sentence: Int) -> RelationDraft {
    RelationDraft(
      .partOf, arguments: [ArgumentDraft(.part, relation: part), ArgumentDraft(.whole, relation: visit)],
      evidence: [EvidenceDraft(sentence: sentence, trigger: nil, rule: "relation.part-of.visit")], confidence: .medium)
  }
}

extension RelationType {
  /// Of meetings that may be one event, which tells more: a reception more than a meeting, that more than talks.
  fileprivate var meetingStrength: Int? {
    switch self {
    case .received: 3
    case .met: 2
    case .negotiated: 1
    default: nil
    }
  }

  fileprivate var canBePartOfVisit: Bool {
    switch self {
    case .met, .received, .negotiated, .signed, .issued, .awarded, .attended, .upgradedRelations: true
    default: false
    }
  }
}
