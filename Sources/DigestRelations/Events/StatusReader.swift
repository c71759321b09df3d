internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads from verbs and their governors whether an event took place.
struct StatusReader {
  let reader: ClauseReader
  let kinds: [VerbKinds]
  let lexicon: Lexicon

  private var chunks: [Chunk] { reader.chunks }

  func kinds(_ chunk: Int) -> VerbKinds {
    guard let verb = chunks[chunk].verb, verb.verb >= 0 else { return [] }
    return kinds[verb.verb]
  }

  /// The status of what a verb group states.
  func status(ofVerb index: Int, depth: Int = 0) -> Status {
    guard depth < 6, let verb = chunks[index].verb else { return .happened }
    if verb.isNegated { return .negated }
    if verb.isUnfulfilled { return .cancelled }
    if verb.mood == .irrealis { return .hypothetical }
    if isConditional(index) { return .hypothetical }
    if let thought = statusOfThought(index, depth) { return thought }
    if verb.mood == .future { return .planned }
    switch verb.form {
    case .infinitive: return infinitive(index, depth)
    case .gerund: return gerund(index, depth)
    case .finite where verb.isProgressive: return .ongoing
    case .finite, .participle: return .happened
    }
  }

  /// What the verb before "that" makes of the clause: "denied that he had met", "proposed that they meet".
  private func statusOfThought(_ index: Int, _ depth: Int) -> Status? {
    var scan = index - 1
    while scan > 0 {
      switch chunks[scan].kind {
      case .subordinator:
        guard reader.word(scan) == reader.words.that, chunks[scan - 1].kind == .verb else { return nil }
        let kinds = kinds(scan - 1)
        if kinds.contains(.refuse) { return chunks[scan - 1].verb?.isNegated == true ? nil : .negated }
        return kinds.contains(.propose) && chunks[index].verb?.isPast == false ? .proposed : nil
      case .verb where chunks[scan].verb?.form == .finite: return nil
      case .colon, .stop, .relative, .quote: return nil
      default: scan -= 1
      }
    }
    return nil
  }

  /// Whether "if" or "unless" opens the clause.
  private func isConditional(_ index: Int) -> Bool {
    var scan = index - 1
    while scan >= 0 {
      switch chunks[scan].kind {
      case .subordinator: return [reader.words.if, reader.words.whether].contains(reader.word(scan))
      case .verb where chunks[scan].verb?.form == .finite: return false
      case .comma, .colon, .stop: return false
      default: scan -= 1
      }
    }
    return false
  }

  private func infinitive(_ index: Int, _ depth: Int) -> Status {
    guard let governor = reader.governor(ofInfinitive: index) else { return .planned }
    // "an invitation to visit", "plans to meet"
    if index > 0, chunks[index - 1].kind == .noun, let outlook = outlook(chunks[reader.startOfChain(index - 1)].head) {
      return outlook
    }
    if reader.isJoinedInfinitive(index) { return status(ofVerb: governor, depth: depth + 1) }
    return governed(by: governor, depth) ?? .hypothetical
  }

  private func gerund(_ index: Int, _ depth: Int) -> Status {
    if index > 0, chunks[index - 1].kind == .preposition,
      reader.classes[chunks[index - 1].tokens.lowerBound].contains(.negation)
    {
      return .negated
    }
    if index > 0, chunks[index - 1].kind == .verb { return governed(by: index - 1, depth) ?? .happened }
    // "the possibility of meeting"
    if index > 1, chunks[index - 1].kind == .preposition, chunks[index - 2].kind == .noun,
      let outlook = outlook(chunks[index - 2].head)
    {
      return outlook
    }
    guard let main = reader.precedingFinite(before: index) else { return .happened }
    let status = status(ofVerb: main, depth: depth + 1)
    return status == .negated ? .happened : status
  }

  /// The status that a governing verb gives: "refused to meet", "is expected to visit", "arrived to meet".
  func governed(by governor: Int, _ depth: Int = 0) -> Status? {
    let kinds = kinds(governor)
    let own = status(ofVerb: governor, depth: depth + 1)
    if let status = kinds.governedStatus {
      if own == .negated { return kinds.contains(.refuse) ? .happened : .negated }
      return status
    }
    if kinds.contains(.purpose) || kinds.contains(.light) { return own }
    return own == .happened ? nil : own
  }

  /// The status of an event that a noun names.
  func status(ofNoun index: Int, governor: Int?) -> Status {
    if chunks[index].isNegated { return .negated }
    if let outlook = outlook(on: index) { return outlook }
    if let subject = verbAfter(index) {
      let kinds = kinds(subject)
      if let outlook = outlook(behindCopula: subject) { return outlook }
      if let status = kinds.governedStatus, isPassive(subject) { return status }
      if isPlanned(index) { return .planned }
      if kinds.contains(.light) || kinds.isEmpty || chunks[subject].verb?.mood != .indicative {
        return status(ofVerb: subject)
      }
      return .happened
    }
    if isPlanned(index) { return .planned }
    guard let governor else { return .happened }
    if isObject(index, of: governor) {
      if let status = kinds(governor).governedStatus {
        return self.status(ofVerb: governor) == .negated && status != .negated ? .negated : status
      }
      return status(ofVerb: governor)
    }
    return attached(index, governor)
  }

