internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// An award, agreement, occasion or place by its form.
  func otherPattern(_ start: Int, limit: Int) -> NamePattern? {
    guard isNameWord(start) else { return nil }
    let end = nameRun(start, limit: limit)
    if let award = awardPattern(start, end, limit) { return award }
    if let agreement = agreementPattern(start, end, limit) { return agreement }
    if let place = placePattern(start, end, limit) { return place }
    return occasionPattern(start, end, limit)
  }

  /// "Order of Dostyk (Friendship) of the First Class", "Dank medal", "Cross of Rescue", "Mountain Steward prize".
  private func awardPattern(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    if kinds[start].contains(.award), start + 2 < limit, word(start + 1) == rules.of {
      var token = start + 2
      if word(token) == rules.the, token + 1 < limit { token += 1 }
      guard isNameWord(token) || marks[token] == .quote || marks[token] == .openQuote else { return nil }
      var last = nameRun(token, limit: limit)
      if last == token { return nil }
      last = awardClass(last, limit)
      return NamePattern(tokens: start..<last, type: .award, subtype: nil, rule: "award.of")
    }
    // "the Dank medal": the head noun may have a small letter.
    guard end < limit, kinds[end].contains(.award), !isCapital(end), !kinds[end].contains(.occasion),
      !classes(end).contains(.verb), !isPlainOpening(start), !isTitleWord(start),
      nameMatch(start).map({ $0.tokens != start..<end || !isDemonym($0) }) ?? true
    else { return nil }
    return NamePattern(tokens: start..<end + 1, type: .award, subtype: nil, rule: "award.head-noun")
  }

  /// "(Friendship) of the First Class", ", First Class"
  private func awardClass(_ start: Int, _ limit: Int) -> Int {
    var end = start
    if end < limit, marks[end] == .openParen, let close = closing(end, before: limit), close - end <= 5 {
      end = close + 1
    }
    var token = end
    while token < limit, word(token) == rules.of || word(token) == rules.the || marks[token] == .comma { token += 1 }
    if token + 1 < limit, token > end, isClassWord(token + 1), token + 2 - end <= 5 { return token + 2 }
    return end
  }

  /// "Class", "Degree": a noun that only the words before and behind can tell; its folded spelling is compared.
  private func isClassWord(_ token: Int) -> Bool {
    word(token) != 0 && (word(token) == rules.class || word(token) == rules.degree)
  }

  /// "Joint Statement on the Establishment of ...", "Declaration on Strategic Partnership".
  private func agreementPattern(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    guard let head = (start..<end).last(where: { kinds[$0].contains(.agreement) }), head + 1 == end else { return nil }
    var last = head + 1
    while last + 1 < limit, isAgreementJoin(last) {
      var token = last + 1
      while token < limit, token < last + 3, word(token) == rules.the || classes(token).contains(.article) {
        token += 1
      }
      let next = token < limit ? agreementRun(token, limit: limit) : token
      if next == token { break }
      last = next
    }
    guard last > head + 1 || head > start && !isPlainOpening(start) else { return nil }
    return NamePattern(tokens: start..<last, type: .agreement, subtype: nil, rule: "agreement.head-noun")
  }

  private func isAgreementJoin(_ token: Int) -> Bool {
    rules.behindAgreement.contains(word(token)) && word(token) != 0
  }

  /// Capitalised words, with spaced dashes between them.
  private func agreementRun(_ start: Int, limit: Int) -> Int {
    var end = nameRun(start, limit: limit)
    while end > start, end + 1 < limit, marks[end] == .dash || marks[end] == .hyphen {
      let next = nameRun(end + 1, limit: limit)
      if next == end + 1 { break }
      end = next
    }
    return end
  }

  /// "Kyzylorda Region", "Kazakh Yeli Square", "Gulf of Guinea", "Akorda palace".
  private func placePattern(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    if kinds[start].contains(.place),
      subtype(ofHead: start..<start + 1, .place) == "water" || subtype(ofHead: start..<start + 1, .place) == "relief",
      start + 2 < limit, word(start + 1) == rules.of, isNameWord(start + 2)
    {
      return NamePattern(
        tokens: start..<nameRun(start + 2, limit: limit), type: .place, subtype: "water", rule: "place.of")
    }
    guard let head = (start..<end).last(where: { kinds[$0].contains(.place) }), head + 1 == end, head > start else {
      guard end < limit, kinds[end].contains(.place), !isPlainOpening(start), isPlaceTail(end), !isTitleWord(end - 1)
      else { return nil }
      if let match = nameMatch(start), match.tokens.upperBound == end, isDemonym(match) { return nil }
      return NamePattern(
        tokens: start..<end + 1, type: .place, subtype: subtype(ofHead: end..<end + 1, .place), rule: "place.head-noun")
    }
    if isPlainOpening(start), head == start + 1 { return nil }
    if (start..<head).contains(where: { isTitleWord($0) }) { return nil }
    return NamePattern(
      tokens: start..<end, type: .place, subtype: subtype(ofHead: head..<end, .place), rule: "place.head-noun")
  }

  /// Head nouns that stand with a small letter behind a name: "the Akorda palace", "Zhambyl region".
  private func isPlaceTail(_ token: Int) -> Bool {
    guard let subtype = subtype(ofHead: token..<token + 1, .place) else { return false }
    return ["region", "palace", "square", "street", "district"].contains(subtype) && !classes(token).contains(.verb)
  }

  /// "the Pacific Islands Forum", "the Budapest summit" is left to noun groups: all words need a capital.
  private func occasionPattern(_ start: Int, _ end: Int, _ limit: Int) -> NamePattern? {
    guard let head = (start..<end).last(where: { kinds[$0].contains(.occasion) }), head + 1 == end, head > start,
      !(isPlainOpening(start) && head == start + 1), !(start..<head).contains(where: { isTitleWord($0) })
    else { return nil }
    return NamePattern(tokens: start..<end, type: .occasion, subtype: nil, rule: "occasion.head-noun")
  }
}
