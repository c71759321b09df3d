internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A common noun for works, with the words that describe them: "a 300 MW wind farm near Batumi".
struct ProjectDescription {
  var head: Range<Int>
  var subtype: String?
  /// Whether the head names works only with a size or a route: "a pipe of 60 km", "one from Lamu to Isiolo".
  var isWeak: Bool
  /// The first modifier.
  var first: Int
  /// Whether the head is "project" or the like.
  var isProjectWord = false
  /// Behind a size and a place.
  var end: Int
  var hasSize = false
  /// The zone, port or corridor that stands as its place.
  var nearProject: Int?
  var isLocated = false
  /// Whether two ends are given: "from X to Y", "between X and Y".
  var isRoute = false
  /// Whether an article or number introduces works not spoken of before: "a second plant".
  var isIndefinite = false

  /// Whether it tells what it makes: "a plant for truck tyres".
  var hasPurpose = false
  /// Whether it points back: "the 1,800 km pipeline".
  var isDefinite = false
  /// Whether several are counted: "two reactors".
  var isCounted = false

  var isSpecific: Bool { first < head.lowerBound || head.count > 1 || hasPurpose }
  /// Kinds that run from one place to another.
  var isLine: Bool { ["railway", "road", "pipeline", "corridor", "power"].contains(subtype) }
  /// Kinds that are too general for less than a name and a place.
  var isVague: Bool { isProjectWord || ["programme", "zone", "field", "corridor"].contains(subtype) }
}

