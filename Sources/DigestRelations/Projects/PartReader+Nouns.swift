internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Parts that nouns tell: "a Turkish builder", "the contractor, A", "panels from China", "lenders, among them A".
extension PartReader {
  /// "a Turkish builder", "the contractor, A", "panels from China", "a loan from A", "Chinese turbines".
  func readNoun(_ index: Int) -> Assignment? {
    guard let (part, token) = nounCue(index) else { return nil }
    // "Builders from Spain are interested": of many, some firms.
    if chunks[index].isPlural, nationalities(index).isEmpty, !origin(index).isEmpty { return nil }
    let found = clauseStatus(index)
    return Assignment(part: part, trigger: token, status: found, rule: "project.part.noun")
  }

  func nounCue(_ index: Int) -> (ProjectPart, Int)? {
    let chunk = chunks[index]
    let nameStart = chunk.mention.map { entities.mentions[$0].tokens.lowerBound } ?? chunk.tokens.upperBound
    for token in chunk.tokens.reversed() where token < nameStart {
      if let part = cues.part(nouns.rows(token)) { return (part, token) }
      guard chunk.mention != nil || token == chunk.head else { continue }
      if token == chunk.head, cues.isGoods(nouns.rows(token)) { return (.supplier, token) }
    }
    if let found = phraseCue(index) { return found }
    if let mention = chunk.mention, let entity = entities.mentions[mention].entity,
      entities.mentions[mention].type == .organization, entities.entities[entity].subtype == "bank"
    {
      return (.lender, chunk.head)
    }
    return nil
  }

  /// What stands before a group of names: "the operators, A and B", "lenders, among them A", "panels from A", "a loan of A".
  func phraseCue(_ index: Int) -> (ProjectPart, Int)? {
    var start = index
    while start > 2, chunks[start - 1].kind == .comma || chunks[start - 1].kind == .coordinator,
      chunks[startOfPhrase(start - 2)].mention != nil
    {
      start = startOfPhrase(start - 2)
    }
    guard start > 1 else { return nil }
    let before = chunks[start - 1]
    if before.kind == .comma, chunks[start - 2].kind == .noun, chunks[index].mention != nil,
      chunks[start - 2].mention == nil, let part = part(ofNoun: start - 2)
    {
      return (part, chunks[start - 2].head)
    }
    guard before.kind == .preposition else { return nil }
    switch reader.slot(ofPreposition: start - 1) {
    case .from, .of:
      let noun = start - 2
      guard chunks[noun].kind == .noun else { return nil }
      if reader.slot(ofPreposition: start - 1) == .from, isGoods(noun) { return (.supplier, chunks[noun].head) }
      if let part = part(ofNoun: noun), part == .lender || part == .investor { return (part, chunks[noun].head) }
      if let mention = chunks[noun].mention, entities.mentions[mention].type == .project,
        entities.mentions[chunks[index].mention ?? mention].type == .organization
      {
        return (.investor, chunks[start - 1].head)
      }
      return nil
    case .through, .across, .via:
      // "by rail across China" is no place of a plant, which stands in one country.
      guard let project = implied ?? sites.first?.entity, !isLine(project), chunks[index].isCountry,
        chunks[start - 2].kind != .noun || chunks[start - 2].mention.map({ entities.mentions[$0].type }) != .project
      else { return nil }
      return (.transit, chunks[start - 1].head)
    default: return nil
    }
  }

  func isLine(_ project: Int) -> Bool {
    ["railway", "road", "pipeline", "corridor"].contains(entities.entities[project].subtype)
  }

  /// The first noun group of names joined by "of": "Trafigura of Switzerland".
  func startOfPhrase(_ index: Int) -> Int {
    guard chunks[index].kind == .noun else { return index }
    return reader.startOfChain(index)
  }

  /// "Six lenders, among them A and B", "13 countries, among them A": those named share the part.
  func spread(_ found: Assignment, from index: Int, _ parts: inout [Int: Assignment]) {
    var next = reader.endOfChain(index)
    if next < chunks.count, chunks[next].kind == .comma { next += 1 }
    guard next + 1 < chunks.count, chunks[next].kind == .preposition else { return }
    switch reader.slot(ofPreposition: next) {
    case .among, .including: next += 1
    default: return
    }
    // "among them"
    if next + 1 < chunks.count, chunks[next].kind == .noun, reader.lexicon.is(word(chunks[next].head), .personalPronoun)
    {
      next += 1
    }
    guard next < chunks.count, chunks[next].kind == .noun else { return }
    for member in reader.conjuncts(startingAt: next).group where parts[member] == nil { parts[member] = found }
  }

  /// A company, bank or fund that a sentence about the project names without telling its part.
  func readBystander(_ index: Int) -> Assignment? {
    guard !sites.isEmpty, let mention = chunks[index].mention, entities.mentions[mention].type == .organization,
      let entity = entities.mentions[mention].entity,
      ["company", "bank", "fund"].contains(entities.entities[entity].subtype ?? "company"),
      !sites.contains(where: { $0.extent.contains(entities.mentions[mention].tokens.lowerBound) })
    else { return nil }
    return Assignment(
      part: .partner, trigger: entities.mentions[mention].tokens.lowerBound, status: .happened,
      rule: "project.part.bystander")
  }

  /// What the clause's verb makes of what a noun states: nothing, but where it is denied or called off.
  func clauseStatus(_ index: Int) -> Status {
    let next = chunks[index...].firstIndex { $0.verb?.form == .finite }
    guard let verb = reader.precedingFinite(before: index) ?? next else { return .happened }
    if let governed = status.kinds(verb).governedStatus, !governed.isActual { return governed }
    let own = status.status(ofVerb: verb)
    return own == .ongoing ? .happened : own
  }
}
