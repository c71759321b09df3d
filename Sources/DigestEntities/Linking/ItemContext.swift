internal import DigestModel

/// What an item has named so far: the antecedents of roles, groups and pronouns.
struct ItemContext {
  /// A person named.
  struct PersonSeen {
    var entity: Int
    var country: String?
    /// Where it was named last.
    var token: Int
    var sentence: Int
  }

  /// By last mention, the latest last; each once.
  private(set) var people: [PersonSeen] = []
  /// Codes, the latest last; each once.
  private(set) var countries: [String] = []
  /// Projects and organisations, the latest last; each once.
  private(set) var things: [Int] = []
  /// Two countries joined by "and", a hyphen or a dash, or the countries of two leaders.
  var pair: [String] = []
  /// The members of the latest group mention, and its sentence.
  var group: [Int] = []
  var groupSentence = -1
  /// The person with whom the latest sentence opened.
  var subject: PersonSeen?

  mutating func see(person: PersonSeen) {
    people.removeAll { $0.entity == person.entity }
    people.append(person)
    if people.count > 24 { people.removeFirst() }
  }

  mutating func see(country: String) {
    if countries.last == country { return }
    countries.removeAll { $0 == country }
    countries.append(country)
    if countries.count > 24 { countries.removeFirst() }
  }

  mutating func see(thing: Int) {
    if things.last == thing { return }
    things.removeAll { $0 == thing }
    things.append(thing)
    if things.count > 24 { things.removeFirst() }
  }

  /// Takes out who was named in a sentence only.
  mutating func forget(sentence: Int) { people.removeAll { $0.sentence == sentence } }

  /// The last people of different countries, in the order in which they were named.
  func lastPeople(_ count: Int, where fits: (PersonSeen) -> Bool) -> [PersonSeen] {
    var found: [PersonSeen] = []
    for person in people.reversed() where fits(person) {
      if let country = person.country, found.contains(where: { $0.country == country }) { continue }
      found.append(person)
      if found.count == count { return found.reversed() }
    }
    return []
  }
}
