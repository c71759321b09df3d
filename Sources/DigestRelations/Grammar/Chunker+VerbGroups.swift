internal import DigestLexicon
internal import DigestText

/// Verbs with their auxiliaries: tense, mood, voice and negation.
extension Chunker {
  func verbGroup(_ first: Int, _ sentence: ChunkedSentence) -> Chunk {
    var group = VerbGroup(tokens: first..<first + 1, head: first, verb: -1, form: .finite)
    var token = first
    var lastAuxiliary: WordClassSet?
    var seenTo = false
    scanning: while token < sentence.tokens.upperBound {
      let word = text.tokens[token].word
      switch sentence.tag(token) {
      case .infinitiveTo:
        // "is to visit" is a plan; "plans to visit" is two groups.
        if token > first, lastAuxiliary == nil { break scanning }
        if lastAuxiliary != nil { group.mood = .future }
        seenTo = true
      case .modal:
        if token > first { break scanning }
        if words.futureModals.contains(word) { group.mood = .future }
        if words.irrealisModals.contains(word) { group.mood = .irrealis }
        lastAuxiliary = classes[token]
      case .auxiliary:
        if seenTo, group.mood == .future, group.isPast, lexicon.is(word, .toHave) { group.isUnfulfilled = true }
        lastAuxiliary = classes[token]
        if classes[token].contains(.verbPast) { group.isPast = true }
        group.head = token
      case .negation: group.isNegated = true
      case .coordinator where lastAuxiliary != nil && word == words.yet && opensInfinitive(token + 1, sentence):
        // "has yet to meet"
        group.isNegated = true
      case .adverb:
        if token == first || !(verbFollows(token, sentence)) { break scanning }
      case .finite, .infinitive, .participle, .gerund:
        finish(&group, token, sentence.tag(token), lastAuxiliary, seenTo: seenTo)
        token += 1
        if token < sentence.tokens.upperBound,
          let phrasal = words.phrasalVerbs.row(group.verb, text.tokens[token].word)
        {
          group.verb = phrasal
          token += 1
        }
        break scanning
      case .adjective, .noun:
        // "is due to meet"
        guard lastAuxiliary?.contains(.toBe) == true, classes[token].contains(.planWord),
          token + 1 < sentence.tokens.upperBound, sentence.tag(token + 1) == .infinitiveTo
        else { break scanning }
        group.mood = .future
      default: break scanning
      }
      token += 1
    }
    group.tokens = first..<max(token, first + 1)
    if group.verb < 0 { finishAuxiliary(&group, seenTo: seenTo) }
    var chunk = Chunk(.verb, group.tokens)
    chunk.head = group.head
    chunk.verb = group
    return chunk
  }

  private func opensInfinitive(_ token: Int, _ sentence: ChunkedSentence) -> Bool {
    token < sentence.tokens.upperBound && sentence.tag(token) == .infinitiveTo
  }

  private func verbFollows(_ token: Int, _ sentence: ChunkedSentence) -> Bool {
    var next = token
    while next < sentence.tokens.upperBound, sentence.tag(next) == .adverb || sentence.tag(next) == .negation {
      next += 1
    }
    guard next < sentence.tokens.upperBound else { return false }
    switch sentence.tag(next) {
    case .finite, .infinitive, .participle, .gerund, .auxiliary: return true
    default: return false
    }
  }

  private func finish(
    _ group: inout VerbGroup, _ token: Int, _ tag: Tag, _ auxiliary: WordClassSet?, seenTo: Bool
  ) {
    let word = text.tokens[token].word
    group.head = token
    group.verb = lexicon.value(word, .verb) ?? -1
    let afterBe = auxiliary?.contains(.toBe) == true
    switch tag {
    case .participle:
      group.isPassive = auxiliary == nil || afterBe
      // "having met" is a gerund for all its auxiliary.
      let isGerund = classes[group.tokens.lowerBound].contains(.verbGerund)
      group.form = auxiliary == nil ? .participle : isGerund ? .gerund : .finite
      group.isPast = true
    case .gerund:
      group.form = afterBe ? .finite : .gerund
      group.isProgressive = true
    case .infinitive: group.form = auxiliary == nil ? .infinitive : .finite
    default:
      group.form = .finite
      group.isPast = group.isPast || classes[token].contains(.verbPast)
    }
    // "to be signed" is an infinitive that is passive; in a headline it is a plan.
    if seenTo, group.mood != .future { group.form = .infinitive }
  }

  /// A group of auxiliaries alone: "is", "was", "has".
  private func finishAuxiliary(_ group: inout VerbGroup, seenTo: Bool) {
    group.verb = lexicon.value(text.tokens[group.head].word, .verb) ?? -1
    group.form = seenTo ? .infinitive : .finite
  }
}
