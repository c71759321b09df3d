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

  func readVerb(_ index: Int, _ parts: inout [Int: Assignment]) {
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
  func readGap(behind verb: Int, _ group: VerbGroup, _ status: Status, _ parts: inout [Int: Assignment]) {
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
  func isBareParticiple(_ group: VerbGroup, _ index: Int) -> Bool {
    group.tokens.count == 1 && reader.lexicon.is(word(group.head), .verbParticiple)
      && reader.isPreposition(index + 1, reader.words.by)
  }

  /// "Owners are A and B", "A is the builder": the noun on one side tells the part of the other.
  func readCopula(_ index: Int, _ parts: inout [Int: Assignment]) {
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

  // MARK: What chunks are

  func word(_ token: Int) -> Word { reader.text.tokens[token].word }

  func part(ofNoun chunk: Int) -> ProjectPart? { cues.part(nouns.rows(chunks[chunk].head)) }

  /// Whether a noun group is, or has at its end, a project, "it", or works of some kind.
  func isWorks(_ chunk: Int) -> Bool {
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
  func moneyPart(_ chunk: Int) -> ProjectPart? {
    for index in chunk..<reader.endOfChain(chunk) where chunks[index].kind == .noun && chunks[index].mention == nil {
      let rows = nouns.rows(chunks[index].head)
      if cues.isFunds(rows) { return cues.part(rows) }
    }
    return nil
  }

  /// Whether a noun group is a country by name: "Peru", not "Peruvians".
  func isState(_ chunk: Int) -> Bool {
    chunks[chunk].mention.map { entities.mentions[$0].type == .country && entities.mentions[$0].form != .demonym }
      ?? false
  }

  /// Whether a noun group is a company or the like, no government and nobody by name.
  func isCompany(_ chunk: Int) -> Bool {
    guard let mention = chunks[chunk].mention else { return cues.isActor(nouns.rows(chunks[chunk].head)) }
    guard let entity = entities.mentions[mention].entity else { return false }
    return ["company", "bank", "fund"].contains(entities.entities[entity].subtype ?? "company")
  }

  /// Whether "invested in" goes on with the project: its name or a definite noun, not "in several projects".
  func mayMean(_ targets: [Int]) -> Bool {
    targets.isEmpty
      || targets.contains { chunk in
        guard isWorks(chunk) else { return chunks[chunk].mention.map { entities.mentions[$0].type == .place } ?? false }
        return chunks[chunk].mention != nil
          || reader.lexicon.is(word(chunks[chunk].tokens.lowerBound), .definite) && !chunks[chunk].isPlural
      }
  }

  func isGoods(_ chunk: Int) -> Bool {
    (chunk..<reader.endOfChain(chunk)).contains {
      chunks[$0].kind == .noun && cues.isGoods(nouns.rows(chunks[$0].head))
    }
  }

  /// "a stake", "49 percent", "a third", "half"
  func isShare(_ chunk: Int) -> Bool {
    share([chunk]) != nil
      || chunks[chunk].tokens.contains { token in
        cues.isShare(nouns.rows(token)) || reader.lexicon.is(word(token), .numberFraction)
          || reader.lexicon.is(word(token), .numberHalf) || reader.lexicon.is(word(token), .numberQuarter)
      }
  }

  /// "75 percent of the output"
  func isShareOfOutput(_ chunk: Int) -> Bool { share([chunk]) != nil }

  func isMoney(_ chunk: Int) -> Bool { figure(in: [chunk]) { $0 == .money } != nil }

  /// The figure of a share among noun groups.
  func share(_ chunks: [Int]) -> Int? { figure(in: chunks) { $0 == .percent } }

  func figure(in group: [Int], _ fits: (Figure.Kind) -> Bool) -> Int? {
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

  func drafts(chunk: Int, _ found: Assignment) -> [RelationDraft] {
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

  func relation(_ found: Assignment) -> RelationType? {
    if found.isOwner { return .ownedBy }
    switch found.part {
    case .builder: return .builtBy
    case .lender, .investor: return .financedBy
    default: return nil
    }
  }
}
