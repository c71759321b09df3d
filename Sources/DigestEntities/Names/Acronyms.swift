internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Names and acronyms that introduce each other in brackets: "the Steppe Fund (SF)", "ADB (Asian Development Bank)".
  func findBrackets() {
    for index in mentions.indices where mentions[index].type != .country && mentions[index].type != .person {
      bracket(behind: index)
    }
    // What the text introduces goes before what the tables know.
    for index in mentions.indices where mentions[index].form == .acronym && mentions[index].tokens.count == 1 {
      guard let known = introduced[key(mentions[index].tokens.lowerBound)], known.entity != mentions[index].entity
      else { continue }
      mentions[index].entity = known.entity
      mentions[index].type = mentions[known.mention].type
      mentions[index].country = mentions[known.mention].country
      mentions[index].rows = []
      mentions[index].rule = "\(mentions[index].type.rawValue).acronym-again"
    }
    for open in marks.indices where marks[open] == .openParen && open > 0 && isFree(open - 1) && isNameWord(open - 1) {
      introduce(open)
    }
  }

  private func bracket(behind index: Int) {
    let mention = mentions[index]
    let open = mention.tokens.upperBound
    guard open + 2 < claims.count, marks[open] == .openParen, let close = closing(open, before: claims.count),
      mention.entity != nil
    else { return }
    let inner = open + 1..<close
    guard !inner.isEmpty else { return }
    if inner.count == 1, isAcronym(inner.lowerBound) {
      remember(acronym: inner.lowerBound, index)
      if isFree(inner.lowerBound) {
        addAlias(inner, of: index, form: .acronym, rule: "\(mention.type.rawValue).acronym-introduced")
      }
    } else if let other = claim(inner.lowerBound), mentions[other].tokens == inner,
      mentions[other].type == mention.type,
      let alias = mentions[other].entity, registry[alias].basis == .text, alias != mention.entity
    {
      // "Trans-Andean Transport Route (Upper Corridor)": a second name.
      mentions[other].entity = mention.entity
      mentions[other].country = mention.country
      mentions[other].rule = "\(mention.type.rawValue).name-introduced"
    } else if mention.tokens.count == 1, isAcronym(mention.tokens.lowerBound), inner.allSatisfy({ isFree($0) }),
      spells(inner, mention.tokens.lowerBound)
    {
      addAlias(inner, of: index, form: .name, rule: "\(mention.type.rawValue).name-introduced")
    }
  }

  private func addAlias(_ tokens: Range<Int>, of index: Int, form: MentionForm, rule: String) {
    guard let entity = mentions[index].entity else { return }
    let alias = text.string(tokens)
    if alias != registry[entity].name, !(registry[entity].aliases ?? []).contains(alias) {
      registry[entity].aliases = (registry[entity].aliases ?? []) + [alias]
    }
    var mention = MentionDraft(
      tokens: tokens, type: mentions[index].type, form: form, entity: entity, country: mentions[index].country,
      rule: rule)
    mention.note = registry[entity].name
    add(mention)
  }

  /// An unknown name before the bracket whose first letters are the acronym.
  private func introduce(_ open: Int) {
    guard open + 2 < claims.count, marks[open + 2] == .closeParen, isAcronym(open + 1) else { return }
    var first = open
    let sentence = text.sentences[text.sentence(of: open)].lowerBound
    while first > sentence, open - first < 12, isFree(first - 1), isNameWord(first - 1) || isInnerJoin(first - 1) {
      first -= 1
    }
    while first < open, !isNameWord(first) || !startsAcronym(first, open + 1) { first += 1 }
    guard first + 1 < open, spells(first..<open, open + 1) else { return }
    let number = registry.add(.organization, name: text.string(first..<open))
    let index = add(
      MentionDraft(
        tokens: first..<open, type: .organization, form: .name, entity: number, rule: "organization.acronym-behind"))
    remember(acronym: open + 1, index)
    if isFree(open + 1) {
      addAlias(open + 1..<open + 2, of: index, form: .acronym, rule: "organization.acronym-introduced")
    }
  }

  private func isInnerJoin(_ token: Int) -> Bool {
    marks[token] == .hyphen || marks[token] == .ampersand
      || [rules.of, rules.and, rules.for, rules.the].contains(word(token)) && word(token) != 0
      || isParticle(token)
  }

  private func startsAcronym(_ token: Int, _ acronym: Int) -> Bool { initial(token) == initial(acronym) }

  private func initial(_ token: Int) -> UInt8 { text.bytes[Int(text.tokens[token].start)] | 0x20 }

  /// Whether the letters of an acronym are found in order at the starts of the words or, after them, inside.
  private func spells(_ name: Range<Int>, _ acronym: Int) -> Bool {
    let letters = text.bytes[text.tokens[acronym].bytes].map { $0 | 0x20 }
    var matched = 0
    for token in name where isLetter(token) && matched < letters.count {
      if initial(token) == letters[matched] { matched += 1 }
    }
    return matched >= 2 && matched * 3 >= letters.count * 2
  }

  /// Two to eight letters, all capitals, or a capital and more inside: "KIDF", "KazAID".
  func isAcronym(_ token: Int) -> Bool {
    let count = text.tokens[token].bytes.count
    return shape(token).contains(.allCaps) && isLetter(token) && count >= 2 && count <= 8
  }

  private func remember(acronym token: Int, _ mention: Int) {
    if let entity = mentions[mention].entity { introduced[key(token)] = (entity, mention) }
  }
}
