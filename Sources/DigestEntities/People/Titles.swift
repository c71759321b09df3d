internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A title or role with what belongs to it: "Kazakh Energy Minister", "Deputy Prime Minister and Minister of Foreign
/// Affairs of New Zealand", "the head of the Norwegian Refugee Council".
struct TitlePhrase {
  /// The title's words, portfolio and "of" phrases included; the country before it stands outside.
  var tokens: Range<Int>
  /// With the country or body before it.
  var extent: Range<Int>
  /// The noun itself.
  var head: Range<Int>
  var isPlural = false
  /// Rows of `positions.tsv`.
  var positions: [Int] = []
  /// The mentions of the countries and organisations in it, nearest to the head noun first.
  var bodies: [Int] = []
  var isAuthor = false
  /// "counterpart", "guest": names no office of its own.
  var isRelative = false
  /// Whether a named person bears it.
  var isUsed = false
}

extension Reading {
  /// Finds all titles, in text order.
  func findTitles() -> [TitlePhrase] {
    var titles: [TitlePhrase] = []
    for sentence in text.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        if let title = title(token, in: sentence) {
          titles.append(title)
          token = max(token + 1, title.tokens.upperBound)
        } else {
          token += 1
        }
      }
    }
    return titles
  }

  /// The title whose head noun starts at a token.
  private func title(_ token: Int, in sentence: Range<Int>) -> TitlePhrase? {
    guard isFree(token), var head = titleHead(token, limit: sentence.upperBound) else { return nil }
    // "Chief Adviser", "Minister Counsellor": the last is the head.
    while head.upperBound < sentence.upperBound, isFree(head.upperBound),
      isCapital(head.upperBound) == isCapital(head.lowerBound),
      let next = titleHead(head.upperBound, limit: sentence.upperBound), !classes(head.upperBound).contains(.surname)
    {
      head = next
    }
    var title = TitlePhrase(tokens: token..<head.upperBound, extent: token..<head.upperBound, head: head)
    readHead(&title)
    extendLeft(&title, from: sentence.lowerBound)
    extendRight(&title, limit: sentence.upperBound)
    // "Deputy Prime Minister and Minister of Energy"
    if !title.isPlural, title.tokens.upperBound + 1 < sentence.upperBound, word(title.tokens.upperBound) == rules.and,
      titleHead(title.tokens.upperBound + 1, limit: sentence.upperBound) != nil,
      let second = self.title(title.tokens.upperBound + 1, in: title.tokens.upperBound + 1..<sentence.upperBound),
      !second.isPlural, second.extent.lowerBound == title.tokens.upperBound + 1
    {
      title.tokens = title.tokens.lowerBound..<second.tokens.upperBound
      title.positions += second.positions
      title.bodies += second.bodies
    }
    addBodyBefore(&title, from: sentence.lowerBound)
    return title
  }

  private func titleHead(_ token: Int, limit: Int) -> Range<Int>? {
    if let match = titleMatch(token), match.tokens.upperBound <= limit { return match.tokens }
    guard let noun = noun(token), noun.kinds.intersects([.role, .guest, .kin]), noun.end <= limit else { return nil }
    return token..<noun.end
  }

  private func readHead(_ title: inout TitlePhrase) {
    if let match = titleMatch(title.head.lowerBound), match.tokens == title.head {
      for entry in lexical.matches.entries(of: match) {
        title.positions.append(Int(entry.row))
        if entry.form == .plural { title.isPlural = true }
      }
    } else {
      title.isPlural = classes(title.head.upperBound - 1).contains(.nounPlural)
    }
    title.isRelative = title.head.contains { kinds[$0].intersects([.guest, .kin]) } && title.positions.isEmpty
    title.isAuthor = title.head.contains { kinds[$0].contains(.author) }
  }

  // MARK: To the left

  /// Over portfolios and adjectives: "former Deputy Energy and Mines Minister".
  private func extendLeft(_ title: inout TitlePhrase, from start: Int) {
    var first = title.tokens.lowerBound
    let isMinister = title.head.contains { kinds[$0].contains(.minister) }
    while first > start {
      let token = first - 1
      if isTitleModifier(token, isMinister: isMinister, capital: isCapital(title.head.lowerBound)) {
        first = token
      } else if token > start, word(token) == rules.and || marks[token] == .ampersand || marks[token] == .comma,
        first < title.head.lowerBound, isPortfolio(first), isPortfolio(token - 1), isFree(token - 1)
      {
        first = token - 1
      } else {
        break
      }
    }
    title.tokens = first..<title.tokens.upperBound
    title.extent = title.tokens
  }

  private func isTitleModifier(_ token: Int, isMinister: Bool, capital: Bool) -> Bool {
    guard isFree(token), isLetter(token), !isClitic(token) else { return false }
    let classes = classes(token)
    if classes.contains(.adjective) { return true }
    guard figure(token) == nil, !classes.intersects(.functionWords) else { return false }
    if kinds[token].contains(.portfolio) || titleMatch(token) != nil && kinds[token].contains(.role) {
      return !classes.contains(.verbPast) && !classes.contains(.verbThird)
    }
    // "Roads Minister": any capitalised word before a capitalised minister.
    return isMinister && capital && isCapital(token) && !isOpening(token)
  }

  /// The country or organisation before a title: "Oman's", "Kazakh", "OPEC".
  private func addBodyBefore(_ title: inout TitlePhrase, from start: Int) {
    var first = title.tokens.lowerBound
    if first - 1 >= start, isClitic(first - 1) { first -= 1 }
    guard first - 1 >= start, let index = claim(first - 1) else { return }
    let mention = mentions[index]
    guard mention.type == .country || mention.type == .organization || mention.type == .place,
      mention.tokens.upperBound == first, mention.tokens.lowerBound >= start
    else { return }
    title.bodies.insert(index, at: 0)
    title.extent = mention.tokens.lowerBound..<title.tokens.upperBound
  }

  // MARK: To the right

  private func extendRight(_ title: inout TitlePhrase, limit: Int) {
    var end = title.tokens.upperBound
    for _ in 0..<5 {
      let link = end + 1 < limit ? word(end) : 0
      guard link != 0, link == rules.of || link == rules.for || link == rules.to else { break }
      var token = end + 1
      if classes(token).contains(.article), token + 1 < limit { token += 1 }
      if word(end) == rules.to, !title.positions.contains(where: { kind(ofPosition: $0) == "diplomat" }) { break }
      if let index = claim(token),
        mentions[index].tokens.lowerBound == token || mentions[index].tokens.lowerBound == token - 1
      {
        title.bodies.append(index)
        let isShared = word(end) != rules.of
        end = mentions[index].tokens.upperBound
        if isShared { end = addBodiesBehind(&title, end, limit: limit) }
      } else if word(end) == rules.to {
        break
      } else if portfolioEnd(token, limit: limit) > token {
        end = portfolioEnd(token, limit: limit)
      } else if isNameWord(token) {
        end = nameRun(token, limit: limit)
      } else if isLetter(token), !classes(token).intersects(.functionWords), figure(token) == nil,
        word(end) == rules.of, !classes(token).contains(.verb) || kinds[token] != []
      {
        end = noun(token)?.end ?? token + 1
      } else {
        break
      }
      end = min(end, limit)
    }
    title.tokens = title.tokens.lowerBound..<max(end, title.tokens.upperBound)
    title.extent = title.tokens
  }

  /// "Envoy for Peru and Chile", "ambassador to Oman and Qatar": one post for several countries. Behind "of" the second may
  /// be whom somebody met, and before "'s" it has a post of its own.
  private func addBodiesBehind(_ title: inout TitlePhrase, _ start: Int, limit: Int) -> Int {
    var end = start
    while end + 1 < limit, word(end) == rules.and, let index = claim(end + 1),
      mentions[index].type == .country, mentions[index].tokens.lowerBound == end + 1,
      mentions[index].form != .demonym
    {
      let next = mentions[index].tokens.upperBound
      guard next >= limit || !isClitic(next) && titleHead(next, limit: limit) == nil else { break }
      title.bodies.append(index)
      end = next
    }
    return end
  }
}
