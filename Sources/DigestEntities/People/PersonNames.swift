internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A mention of a person before it is linked: the words of the name by their sound.
struct PersonName {
  var mention: Int
  var keys: [NameKey]
  /// The row of `people.tsv` that its full name is, where the tables have it.
  var row: Int?
  var positions: [Int] = []
  /// Whether a short name was taken without a title.
  var isBare = false
  var isFemale: Bool?
}

extension Reading {
  /// The words of a person's name that starts at a token: capitals, particles, hyphens, initials.
  ///
  /// Behind a title a word that is also a town's name can start or end it: "Foreign Minister Ama Boateng".
  func personRun(_ start: Int, limit: Int, behindTitle: Bool = false) -> Range<Int>? {
    guard start < limit else { return nil }
    if let match = peopleMatch(start), match.tokens.upperBound <= limit {
      if !isShortOnly(match) { return untitled(match.tokens) }
      let run = plainRun(start, limit: limit, behindTitle: behindTitle)
      return run.map { $0.count > match.tokens.count ? $0 : match.tokens } ?? match.tokens
    }
    return plainRun(start, limit: limit, behindTitle: behindTitle)
  }

  /// Whether a match is of names that people bear only in later mentions.
  func isShortOnly(_ match: Match) -> Bool {
    lexical.matches.entries(of: match).allSatisfy { $0.table != .people || $0.form == .short }
  }

  private func plainRun(_ start: Int, limit: Int, behindTitle: Bool) -> Range<Int>? {
    var end = start
    var words = 0
    while end < limit, words < 5 {
      if end > start, isTitleWord(end), !classes(end).contains(.surname) { break }
      if isPersonWord(end, isFirst: end == start)
        || behindTitle && isTownInName(end, start: start, limit: limit)
      {
        end += 1
        words += 1
      } else if isParticle(end), end + 1 < limit, isPersonParticle(end, limit) {
        end += 1
      } else if end > start, marks[end] == .hyphen || marks[end] == .apostrophe, isGlued(end), end + 1 < limit,
        isGlued(end + 1),
        isLetter(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return words == 0 ? nil : start..<end
  }

  private func isPersonParticle(_ token: Int, _ limit: Int) -> Bool {
    isNameWord(token + 1) || isParticle(token + 1) && token + 2 < limit && isNameWord(token + 2)
      || marks[token + 1] == .hyphen && token + 2 < limit && isNameWord(token + 2)
  }

  /// Whether a town's name of one word has a name's word beside it.
  private func isTownInName(_ token: Int, start: Int, limit: Int) -> Bool {
    guard isNameWord(token), let index = claim(token), mentions[index].type == .place, mentions[index].tokens.count == 1
    else { return false }
    if token > start { return true }
    return token + 1 < limit && isNameWord(token + 1) && isFree(token + 1) && !isTitleWord(token + 1)
  }

  private func isPersonWord(_ token: Int, isFirst: Bool) -> Bool {
    guard isNameWord(token) else { return false }
    if let index = claim(token) {
      // A country or a town can stand in a person's name: "Jordan Petrovski".
      let mention = mentions[index]
      guard mention.tokens.count == 1, mention.type == .place else { return false }
      return isFirst
        ? classes(token).contains(.givenName) : classes(token).contains(.surname) || classes(token).contains(.givenName)
    }
    return legalForm(token) == nil || shape(token).contains(.single) || classes(token).contains(.surname)
  }

  /// A known person's name at a token.
  func peopleMatch(_ token: Int) -> Match? {
    guard let match = nameMatch(token), isFree(token), !isDate(token),
      lexical.matches.entries(of: match).contains(where: { $0.table == .people })
    else { return nil }
    return match
  }

  /// Whether a figure that is a date covers a token.
  func isDate(_ token: Int) -> Bool {
    figure(token).map { figures.figures[$0].figure.kind == .date } ?? false
  }

  /// Without a title that the table's alias has before the name.
  private func untitled(_ tokens: Range<Int>) -> Range<Int> {
    guard let title = titleMatch(tokens.lowerBound), title.tokens.upperBound < tokens.upperBound else {
      return classes(tokens.lowerBound).contains(.honorific) && tokens.count > 1 ? tokens.dropFirst() : tokens
    }
    return title.tokens.upperBound..<tokens.upperBound
  }

  /// Over honorifics before a name: "the Rt. Hon.", "Mr.", "H.E. Dr."
  func skipHonorifics(_ start: Int, limit: Int) -> Int {
    var token = start
    if token + 1 < limit, word(token) == rules.the, classes(token + 1).contains(.honorific) { token += 1 }
    while token + 1 < limit, classes(token).contains(.honorific), isCapital(token) || token > start { token += 1 }
    return token
  }

  /// The keys of a name's words.
  func keys(_ tokens: Range<Int>) -> [NameKey] {
    tokens.compactMap { token in
      guard isLetter(token), !isClitic(token), !classes(token).contains(.nameSuffix) || !shape(token).contains(.dotted)
      else { return nil }
      return key(token)
    }
  }

  /// How many words of a name are not particles or initials.
  func nameLength(_ tokens: Range<Int>) -> Int {
    tokens.count { isLetter($0) && isCapital($0) && !shape($0).contains(.single) }
  }

  /// Whether the first word of a run is known as a given name, and the run looks like a person's name.
  func looksLikePerson(_ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { isLetter($0) && isCapital($0) }
    guard words.count >= 2, words.count <= 5, let first = words.first, let last = words.last else { return false }
    if words.contains(where: {
      kinds[$0].intersects([.organization, .project, .place, .outlet, .occasion, .award, .agreement])
        && !self.classes($0).contains(.surname)
    }) {
      return false
    }
    if words.contains(where: {
      shape($0).contains(.allCaps) && text.tokens[$0].bytes.count > 1 && !shape($0).contains(.dotted)
    }) {
      return false
    }
    let classes = classes(first)
    let lastClasses = self.classes(last)
    guard classes.contains(.givenName) || shape(first).contains(.dotted) && lastClasses.contains(.surname) else {
      return isOriental(words)
    }
    if classes.contains(.adjective) { return false }
    if isPlainOpening(first), !lastClasses.contains(.surname) { return false }
    return !classes.contains(.commonName) || lastClasses.contains(.surname) || lastClasses.isEmpty
  }

  /// Surname first: "Park Jae-hyun".
  private func isOriental(_ words: [Int]) -> Bool {
    guard let first = words.first, classes(first).contains(.surname), !classes(first).contains(.commonName) else {
      return false
    }
    return words.dropFirst().contains { classes($0).contains(.givenName) && !classes($0).contains(.commonName) }
  }
}

extension NounKinds {
  func intersects(_ other: NounKinds) -> Bool { !isDisjoint(with: other) }
}
