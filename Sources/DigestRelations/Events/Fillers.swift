internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a noun group can be as an argument.
struct Filler: Hashable {
  var entity: Int?
  var tokens: Range<Int>
  var country: String?
  var kind: FillerKind
  /// Whether it stands for somebody else: "Vietnamese officials" for Vietnam.
  var isIndirect = false
  /// Whether it is only words: "a group of farmers", "his adviser".
  var isUnknown = false
}

/// Turns noun groups into arguments.
struct FillerReader {
  let reader: ClauseReader
  let mentions: [MentionDraft]
  let entities: [Entity]
  let nouns: NounKinds
  /// Whom "he" and "she" mean.
  let subject: DiscourseSubject
  /// Whom "the guest" and "the host" mean.
  let events: EventScope
  /// Whether the sentence is a headline, below which those have names who are words in it.
  let isHeadline: Bool
  /// The project that the item spoke of last.
  let project: Int?

  private var text: SegmentedText { reader.text }
  private var chunks: [Chunk] { reader.chunks }

  /// The arguments that a noun group offers, by what the role needs.
  func fillers(_ chunk: Int, need: FillerKind) -> [Filler] {
    if need.contains(.any) { return [words(chunk, .any)] }
    if need == .project { return projects(chunk) }
    if need.contains(.person), let person = compatriot(chunk) { return [person] }
    if let mention = chunks[chunk].mention, !isOwnSubject(chunk, mention) {
      return fillers(mention: mention, need: need).map { nationality($0, chunk) }
    }
    if need.contains(.person), let person = pronoun(chunk) ?? partOfVisit(chunk) { return [person] }
    // "each of the two guests"
    if chunks[chunk].tokens.count == 1, reader.sentence.tag(chunks[chunk].head) == .determiner,
      chunk + 2 < chunks.count,
      reader.isPreposition(chunk + 1, reader.words.of), chunks[chunk + 2].kind == .noun
    {
      return fillers(chunk + 2, need: need)
    }
    let kind = nouns.kind(chunks[chunk].head).intersection(need)
    if !kind.isEmpty { return [words(chunk, kind)] }
    if nouns.isDelegate(chunks[chunk].head) {
      let found = represented(by: chunk, need: need)
      if !found.isEmpty { return found }
    }
    return need.contains(.person) ? unknown(chunk) : []
  }

  /// "He", "she", "him": the person that the sentence, or the one before it, is about.
  private func pronoun(_ chunk: Int) -> Filler? {
    guard chunks[chunk].tokens.count == 1 else { return nil }
    let token = chunks[chunk].tokens.lowerBound
    guard nouns.isSingularPerson(text.tokens[token].word), var person = antecedent(of: chunk) else { return nil }
    person.tokens = chunks[chunk].tokens
    person.isIndirect = true
    return person
  }

  /// "Party officials", "the adviser of A": people whom no rule knows.
  private func unknown(_ chunk: Int) -> [Filler] {
    guard !isHeadline, chunks[chunk].isRole || nouns.isDelegate(chunks[chunk].head), !nouns.isBody(chunks[chunk].head)
    else {
      return []
    }
    var filler = words(chunk, .person)
    filler.isIndirect = true
    filler.isUnknown = true
    return [filler]
  }

  /// An object is not the subject of its own clause: "A is in Lima, where B received him".
  private func antecedent(of chunk: Int) -> Filler? {
    let token = chunks[chunk].tokens.lowerBound
    guard chunk > 0, chunks[chunk - 1].kind == .verb else { return subject.antecedent(at: token, isObject: false) }
    if let current = subject.antecedent(at: token, isObject: false),
      !reader.subjects(of: chunk - 1).contains(where: { chunks[$0].tokens.overlaps(current.tokens) })
    {
      return current
    }
    return subject.antecedent(at: token, isObject: true)
  }

  /// So many mentions back somebody is looked for.
  private static let maximumReach = 256

  /// "The Angolan": the last person of the country whom the item named.
  private func compatriot(_ chunk: Int) -> Filler? {
    let tokens = chunks[chunk].tokens
    guard let demonym = chunks[chunk].mention, mentions[demonym].form == .demonym, tokens.count == 2,
      reader.lexicon.is(text.tokens[tokens.lowerBound].word, .definite), let country = mentions[demonym].country
    else { return nil }
    for mention in mentions[..<demonym].suffix(Self.maximumReach).reversed() {
      guard mention.tokens.lowerBound >= subject.itemStart else { return nil }
      if mention.type == .person, mention.country == country, let entity = mention.entity {
        return Filler(entity: entity, tokens: tokens, country: country, kind: .person, isIndirect: true)
      }
    }
    return nil
  }

  /// "A, who spoke to him": whether a pronoun was taken for the subject of its own clause, which it can't mean.
  private func isOwnSubject(_ chunk: Int, _ mention: Int) -> Bool {
    guard mentions[mention].form == .pronoun, let entity = mentions[mention].entity, chunk > 0,
      let verb = chunks[..<chunk].lastIndex(where: { $0.kind != .preposition && $0.kind != .adverb }),
      chunks[verb].kind == .verb, chunk + 1 >= chunks.count || chunks[chunk + 1].verb?.form != .finite
    else { return false }
    return reader.subjects(of: verb).contains { subject in
      chunks[subject].mention.map { mentions[$0].entity == entity } ?? false
    }
  }

