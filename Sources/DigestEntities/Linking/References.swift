internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// "the fund", "the plant", "the country": the head noun of a name used alone.
  func linkReference(_ start: Int, _ context: inout ItemContext) -> Int? {
    let current = word(start)
    guard current == rules.the || current == rules.this, start + 1 < claims.count, isFree(start + 1),
      !shape(start + 1).contains(.sentenceStart)
    else { return nil }
    var token = start + 1
    // "The 1,814 km pipeline"
    while token + 1 < claims.count,
      figure(token) != nil || marks[token] == .hyphen || classes(token).contains(.planWord), token < start + 6
    { token += 1 }
    if classes(token).contains(.adjective), token + 1 < claims.count, isFree(token + 1) { token += 1 }
    guard let noun = noun(token), !isCapital(token) || isOpening(token), noun.end <= claims.count else { return nil }
    // A head noun that is followed by a name or another noun names something else.
    if noun.end < claims.count, isFollowed(noun.end) { return nil }
    if noun.kinds.contains(.project) || noun.kinds.contains(.ref), let thing = project(token..<noun.end, context) {
      return refer(start..<noun.end, thing, "coref.project-noun", &context)
    }
    if noun.kinds.contains(.award), let thing = context.things.last(where: { mentions[$0].type == .award }) {
      return refer(start..<noun.end, thing, "coref.award-noun", &context)
    }
    if noun.kinds.contains(.organization), let thing = organization(token..<noun.end, context) {
      return refer(start..<noun.end, thing, "coref.organization-noun", &context)
    }
    return nil
  }

  private func isFollowed(_ token: Int) -> Bool {
    if shape(token).contains(.sentenceStart) { return false }
    return isNameWord(token)
      || isLetter(token) && !isClitic(token) && !classes(token).intersects(.functionWords)
        && !classes(token).contains(.verb) && (kinds[token] != [] || word(token) == 0)
  }

  private func refer(_ tokens: Range<Int>, _ thing: Int, _ rule: String, _ context: inout ItemContext) -> Int {
    let entity = mentions[thing].entity
    var mention = MentionDraft(
      tokens: tokens, type: mentions[thing].type, form: .shortName, entity: entity, country: mentions[thing].country,
      rule: rule)
    mention.note = entity.map { registry[$0].name }
    mention.antecedents = [mentions[thing].tokens.lowerBound]
    context.see(thing: thing)
    return add(mention)
  }

  /// The project named last whose head noun or kind this is.
  private func project(_ head: Range<Int>, _ context: ItemContext) -> Int? {
    let candidates = context.things.reversed().filter { mentions[$0].type == .project }
    if let same = candidates.first(where: {
      word(mentions[$0].tokens.upperBound - 1) == word(head.upperBound - 1) || contains($0, head)
    }) {
      return same
    }
    let isProjectWord = noun(head.lowerBound).map { $0.kinds.contains(.project) && $0.kinds.contains(.ref) } ?? false
    let own = isProjectWord ? "any" : subtype(ofHead: head, .project) ?? subtype(ofHead: head, .ref)
    let alike = candidates.filter { candidate in
      guard let entity = mentions[candidate].entity, let subtype = registry[entity].subtype, subtype != "programme"
      else { return false }
      // A zone or a port is where other works stand.
      if own == "any", subtype == "zone" || subtype == "corridor" { return false }
      return own == "any" || own == subtype || own == "plant" && subtype == "power"
        || own == "railway" && ["pipeline", "power", "road"].contains(subtype)
    }
    return Set(alike.compactMap { mentions[$0].entity }).count == 1 ? alike.first : nil
  }

  /// Whether a name has this head noun anywhere.
  private func contains(_ thing: Int, _ head: Range<Int>) -> Bool {
    let wanted = word(head.upperBound - 1)
    return wanted != 0 && mentions[thing].tokens.contains { word($0) == wanted }
  }

  /// The organisation named last whose name has this head noun, or which is of this kind and the only one.
  private func organization(_ head: Range<Int>, _ context: ItemContext) -> Int? {
    let candidates = context.things.reversed().filter { mentions[$0].type == .organization && !isMedia($0) }
    if let same = candidates.first(where: { contains($0, head) || entityHas($0, head) }) { return same }
    let own = subtype(ofHead: head, .organization)
    guard own == "company" || own == "fund" || own == "bank" || own == "party" else { return nil }
    let alike = candidates.filter { candidate in
      mentions[candidate].entity.map { registry[$0].subtype == own } ?? false
    }
    return Set(alike.compactMap { mentions[$0].entity }).count == 1 ? alike.first : nil
  }

  private func isMedia(_ thing: Int) -> Bool { mentions[thing].entity.map { registry[$0].subtype == "media" } ?? false }

  /// Whether the entity's usual name ends in the head noun, where the text has only its acronym.
  private func entityHas(_ thing: Int, _ head: Range<Int>) -> Bool {
    guard let entity = mentions[thing].entity else { return false }
    let last = registry[entity].name.split(separator: " ").last.map(String.init) ?? ""
    return lexicon.word(last) == word(head.upperBound - 1) && word(head.upperBound - 1) != 0
  }
}
