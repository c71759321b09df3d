internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// The size and the place that stand behind a common noun for works.
extension Reading {
  /// Reads "of 100 km" behind the head, "a 300 MW" before it, ", 22 km long".
  func readSize(_ description: inout ProjectDescription, in sentence: Range<Int>) {
    let first = description.first
    var before = first - 1
    if before > sentence.lowerBound, marks[before] == .hyphen { before -= 1 }
    if before >= sentence.lowerBound, let index = figure(before), isSize(index) { description.hasSize = true }
    let behind = description.end
    if behind + 1 < sentence.upperBound, word(behind) == rules.of, rules.of != 0 {
      var token = behind + 1
      while token + 1 < sentence.upperBound, figure(token) == nil, classes(token).contains(.hedge) { token += 1 }
      if let index = figure(token), isSize(index) {
        description.hasSize = true
        description.end = figures.figures[index].tokens.upperBound
      }
    } else if behind + 1 < sentence.upperBound, marks[behind] == .comma, let index = figure(behind + 1), isSize(index) {
      let end = figures.figures[index].tokens.upperBound
      if end < sentence.upperBound, word(end) == rules.long { description.hasSize = true }
    }
  }

  private func isSize(_ index: Int) -> Bool {
    switch figures.figures[index].figure.kind {
    case .quantity, .money: true
    default: false
    }
  }

  /// Reads "for truck tyres" behind the head.
  func readPurpose(_ description: inout ProjectDescription, in sentence: Range<Int>) {
    var token = description.end
    guard token + 1 < sentence.upperBound, word(token) == rules.for, rules.for != 0 else { return }
    token += 1
    let start = token
    while token < sentence.upperBound, token < start + 3, isFree(token), isLetter(token), !isCapital(token),
      !classes(token).intersects(.functionWords), figure(token) == nil,
      !classes(token).contains(.verb) || classes(token).contains(.noun)
    {
      token += 1
    }
    guard token > start else { return }
    description.hasPurpose = true
    description.end = token
  }

  /// Reads "near Batumi", "between X and Y", "from X through Y to Z", "in the Armenian town of Ararat".
  func readPlace(_ description: inout ProjectDescription, in sentence: Range<Int>) {
    var start = description.end
    let limit = sentence.upperBound
    guard start + 1 < limit else { return }
    // "the harbour north of Lima"
    if classes(start).contains(.direction), word(start + 1) == rules.of { start += 1 }
    let preposition = word(start)
    guard preposition != 0, rules.sites.contains(preposition) || preposition == rules.to && description.isLine,
      var end = placeEnd(start + 1, limit: limit)
    else { return }
    description.isLocated = true
    if let index = claim(start + 1), mentions[index].type == .project {
      description.nearProject = mentions[index].entity
    }
    var places = 1
    while end + 1 < limit, joinsPlaces(end, behind: preposition), let next = placeEnd(end + 1, limit: limit),
      next > end + 1
    {
      end = next
      places += 1
    }
    description.isRoute = places > 1 && (preposition == rules.between || preposition == rules.from)
    if end > start + 1 { description.end = end }
  }

  private func joinsPlaces(_ token: Int, behind preposition: Word) -> Bool {
    let word = word(token)
    guard word != 0 || marks[token] == .comma else { return false }
    if preposition == rules.from { return [rules.to, rules.through, rules.via].contains(word) }
    if preposition == rules.between { return word == rules.and }
    return preposition == rules.through && (word == rules.and || marks[token] == .comma) && claim(token + 1) != nil
  }

  /// Behind the place that a preposition governs: "Batumi", "the hills above Zestaponi", "Saran" where no table has it.
  /// At the start where a zone or port stands there, which is a project of its own.
  private func placeEnd(_ start: Int, limit: Int) -> Int? {
    var token = start
    var mayBeName = true
    for _ in 0..<7 {
      guard token < limit else { return nil }
      if let index = claim(token) {
        let mention = mentions[index]
        if mention.type == .project { return token == start || token == start + 1 ? start : nil }
        guard mention.type == .country || mention.type == .place else { return nil }
        let end = mention.tokens.upperBound
        let isPossessive = end < limit && isClitic(end)
        guard mention.form == .demonym || isPossessive else { return end }
        token = isPossessive ? end + 1 : end
        mayBeName = true
        // "the Congolese border"
        if token < limit, kinds[token].contains(.place) || classes(token).contains(.direction),
          token + 1 >= limit || word(token + 1) != rules.of
        {
          return token + 1
        }
      } else if mayBeName, isNameWord(token), !isOpening(token), !isTitleWord(token) {
        return unknownPlaceEnd(token, limit: limit)
      } else if classes(token).contains(.article) || classes(token).contains(.adjective) {
        token += 1
      } else if token + 1 < limit, isLetter(token), !isCapital(token), !classes(token).contains(.verb),
        rules.sites.contains(word(token + 1))
      {
        // "the hills above", "the town of"
        token += 2
        mayBeName = true
      } else {
        return nil
      }
    }
    return nil
  }

  /// Behind a capitalised run that no table knows, and a small noun that tells what it is: "the Ruzizi river".
  private func unknownPlaceEnd(_ start: Int, limit: Int) -> Int? {
    var end = nameRun(start, limit: limit)
    while end > start, !(start..<end).allSatisfy({ isFree($0) }) { end -= 1 }
    guard end > start else { return nil }
    if end < limit, isFree(end), kinds[end].contains(.place) { return end + 1 }
    // "in Siemens's plant", "at Daewoo Ltd."
    if end < limit, isClitic(end) || legalForm(end) != nil { return nil }
    return end
  }
}