extension Reading {
  /// Finds projects without a name of their own: "a 300 MW wind farm near Batumi", "construction of a border railway
  /// crossing and an electric steelmaking plant".
  func findProjects() {
    mergeProjects()
    var named: [NameKey: Int] = [:]
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let head = projectHead(token, in: sentence) else {
          token += 1
          continue
        }
        token = max(head.head.upperBound, describe(head, in: sentence, &named))
      }
    }
    if !named.isEmpty { repeatNames(named) }
    joinHeadlines()
  }

  /// The common noun for works that starts at a token.
  private func projectHead(_ token: Int, in sentence: Range<Int>) -> ProjectDescription? {
    guard isFree(token), isLetter(token) else { return nil }
    if word(token) == rules.one, rules.one != 0 {
      return lineBefore(token).map {
        ProjectDescription(head: token..<token + 1, subtype: $0, isWeak: true, first: token, end: token + 1)
      }
    }
    guard let noun = noun(token), noun.kinds.intersects([.project, .ref]), noun.end <= sentence.upperBound,
      (token..<noun.end).allSatisfy({ isFree($0) && (!isCapital($0) || isOpening($0)) })
    else { return nil }
    let head = token..<noun.end
    let isWeak = !noun.kinds.contains(.project)
    return ProjectDescription(
      head: head, subtype: subtype(ofHead: head, isWeak ? .ref : .project), isWeak: isWeak, first: token,
      isProjectWord: !isWeak && subtype(ofHead: head, .ref) == "any", end: noun.end)
  }

  /// The kind of the lines spoken of in the same or the last sentence: "two sections: one from X to Y".
  private func lineBefore(_ token: Int) -> String? {
    var scan = token - 1
    while scan >= 0, token - scan < 40 {
      if classes(scan).contains(.nounPlural), kinds[scan].intersects([.project, .ref]) {
        let subtype = subtype(ofHead: scan..<scan + 1, .project) ?? subtype(ofHead: scan..<scan + 1, .ref)
        return subtype == "any" ? nil : subtype
      }
      scan -= 1
    }
    return nil
  }

  /// Adds the mention of a described project; where its words end.
  private func describe(
    _ head: ProjectDescription, in sentence: Range<Int>, _ named: inout [NameKey: Int]
  ) -> Int {
    let behind = head.head.upperBound
    guard behind >= sentence.upperBound || !isCompound(behind) else { return behind }
    var description = head
    if word(behind - 1) != rules.one { description.first = firstModifier(of: head.head, in: sentence) }
    readSize(&description, in: sentence)
    readPurpose(&description, in: sentence)
    readPlace(&description, in: sentence)
    readArticle(&description, in: sentence)
    // "Two reactors of 1,200 MW" are parts of something.
    if description.isCounted, !description.isLocated { return behind }
    // "The runway of the airport" is a part of it.
    if description.nearProject != nil, word(behind) == rules.of { return behind }
    let name = nameInApposition(to: description, in: sentence)
    guard name != nil || isProject(description, in: sentence) else { return behind }
    let tokens = description.first..<description.end
    guard
      tokens.allSatisfy({ isFree($0) || mentions[claim($0)!].type == .country || mentions[claim($0)!].type == .place })
    else { return behind }
    let known = name == nil ? sameProject(description) : nil
    // "The wind farm" alone is left to the references.
    if known != nil, description.isDefinite, !description.hasSize, !description.isLocated { return behind }
    addProject(description, known, name: name, &named)
    return description.end
  }

  private func addProject(
    _ description: ProjectDescription, _ known: Int?, name: Range<Int>?, _ named: inout [NameKey: Int]
  ) {
    let tokens = description.first..<description.end
    let number =
      known
      ?? registry.add(
        .project, name: text.string(name ?? sizeBefore(description).map { $0..<description.end } ?? tokens),
        subtype: description.subtype == "any" ? "other" : description.subtype,
        country: nil)
    if let name { addName(name, number, &named) }
    addProjectMention(tokens, number, rule: "project.described")
  }

  /// The start of the size before a bare head: "30,000-tonne plant".
  private func sizeBefore(_ description: ProjectDescription) -> Int? {
    guard !description.isSpecific, description.first > 1 else { return nil }
    let token = marks[description.first - 1] == .hyphen ? description.first - 2 : description.first - 1
    return figure(token).map { figures.figures[$0].tokens.lowerBound }
  }

  /// Adds a mention of a project and lists it with its item's.
  @discardableResult
  func addProjectMention(_ tokens: Range<Int>, _ number: Int, rule: String) -> Int {
    var mention = MentionDraft(tokens: tokens, type: .project, form: .name, entity: number, rule: rule)
    mention.note = registry[number].name
    let index = add(mention)
    reclaim(index)
    projectsOfItem[projectItem(tokens.lowerBound), default: []].append(index)
    return index
  }

  // MARK: The words before the head

  private func firstModifier(of head: Range<Int>, in sentence: Range<Int>) -> Int {
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
    // "a Russian-built plant": half a word.
    if first > 0, first < head.lowerBound, isHyphened(first) { first += 1 }
    while first < head.lowerBound, marks[first] != .none { first += 1 }
    return first
  }

  /// Whether a noun goes on behind the head: "plant manager".
  private func isCompound(_ token: Int) -> Bool {
    isLetter(token) && !isClitic(token) && figure(token) == nil && !classes(token).intersects(.functionWords)
      && !classes(token).contains(.verb) && !kinds[token].contains(.former)
      && (!kinds[token].isEmpty || classes(token).contains(.noun) || classes(token).contains(.nounPlural))
  }

  /// Adjectives and nouns before the head, hyphens between them; no figures, no names.
  func isModifier(_ token: Int, of head: Range<Int>) -> Bool {
    guard isFree(token), figure(token) == nil else { return false }
    if marks[token] == .hyphen {
      return isGlued(token) && isGlued(token + 1) && token > 0 && isFree(token - 1) && figure(token - 1) == nil
    }
    guard isLetter(token), !isClitic(token) else { return false }
    let isJoined = token + 1 < claims.count && marks[token + 1] == .hyphen && isGlued(token + 1)
    // "an LNG-fired plant"
    if isCapital(token) { return isJoined && isAcronym(token) && !isOpening(token) }
    let classes = classes(token)
    // "a gas-to-gasoline plant"
    if classes.intersects(.functionWords) {
      return isJoined && token > 0 && marks[token - 1] == .hyphen && isGlued(token)
    }
    if classes.contains(.verb) {
      // "processing plant", "planned pipeline"; not "build plants".
      if classes.contains(.verbThird)
        || classes.contains(.verbPast) && !classes.contains(.adjective) && !classes.contains(.planWord)
          && !isHyphened(token)
      {
        return false
      }
      return classes.contains(.adjective) || classes.contains(.noun) || classes.contains(.verbGerund)
        || !kinds[token].isEmpty || classes.contains(.planWord) || isHyphened(token)
    }
    return true
  }

  /// Whether a hyphen joins the token to the word before it: "coal-fired".
  private func isHyphened(_ token: Int) -> Bool { token > 0 && marks[token - 1] == .hyphen && isGlued(token) }

  /// Reads whether "a", "the" or a number stands before the words.
  private func readArticle(_ description: inout ProjectDescription, in sentence: Range<Int>) {
    let isPlural = classes(description.head.upperBound - 1).contains(.nounPlural)
    var token = description.first - 1
    while token > sentence.lowerBound,
      figure(token) != nil || marks[token] == .hyphen || classes(token).contains(.hedge)
    {
      if isPlural, let index = figure(token), figures.figures[index].figure.kind == .count {
        description.isCounted = true
      }
      token -= 1
    }
    guard token >= sentence.lowerBound else { return }
    let word = word(token)
    // "Angola's first fertiliser plant"
    if token > sentence.lowerBound, isClitic(token), let owner = claim(token - 1), mentions[owner].type == .country {
      description.isLocated = true
    }
    description.isIndefinite =
      word != 0 && [rules.a, rules.an].contains(word) || classes(token).contains(.numberOrdinal)
    description.isDefinite = word != 0 && [rules.the, rules.this, rules.its, rules.their].contains(word)
    if isPlural, let index = figure(token), figures.figures[index].figure.kind == .count {
      description.isCounted = true
    }
  }

  // MARK: Whether works are meant

  private func isProject(_ description: ProjectDescription, in sentence: Range<Int>) -> Bool {
    let isSized = description.hasSize
    if description.isWeak {
      guard description.subtype != "any" else { return false }
      if word(description.head.lowerBound) == rules.one { return description.isRoute }
      return isSized && (description.isLocated || description.isIndefinite) || description.isRoute && isSized
    }
    if description.isVague { return description.isSpecific && description.isLocated && isBuilt(description, sentence) }
    if description.isSpecific {
      return description.isLocated || isSized || isBuilt(description, sentence)
        || description.isIndefinite
          && (isFuture(description.end, in: sentence) || hasMeasure(behind: description.end, in: sentence))
    }
    // A bare "plant" needs a size, or a place and more.
    if isSized { return true }
    return description.isLocated
      && (description.isRoute || isOfPlace(description) || isBuilt(description, sentence)
        || hasMeasure(behind: description.end, in: sentence))
  }

  /// "the port of Al-Faw"
  private func isOfPlace(_ description: ProjectDescription) -> Bool {
    description.head.upperBound < description.end && word(description.head.upperBound) == rules.of
      && ["port", "airport", "mine"].contains(description.subtype)
  }

  /// Whether the words around say that something is built, run or planned.
  private func isBuilt(_ description: ProjectDescription, _ sentence: Range<Int>) -> Bool {
    if isBehindWorks(description.first, sentence) { return true }
    let near = max(sentence.lowerBound, description.first - 6)..<min(description.end + 6, sentence.upperBound)
    return near.contains { token in
      (token < description.first || token >= description.end)
        && (classes(token).contains(.planWord) || isWorksVerb(token))
    }
  }

  /// "A plant for tyres will go up"
  private func isFuture(_ token: Int, in sentence: Range<Int>) -> Bool {
    token < sentence.upperBound && classes(token).contains(.modal)
  }

  /// Whether a sum, a quantity or things counted stand behind, within the sentence.
  private func hasMeasure(behind token: Int, in sentence: Range<Int>) -> Bool {
    (token..<min(token + 20, sentence.upperBound)).contains { token in
      guard let index = figure(token) else { return false }
      switch figures.figures[index].figure.kind {
      case .money, .quantity: return true
      default: return false
      }
    }
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

  private func isWorksVerb(_ token: Int) -> Bool {
    guard classes(token).contains(.verb) else { return false }
    if kinds[token].contains(.works) { return true }
    guard let row = lexicon.value(word(token), .verb) else { return false }
    return rules.worksRows[row]
  }
}
