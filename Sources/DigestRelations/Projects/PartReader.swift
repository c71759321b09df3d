internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads which countries and companies take which part in a project: from the verb beside them, else from a noun.
///
/// "A Norwegian developer will build it", "the lenders are A and B", "panels came from China", "a Japanese loan".
struct PartReader {
  let reader: ClauseReader
  let status: StatusReader
  let cues: PartCues
  let nouns: NounKinds
  let entities: EntityText
  let figures: FigureText
  /// The figures of the sentence, by number.
  let figuresHere: Range<Int>
  /// The project mentions of the sentence.
  let sites: [ProjectSite]
  /// The project that the item spoke of last, for sentences that name none.
  let implied: Int?

  /// A part that a chunk was found to have.
  struct Assignment {
    var part: ProjectPart
    var trigger: Int
    var status: Status
    var isOwner = false
    /// Whether it is who acts, so that a capital is its government: "promised by Beijing".
    var isActing = false
    /// The figure of a share.
    var share: Int?
    var rule: String
  }

  var chunks: [Chunk] { reader.chunks }

  func relations() -> [RelationDraft] {
    guard !sites.isEmpty || implied != nil else { return [] }
    var parts: [Int: Assignment] = [:]
    for index in chunks.indices where chunks[index].kind == .verb { readVerb(index, &parts) }
    for index in chunks.indices where chunks[index].kind == .noun && parts[index] == nil {
      if let found = readNoun(index) { parts[index] = found }
    }
    for (index, found) in parts { spread(found, from: index, &parts) }
    for index in chunks.indices where chunks[index].kind == .noun && parts[index] == nil {
      if let found = readBystander(index) { parts[index] = found }
    }
    return parts.sorted { $0.key < $1.key }.flatMap { drafts(chunk: $0.key, $0.value) }
  }

  // MARK: Verbs

