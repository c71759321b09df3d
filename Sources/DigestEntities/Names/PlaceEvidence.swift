internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a document says of countries and places elsewhere, for names that need context.
struct PlaceEvidence {
  /// Unmistakable mentions of a country, by code.
  var countries: [String: Int] = [:]
  /// Unmistakable mentions of places within a country, by its code.
  var places: [String: Int] = [:]
  /// Those of them that are no seat of a government: they tell where a text is at home.
  var provinces: [String: Int] = [:]
  /// Words of a town's life: counties, sheriffs, zoning.
  var local = 0
  /// Names of countries that are somebody's name in the text.
  var people: Set<Word> = []
  /// What the words around all doubtful names of a country say together, by its code.
  var senses: [String: Int] = [:]

  /// How many other countries the text names.
  func others(than code: String, and rivals: [String]) -> Int {
    countries.keys.count { $0 != code && !rivals.contains($0) }
  }
}

extension Reading {
  /// Counts what is unmistakable.
  func gatherEvidence() -> PlaceEvidence {
    var evidence = PlaceEvidence(people: gatherNamesakes())
    var doubtful: [(match: Match, entry: NameEntry)] = []
    for match in lexical.matches.names {
      for entry in lexical.matches.entries(of: match) {
        if entry.table == .countries {
          if isDoubtful(match, entry, evidence.people) {
            doubtful.append((match, entry))
          } else {
            evidence.countries[countryCode(entry), default: 0] += 1
          }
        } else if entry.table == .places, match.entries.count == 1, !entry.isWeak {
          count(place: Int(entry.row), into: &evidence)
        }
      }
    }
    for token in text.tokens.indices where classes(token).contains(.localWord) { evidence.local += 1 }
    for (match, entry) in doubtful where !isPersonSlot(match.tokens.lowerBound) {
      evidence.senses[countryCode(entry), default: 0] += slotScore(match, entry)
    }
    return evidence
  }

  /// Counts the countries whose names need no context.
  func countCountries() -> [String: Int] {
    var counts: [String: Int] = [:]
    for match in lexical.matches.names {
      for entry in lexical.matches.entries(of: match) where entry.table == .countries && !isWeak(entry, in: match) {
        counts[countryCode(entry), default: 0] += 1
      }
    }
    return counts
  }

  private func count(place row: Int, into evidence: inout PlaceEvidence) {
    let table = lexicon.table(.places)
    guard let country = table.value(row, "country") else { return }
    evidence.places[country, default: 0] += 1
    if table.value(row, "role") == nil { evidence.provinces[country, default: 0] += 1 }
  }

  /// The words of countries' names that stand in a person's name: "Chad Boyer", "Kathy Ireland".
  private func gatherNamesakes() -> Set<Word> {
    var words: Set<Word> = []
    for match in lexical.matches.names where match.tokens.count == 1 {
      let token = match.tokens.lowerBound
      if lexical.matches.entries(of: match).contains(where: { $0.table == .countries }), isPersonSlot(token) {
        words.insert(word(token))
      }
    }
    return words
  }

  /// Whether a country's name stands beside a given name or a surname that can only go with it.
  func isPersonSlot(_ token: Int) -> Bool {
    !shape(token).contains(.allCaps) && !titleCase[Int(lineOfSentence[text.sentence(of: token)])]
      && (isBehindGivenName(token) || isBeforeSurname(token))
  }

  /// "Kathy Ireland", "Frank Poland", "Rose Kuwait-Ellery".
  private func isBehindGivenName(_ token: Int) -> Bool {
    guard token > 0, isNameWord(token - 1), !isOpening(token), !isTitleWord(token - 1) else { return false }
    let given = classes(token - 1)
    guard given.contains(.givenName), !given.intersects(.functionWords),
      !(isOpening(token - 1) && given.intersects(WordClassSet(.commonName, .verb))),
      isPersonsOrCountries(token - 1)
    else { return false }
    return classes(token).contains(.surname) || isDoubleSurname(token)
      || !given.contains(.surname) && nameMatch(token - 1) == nil
  }

  private func isDoubleSurname(_ token: Int) -> Bool {
    token + 2 < claims.count && marks[token + 1] == .hyphen && isGlued(token + 1) && isNameWord(token + 2)
      && isPersons(token + 2)
  }

  /// "Chad Walker", "Israel Moreno", "Kenya Hobbs".
  private func isBeforeSurname(_ token: Int) -> Bool {
    let next = token + 1
    guard next < claims.count, isNameWord(next), !shape(next).contains(.sentenceStart), noun(next) == nil,
      !isTitleWord(next), isOpening(token) || !classes(token - 1).intersects(WordClassSet(.preposition, .article))
    else { return false }
    let family = classes(next)
    guard family.contains(.surname), !family.intersects(WordClassSet(.commonName, .verb)) else { return false }
    return classes(token).contains(.givenName) ? isPersonsOrCountries(next) : isPersons(next)
  }

  /// Whether nothing but people, and perhaps a little known town, is called so.
  private func isPersons(_ token: Int) -> Bool {
    nameMatch(token).map { lexical.matches.entries(of: $0).allSatisfy { isPersonsName($0) } } ?? true
  }

  /// The same, or a country.
  private func isPersonsOrCountries(_ token: Int) -> Bool {
    nameMatch(token).map {
      lexical.matches.entries(of: $0).allSatisfy { isPersonsName($0) || $0.table == .countries }
    } ?? true
  }

  private func isPersonsName(_ entry: NameEntry) -> Bool {
    entry.table == .people || entry.table == .places && entry.isWeak
  }

  /// Whether a name needs context by any of the ways in which the match names the row.
  func isWeak(_ entry: NameEntry, in match: Match) -> Bool {
    entry.isWeak
      || lexical.matches.entries(of: match).contains { $0.isWeak && $0.table == entry.table && $0.row == entry.row }
  }

  /// Whether a country's name may be something else here.
  func isDoubtful(_ match: Match, _ entry: NameEntry, _ people: Set<Word>) -> Bool {
    isWeak(entry, in: match) || namesakes(match, entry).areWellKnown
      || match.tokens.count == 1 && people.contains(word(match.tokens.lowerBound))
  }

  /// Where a place has the same name.
  func namesakes(_ match: Match, _ entry: NameEntry) -> FactIndex.Namesakes {
    guard entry.form == .name, match.tokens.count == 1 else { return FactIndex.Namesakes() }
    return facts.namesakes[Int(entry.row)] ?? FactIndex.Namesakes()
  }

  /// The ISO code of a country's row.
  func countryCode(_ entry: NameEntry) -> String {
    facts.countryCodes[Int(entry.row)]
  }
}
