internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Finds what is left of the sources once the names are known: outlets by their slot alone, people and bodies
  /// that are quoted, "the article notes", the authors of opinion pieces; then each item's outlet.
  func findLateSources() {
    for draft in attributions where draft.outlet != nil {
      if let item = itemOfToken(draft.tokens.lowerBound) { outletItems.insert(item) }
    }
    for sentence in text.sentences.indices {
      let tokens = text.sentences[sentence]
      for token in tokens {
        if isReportVerb(token), !isSourced(token) {
          findSlotOutlet(token, sentence)
          findArticleNotes(token, sentence)
        } else if word(token) == rules.according, token + 2 < tokens.upperBound, word(token + 1) == rules.to {
          findSpeaker(token, from: token + 2, sentence)
        } else if word(token) == rules.citing, token + 1 < tokens.upperBound {
          findSpeaker(token, from: token + 1, sentence)
        }
      }
    }
    for sentence in text.sentences.indices { findPieces(sentence) }
    attributions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    addAuthors()
    fillItems()
  }

  private func isSourced(_ token: Int) -> Bool { sourced[token] }

  /// "Primicias reports", "reported Hiru News on June 3": an unknown name where only an outlet can stand.
  private func findSlotOutlet(_ verb: Int, _ sentence: Int) {
    guard classes(verb).contains(.reportVerb) else { return }
    let tokens = text.sentences[sentence]
    if let run = freeRun(endingAt: verb, from: tokens.lowerBound),
      isSlotEnd(verb + 1, tokens.upperBound) || isBehindCountry(run.lowerBound) || hasReportDate(verb, tokens)
    {
      return addSlot(run, verb, sentence)
    }
    guard verb > tokens.lowerBound, verb + 1 < tokens.upperBound else { return }
    let isInverted = [.comma, .quote, .closeQuote, .closeParen].contains(marks[verb - 1])
    var start = verb + 1
    if word(start) == rules.the, start + 1 < tokens.upperBound { start += 1 }
    guard isInverted, isNameWord(start), isFree(start) else { return }
    let end = nameRun(start, limit: tokens.upperBound)
    guard isSlotEnd(end, tokens.upperBound), (start..<end).allSatisfy({ isFree($0) }) else { return }
    addSlot(start..<end, verb, sentence)
  }

  private func addSlot(_ run: Range<Int>, _ verb: Int, _ sentence: Int) {
    guard !run.contains(where: { isTitleWord($0) }), let mention = addOutlet(run, rule: "outlet.slot") else { return }
    var draft = AttributionDraft(
      tokens: min(run.lowerBound, verb)..<max(run.upperBound, verb + 1), sentences: 0..<0,
      outlet: mentions[mention].entity)
    extendReport(&draft, from: draft.tokens.upperBound, in: text.sentences[sentence])
    add(draft, sentence)
  }

  private func freeRun(endingAt end: Int, from start: Int) -> Range<Int>? {
    var first = end
    while first > start, isFree(first - 1), isNameWord(first - 1) || marks[first - 1] == .hyphen && isGlued(first - 1) {
      first -= 1
    }
    while first < end, marks[first] != .none { first += 1 }
    guard first < end, !isPlainOpening(first) else { return nil }
    return first..<end
  }

  /// The end of the sentence, a comma, or "on" with a date.
  private func isSlotEnd(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return true }
    switch marks[token] {
    case .stop, .comma, .closeQuote, .quote: return true
    default: return word(token) == rules.on && token + 1 < limit && figure(token + 1) != nil
    }
  }

  private func hasReportDate(_ verb: Int, _ tokens: Range<Int>) -> Bool {
    (verb + 1..<min(verb + 4, tokens.upperBound)).contains { isDate($0) }
  }

  /// "Iran's Shana writes".
  private func isBehindCountry(_ token: Int) -> Bool {
    token > 1 && isClitic(token - 1) && claim(token - 2).map { mentions[$0].type == .country } ?? false
  }

  /// "in an essay for Der Standard", "an interview with Islands Business", "writes the scholar ... in The Diplomat".
  private func findPieces(_ sentence: Int) {
    let tokens = text.sentences[sentence]
    var isPiece = false
    for token in tokens where token + 1 < tokens.upperBound {
      if classes(token).contains(.reportNoun) || classes(token).contains(.reportVerb) || kinds[token].contains(.label) {
        isPiece = true
      }
      let current = word(token)
      guard isPiece || isOpening(token), current != 0, [rules.in, rules.for, rules.with].contains(current),
        !sourced[token]
      else { continue }
      var start = token + 1
      if word(start) == rules.the, !isCapital(start), start + 1 < tokens.upperBound { start += 1 }
      addPiece(start, behind: token, sentence, in: tokens)
    }
  }

  private func addPiece(_ start: Int, behind preposition: Int, _ sentence: Int, in tokens: Range<Int>) {
    if let index = claim(start) {
      guard let entity = mentions[index].entity, registry[entity].subtype == "media" else { return }
      return add(
        AttributionDraft(tokens: preposition..<mentions[index].tokens.upperBound, sentences: 0..<0, outlet: entity),
        sentence)
    }
    var outlet: Range<Int>?
    if let match = nameMatch(start), isOutlet(match) { outlet = match.tokens }
    if outlet == nil, isNameWord(start), preposition > tokens.lowerBound, word(preposition) == rules.for,
      classes(preposition - 1).contains(.reportNoun)
    {
      outlet = start..<nameRun(start, limit: tokens.upperBound)
    }
    guard let outlet, outlet.allSatisfy({ isFree($0) }), let mention = addOutlet(outlet, rule: "outlet.piece-for")
    else { return }
    add(
      AttributionDraft(tokens: preposition..<outlet.upperBound, sentences: 0..<0, outlet: mentions[mention].entity),
      sentence)
  }

  /// "the article notes", "the newspaper writes".
  private func findArticleNotes(_ verb: Int, _ sentence: Int) {
    let start = text.sentences[sentence].lowerBound
    guard verb - 2 >= start, word(verb - 2) == rules.the,
      classes(verb - 1).contains(.reportNoun) || kinds[verb - 1].contains(.outlet)
    else { return }
    let item = itemOfToken(verb)
    add(
      AttributionDraft(tokens: verb - 2..<verb + 1, sentences: 0..<0, outlet: item.flatMap { layout.items[$0].outlet }),
      sentence)
  }

  /// "according to NAME", "citing the ministry".
  private func findSpeaker(_ start: Int, from token: Int, _ sentence: Int) {
    guard !isSourced(start) else { return }
    let tokens = text.sentences[sentence]
    var end = token
    while end < tokens.upperBound, end < token + 4, claim(end) == nil,
      classes(end).contains(.article) || isTitleWord(end)
    { end += 1 }
    guard end < tokens.upperBound else { return }
    guard let index = claim(end) else { return findNamedSource(start, end, sentence) }
    let mention = mentions[index]
    guard mention.type == .person || mention.type == .organization, mention.extent.lowerBound <= end + 6 else { return }
    add(
      AttributionDraft(
        tokens: start..<max(mention.tokens.upperBound, mention.extent.upperBound), sentences: 0..<0,
        speaker: mention.entity),
      sentence)
  }

  /// "according to Dagens Industri.": an unknown name in an item that has no outlet yet.
  private func findNamedSource(_ start: Int, _ token: Int, _ sentence: Int) {
    let tokens = text.sentences[sentence]
    guard isNameWord(token) else { return }
    let end = nameRun(token, limit: tokens.upperBound)
    guard isSlotEnd(end, tokens.upperBound), (token..<end).allSatisfy({ isFree($0) }),
      let item = itemOfToken(token), layout.items[item].outlet == nil, !outletItems.contains(item),
      let mention = addOutlet(token..<end, rule: "outlet.according-to")
    else { return }
    add(AttributionDraft(tokens: start..<end, sentences: 0..<0, outlet: mentions[mention].entity), sentence)
  }

  // MARK: Authors and items

  /// The author of an opinion piece stands inside its attribution: "published an article by analyst NAME".
  private func addAuthors() {
    var last = 0
    for author in authors.sorted(by: { mentions[$0].extent.lowerBound < mentions[$1].extent.lowerBound }) {
      let mention = mentions[author]
      let start = mention.extent.lowerBound
      guard start > 1, !sourced[start],
        word(start - 1) == rules.by || classes(start - 1).contains(.article) && word(start - 2) == rules.by
      else { continue }
      while last < attributions.count, attributions[last].tokens.upperBound <= start { last += 1 }
      let sentence = text.sentence(of: start)
      if last > 0, attributions[last - 1].sentences.contains(sentence),
        attributions[last - 1].tokens.upperBound + 5 >= start
      {
        attributions[last - 1].tokens = attributions[last - 1].tokens.lowerBound..<mention.tokens.upperBound
        attributions[last - 1].speaker = mention.entity
      } else {
        let draft = AttributionDraft(
          tokens: start - 1..<mention.tokens.upperBound, sentences: sentence..<sentence + 1, speaker: mention.entity)
        attributions.insert(draft, at: last)
      }
    }
  }

  /// The first outlet that an item names is its source; "the article" later is that outlet's.
  private func fillItems() {
    for index in attributions.indices {
      guard let item = itemOfToken(attributions[index].tokens.lowerBound) else { continue }
      if layout.items[item].outlet == nil, let outlet = attributions[index].outlet {
        layout.items[item].outlet = outlet
        layout.items[item].reported = attributions[index].date
      } else if layout.items[item].outlet == attributions[index].outlet, layout.items[item].reported == nil {
        layout.items[item].reported = attributions[index].date
      }
      if attributions[index].outlet == nil, attributions[index].speaker == nil {
        attributions[index].outlet = layout.items[item].outlet
      }
    }
    // An item that names one outlet and quotes none has it from there.
    var outlets: [Int: Set<Int>] = [:]
    for mention in mentions where mention.type == .organization && !mention.tokens.isEmpty {
      guard let entity = mention.entity, registry[entity].subtype == "media",
        let item = itemOfToken(mention.tokens.lowerBound)
      else { continue }
      outlets[item, default: []].insert(entity)
    }
    for (item, entities) in outlets
    where layout.items[item].outlet == nil && entities.count == 1 && layout.items.count > 1 {
      layout.items[item].outlet = entities.first
    }
  }
}