  private func readVerb(_ index: Int, _ parts: inout [Int: Assignment]) {
    guard let group = chunks[index].verb else { return }
    if reader.lexicon.is(word(group.head), .toBe), !group.isPassive { return readCopula(index, &parts) }
    let kinds = cues.verb(group.verb)
    guard !kinds.isEmpty else { return }
    let subjects = reader.subjects(of: index)
    var clause = Clause()
    let isPassive = group.isPassive || isBareParticiple(group, index)
    reader.readRight(of: index, into: &clause, object: isPassive ? nil : .object)
    let doers = isPassive ? clause[.by] : subjects
    let objects = isPassive ? subjects : clause[.object]
    let verbStatus = status.status(ofVerb: index)
    func give(_ part: ProjectPart, _ takers: [Int], isOwner: Bool = false) {
      for chunk in takers where parts[chunk] == nil {
        parts[chunk] = Assignment(
          part: part, trigger: group.head, status: verbStatus, isOwner: isOwner, isActing: takers == doers,
          share: isOwner ? share(objects) : nil, rule: "project.part.verb")
      }
    }
    if kinds.contains(.build), objects.isEmpty || objects.contains(where: isWorks) {
      // "Italy and Tunisia build a cable": neighbours build what joins them.
      let isNeighbours = doers.count > 1 && doers.allSatisfy(isState)
      give(isNeighbours ? .host : .builder, doers)
    }
    if kinds.contains(.lend) { give(.lender, doers) }
    if kinds.contains(.pledge), let part = (objects + clause[.with]).lazy.compactMap(moneyPart).first {
      give(part, doers)
    }
    if kinds.contains(.hold), share(objects) != nil || objects.contains(where: isShare) {
      give(.investor, doers, isOwner: true)
    }
    if kinds.contains(.own), objects.isEmpty || objects.contains(where: { isWorks($0) || isShare($0) }) {
      give(.investor, doers, isOwner: true)
    }
    if kinds.contains(.finance), mayMean(clause[.in]),
      objects.isEmpty || objects.contains(where: { isWorks($0) || isMoney($0) })
    {
      give(.investor, doers)
    }
    if kinds.contains(.supply) {
      if objects.contains(where: isMoney) {
        give(clause[.as].contains { part(ofNoun: $0) == .lender } ? .lender : .investor, doers)
      } else if objects.contains(where: { isGoods($0) || isWorks($0) }) {
        give(.supplier, doers)
        if isPassive { give(.supplier, clause[.from] + clause[.in]) }
      }
    }
    if kinds.contains(.buy) {
      if objects.contains(where: { isGoods($0) || isShareOfOutput($0) }) { give(.buyer, doers) }
      give(.supplier, clause[.from])
    }
    if kinds.contains(.sell) {
      give(.buyer, clause[.to])
    }
    if kinds.contains(.come), subjects.contains(where: isShare) { give(.investor, clause[.to], isOwner: true) }
    if kinds.contains(.come), subjects.contains(where: isGoods) {
      give(.supplier, clause[.from])
      give(.buyer, clause[.to])
    }
    if kinds.contains(.cross), !isPassive { give(.transit, clause[.object] + clause[.through] + clause[.across]) }
    if kinds.contains(.belong) {
      give(.investor, clause[.to], isOwner: true)
      // "60 percent belongs to A and 40 percent to B"
      readGap(behind: index, group, verbStatus, &parts)
    }
    if kinds.contains(.lease) { give(.investor, isPassive ? clause[.to] : clause[.to] + clause[.by]) }
    if kinds.contains(.choose) { give(.builder, objects.filter(isCompany)) }
    if kinds.contains(.entrust) || kinds.contains(.sell), share(objects) != nil {
      give(.investor, clause[.to] + doers, isOwner: false)
    }
    // "Peru launched the construction of the port"
    if kinds.contains(.run), objects.contains(where: isWorks) { give(.host, doers.filter(isState)) }
    if kinds.contains(.run), objects.contains(where: isWorks) { give(.investor, doers.filter(isCompany)) }
    if kinds.contains(.entrust), objects.contains(where: isWorks) { give(.builder, clause[.to]) }
    // "A and B signed a memorandum" on what the sentence or the item is about.
    if kinds.contains(.sign), !isPassive { give(.partner, doers + clause[.with]) }
    if kinds.contains(.join), verbStatus != .proposed, verbStatus != .hypothetical,
      sites.isEmpty || objects.isEmpty || objects.contains(where: isWorks)
    {
      give(.partner, doers)
    }
  }

  /// "and 40 percent to B": another share and its owner behind the same verb.
  private func readGap(behind verb: Int, _ group: VerbGroup, _ status: Status, _ parts: inout [Int: Assignment]) {
    for index in verb + 1..<chunks.count where index + 2 < chunks.count && chunks[index].kind == .noun {
      guard reader.isPreposition(index + 1, reader.words.to), let share = share([index]),
        chunks[index + 2].kind == .noun,
        parts[index + 2] == nil
      else { continue }
      parts[index + 2] = Assignment(
        part: .investor, trigger: group.head, status: status, isOwner: true, share: share, rule: "project.part.verb")
    }
  }

  /// "turbines supplied by B", "the plant, owned by A": a participle that is also a past tense.
  private func isBareParticiple(_ group: VerbGroup, _ index: Int) -> Bool {
    group.tokens.count == 1 && reader.lexicon.is(word(group.head), .verbParticiple)
      && reader.isPreposition(index + 1, reader.words.by)
  }

  /// "Owners are A and B", "A is the builder": the noun on one side tells the part of the other.
  private func readCopula(_ index: Int, _ parts: inout [Int: Assignment]) {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .noun else { return }
    let subjects = reader.subjects(of: index)
    let behind = reader.conjuncts(startingAt: index + 1).group
    for (named, takers) in [(subjects, behind), (behind, subjects)] {
      guard let first = named.first, chunks[first].mention == nil, let part = part(ofNoun: first) else { continue }
      for chunk in takers where parts[chunk] == nil {
        parts[chunk] = Assignment(
          part: part, trigger: chunks[first].head, status: status.status(ofVerb: index), rule: "project.part.noun")
      }
      return
    }
  }

