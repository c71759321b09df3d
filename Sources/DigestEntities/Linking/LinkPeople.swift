internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// An item and an entity named in it.
struct ItemEntity: Hashable {
  var item: Int
  var entity: Int
}

/// One person of a document, with all names under which it is mentioned.
struct PersonCluster {
  var entity: Int
  /// The first token of the mention that made it.
  var token: Int
  /// The words of the full name.
  var keys: [NameKey]
  var country: String?
  var positions: [Int] = []
}

extension Reading {
  /// Makes one entity of each full name and links the shorter ones to it.
  func linkPeople() {
    var clusters: [PersonCluster] = []
    var byKey: [NameKey: [Int]] = [:]
    for person in people where person.keys.count >= 2 {
      let cluster = cluster(of: person, &clusters, &byKey)
      link(person, to: cluster, &clusters, rule: nil)
    }
    noteFullNames()
    linkShort(&clusters, &byKey)
    linkLoose(clusters, byKey)
    for person in people where !mentions[person.mention].tokens.isEmpty {
      if let item = itemOfToken(mentions[person.mention].tokens.lowerBound) {
        peopleOfItem[item, default: []].append(person.mention)
      }
    }
    for cluster in clusters {
      positionsOfEntity[cluster.entity, default: []].add(cluster.positions)
      if let country = cluster.country { clustersOfCountry[country, default: []].append(cluster) }
    }
  }

  /// The cluster of a full name, made where it is new.
  private func cluster(of person: PersonName, _ clusters: inout [PersonCluster], _ byKey: inout [NameKey: [Int]]) -> Int
  {
    for key in person.keys {
      for candidate in (byKey[key] ?? []).suffix(Self.maximumNamesakes)
      where isSameName(person.keys, clusters[candidate].keys) { return candidate }
    }
    let mention = mentions[person.mention]
    let entity: Int
    if let row = person.row ?? knownPerson(person) {
      entity = registry.add(.people, row: row)
    } else {
      entity = registry.add(.person, name: text.string(mention.tokens), country: mention.country)
    }
    clusters.append(
      PersonCluster(
        entity: entity, token: mention.tokens.lowerBound, keys: person.keys,
        country: registry[entity].country ?? mention.country))
    for key in Set(person.keys) { byKey[key, default: []].append(clusters.count - 1) }
    return clusters.count - 1
  }

  /// A row whose name has the same sound, unless the text says another country.
  private func knownPerson(_ person: PersonName) -> Int? {
    let rows = facts.people(NameKeys.combine(person.keys))
    guard rows.count == 1 else { return nil }
    let country = lexicon.table(.people).value(rows[0], "country")
    if let said = mentions[person.mention].country, let country, said != country { return nil }
    return rows[0]
  }

  /// Whether one name's words are the other's, with some left out, first and last among them.
  private func isSameName(_ one: [NameKey], _ other: [NameKey]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    var index = 0
    for key in long where index < short.count && key == short[index] { index += 1 }
    return index == short.count && short.count >= 2
  }

  private func link(_ person: PersonName, to cluster: Int, _ clusters: inout [PersonCluster], rule: String?) {
    let index = person.mention
    let entity = clusters[cluster].entity
    mentions[index].entity = entity
    if clusters[cluster].country == nil { clusters[cluster].country = mentions[index].country }
    mentions[index].country = clusters[cluster].country
    if registry[entity].country == nil { registry[entity].country = clusters[cluster].country }
    clusters[cluster].positions.add(person.positions)
    if person.keys.count > 1, genderOfEntity[entity] == nil,
      let gender = mentions[index].tokens.lazy.compactMap({ self.facts.gender(self.word($0)) }).first
    {
      genderOfEntity[entity] = gender
    }
    if registry[entity].basis == .lexicon, mentions[index].rows.isEmpty { mentions[index].rows = [registry[entity].id] }
    let first = clusters[cluster].token
    if first != mentions[index].tokens.lowerBound { mentions[index].antecedents = [first] }
    if let rule { mentions[index].note = rule }
  }

  // MARK: Short names

  private func linkShort(_ clusters: inout [PersonCluster], _ byKey: inout [NameKey: [Int]]) {
    for person in people where person.keys.count == 1 {
      let candidates = byKey[person.keys[0]] ?? []
      if let cluster = nearest(candidates, to: person, clusters) {
        link(person, to: cluster, &clusters, rule: "person.short-of-full")
      } else if candidates.count > 1, mentions[person.mention].country == nil {
        mentions[person.mention].rule = "person.ambiguous"
      } else if let row = knownShort(person) {
        let entity = registry.add(.people, row: row)
        clusters.append(
          PersonCluster(
            entity: entity, token: mentions[person.mention].tokens.lowerBound, keys: person.keys,
            country: registry[entity].country, positions: person.positions))
        byKey[person.keys[0], default: []].append(clusters.count - 1)
        link(person, to: clusters.count - 1, &clusters, rule: "person.short-of-lexicon")
      } else if !person.isBare,
        mentions[person.mention].title != nil || mentions[person.mention].rule == "person.honorific"
      {
        let mention = mentions[person.mention]
        let entity = registry.add(.person, name: text.string(mention.tokens), country: mention.country)
        clusters.append(
          PersonCluster(
            entity: entity, token: mention.tokens.lowerBound, keys: person.keys, country: mention.country))
        byKey[person.keys[0], default: []].append(clusters.count - 1)
        link(person, to: clusters.count - 1, &clusters, rule: nil)
      } else {
        drop(person.mention)
      }
    }
  }

