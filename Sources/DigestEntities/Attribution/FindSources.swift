internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Finds the outlets that stand in attribution slots, by the words around them, known or not.
  func findSources() {
    findDatelineOutlet()
    for line in layout.items.indices { findLabelOutlet(&layout.items[line]) }
    for line in layout.roles.indices where layout.roles[line] == .source { findSourceLine(line) }
    for line in layout.roles.indices where layout.roles[line] == .caption { findCredit(line) }
    for sentence in text.sentences.indices { findSources(inSentence: sentence) }
  }

  // MARK: Layout

  private func findDatelineOutlet() {
    guard let dateline = layout.dateline else { return }
    let line = Int(lineOfSentence[text.sentence(of: dateline.lowerBound)])
    guard let outlet = self.dateline(ofLine: line)?.outlet, let mention = addOutlet(outlet, rule: "outlet.dateline")
    else { return }
    for index in layout.items.indices where layout.items[index].lines.contains(line) {
      layout.items[index].outlet = mentions[mention].entity
      layout.items[index].reported = date(in: dateline)
    }
  }

  /// `Outlet: headline`, `Outlet, June 3: text`.
  private func findLabelOutlet(_ item: inout ItemDraft) {
    let tokens = text.tokens(ofLine: item.lines.lowerBound)
    let features = lineFeatures(item.lines.lowerBound)
    guard let colon = features.colon else { return }
    var end = features.content.lowerBound
    while end < colon, marks[end] != .comma, figure(end) == nil { end += 1 }
    let label = features.content.lowerBound..<end
    // "One: ..., Two: ..." counts paragraphs.
    if label.count == 1, classes(label.lowerBound).contains(.numberUnit) { return }
    guard !label.isEmpty, isOutletLabel(label), let mention = addOutlet(label, rule: "outlet.label") else { return }
    let sentence = text.sentence(of: tokens.lowerBound)
    item.outlet = mentions[mention].entity
    item.reported = date(in: end..<colon)
    attributions.append(
      AttributionDraft(
        tokens: features.content.lowerBound..<colon + 1, sentences: sentence..<sentence + 1, outlet: item.outlet,
        date: item.reported))
  }

  /// `Source: OUTLET, date`.
  private func findSourceLine(_ line: Int) {
    let tokens = text.tokens(ofLine: line)
    let opening =
      tokens.first { marks[$0] == .colon } ?? (marks[tokens.lowerBound] == .openParen ? tokens.lowerBound : nil)
    guard let colon = opening, colon + 1 < tokens.upperBound else { return }
    var end = colon + 1
    while end < tokens.upperBound, marks[end] != .comma, marks[end] != .closeParen, figure(end) == nil { end += 1 }
    guard end > colon + 1, let mention = addOutlet(colon + 1..<end, rule: "outlet.source-line") else { return }
    let item = layout.items.firstIndex { $0.lines.contains(line) }
    if let item {
      layout.items[item].outlet = mentions[mention].entity
      layout.items[item].reported = date(in: end..<tokens.upperBound)
    }
    attributions.append(
      AttributionDraft(
        tokens: tokens, sentences: text.lines[line], outlet: mentions[mention].entity,
        date: date(in: end..<tokens.upperBound)))
  }

  /// "Photo credit: AFP" at the end of a caption.
  private func findCredit(_ line: Int) {
    let tokens = text.tokens(ofLine: line)
    guard let colon = tokens.last(where: { marks[$0] == .colon }), colon + 1 < tokens.upperBound, isNameWord(colon + 1)
    else { return }
    let end = nameRun(colon + 1, limit: tokens.upperBound)
    guard end == tokens.upperBound || end + 1 == tokens.upperBound else { return }
    addOutlet(colon + 1..<end, rule: "outlet.credit")
  }

  // MARK: Sentences

  private func findSources(inSentence sentence: Int) {
    let tokens = text.sentences[sentence]
    let found = attributions.count
    for token in tokens
    where found == attributions.count || token >= attributions[attributions.count - 1].tokens.upperBound {
      if isReportVerb(token) {
        if let draft = sourceBefore(token, in: tokens) ?? sourceBehind(token, in: tokens) { add(draft, sentence) }
      } else if word(token) == rules.according, token + 2 < tokens.upperBound, word(token + 1) == rules.to {
        if let draft = outletPhrase(token + 2, in: tokens).flatMap({ close(token, $0, in: tokens) }) {
          add(draft, sentence)
        }
      }
    }
  }

  func add(_ draft: AttributionDraft, _ sentence: Int) {
    var draft = draft
    draft.sentences = sentence..<sentence + 1
    for token in draft.tokens { sourced[token] = true }
    attributions.append(draft)
  }

  /// A verb by which outlets report: report, write, publish, note, say, cite, tell.
  func isReportVerb(_ token: Int) -> Bool {
    let classes = classes(token)
    guard !isCapital(token) || !isOpening(token) else { return false }
    if classes.contains(.reportVerb) { return true }
    guard classes.contains(.verb), !classes.contains(.verbGerund) || word(token) == rules.citing else { return false }
    for sense in lexicon.senses(of: word(token)) where sense.wordClass == .verb {
      if rules.reportRows[Int(sense.value)] { return true }
    }
    return false
  }

  /// "Nova News reported on May 6", "the Times of Malta wrote".
  private func sourceBefore(_ verb: Int, in tokens: Range<Int>) -> AttributionDraft? {
    var end = verb
    // An adverb or an auxiliary may stand between.
    if end - 1 >= tokens.lowerBound, classes(end - 1).contains(.adverb) || classes(end - 1).contains(.toHave) {
      end -= 1
    }
    guard let outlet = outletEnding(at: end, from: tokens.lowerBound),
      let mention = addOutlet(outlet, rule: "outlet.before-verb")
    else { return nil }
    var draft = AttributionDraft(
      tokens: outlet.lowerBound..<verb + 1, sentences: 0..<0, outlet: mentions[mention].entity)
    extendReport(&draft, from: verb + 1, in: tokens)
    return draft
  }

  /// ", reported the Vietnam News Agency (VNA) on May 6", "told the Times of Malta", "citing Reuters".
  private func sourceBehind(_ verb: Int, in tokens: Range<Int>) -> AttributionDraft? {
    var token = verb + 1
    if token < tokens.upperBound, classes(token).contains(.preposition), word(token) != rules.on { return nil }
    guard let outlet = outletPhrase(token, in: tokens) else { return nil }
    // What the verb reports may be an outlet's name only where the verb closes its clause.
    if !isInverted(verb, in: tokens), !isTransitive(verb) { return nil }
    token = outlet.upperBound
    guard let mention = addOutlet(outlet, rule: "outlet.behind-verb") else { return nil }
    var draft = AttributionDraft(tokens: verb..<outlet.upperBound, sentences: 0..<0, outlet: mentions[mention].entity)
    extendReport(&draft, from: outlet.upperBound, in: tokens)
    return draft
  }

  private func isInverted(_ verb: Int, in tokens: Range<Int>) -> Bool {
    guard verb > tokens.lowerBound else { return false }
    switch marks[verb - 1] {
    case .comma, .quote, .closeQuote, .dash, .closeParen, .apostrophe: return true
    default: return false
    }
  }

  /// "told" and "citing" have the source as their object.
  private func isTransitive(_ verb: Int) -> Bool { word(verb) == rules.told || classes(verb).contains(.verbGerund) }

  private func close(_ start: Int, _ outlet: Range<Int>, in tokens: Range<Int>) -> AttributionDraft? {
    guard let mention = addOutlet(outlet, rule: "outlet.according-to") else { return nil }
    var draft = AttributionDraft(tokens: start..<outlet.upperBound, sentences: 0..<0, outlet: mentions[mention].entity)
    extendReport(&draft, from: outlet.upperBound, in: tokens)
    return draft
  }

  /// Over "an article", "by analyst", "on May 6" behind the outlet or its verb.
  func extendReport(_ draft: inout AttributionDraft, from start: Int, in tokens: Range<Int>) {
    var token = start
    if token < tokens.upperBound, marks[token] == .openParen, let close = closing(token, before: tokens.upperBound) {
      token = close + 1
    }
    if token + 1 < tokens.upperBound, classes(token).contains(.article), lexicon.is(word(token + 1), .reportNoun) {
      draft.tokens = draft.tokens.lowerBound..<token + 2
      token += 2
    }
    for index in token..<min(token + 10, tokens.upperBound) where marks[index] == .comma || marks[index] == .stop {
      if let date = reportDate(token..<index) { take(date, &draft) }
      return
    }
    if let date = reportDate(token..<min(token + 10, tokens.upperBound)) { take(date, &draft) }
  }

  private func take(_ date: Int, _ draft: inout AttributionDraft) {
    draft.date = date
    let end = figures.figures[date].tokens.upperBound
    if end > draft.tokens.upperBound, end <= draft.tokens.upperBound + 8 {
      draft.tokens = draft.tokens.lowerBound..<end
    }
  }

  /// The first date of a range that is introduced by "on" or stands at its start.
  private func reportDate(_ tokens: Range<Int>) -> Int? {
    for token in tokens {
      guard let index = figure(token), figures.figures[index].figure.kind == .date else { continue }
      return token == tokens.lowerBound || token > 0 && word(token - 1) == rules.on ? index : nil
    }
    return nil
  }
}
