internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Finds projects without a name of their own: "a 300 MW wind farm near Batumi", "construction of a border railway
  /// crossing and an electric steelmaking plant".
  func findProjects() {
    mergeProjects()
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard isFree(token), let noun = noun(token), noun.kinds.contains(.project), noun.end <= sentence.upperBound,
          (token..<noun.end).allSatisfy({ isFree($0) && (!isCapital($0) || isOpening($0)) })
        else {
          token += 1
          continue
        }
        token = max(noun.end, describe(token..<noun.end, in: sentence))
      }
    }
  }

  /// Adds the mention of a described project; where its words end.
  private func describe(_ head: Range<Int>, in sentence: Range<Int>) -> Int {
    guard head.upperBound >= sentence.upperBound || !isCompound(head.upperBound) else { return head.upperBound }
    let subtype = subtype(ofHead: head, .project)
    var first = head.lowerBound
    while first > sentence.lowerBound, isModifier(first - 1, of: head) { first -= 1 }
    // "soda ash and bitumen production facilities" behind an "of"
    if first - 2 > sentence.lowerBound, first < head.lowerBound, word(first - 1) == rules.and,
      isModifier(first - 2, of: head)
    {
      var other = first - 2
      while other > sentence.lowerBound, isModifier(other - 1, of: head) { other -= 1 }
      if other > sentence.lowerBound, word(other - 1) == rules.of,
        kinds[other..<first].allSatisfy({ !$0.contains(.project) })
      {
        first = other
      }
    }
    let isSpecific = first < head.lowerBound || head.count > 1
    let (end, isLocated) = location(head.upperBound, in: sentence)
    guard isBuilt(first, end, isSpecific: isSpecific, isLocated: isLocated, subtype, sentence) else {
      return head.upperBound
    }
    // A bare "plant" needs a place, a bare "programme" more than that.
    guard isSpecific || isLocated,
      subtype != "programme" && subtype != "zone" && subtype != "field" || isSpecific && isLocated
    else {
      return head.upperBound
    }
    let tokens = first..<end
    guard
      tokens.allSatisfy({ isFree($0) || mentions[claim($0)!].type == .country || mentions[claim($0)!].type == .place })
    else {
      return head.upperBound
    }
    let core = first..<head.upperBound
    let number =
      sameProject(core, near: head.lowerBound)
      ?? registry.add(.project, name: text.string(tokens), subtype: subtype, country: nil)
    var mention = MentionDraft(tokens: tokens, type: .project, form: .name, entity: number, rule: "project.described")
    mention.note = registry[number].name
    let index = add(mention)
    reclaim(index)
    projectsOfItem[itemOfToken(first) ?? -1, default: []].append(index)
    return end
  }

  /// Whether a noun goes on behind the head: "plant manager".
  private func isCompound(_ token: Int) -> Bool {
    isLetter(token) && !isClitic(token) && figure(token) == nil && !classes(token).intersects(.functionWords)
      && !classes(token).contains(.verb)
      && (!kinds[token].isEmpty || classes(token).contains(.noun) || classes(token).contains(.nounPlural))
  }

  /// Adjectives and nouns before the head, hyphens between them; no figures, no names.
  private func isModifier(_ token: Int, of head: Range<Int>) -> Bool {
    guard isFree(token), figure(token) == nil else { return false }
    if marks[token] == .hyphen {
      return isGlued(token) && isGlued(token + 1) && token > 0 && isFree(token - 1) && figure(token - 1) == nil
    }
    guard isLetter(token), !isCapital(token), !isClitic(token) else { return false }
    let classes = classes(token)
    if classes.intersects(.functionWords) { return false }
    if classes.contains(.verb) {
      // "processing plant", "planned pipeline"; not "build plants".
      if classes.contains(.verbThird)
        || classes.contains(.verbPast) && !classes.contains(.adjective) && !classes.contains(.planWord)
      {
        return false
      }
      return classes.contains(.adjective) || classes.contains(.noun) || classes.contains(.verbGerund)
        || !kinds[token].isEmpty || classes.contains(.planWord)
    }
    return true
  }

  /// Over "near Batumi", "in Kazakhstan", "between X and Y", "from X to Y" behind the head.
  private func location(_ start: Int, in sentence: Range<Int>) -> (Int, Bool) {
    guard start + 1 < sentence.upperBound else { return (start, false) }
    let before = word(start)
    guard before != 0, [rules.in, rules.at, rules.near, rules.between, rules.from, rules.of].contains(before) else {
      return (start, false)
    }
    var token = start + 1
    if word(token) == rules.the, token + 1 < sentence.upperBound { token += 1 }
    guard let index = claim(token), mentions[index].type == .country || mentions[index].type == .place,
      mentions[index].form != .demonym
    else { return (start, false) }
    var end = mentions[index].tokens.upperBound
    let join = before == rules.between ? rules.and : before == rules.from ? rules.to : 0
    if join != 0, end + 1 < sentence.upperBound, word(end) == join {
      var next = end + 1
      if word(next) == rules.the, next + 1 < sentence.upperBound { next += 1 }
      if let other = claim(next), mentions[other].type == .country || mentions[other].type == .place {
        end = mentions[other].tokens.upperBound
      }
    }
    return (end, true)
  }

  /// Whether the words around say that something is built, run or planned.
  private func isBuilt(
    _ first: Int, _ end: Int, isSpecific: Bool, isLocated: Bool, _ subtype: String?, _ sentence: Range<Int>
  ) -> Bool {
    if isLocated, isSpecific { return true }
    if isBehindWorks(first, sentence) { return true }
    // A size before it: "a 300 MW wind farm", "the 84 km road".
    if first > sentence.lowerBound, let index = figure(first - 1), figures.figures[index].figure.kind == .quantity {
      return true
    }
    // An adjective of planning, or a verb of building near by.
    for token in max(sentence.lowerBound, first - 6)..<min(end + 5, sentence.upperBound)
    where token < first || token >= end {
      if classes(token).contains(.planWord) || isBuildVerb(token) { return isSpecific || isLocated }
    }
    return false
  }

  /// "construction of a", "development of the ... and".
  private func isBehindWorks(_ first: Int, _ sentence: Range<Int>) -> Bool {
    var token = first - 1
    var steps = 0
    while token > sentence.lowerBound, steps < 8 {
      if word(token) == rules.of, kinds[token - 1].contains(.works) { return true }
      let classes = classes(token)
      guard
        classes.contains(.article) || word(token) == rules.and || marks[token] == .comma
          || isModifier(token, of: first..<first)
          || figure(token) != nil || word(token) == rules.of || claim(token) != nil
      else { return false }
      token -= 1
      steps += 1
    }
    return false
  }

  private func isBuildVerb(_ token: Int) -> Bool {
    guard classes(token).contains(.verb) else { return false }
    return kinds[token].contains(.works) || kinds[token].contains(.buildVerb)
  }

  /// The project named in the same item whose name ends in these words: "asphalt plant" for "Caspian Asphalt Plant".
  private func sameProject(_ core: Range<Int>, near token: Int) -> Int? {
    guard core.count > 1 else { return nil }
    for index in (projectsOfItem[itemOfToken(token) ?? -1] ?? []).suffix(Self.nearProjects) {
      let tokens = mentions[index].tokens
      guard tokens.count >= core.count else { continue }
      let isTail = zip(tokens.suffix(core.count), core).allSatisfy { isSameWord($0, $1) }
      let isHead = !isTail && zip(tokens, core).allSatisfy { isSameWord($0, $1) }
      if isTail || isHead && mentions[index].rule == "project.described" { return mentions[index].entity }
    }
    return nil
  }

  /// Of an item's projects this many are compared with a description.
  private static let nearProjects = 24

  private func isSameWord(_ one: Int, _ other: Int) -> Bool {
    word(one) == word(other) && (word(one) != 0 || key(one) == key(other))
  }
}