  /// "The guest", "his host": the one of the visit or reception that the item spoke of last.
  private func partOfVisit(_ chunk: Int) -> Filler? {
    guard let kind = nouns.guestKind(chunks[chunk].head),
      chunks[chunk].hasPossessive || reader.lexicon.is(text.tokens[chunks[chunk].tokens.lowerBound].word, .definite),
      let person = kind == .guest ? events.guest : events.host
    else { return nil }
    return Filler(
      entity: person.entity, tokens: chunks[chunk].tokens, country: person.country, kind: .person, isIndirect: true)
  }

  /// "the Chinese company A", "China's A": a body without a known country has that of its modifier.
  private func nationality(_ filler: Filler, _ chunk: Int) -> Filler {
    guard filler.country == nil, filler.kind.contains(.organization) else { return filler }
    var filler = filler
    let modifiers = chunks[chunk].modifiers + (chunks[chunk].possessor.map { [$0] } ?? [])
    filler.country = modifiers.first { mentions[$0].type == .country }.flatMap { mentions[$0].country }
    return filler
  }

  /// What a mention, possibly of several, offers.
  func fillers(mention index: Int, need: FillerKind) -> [Filler] {
    let mention = mentions[index]
    if !mention.group.isEmpty {
      return mention.group.compactMap { entity in
        let kind = Self.kind(of: entities[entity].type)
        guard !kind.intersection(need).isEmpty else { return nil }
        return Filler(entity: entity, tokens: mention.tokens, country: entities[entity].country, kind: kind)
      }
    }
    let kind = Self.kind(of: mention.type).intersection(need)
    guard !kind.isEmpty else { return [] }
    if mention.form == .pronoun, mention.entity == nil { return [] }
    if mention.form == .metonym, need.intersection([.place]).isEmpty { return [] }
    return [Filler(entity: mention.entity, tokens: mention.tokens, country: mention.country, kind: kind)]
  }

  /// The projects of a noun group and of what hangs on it: "the expansion of the plant".
  private func projects(_ chunk: Int) -> [Filler] {
    var found: [Filler] = []
    for index in chunk..<reader.endOfChain(chunk) where chunks[index].kind == .noun {
      for mention in chunks[index].modifiers + (chunks[index].mention.map { [$0] } ?? []) {
        found += fillers(mention: mention, need: .project)
      }
      if found.isEmpty, let project, isDefiniteProject(index) {
        found.append(Filler(entity: project, tokens: chunks[index].tokens, kind: .project, isIndirect: true))
      }
    }
    return found
  }

  /// "the upgraded plant": a definite noun for a project, which means the one the item spoke of last.
  private func isDefiniteProject(_ chunk: Int) -> Bool {
    nouns.isProject(chunks[chunk].head)
      && reader.classes[chunks[chunk].tokens.lowerBound].contains(.definite)
  }

  /// A noun group as an occasion.
  func group(_ chunk: Int) -> Filler { words(chunk, .occasion) }

  /// The words of a noun group with what is attached to it by "of".
  private func words(_ chunk: Int, _ kind: FillerKind) -> Filler {
    let end = reader.endOfChain(chunk) - 1
    return Filler(tokens: chunks[chunk].tokens.lowerBound..<chunks[end].tokens.upperBound, kind: kind)
  }

  /// Those for whom "the Vietnamese delegation", "officials of Oman", "a delegation headed by A" stand.
  private func represented(by chunk: Int, need: FillerKind) -> [Filler] {
    if let leader = leader(of: chunk, need: need) { return leader }
    var found: [Filler] = []
    for modifier in chunks[chunk].modifiers + (chunks[chunk].possessor.map { [$0] } ?? []) {
      found += fillers(mention: modifier, need: need)
    }
    if found.isEmpty, chunk + 2 < chunks.count,
      reader.isPreposition(chunk + 1, reader.words.of) || reader.isPreposition(chunk + 1, reader.words.from)
    {
      for member in reader.conjuncts(startingAt: chunk + 2).group { found += fillers(member, need: need) }
    }
    return found.map {
      var filler = $0
      filler.isIndirect = true
      return filler
    }
  }

  /// "A delegation led by A", "the delegations of Oman and Peru, led by A and B": those who lead.
  private func leader(of chunk: Int, need: FillerKind) -> [Filler]? {
    var verb = reader.endOfChain(chunk)
    while verb + 1 < chunks.count, chunks[verb].kind == .coordinator, chunks[verb + 1].kind == .noun { verb += 2 }
    if verb < chunks.count, [.open, .comma].contains(chunks[verb].kind) { verb += 1 }
    guard verb + 2 < chunks.count, chunks[verb].verb?.isPassive == true, chunks[verb].verb?.form == .participle,
      reader.isPreposition(verb + 1, reader.words.by), chunks[verb + 2].mention != nil
    else { return nil }
    let found = reader.conjuncts(startingAt: verb + 2).group.flatMap { fillers($0, need: need) }
    return found.isEmpty ? nil : found
  }

  static func kind(of type: EntityType) -> FillerKind {
    switch type {
    case .person: .person
    case .country: [.country, .place]
    case .organization: .organization
    case .place: .place
    case .agreement: [.agreement, .statement]
    case .award: .award
    case .occasion: .occasion
    case .position: .position
    case .project: .project
    }
  }
}
