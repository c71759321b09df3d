internal import DigestEntities
internal import DigestModel

/// Derives which country a project involves from who builds, finances, owns or operates it. The words that state the
/// company's part are the evidence; the company's country comes from the text or the lexicon.
struct InvolvedCountries {
  let entities: EntityText

  func relations(from relations: [RelationDraft]) -> [RelationDraft] {
    relations.flatMap { relation -> [RelationDraft] in
      // What was read as a part of its own has its country already.
      guard let part = part(relation.type), !relation.evidence[0].rule.hasPrefix("project.part") else { return [] }
      let projects = relation.arguments.filter { $0.role == .project }
      let actors = relation.arguments.filter { $0.role == .by }
      return projects.flatMap { project in
        actors.compactMap { actor in involved(project, actor, part, relation) }
      }
    }
  }

  private func part(_ type: RelationType) -> String? {
    switch type {
    case .builtBy: "builder"
    case .financedBy, .ownedBy, .operatedBy: "investor"
    default: nil
    }
  }

  private func involved(
    _ project: ArgumentDraft, _ actor: ArgumentDraft, _ part: String, _ relation: RelationDraft
  ) -> RelationDraft? {
    guard let country = actor.country ?? actor.entity.flatMap({ entities.entities[$0].country }) else { return nil }
    var evidence = relation.evidence
    evidence[0].rule = "project.\(part)-country"
    return RelationDraft(
      .involvesCountry,
      arguments: [
        project, ArgumentDraft(.country, tokens: actor.tokens, country: country), ArgumentDraft(.part, text: part),
      ], status: relation.status, evidence: evidence, confidence: relation.confidence)
  }
}

/// Gives the countries and places of a project that is only planned the same status.
struct ProjectStatus {
  func apply(to relations: [RelationDraft]) -> [RelationDraft] {
    var stages: [Int: Status] = [:]
    for relation in relations where relation.type == .milestone {
      guard let project = relation.arguments.first(where: { $0.role == .project })?.entity else { continue }
      if relation.status.isActual || stages[project] == nil { stages[project] = relation.status }
    }
    return relations.map { relation in
      guard relation.type == .involvesCountry || relation.type == .locatedIn, relation.status == .happened,
        let project = relation.arguments.first(where: { $0.role == .project })?.entity, let stage = stages[project],
        stage == .planned || stage == .expected || stage == .proposed
      else { return relation }
      var changed = relation
      changed.status = stage
      return changed
    }
  }
}

/// Drops a country's vague part where the text also states a definite one.
struct DefiniteParts {
  private struct Key: Hashable {
    var project: Int
    var country: String
  }

  func apply(to relations: [RelationDraft]) -> [RelationDraft] {
    var definite: Set<Key> = []
    for relation in relations where part(relation) != "partner" {
      if let key = key(relation) { definite.insert(key) }
    }
    return relations.filter { relation in
      guard part(relation) == "partner", let key = key(relation) else { return true }
      return !definite.contains(key)
    }
  }

  private func part(_ relation: RelationDraft) -> String? {
    relation.type == .involvesCountry ? relation.arguments.first { $0.role == .part }?.text : nil
  }

  private func key(_ relation: RelationDraft) -> Key? {
    guard relation.type == .involvesCountry,
      let project = relation.arguments.first(where: { $0.role == .project })?.entity,
      let country = relation.arguments.first(where: { $0.role == .country })?.country
    else { return nil }
    return Key(project: project, country: country)
  }
}

/// Drops where ports, airports and zones are of which the text says nothing else: "snow closed Vilnius airport".
struct MereNames {
  let entities: EntityText

  func apply(to relations: [RelationDraft]) -> [RelationDraft] {
    var told: Set<Int> = []
    for relation in relations where !isSite(relation) {
      for argument in relation.arguments { if let entity = argument.entity { told.insert(entity) } }
    }
    return relations.filter { relation in
      guard isSite(relation), let entity = relation.arguments.first(where: { $0.role == .project })?.entity,
        ["port", "airport", "zone"].contains(entities.entities[entity].subtype)
      else { return true }
      return told.contains(entity)
    }
  }

  /// Whether a relation tells only where a project is.
  private func isSite(_ relation: RelationDraft) -> Bool {
    relation.type == .locatedIn
      || relation.type == .involvesCountry
        && relation.arguments.contains { $0.role == .part && ($0.text == "host" || $0.text == "partner") }
  }
}

/// Drops a country as builder, owner or financier of a project where one of its companies is known to be: "a Chinese
/// company" in the headline, its name below.
struct NamedActors {
  let entities: EntityText

  private struct Key: Hashable {
    var type: RelationType
    var project: Int
    var country: String
  }

  func apply(to relations: [RelationDraft]) -> [RelationDraft] {
    var named: Set<Key> = []
    for relation in relations {
      if let (key, isCountry) = key(relation), !isCountry { named.insert(key) }
    }
    return relations.filter { relation in
      guard let (key, isCountry) = key(relation), isCountry else { return true }
      return !named.contains(key)
    }
  }

  private func key(_ relation: RelationDraft) -> (Key, isCountry: Bool)? {
    switch relation.type {
    case .builtBy, .financedBy, .ownedBy, .operatedBy: break
    default: return nil
    }
    guard let project = relation.arguments.first(where: { $0.role == .project })?.entity,
      let actor = relation.arguments.first(where: { $0.role == .by }), let entity = actor.entity,
      let country = actor.country ?? entities.entities[entity].country
    else { return nil }
    return (Key(type: relation.type, project: project, country: country), entities.entities[entity].type == .country)
  }
}
