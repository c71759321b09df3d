internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// The mention of a person by role alone: "the Vietnamese leader", "the minister", "his Georgian counterpart".
  func linkRole(_ title: TitlePhrase, _ sentence: Int, _ context: inout ItemContext) -> Int? {
    guard !title.isPlural, !title.isAuthor, isFree(title.head.lowerBound), let start = roleStart(title) else {
      return nil
    }
    // "president Sheikh Salim": the name's own title stands between.
    if title.tokens.upperBound < claims.count, let next = claim(title.tokens.upperBound),
      mentions[next].type == .person,
      mentions[next].form != .pronoun, mentions[next].tokens.lowerBound == title.tokens.upperBound,
      !shape(title.tokens.upperBound).contains(.sentenceStart)
    {
      return nil
    }
    let country = roleCountry(title)
    let head = title.isPlural || title.isRelative ? nil : organizationHead(title)
    guard country != nil || head != nil || isBareRole(title) || onlyBearer(title, context) != nil else { return nil }
    var mention = MentionDraft(
      tokens: start..<title.tokens.upperBound, type: .person, form: .role, country: country, rule: "role.unresolved")
    mention.title = title.tokens
    mention.body = title.bodies.compactMap { mentions[$0].entity }.last
    if !isFormer(title), let found = head ?? resolve(title, country, context) {
      mention.entity = found.entity
      mention.rule = found.rule
      mention.country = registry[found.entity].country ?? country
      if registry[found.entity].basis == .lexicon { mention.rows = [registry[found.entity].id] }
      mention.antecedents = antecedents(of: [found.entity], context)
      context.see(
        person: .init(entity: found.entity, country: mention.country, token: start, sentence: sentence))
    }
    return add(mention)
  }

  /// Where a definite role phrase starts: at its article, possessive or demonym; nil for "a minister".
  private func roleStart(_ title: TitlePhrase) -> Int? {
    var first = title.extent.lowerBound
    let hasBody = first < title.tokens.lowerBound
    if first > 0, kinds[first - 1].contains(.former), !shape(first).contains(.sentenceStart) { first -= 1 }
    guard first > 0, !shape(first).contains(.sentenceStart) else { return hasBody ? first : nil }
    let classes = classes(first - 1)
    let before = word(first - 1)
    if before == rules.the || classes.contains(.possessive) { return first - 1 }
    if classes.contains(.article) { return nil }
    // "Kazakh President" in a headline, "Oman's foreign minister".
    return hasBody ? first : nil
  }

  /// Who holds an office of an organisation that the phrase names: "the UN secretary-general", "the European Commission
  /// president".
  private func organizationHead(_ title: TitlePhrase) -> (entity: Int, rule: String)? {
    guard date != nil, !title.positions.isEmpty, let body = organizationBody(title) else { return nil }
    let ids = Set(title.positions.map { lexicon.table(.positions).cell($0, "id") })
    let row =
      holder(ids, of: body.id) ?? holder(positions(of: body, called: word(title.head.upperBound - 1)), of: body.id)
    return row.map { (registry.add(.people, row: $0), "coref.role-office") }
  }

  /// The organisation of the tables that a title names.
  private func organizationBody(_ title: TitlePhrase) -> Entity? {
    for index in title.bodies.reversed() where mentions[index].type == .organization {
      return mentions[index].entity.map { registry[$0] }.flatMap { $0.basis == .lexicon ? $0 : nil }
    }
    return nil
  }

  /// Its positions whose names repeat words of its own: the "commission president" of the European Commission.
  private func positions(of body: Entity, called noun: Word) -> Set<String> {
    let own = Set(body.name.split(separator: " ").map { lexicon.word(String($0)) })
    let table = lexicon.table(.positions)
    return Set(
      facts.offices(ofBody: body.id, on: date).map(\.position).filter { id in
        guard let row = facts.position(id: id) else { return false }
        let words = table.cell(row, "name").split(separator: " ").map { lexicon.word(String($0)) }
        return words.count > 1 && words.last == noun && own.isSuperset(of: words.dropLast())
      })
  }

  /// The country that the role phrase tells.
  private func roleCountry(_ title: TitlePhrase) -> String? {
    for index in title.bodies where mentions[index].type == .country { return mentions[index].country }
    for index in title.bodies where mentions[index].country != nil { return mentions[index].country }
    return nil
  }

  /// Roles that point back without a country: "the president", "the head of state", "the minister".
  private func isBareRole(_ title: TitlePhrase) -> Bool {
    guard title.bodies.isEmpty, !title.isRelative,
      title.tokens.lowerBound == title.head.lowerBound || !title.positions.isEmpty
    else { return false }
    let ranks: Set<String> = [
      "head-of-state", "head-of-government", "minister", "diplomat", "royal", "legislature", "party",
    ]
    return title.positions.contains { ranks.contains(kind(ofPosition: $0)) }
      || title.head.contains { kinds[$0].contains(.minister) }
  }

  /// "The commissioner": the only person of the item in whose title the noun stands.
  private func onlyBearer(_ title: TitlePhrase, _ context: ItemContext) -> Int? {
    let noun = word(title.head.upperBound - 1)
    guard noun != 0, title.bodies.isEmpty, !title.isRelative, title.tokens == title.head,
      title.head.lowerBound > 0, word(title.head.lowerBound - 1) == rules.the
    else { return nil }
    let bearers = context.people.filter { titleWords[$0.entity]?.contains(noun) ?? false }
    return bearers.count == 1 ? bearers[0].entity : nil
  }

  /// Words such as "former" take the role from its holder.
  private func isFormer(_ title: TitlePhrase) -> Bool {
    let first = max(0, title.extent.lowerBound - 1)
    return (first..<title.head.upperBound).contains { kinds[$0].contains(.former) }
  }

  func kind(ofPosition row: Int) -> String { lexicon.table(.positions).cell(row, "kind") }

  // MARK: Who bears the role

  private func resolve(_ title: TitlePhrase, _ country: String?, _ context: ItemContext) -> (entity: Int, rule: String)?
  {
    if title.isRelative { return country.flatMap { resolveRelative(title, $0, context) } }
    // What the item said before, the latest first.
    for person in context.people.reversed() where fits(person, title, country) {
      return (person.entity, country == nil ? "coref.role-item" : "coref.role-country")
    }
    if country == nil, let bearer = onlyBearer(title, context) { return (bearer, "coref.role-title") }
    guard let country else { return nil }
    // Somebody of this country whom the document gives this very position.
    let named = (clustersOfCountry[country] ?? []).prefix(64).filter { sharesPosition($0.positions, title) }
    if Set(named.map(\.entity)).count == 1 { return (named[0].entity, "coref.role-document") }
    // A headline tells the role first, the text below it the name.
    if isHeadline(title.head.lowerBound), let entity = personBelow(title, country) {
      return (entity, "coref.role-headline")
    }
    if let row = holder(title.positions, of: "country:" + country) {
      return (registry.add(.people, row: row), "coref.role-office")
    }
    return nil
  }

  private func isHeadline(_ token: Int) -> Bool {
    layout.roles[Int(lineOfSentence[text.sentence(of: token)])] == .headline
  }

  /// The only person of the country in the item whose position or profession fits a role in the headline.
  private func personBelow(_ title: TitlePhrase, _ country: String) -> Int? {
    guard let item = itemOfToken(title.head.lowerBound) else { return nil }
    var found: Int?
    for person in peopleOfItem[item] ?? [] {
      let mention = mentions[person]
      guard let entity = mention.entity, mention.country == country || mention.country == nil,
        fits(.init(entity: entity, country: country, token: 0, sentence: 0), title, country)
          || sharesHead(mention, title)
      else { continue }
      if let known = found, known != entity { return nil }
      found = entity
    }
    return found
  }

  /// Whether a person's title has the same noun: "surgeon".
  private func sharesHead(_ mention: MentionDraft, _ title: TitlePhrase) -> Bool {
    let noun = word(title.head.upperBound - 1)
    return noun != 0 && (mention.title?.contains { word($0) == noun } ?? false)
  }

  /// Whether a person named before can bear the role: same country, and the position or a leader's role.
  private func fits(_ person: ItemContext.PersonSeen, _ title: TitlePhrase, _ country: String?) -> Bool {
    if let country, person.country != country { return false }
    let positions = self.positions(of: person.entity)
    if sharesPosition(positions, title) { return true }
    guard let ranks = leaderRanks(title) else { return false }
    return positions.contains { ranks.contains(kind(ofPosition: $0)) }
  }

  /// The kinds of positions that a leader's role without an office of its own may stand for: "leader", "party leader".
  private func leaderRanks(_ title: TitlePhrase) -> Set<String>? {
    guard title.head.contains(where: { kinds[$0].contains(.leader) }) else { return nil }
    let ids = Set(title.positions.map { lexicon.table(.positions).cell($0, "id") })
    if ids == ["position:party-leader"] { return ["party"] }
    let leaders: Set<String> = ["head-of-state", "head-of-government", "party", "royal"]
    return ids.isSubset(of: ["position:leader", "position:ruler", "position:head-of-state"]) ? leaders : nil
  }

  /// The positions that the text and the tables give an entity at the document's date.
  func positions(of entity: Int) -> [Int] {
    if let known = positionCache[entity] { return known }
    var positions = positionsOfEntity[entity] ?? []
    if date != nil, let row = facts.person(id: registry[entity].id) {
      for office in facts.offices(ofPerson: row, on: date) {
        if let position = facts.position(id: office.position) { positions.append(position) }
      }
    }
    positionCache[entity] = positions
    return positions
  }

  private func sharesPosition(_ positions: [Int], _ title: TitlePhrase) -> Bool {
    if positions.contains(where: { title.positions.contains($0) }) { return true }
    let isState = title.positions.contains { lexicon.table(.positions).cell($0, "id") == "position:head-of-state" }
    if isState { return positions.contains { kind(ofPosition: $0) == "head-of-state" } }
    // "the minister" for a minister of anything.
    let isMinister = title.tokens.count == 1 && kinds[title.head.lowerBound].contains(.minister)
    return isMinister && positions.contains { kind(ofPosition: $0) == "minister" }
  }

  /// The one person who held one of the positions in a body at the document's date.
  private func holder(_ positions: [Int], of body: String) -> Int? {
    // Of ambassadors and the like a country has many.
    let single: Set<String> = ["head-of-state", "head-of-government", "minister", "royal", "legislature", "party"]
    let positions = positions.filter { single.contains(kind(ofPosition: $0)) }
    guard date != nil, !positions.isEmpty else { return nil }
    return holder(Set(positions.map { lexicon.table(.positions).cell($0, "id") }), of: body)
  }

  /// The one person who held one of the positions, or acted in one that nobody held.
  private func holder(_ positions: Set<String>, of body: String) -> Int? {
    let offices = facts.offices(ofBody: body, on: date)
    func holders(_ ids: Set<String>) -> Set<Int> {
      Set(offices.lazy.filter { ids.contains($0.position) }.compactMap { self.facts.person(id: $0.person) })
    }
    var found = holders(positions)
    if found.isEmpty {
      found = holders(Set(positions.map { "position:acting-" + $0.dropFirst("position:".count) }))
    }
    return found.count == 1 ? found.first : nil
  }

  /// "her Georgian counterpart": the position of the person of another country who was named last, in this country.
  private func resolveRelative(_ title: TitlePhrase, _ country: String, _ context: ItemContext) -> (
    entity: Int, rule: String
  )? {
    if !title.head.contains(where: { kinds[$0].contains(.counterpart) }) {
      // "the Egyptian guest": whoever of that country was named last.
      return context.people.last { $0.country == country }.map { ($0.entity, "coref.guest-item") }
    }
    guard let first = context.people.last(where: { $0.country != country }) else { return nil }
    let positions = positions(of: first.entity)
    for person in context.people.reversed() where person.country == country {
      if self.positions(of: person.entity).contains(where: { positions.contains($0) }) {
        return (person.entity, "coref.counterpart-item")
      }
    }
    guard let row = holder(positions, of: "country:" + country) else { return nil }
    return (registry.add(.people, row: row), "coref.counterpart-office")
  }
}
