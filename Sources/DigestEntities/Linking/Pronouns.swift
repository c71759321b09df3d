internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// "he", "her", "they", where one antecedent fits.
  func linkPronoun(_ token: Int, _ sentence: Int, _ context: inout ItemContext) -> Int? {
    let current = word(token)
    guard current != 0 else { return nil }
    if current == rules.they || current == rules.them { return linkThey(token, sentence, &context) }
    guard let gender = gender(of: current) else { return nil }
    guard let person = antecedent(gender, token, sentence, context) else { return nil }
    var mention = MentionDraft(
      tokens: token..<token + 1, type: .person, form: .pronoun, entity: person.entity, country: person.country,
      rule: "coref.pronoun")
    mention.note = registry[person.entity].name
    mention.antecedents = [person.token]
    if current == rules.he || current == rules.she {
      context.see(person: .init(entity: person.entity, country: person.country, token: token, sentence: sentence))
    }
    return add(mention)
  }

  private func gender(of word: Word) -> String? {
    if word == rules.he || word == rules.him || word == rules.his { return "m" }
    return word == rules.she || word == rules.her ? "f" : nil
  }

  /// The only person of this and the last sentence whose gender fits; else the one with whom the last sentence opened.
  private func antecedent(_ gender: String, _ token: Int, _ sentence: Int, _ context: ItemContext) -> ItemContext
    .PersonSeen?
  {
    let near = context.people.filter { $0.sentence >= sentence - 1 && isCompatible($0.entity, gender) }
    if near.count == 1 { return near[0] }
    let here = near.filter { $0.sentence == sentence }
    if here.count == 1 { return here[0] }
    guard here.isEmpty, isOpening(token), let subject = context.subject, isCompatible(subject.entity, gender) else {
      return nil
    }
    return subject
  }

  private func isCompatible(_ entity: Int, _ gender: String) -> Bool {
    guard let own = self.gender(ofPerson: entity) else { return true }
    return own.isEmpty || own.contains(gender)
  }

  /// The gender that the tables give a person, or a given name.
  private func gender(ofPerson entity: Int) -> String? {
    if let row = facts.person(id: registry[entity].id) { return lexicon.table(.people).value(row, "gender") }
    return genderOfEntity[entity]
  }

  /// "They" goes back to the group of the last sentence, or to the only two people named in it; in a clause of its own
  /// ("when they met") to the only two of this sentence.
  private func linkThey(_ token: Int, _ sentence: Int, _ context: inout ItemContext) -> Int? {
    let here = context.people.filter { $0.sentence == sentence }
    let opensClause =
      token > 0 && classes(token - 1).intersects(WordClassSet(.subordinator, .interrogative)) || isOpening(token)
    guard opensClause || word(token) == rules.them else { return nil }
    var members = opensClause && here.count == 2 ? here.map(\.entity) : []
    guard members.isEmpty else { return group(members, token, sentence, &context) }
    let people = context.people.filter { $0.sentence == sentence - 1 }
    if context.groupSentence == sentence - 1 { members = context.group }
    if members.isEmpty || registry[members[0]].type != .person, people.count == 2 { members = people.map(\.entity) }
    // "joined them": not the one who joined.
    guard !members.isEmpty, !here.contains(where: { members.contains($0.entity) }) else { return nil }
    return group(members, token, sentence, &context)
  }

  private func group(_ members: [Int], _ token: Int, _ sentence: Int, _ context: inout ItemContext) -> Int {
    var mention = MentionDraft(
      tokens: token..<token + 1, type: registry[members[0]].type, form: .pronoun, rule: "coref.pronoun-group")
    mention.group = members
    mention.antecedents = antecedents(of: members, context)
    context.group = members
    context.groupSentence = sentence
    return add(mention)
  }
}