  // MARK: Nouns

  /// "a Turkish builder", "the contractor, A", "panels from China", "a loan from A", "Chinese turbines".
  private func readNoun(_ index: Int) -> Assignment? {
    guard let (part, token) = nounCue(index) else { return nil }
    // "Builders from Spain are interested": of many, some firms.
    if chunks[index].isPlural, nationalities(index).isEmpty, !origin(index).isEmpty { return nil }
    let found = clauseStatus(index)
    return Assignment(part: part, trigger: token, status: found, rule: "project.part.noun")
  }

  private func nounCue(_ index: Int) -> (ProjectPart, Int)? {
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
  private func phraseCue(_ index: Int) -> (ProjectPart, Int)? {
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

  private func isLine(_ project: Int) -> Bool {
    ["railway", "road", "pipeline", "corridor"].contains(entities.entities[project].subtype)
  }

  /// The first noun group of names joined by "of": "Trafigura of Switzerland".
  private func startOfPhrase(_ index: Int) -> Int {
    guard chunks[index].kind == .noun else { return index }
    return reader.startOfChain(index)
  }

  /// "Six lenders, among them A and B", "13 countries, among them A": those named share the part.
  private func spread(_ found: Assignment, from index: Int, _ parts: inout [Int: Assignment]) {
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
  private func readBystander(_ index: Int) -> Assignment? {
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
  private func clauseStatus(_ index: Int) -> Status {
    let next = chunks[index...].firstIndex { $0.verb?.form == .finite }
    guard let verb = reader.precedingFinite(before: index) ?? next else { return .happened }
    if let governed = status.kinds(verb).governedStatus, !governed.isActual { return governed }
    let own = status.status(ofVerb: verb)
    return own == .ongoing ? .happened : own
  }

  // MARK: What chunks are

  func word(_ token: Int) -> Word { reader.text.tokens[token].word }

  private func part(ofNoun chunk: Int) -> ProjectPart? { cues.part(nouns.rows(chunks[chunk].head)) }

  /// Whether a noun group is, or has at its end, a project, "it", or works of some kind.
  private func isWorks(_ chunk: Int) -> Bool {
    (chunk..<reader.endOfChain(chunk)).contains { index in
      guard chunks[index].kind == .noun else { return false }
      let mentions = chunks[index].modifiers + (chunks[index].mention.map { [$0] } ?? [])
      if mentions.contains(where: { entities.mentions[$0].type == .project }) { return true }
      guard chunks[index].mention == nil else { return false }
      return cues.isWorks(nouns.rows(chunks[index].head))
        || reader.lexicon.is(word(chunks[index].head), .personalPronoun)
    }
  }

  /// "a loan", "money": what who gives it is.
  private func moneyPart(_ chunk: Int) -> ProjectPart? {
    for index in chunk..<reader.endOfChain(chunk) where chunks[index].kind == .noun && chunks[index].mention == nil {
      let rows = nouns.rows(chunks[index].head)
      if cues.isFunds(rows) { return cues.part(rows) }
    }
    return nil
  }

  /// Whether a noun group is a country by name: "Peru", not "Peruvians".
  private func isState(_ chunk: Int) -> Bool {
    chunks[chunk].mention.map { entities.mentions[$0].type == .country && entities.mentions[$0].form != .demonym }
      ?? false
  }

  /// Whether a noun group is a company or the like, no government and nobody by name.
  private func isCompany(_ chunk: Int) -> Bool {
    guard let mention = chunks[chunk].mention else { return cues.isActor(nouns.rows(chunks[chunk].head)) }
    guard let entity = entities.mentions[mention].entity else { return false }
    return ["company", "bank", "fund"].contains(entities.entities[entity].subtype ?? "company")
  }

  /// Whether "invested in" goes on with the project: its name or a definite noun, not "in several projects".
  private func mayMean(_ targets: [Int]) -> Bool {
    targets.isEmpty
      || targets.contains { chunk in
        guard isWorks(chunk) else { return chunks[chunk].mention.map { entities.mentions[$0].type == .place } ?? false }
        return chunks[chunk].mention != nil
          || reader.lexicon.is(word(chunks[chunk].tokens.lowerBound), .definite) && !chunks[chunk].isPlural
      }
  }

  private func isGoods(_ chunk: Int) -> Bool {
    (chunk..<reader.endOfChain(chunk)).contains {
      chunks[$0].kind == .noun && cues.isGoods(nouns.rows(chunks[$0].head))
    }
  }

  /// "a stake", "49 percent", "a third", "half"
  private func isShare(_ chunk: Int) -> Bool {
    share([chunk]) != nil
      || chunks[chunk].tokens.contains { token in
        cues.isShare(nouns.rows(token)) || reader.lexicon.is(word(token), .numberFraction)
          || reader.lexicon.is(word(token), .numberHalf) || reader.lexicon.is(word(token), .numberQuarter)
      }
  }

  /// "75 percent of the output"
  private func isShareOfOutput(_ chunk: Int) -> Bool { share([chunk]) != nil }

  private func isMoney(_ chunk: Int) -> Bool { figure(in: [chunk]) { $0 == .money } != nil }

  /// The figure of a share among noun groups.
  private func share(_ chunks: [Int]) -> Int? { figure(in: chunks) { $0 == .percent } }

  private func figure(in group: [Int], _ fits: (Figure.Kind) -> Bool) -> Int? {
    for chunk in group {
      let tokens = chunks[chunk].tokens.lowerBound..<chunks[reader.endOfChain(chunk) - 1].tokens.upperBound
      let found = figuresHere.first {
        tokens.contains(figures.figures[$0].tokens.lowerBound) && fits(figures.figures[$0].figure.kind)
      }
      if let found { return found }
    }
    return nil
  }

  // MARK: Results

  private func drafts(chunk: Int, _ found: Assignment) -> [RelationDraft] {
    let token = chunks[chunk].tokens.lowerBound
    let site = sites.site(for: token, implied: implied)
    guard let project = site?.entity ?? implied else { return [] }
    let evidence = [
      EvidenceDraft(
        sentence: reader.sentence.sentence, trigger: found.trigger..<found.trigger + 1,
        rule: "\(found.rule).\(found.part.rawValue)")
    ]
    let argument = ArgumentDraft(.project, entity: project, tokens: site?.tokens)
    return countries(of: chunk, isActing: found.isActing).flatMap { taker -> [RelationDraft] in
      var result: [RelationDraft] = []
      if let country = taker.country {
        result.append(
          RelationDraft(
            .involvesCountry,
            arguments: [
              argument, ArgumentDraft(.country, tokens: taker.tokens, country: country),
              ArgumentDraft(.part, text: found.part.rawValue),
            ], status: found.status, evidence: evidence,
            confidence: site == nil || found.part == .partner ? .medium : .high))
      }
      if let body = taker.body, let type = relation(found) {
        var arguments = [argument, ArgumentDraft(.by, entity: body, tokens: taker.tokens, country: taker.country)]
        if let share = found.share {
          arguments.append(ArgumentDraft(.share, figure: share, tokens: figures.figures[share].tokens))
        }
        result.append(
          RelationDraft(
            type, arguments: arguments, status: found.status, evidence: evidence,
            confidence: site == nil ? .medium : .high))
      }
      return result
    }
  }

  private func relation(_ found: Assignment) -> RelationType? {
    if found.isOwner { return .ownedBy }
    switch found.part {
    case .builder: return .builtBy
    case .lender, .investor: return .financedBy
    default: return nil
    }
  }
}
