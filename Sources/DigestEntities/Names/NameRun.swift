internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension WordClassSet {
  /// Words that belong to the sentence and not to a name, whatever their first letter.
  static let functionWords = WordClassSet(
    .article, .demonstrative, .quantifier, .possessive, .personalPronoun, .relativePronoun, .interrogative,
    .preposition, .coordinator, .subordinator, .negation, .modal, .toBe, .toHave, .toDo, .adverb)
}

extension Reading {
  /// What ``isNameWord(_:)`` says.
  func looksLikeNameWord(_ token: Int) -> Bool {
    let shape = shape(token)
    guard shape.contains(.capitalized), shape.contains(.letter) else { return false }
    let classes = classes(token)
    if classes.intersects(.functionWords) {
      // "Al", "San", "De" are also names; "US" and "IT" are written in capitals.
      let isPart = classes.contains(.nameParticle) || shape.contains(.allCaps) || classes.contains(.givenName)
      if !isPart || isOpening(token) { return false }
    }
    if let index = figure(token), figures.figures[index].figure.kind != .count { return false }
    return true
  }

  /// What ``isOpening(_:)`` says.
  func looksLikeOpening(_ token: Int) -> Bool {
    let shape = shape(token)
    if shape.contains(.sentenceStart) || shape.contains(.lineStart) { return true }
    guard token > 0 else { return true }
    switch marks[token - 1] {
    case .quote, .openQuote, .colon, .bullet: return true
    case .apostrophe: return !isGlued(token - 1) && isGlued(token)
    case .stop, .closeParen, .dash, .hyphen: return !isGlued(token) && isHeadlineStart(token)
    default: return isHeadlineStart(token)
    }
  }

  private func isHeadlineStart(_ token: Int) -> Bool {
    layout.dateline.map { $0.upperBound == token } ?? false
  }

  /// A word that opens a sentence and is known as a plain English word: its capital says nothing.
  func isPlainOpening(_ token: Int) -> Bool {
    guard isOpening(token) else { return false }
    let classes = classes(token)
    if shape(token).contains(.allCaps) { return false }
    return classes.contains(.verb) || classes.contains(.adjective) || classes.contains(.noun)
      || classes.contains(.nounPlural) || classes.contains(.group) || classes.contains(.reportNoun)
  }

  /// The end of the run of capitalised words that starts at a token; hyphens, `&`, particles and initials inside.
  func nameRun(_ start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      if isNameWord(end) || (end > start && shape(end).contains(.digit) && marks[end - 1] == .hyphen) {
        end += 1
      } else if end > start, let next = runJoin(end, limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Over a hyphen, an `&` or a particle to the next capital.
  private func runJoin(_ token: Int, _ limit: Int) -> Int? {
    guard token + 1 < limit else { return nil }
    if marks[token] == .hyphen, isGlued(token), isGlued(token + 1) {
      return isNameWord(token + 1) || shape(token + 1).contains(.digit) ? token + 1 : nil
    }
    if marks[token] == .ampersand { return isNameWord(token + 1) ? token + 1 : nil }
    if marks[token] == .apostrophe, isGlued(token), isGlued(token + 1), isNameWord(token + 1) { return token + 1 }
    if isParticle(token) {
      if isNameWord(token + 1) { return token + 1 }
      if token + 2 < limit, marks[token + 1] == .hyphen, isNameWord(token + 2) { return token + 2 }
    }
    return nil
  }

  /// Whether a token is a small word of names that is no English word: `de`, `bin`, `van`.
  func isParticle(_ token: Int) -> Bool {
    let classes = classes(token)
    return classes.contains(.nameParticle) && !isCapital(token) && !classes.intersects(.functionWords)
  }

  /// Whether a token is a legal form of companies, written as one: `Ltd.`, `LLP`, `JSC`, `A/S`.
  func legalForm(_ token: Int) -> Int? {
    if let match = termMatch(token), isCapital(token),
      lexical.matches.entries(of: match).contains(where: { $0.wordClass == .legalForm })
    {
      return match.tokens.upperBound
    }
    guard classes(token).contains(.legalForm), isCapital(token) else { return nil }
    let shape = shape(token)
    if shape.contains(.allCaps) || shape.contains(.dotted) { return token + 1 }
    return classes(token).intersects(.functionWords)
      || text.tokens[token].bytes.count < 3 && !isGlued(token) && isPlural(token)
      ? nil : token + 1
  }

  private func isPlural(_ token: Int) -> Bool {
    text.tokens[token].bytes.count == 2 && !shape(token).contains(.allCaps)
  }
}