  /// Takes back a mention that nothing supports.
  func drop(_ index: Int) {
    release(index)
    mentions[index].tokens = mentions[index].tokens.lowerBound..<mentions[index].tokens.lowerBound
  }

  /// Of the people who bear a name, the one whose country fits and who was mentioned last, in this item if any;
  /// nil where several are as likely.
  private func nearest(_ candidates: [Int], to person: PersonName, _ clusters: [PersonCluster]) -> Int? {
    let mention = mentions[person.mention]
    let item = itemOfToken(mention.tokens.lowerBound)
    var best: (score: Int, cluster: Int)?
    var isTie = false
    for candidate in candidates.suffix(Self.maximumNamesakes) {
      var score = 0
      if let country = mention.country, let other = clusters[candidate].country {
        score += country == other ? 4000 : -100_000
      }
      if clusters[candidate].keys.last == person.keys[0] { score += 100 }
      if let first = firstMention[ItemEntity(item: item ?? -1, entity: clusters[candidate].entity)] {
        score += first < mention.tokens.lowerBound ? 2000 : 1000
      }
      guard score > -50_000 else { continue }
      if let known = best, known.score >= score {
        if known.score == score, clusters[known.cluster].entity != clusters[candidate].entity { isTie = true }
      } else {
        best = (score, candidate)
        isTie = false
      }
    }
    return isTie ? nil : best?.cluster
  }

  /// Of this many people of one name the last are looked at.
  private static let maximumNamesakes = 32

  /// Notes in which items people are named in full, and where first.
  private func noteFullNames() {
    for person in people where person.keys.count >= 2 {
      let mention = mentions[person.mention]
      guard let entity = mention.entity else { continue }
      let key = ItemEntity(item: itemOfToken(mention.tokens.lowerBound) ?? -1, entity: entity)
      firstMention[key] = min(firstMention[key] ?? Int.max, mention.tokens.lowerBound)
    }
  }

  /// A short name that the tables give to one person only, or to one who holds the office named.
  private func knownShort(_ person: PersonName) -> Int? {
    let mention = mentions[person.mention]
    guard let match = nameMatch(mention.tokens.lowerBound), match.tokens == mention.tokens else { return nil }
    var rows: [Int] = []
    var strong: [Int] = []
    for entry in lexical.matches.entries(of: match) where entry.table == .people {
      let row = Int(entry.row)
      if let country = mention.country, let own = lexicon.table(.people).value(row, "country"), own != country {
        continue
      }
      if !rows.contains(row) { rows.append(row) }
      if !entry.isWeak, !strong.contains(row) { strong.append(row) }
    }
    let holders = rows.filter { holdsOffice($0, person.positions) }
    if holders.count == 1, mention.title != nil || strong.contains(holders[0]) { return holders[0] }
    if !person.positions.isEmpty { return nil }
    return strong.count == 1 && rows.count == 1 && (mention.title != nil || holdsOffice(strong[0], []))
      ? strong[0] : nil
  }

  /// Whether a person held one of the positions at the document's date; without positions, any.
  private func holdsOffice(_ row: Int, _ positions: [Int]) -> Bool {
    let ids = positions.map { lexicon.table(.positions).cell($0, "id") }
    return facts.offices(ofPerson: row, on: date).contains { ids.isEmpty || ids.contains($0.position) }
  }

  // MARK: Names that no rule has explained

  /// A bare surname or given name of somebody whom the text names in full.
  private func linkLoose(_ clusters: [PersonCluster], _ byKey: [NameKey: [Int]]) {
    for run in loose where run.allSatisfy({ isFree($0) }) {
      let keys = keys(run)
      guard let last = keys.last, keys.count <= 3 else { continue }
      var person = PersonName(mention: mentions.count, keys: [keys.count == 1 ? last : last])
      guard let candidates = byKey[last]?.filter({ keys.count == 1 || isPart(keys, of: clusters[$0].keys) }),
        !candidates.isEmpty
      else { continue }
      person.isBare = true
      var mention = MentionDraft(tokens: run, type: .person, form: .shortName, rule: "person.surname")
      if keys.count == 1, let first = clusters[candidates[0]].keys.first, first == last {
        mention.rule = "person.given-alone"
      }
      add(mention)
      people.append(person)
      guard let cluster = nearest(candidates, to: person, clusters) else { continue }
      mentions[person.mention].entity = clusters[cluster].entity
      mentions[person.mention].country = clusters[cluster].country
      mentions[person.mention].antecedents = [clusters[cluster].token]
    }
    people.sort { mentions[$0.mention].tokens.lowerBound < mentions[$1.mention].tokens.lowerBound }
  }

  private func isPart(_ keys: [NameKey], of full: [NameKey]) -> Bool { keys.allSatisfy { full.contains($0) } }

  /// The item that holds a token.
  func itemOfToken(_ token: Int) -> Int? {
    let line = Int(lineOfSentence[text.sentence(of: token)])
    var low = 0
    var high = layout.items.count
    while low < high {
      let middle = (low + high) / 2
      if layout.items[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < layout.items.count && layout.items[low].lines.contains(line) ? low : nil
  }
}

extension [Int] {
  /// Adds the positions that are not there yet, so that who is mentioned often has no long list.
  mutating func add(_ positions: [Int]) {
    for position in positions where !contains(position) { append(position) }
  }
}
