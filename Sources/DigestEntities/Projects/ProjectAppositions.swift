internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Names that a description explains: "Orda-3, the 683-megawatt scheme".
extension Reading {
  /// The unexplained name before a comma, an article and the description.
  func nameInApposition(to description: ProjectDescription, in sentence: Range<Int>) -> Range<Int>? {
    guard description.hasSize || description.isSpecific || description.isLocated else { return nil }
    var token = description.first - 1
    while token > sentence.lowerBound, figure(token) != nil || marks[token] == .hyphen { token -= 1 }
    guard token - 1 > sentence.lowerBound, classes(token).contains(.article), marks[token - 1] == .comma else {
      return nil
    }
    let comma = token - 1
    // "Chancay, the $1.3 billion harbour": the place's name is the port's.
    if let index = claim(comma - 1), description.hasSize {
      let mention = mentions[index]
      return mention.type == .place && mention.tokens.upperBound == comma ? mention.tokens : nil
    }
    var start = comma
    while start > sentence.lowerBound, isFree(start - 1),
      isNameWord(start - 1) || marks[start - 1] == .hyphen || shape(start - 1).contains(.digit)
    {
      start -= 1
    }
    while start < comma, !isNameWord(start) { start += 1 }
    guard start < comma, !isPlainOpening(start), !(start..<comma).contains(where: { isTitleWord($0) }),
      start + 1 < comma || isAcronym(start) || !classes(start).contains(.givenName)
    else { return nil }
    return start..<comma
  }

  /// Makes a name in apposition the project's; where it is a place's, all its uses in the item that stand in no phrase of
  /// place are the project's.
  func addName(_ name: Range<Int>, _ number: Int, _ named: inout [NameKey: Int]) {
    guard let place = claim(name.lowerBound) else {
      named[wholeKey(name)] = addProjectMention(name, number, rule: "project.apposition")
      return
    }
    let entity = mentions[place].entity
    let item = projectItem(name.lowerBound)
    for index in places(of: entity) where mentions[index].type == .place && mentions[index].entity == entity {
      let first = mentions[index].tokens.lowerBound
      guard projectItem(first) == item, claim(first) == index, !isInPlace(first) else { continue }
      mentions[index].type = .project
      mentions[index].entity = number
      mentions[index].country = nil
      mentions[index].form = .name
      mentions[index].rule = "project.place-name"
      mentions[index].rows = []
      projectsOfItem[item, default: []].append(index)
    }
  }

  /// The mentions of a place; asking all mentions for each name would take time by the square of the text.
  private func places(of entity: Int?) -> [Int] {
    if placesOfEntity == nil {
      var places: [Int: [Int]] = [:]
      for index in mentions.indices where mentions[index].type == .place {
        places[mentions[index].entity ?? -1, default: []].append(index)
      }
      placesOfEntity = places
    }
    return placesOfEntity?[entity ?? -1] ?? []
  }

  private func isInPlace(_ token: Int) -> Bool {
    guard token > 0, word(token - 1) != 0 else { return false }
    return [rules.in, rules.at, rules.near, rules.from, rules.to].contains(word(token - 1))
  }

  /// The key of a name with its numbers.
  func wholeKey(_ tokens: Range<Int>) -> NameKey { NameKeys.combine(tokens.map { key($0) }) }

  /// Makes later and earlier uses of such names mentions of the same projects.
  func repeatNames(_ named: [NameKey: Int]) {
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard isFree(token), isNameWord(token) else {
          token += 1
          continue
        }
        var end = nameRun(token, limit: sentence.upperBound)
        while end > token, !(token..<end).allSatisfy({ isFree($0) }) { end -= 1 }
        if end > token, named[wholeKey(token..<end)] == nil, let sibling = sibling(token..<end, named) {
          addProjectMention(token..<end, sibling, rule: "project.numbered")
        } else if end > token, let known = named[wholeKey(token..<end)], let entity = mentions[known].entity {
          addProjectMention(token..<end, entity, rule: "project.name-again")
        }
        token = max(end, token + 1)
      }
    }
  }

  /// "Orda-2" beside "Orda-3": another of the same series.
  private func sibling(_ name: Range<Int>, _ named: [NameKey: Int]) -> Int? {
    guard name.count > 1, shape(name.upperBound - 1).contains(.digit) else { return nil }
    let stem = name.lowerBound..<name.upperBound - 1
    for known in named.values where mentions[known].tokens.count == name.count {
      let other = mentions[known].tokens.dropLast()
      if zip(other, stem).allSatisfy({ key($0) == key($1) }), let entity = mentions[known].entity {
        return registry.add(.project, name: text.string(name), subtype: registry[entity].subtype)
      }
    }
    return nil
  }
}