  /// "Preparations for the meeting", "the possibility of talks", "on the eve of a visit": what the noun says on which the
  /// group hangs.
  func outlook(on index: Int) -> Status? {
    let start = reader.startOfChain(index)
    for noun in stride(from: index, through: start, by: -2) where noun != index {
      if let status = outlook(chunks[noun].head) { return status }
    }
    guard start > 1, chunks[start - 1].kind == .preposition,
      [.for, .to].contains(reader.slot(ofPreposition: start - 1)),
      chunks[start - 2].kind == .noun
    else { return nil }
    return outlook(chunks[start - 2].head)
  }

  /// "is likely", "is out of the question": what a copula says of its subject.
  private func outlook(behindCopula verb: Int) -> Status? {
    guard lexicon.is(reader.text.tokens[chunks[verb].head].word, .toBe) else { return nil }
    var next = verb + 1
    while next < chunks.count, chunks[next].kind == .adverb || chunks[next].kind == .preposition {
      if let status = outlook(chunks[next].head) { return status }
      next += 1
    }
    guard next < chunks.count, chunks[next].kind == .noun, let status = outlook(chunks[next].head) else { return nil }
    return chunks[verb].verb?.isNegated == true ? .negated : status
  }

  private func outlook(_ token: Int) -> Status? {
    switch lexicon.value(reader.text.tokens[token].word, .outlook) {
    case 1: .planned
    case 2: .proposed
    case 3: .expected
    case 4: .hypothetical
    case 5: .negated
    case 6: .cancelled
    default: nil
    }
  }

  /// "a planned call", "his upcoming visit"
  private func isPlanned(_ index: Int) -> Bool {
    chunks[index].tokens.contains { reader.classes[$0].contains(.planWord) } || isSetFor(index)
  }

  /// "a call with A, announced for Friday"
  private func isSetFor(_ index: Int) -> Bool {
    var next = reader.endOfChain(index)
    while next + 1 < chunks.count, next < index + 8 {
      switch chunks[next].kind {
      case .preposition, .noun, .comma, .adverb: next += 1
      case .verb:
        return chunks[next].verb?.form == .participle && kinds(next).governedStatus != nil
          && chunks[next + 1].kind == .preposition && reader.slot(ofPreposition: next + 1) == .for
      default: return false
      }
    }
    return false
  }

  /// Passive, or a headline's participle without auxiliary and object: "trip to Ashgabat called off".
  private func isPassive(_ verb: Int) -> Bool {
    guard let group = chunks[verb].verb else { return false }
    if group.isPassive { return true }
    let isBare = group.tokens.lowerBound == group.head && group.isPast
    let hasObject = verb + 1 < chunks.count && chunks[verb + 1].kind == .noun
    return isBare && !hasObject && reader.classes[group.head].contains(.verbParticiple)
  }

  /// "ahead of the talks", "after the talks", "for talks": what a preposition tells.
  private func attached(_ index: Int, _ governor: Int) -> Status {
    let own = status(ofVerb: governor)
    if kinds(governor).contains(.propose) || kinds(governor).contains(.plan), isFor(index) {
      return kinds(governor).governedStatus ?? own
    }
    let start = reader.startOfChain(index)
    // "agreed to mediation in the talks"
    if let status = kinds(governor).governedStatus, governor < start, own == .happened,
      chunks[governor..<start].dropLast().contains(where: { isPrepositionTo($0) })
    {
      return status
    }
    if start > 0, chunks[start - 1].kind == .preposition {
      if chunks[start - 1].tokens.contains(where: { reader.text.tokens[$0].word == reader.words.ahead }) {
        return .planned
      }
      // "agreed to reopen the border during their meeting": the main verb tells whether they met.
      switch reader.slot(ofPreposition: start - 1) {
      case .during, .after, .at, .following:
        if chunks[governor].verb?.form != .finite, let main = reader.precedingFinite(before: governor) {
          let status = status(ofVerb: main)
          return status == .negated ? .happened : status
        }
      default: break
      }
    }
    return own == .negated ? .happened : own
  }

  private func isFor(_ index: Int) -> Bool {
    index > 0 && chunks[index - 1].kind == .preposition
      && (reader.slot(ofPreposition: index - 1) == .for || reader.slot(ofPreposition: index - 1) == .to)
  }

  private func isPrepositionTo(_ chunk: Chunk) -> Bool {
    chunk.kind == .preposition && chunk.tokens.count == 1
      && reader.text.tokens[chunk.head].word == reader.words.to
  }

  private func isObject(_ index: Int, of governor: Int) -> Bool {
    governor < index && !chunks[governor..<index].contains { $0.kind == .preposition }
  }

  /// The verb of which the noun group is the subject.
  func verbAfter(_ index: Int) -> Int? {
    guard !reader.isGoverned(index) else { return nil }
    var next = reader.endOfChain(index)
    while next < chunks.count {
      switch chunks[next].kind {
      case .verb: return chunks[next].verb?.form == .finite || chunks[next].verb?.form == .infinitive ? next : nil
      case .preposition, .date, .adverb, .open, .noun: next += 1
      case .coordinator:
        guard next + 1 < chunks.count, chunks[next + 1].kind == .noun else { return nil }
        next += 1
      case .comma: return verb(behindParenthesis: next)
      default: return nil
      }
    }
    return nil
  }

  /// The finite verb behind ", planned for June,".
  private func verb(behindParenthesis comma: Int) -> Int? {
    for index in comma + 1..<min(comma + 10, chunks.count) where chunks[index].kind == .comma {
      let next = index + 1
      return next < chunks.count && chunks[next].verb?.form == .finite ? next : nil
    }
    return nil
  }
}
