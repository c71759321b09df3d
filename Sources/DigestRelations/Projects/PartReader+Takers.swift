internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Whose countries a noun group brings in.
extension PartReader {
  /// A country that takes part, in its own right or by one of its companies.
  struct Taker {
    var country: String?
    var tokens: Range<Int>
    /// The company, bank or fund.
    var body: Int?
  }

  /// Those for whom a noun group stands.
  func countries(of chunk: Int, isActing: Bool = false) -> [Taker] {
    guard let index = chunks[chunk].mention else { return byNationality(chunk) }
    let mention = entities.mentions[index]
    guard reader.sentence.tag(mention.tokens.lowerBound) != .masked, mention.form != .pronoun else { return [] }
    switch mention.type {
    case .country where !mention.group.isEmpty:
      return mention.group.map { Taker(country: entities.entities[$0].country, tokens: mention.tokens) }
    case .country: return mention.country.map { [Taker(country: $0, tokens: mention.tokens)] } ?? []
    case .place:
      return mention.form == .metonym || isActing ? [Taker(country: mention.country, tokens: mention.tokens)] : []
    case .organization:
      guard let entity = mention.entity, entities.entities[entity].subtype != "media" else { return [] }
      let own = mention.country ?? entities.entities[entity].country
      let country = nationalities(chunk).first?.country ?? apposed(chunk) ?? own
      return [Taker(country: country, tokens: mention.tokens, body: entity)]
    default: return []
    }
  }

  /// "a Norwegian developer", "firms from Spain": the countries told beside a noun for companies or banks.
  func byNationality(_ chunk: Int) -> [Taker] {
    let rows = nouns.rows(chunks[chunk].head)
    // "COSCO Shipping Ports": a known name that goes on.
    if reader.text.tokens[chunks[chunk].head].shape.contains(.capitalized),
      let body = chunks[chunk].modifiers.last, entities.mentions[body].type == .organization,
      let entity = entities.mentions[body].entity
    {
      let country = nationalities(chunk).first?.country ?? entities.entities[entity].country
      return [Taker(country: country, tokens: entities.mentions[body].tokens, body: entity)]
    }
    guard cues.isActor(rows) || cues.part(rows) != nil || cues.isGoods(rows) else { return [] }
    let own = nationalities(chunk)
    return own.isEmpty ? origin(chunk) : own
  }

  func nationalities(_ chunk: Int) -> [Taker] {
    (chunks[chunk].modifiers + (chunks[chunk].possessor.map { [$0] } ?? [])).compactMap { index in
      let mention = entities.mentions[index]
      guard mention.type == .country, let country = mention.country else { return nil }
      return Taker(country: country, tokens: mention.tokens)
    }
  }

  /// "a firm from Trinidad", "a consortium of A and B"
  func origin(_ chunk: Int) -> [Taker] {
    guard chunk + 2 < chunks.count, chunks[chunk + 1].kind == .preposition, chunks[chunk + 2].kind == .noun else {
      return []
    }
    switch reader.slot(ofPreposition: chunk + 1) {
    case .from, .in:
      guard let index = chunks[chunk + 2].mention else { return [] }
      let mention = entities.mentions[index]
      guard mention.type == .country || mention.type == .place, let country = mention.country else { return [] }
      return [Taker(country: country, tokens: mention.tokens)]
    case .of: return reader.conjuncts(startingAt: chunk + 2).group.flatMap { $0 == chunk ? [] : countries(of: $0) }
    default: return []
    }
  }

  /// "A, a Norwegian fund", "A of Switzerland"
  func apposed(_ chunk: Int) -> String? {
    var next = chunk + 1
    // "Amperex (CATL) of China"
    if next < chunks.count, chunks[next].kind == .open { next += 1 }
    guard next + 1 < chunks.count, chunks[next + 1].kind == .noun else { return nil }
    if reader.isPreposition(next, reader.words.of), let index = chunks[next + 1].mention {
      return entities.mentions[index].type == .country ? entities.mentions[index].country : nil
    }
    guard next == chunk + 1, chunks[next].kind == .comma, chunks[next + 1].mention == nil else { return nil }
    guard cues.isActor(nouns.rows(chunks[chunk + 2].head)) else { return nil }
    // "A, a Norwegian fund", "A, a subsidiary of a Chinese group"
    for index in chunk + 2..<reader.endOfChain(chunk + 2) where chunks[index].kind == .noun {
      if let country = nationalities(index).first?.country { return country }
    }
    return nil
  }
}
