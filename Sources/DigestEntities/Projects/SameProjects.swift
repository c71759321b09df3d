internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// One project in several words: a description of what was named, a headline and its text.
extension Reading {
  /// The project of the same item that a description goes on about: its name ends in these words ("asphalt plant" for
  /// "Caspian Asphalt Plant"), or it is of the same kind and in the same place.
  func sameProject(_ description: ProjectDescription) -> Int? {
    let core = description.first..<description.head.upperBound
    // "The railway from Lobito", of the Lobito Corridor.
    if description.isDefinite, description.isLine, let near = description.nearProject,
      registry[near].subtype == "corridor" || registry[near].subtype == description.subtype
    {
      return near
    }
    let places = places(in: description.first..<description.end)
    let candidates = (projectsOfItem[projectItem(core.lowerBound)] ?? []).suffix(Self.nearProjects)
    for index in candidates where !isIntroducedAnew(description, behind: index) {
      let tokens = mentions[index].tokens
      guard let entity = mentions[index].entity else { continue }
      if core.count > 1, tokens.count >= core.count {
        let isTail = zip(tokens.suffix(core.count), core).allSatisfy { isSameWord($0, $1) }
        let isHead = !isTail && zip(tokens, core).allSatisfy { isSameWord($0, $1) }
        if isTail || isHead && mentions[index].rule == "project.described",
          !differ(places, self.places(in: tokens))
        {
          return entity
        }
      }
      if !places.isEmpty,
        isAlike(registry[entity].subtype, description.subtype)
          || registry[entity].subtype == "corridor" && description.isLine,
        !places.isDisjoint(with: self.places(in: tokens)), !isNumbered(tokens)
      {
        return entity
      }
    }
    return description.isDefinite ? antecedent(of: description, among: candidates, places) : nil
  }

  /// "The 1,800 km pipeline", "the dam on the river": the only project of its kind that the item has named before.
  private func antecedent(
    of description: ProjectDescription, among candidates: ArraySlice<Int>, _ places: Set<Int>
  ) -> Int? {
    let before = candidates.filter { index in
      mentions[index].tokens.upperBound <= description.first
        && (isAlike(mentions[index].entity.flatMap { registry[$0].subtype }, description.subtype)
          || isProjectWord(mentions[index].tokens.upperBound - 1))
        && (description.first..<description.head.lowerBound).allSatisfy { word in
          // "the new line" is the line.
          classes(word).contains(.adjective) || classes(word).contains(.planWord) || marks[word] != .none
            || mentions[index].tokens.contains { isSameWord($0, word) }
        }
        && !differ(places, self.places(in: mentions[index].tokens))
    }
    let entities = Set(before.compactMap { mentions[$0].entity })
    return entities.count == 1 ? entities.first : nil
  }

  /// "The Orda uranium project" can be a mine, a plant or a field.
  private func isProjectWord(_ token: Int) -> Bool {
    kinds[token].contains(.project) && subtype(ofHead: token..<token + 1, .ref) == "any"
  }

  /// "A plant" behind another plant is a new one; behind a headline it is what the headline told.
  private func isIntroducedAnew(_ description: ProjectDescription, behind index: Int) -> Bool {
    description.isIndefinite && mentions[index].tokens.lowerBound < description.first && !isInHeadline(index)
  }

  private func differ(_ left: Set<Int>, _ right: Set<Int>) -> Bool {
    !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  /// The entities of the places in a project's words.
  private func places(in tokens: Range<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for token in tokens {
      guard let places = placeEntities[token] else { continue }
      found.insert(places)
    }
    return found
  }

  private func isNumbered(_ tokens: Range<Int>) -> Bool { tokens.contains { shape($0).contains(.digit) } }

  /// Whether two kinds can be one thing: a plant is also power works.
  func isAlike(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return left == right || [left, right].allSatisfy { $0 == "plant" || $0 == "power" }
  }

  private func isSameWord(_ one: Int, _ other: Int) -> Bool {
    word(one) == word(other) && (word(one) != 0 || key(one) == key(other))
  }

  // MARK: Headlines

  private func isInHeadline(_ index: Int) -> Bool {
    let token = mentions[index].tokens.lowerBound
    guard let item = itemOfToken(token) else {
      return layout.items.count == 1 && Int(lineOfSentence[text.sentence(of: token)]) < layout.items[0].lines.lowerBound
    }
    return layout.items[item].headline == Int(lineOfSentence[text.sentence(of: token)])
  }

  /// The only project of a headline is the first of its kind that the text below speaks of.
  func joinHeadlines() {
    for item in layout.items.indices {
      guard let indices = projectsOfItem[item], indices.count > 1 else { continue }
      let ordered = indices.sorted { mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound }
      let heads = ordered.filter { isInHeadline($0) && isWorks($0) }
      guard let head = heads.first, Set(heads.compactMap { mentions[$0].entity }).count == 1,
        let own = mentions[head].entity
      else { continue }
      let body = ordered.filter { !isInHeadline($0) && isWorks($0) && mentions[$0].entity != own }
      // Where the text speaks of the headline's own words, there is nothing to join.
      guard !ordered.contains(where: { !isInHeadline($0) && mentions[$0].entity == own }),
        let first = body.first(where: {
          isAlike(subtype(of: $0), subtype(of: head)) || isProjectWord(mentions[head].tokens.upperBound - 1)
        }),
        let other = mentions[first].entity,
        !isNumbered(mentions[head].tokens) || !isNumbered(mentions[first].tokens)
      else { continue }
      join(own, with: other, in: indices)
    }
  }

  private func isWorks(_ index: Int) -> Bool { subtype(of: index) != "programme" }

  private func subtype(of index: Int) -> String? { mentions[index].entity.flatMap { registry[$0].subtype } }

  /// Makes two entities one: that of the tables stays, else the one that the text names.
  private func join(_ one: Int, with other: Int, in indices: [Int]) {
    if registry[one].basis == .lexicon, registry[other].basis == .lexicon { return }
    let keepsOne = registry[one].basis == .lexicon
    let (kept, gone) = keepsOne ? (one, other) : (other, one)
    if registry[kept].basis == .text {
      registry[kept].aliases = (registry[kept].aliases ?? []) + [registry[gone].name]
    }
    for index in indices where mentions[index].entity == gone { mentions[index].entity = kept }
  }

  /// Of an item's projects this many are compared with a description.
  private static let nearProjects = 24
}
