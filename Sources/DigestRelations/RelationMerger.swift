internal import DigestEntities
internal import DigestFigures
internal import DigestModel
internal import DigestText

/// Makes one record of several reports of one event, and ties events that are part of another.
struct RelationMerger {
  let text: SegmentedText
  let figures: FigureText
  let entities: EntityText

  func merge(_ relations: [RelationDraft]) -> [RelationDraft] {
    var merged: [RelationDraft] = []
    var byKey: [Key: [Int]] = [:]
    for relation in relations {
      let key = key(of: relation)
      if let same = byKey[key]?.first(where: { isCompatible(merged[$0], relation) }) {
        unite(&merged[same], with: relation)
      } else {
        byKey[key, default: []].append(merged.count)
        merged.append(relation)
      }
    }
    return merged + partOf(merged)
  }

  // MARK: One event

  private struct Key: Hashable {
    var type: RelationType
    var participants: Set<String>
    var isActual: Bool
  }

  private func key(of relation: RelationDraft) -> Key {
    var participants: Set<String> = []
    for argument in relation.arguments {
      switch argument.role {
      case .kind, .topic, .amount, .officiant, .conferrer, .body: continue
      case .item, .stage, .part: participants.insert(argument.text ?? name(argument))
      case .country: participants.insert(argument.country ?? name(argument))
      case .figure: participants.insert("figure \(argument.figure ?? -1)")
      case .change: participants.insert("change \(argument.change ?? -1)")
      case .destination: participants.insert("to " + (argument.country ?? name(argument)))
      case .agreement, .occasion, .level: continue
      case .subject where relation.type != .capacityChange: continue
      default: participants.insert(name(argument))
      }
    }
    return Key(type: relation.type, participants: participants, isActual: relation.status.isActual)
  }

  private func name(_ argument: ArgumentDraft) -> String {
    if let entity = argument.entity { return entities.entities[entity].id }
    if let tokens = argument.tokens { return text.string(tokens).lowercased() }
    return argument.country ?? ""
  }

  private func isCompatible(_ left: RelationDraft, _ right: RelationDraft) -> Bool {
    if !left.status.isActual, left.status != right.status { return false }
    for role in [Role.conferrer, .body] {
      let (a, b) = (left.arguments.first { $0.role == role }, right.arguments.first { $0.role == role })
      if let a, let b, name(a) != name(b) { return false }
    }
    guard words(left) == nil || words(right) == nil || overlap(words(left), words(right)) else { return false }
    guard let a = interval(left), let b = interval(right) else { return true }
    return a.start <= b.end && b.start <= a.end
  }

  /// The words of the argument that is no entity: the agreement signed, the occasion attended.
  private func words(_ relation: RelationDraft) -> Range<Int>? {
    relation.arguments.first { [.agreement, .occasion, .subject, .level].contains($0.role) }?.tokens
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

  private func interval(_ relation: RelationDraft) -> (start: String, end: String)? {
    guard let time = relation.time, let edtf = figures.figures[time].figure.edtf else { return nil }
    let parts = edtf.split(separator: "/")
    guard let first = parts.first, let last = parts.last else { return nil }
    return (String(first), String(last) + "~")
  }

  private func unite(_ relation: inout RelationDraft, with other: RelationDraft) {
    for argument in other.arguments
    where !relation.arguments.contains(where: {
      $0.role == argument.role && (name($0) == name(argument) || argument.role == .destination || argument.role == .kind)
    }) {
      relation.arguments.append(argument)
    }
    relation.time = relation.time ?? other.time
    relation.place = relation.place ?? other.place
    relation.evidence += other.evidence.filter { !relation.evidence.contains($0) }
    if other.confidence == .high { relation.confidence = .high }
  }

  // MARK: Parts

  /// A reception, talks, a signing or an award inside a visit is part of the visit: the visitor takes part in both, and
  /// both stand in one sentence, or in one item on compatible days.
  private func partOf(_ relations: [RelationDraft]) -> [RelationDraft] {
    let visits = relations.indices.filter { relations[$0].type == .visited && relations[$0].status.isActual }
    var parts: [RelationDraft] = []
    for part in relations.indices where relations[part].type.canBePartOfVisit && relations[part].status.isActual {
      for visit in visits where isPart(relations[part], of: relations[visit]) {
        parts.append(
          RelationDraft(
            .partOf, arguments: [ArgumentDraft(.part, relation: part), ArgumentDraft(.whole, relation: visit)],
            evidence: [
              EvidenceDraft(sentence: relations[part].evidence[0].sentence, trigger: nil, rule: "relation.part-of.visit")
            ], confidence: .medium))
        break
      }
    }
    return parts
  }

  private func isPart(_ part: RelationDraft, of visit: RelationDraft) -> Bool {
    let visitors = Set(visit.arguments.filter { $0.role == .visitor }.compactMap(\.entity))
    guard part.arguments.contains(where: { $0.entity.map(visitors.contains) ?? false }), isCompatible(part, visit) else {
      return false
    }
    let items = Set(visit.evidence.compactMap { item(of: $0.sentence) })
    return part.evidence.contains { evidence in item(of: evidence.sentence).map(items.contains) ?? false }
  }

  private func item(of sentence: Int) -> Int? {
    entities.layout.items.firstIndex { item in
      text.lines[item.lines.lowerBound].lowerBound <= sentence && sentence < text.lines[item.lines.upperBound - 1].upperBound
    }
  }
}

extension RelationType {
  fileprivate var canBePartOfVisit: Bool {
    switch self {
    case .met, .received, .negotiated, .signed, .issued, .awarded, .attended, .upgradedRelations: true
    default: false
    }
  }
}
