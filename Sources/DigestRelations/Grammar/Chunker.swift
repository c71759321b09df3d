internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Groups the tagged tokens of a sentence: noun groups with their modifiers, verb groups with their auxiliaries.
final class Chunker {
  let lexicon: Lexicon
  let words: GrammarWords
  let text: SegmentedText
  let marks: TokenMarks
  let mentions: [MentionDraft]
  let classes: TokenClasses
  private let tagger: Tagger

  init(lexicon: Lexicon, words: GrammarWords, text: LexicalText, marks: TokenMarks, mentions: [MentionDraft]) {
    self.lexicon = lexicon
    self.words = words
    self.text = text.text
    classes = text.classes
    self.marks = marks
    self.mentions = mentions
    tagger = Tagger(lexicon: lexicon, words: words, text: text, marks: marks)
  }

  func chunk(_ index: Int) -> ChunkedSentence {
    let range = text.sentences[index]
    var sentence = ChunkedSentence(sentence: index, tokens: range, tags: tagger.tags(of: range), chunks: [])
    sentence.chunks.reserveCapacity(range.count / 2 + 2)
    var token = range.lowerBound
    while token < range.upperBound {
      let chunk = next(token, sentence)
      sentence.chunks.append(chunk)
      token = chunk.tokens.upperBound
    }
    openClauses(&sentence.chunks)
    reduceParticiples(&sentence.chunks)
    return sentence
  }

  private func next(_ token: Int, _ sentence: ChunkedSentence) -> Chunk {
    if marks.mentionStart[token] >= 0, sentence.tag(token) != .masked { return nounGroup(token, sentence) }
    if marks.phraseEnd[token] > 0, sentence.tag(token) == marks.phraseTag[token] { return phrase(token, sentence) }
    // "the day before": an article is part of its date.
    if sentence.tag(token) == .determiner, token + 1 < sentence.tokens.upperBound, sentence.tag(token + 1) == .date {
      var chunk = date(token + 1, sentence)
      chunk.tokens = token..<chunk.tokens.upperBound
      return chunk
    }
    switch sentence.tag(token) {
    case .name, .determiner, .possessive, .number, .adjective, .noun, .properNoun: return nounGroup(token, sentence)
    case .pronoun: return pronoun(token, sentence)
    case .finite, .infinitive, .participle, .gerund, .auxiliary, .modal, .infinitiveTo:
      return verbGroup(token, sentence)
    case .negation: return verbGroup(token, sentence)
    case .date: return date(token, sentence)
    case .masked: return run(.masked, token, sentence) { $0 == .masked }
    case .preposition: return Chunk(.preposition, token..<token + 1)
    case .coordinator: return Chunk(.coordinator, token..<token + 1)
    case .relative: return Chunk(.relative, token..<token + 1)
    case .subordinator: return Chunk(.subordinator, token..<token + 1)
    case .adverb: return Chunk(.adverb, token..<token + 1)
    case .comma: return Chunk(.comma, token..<token + 1)
    case .dash, .hyphen: return Chunk(.dash, token..<token + 1)
    case .colon: return Chunk(.colon, token..<token + 1)
    case .open: return bracket(token, sentence)
    case .close: return Chunk(.close, token..<token + 1)
    case .quote: return Chunk(.quote, token..<token + 1)
    case .stop: return Chunk(.stop, token..<token + 1)
    case .possessiveMark, .other: return Chunk(.other, token..<token + 1)
    }
  }

  private func run(_ kind: Chunk.Kind, _ token: Int, _ sentence: ChunkedSentence, while holds: (Tag) -> Bool) -> Chunk {
    var end = token + 1
    while end < sentence.tokens.upperBound, holds(sentence.tag(end)) { end += 1 }
    return Chunk(kind, token..<end)
  }

  /// A set phrase: "as part of", "in order to", "by phone".
  private func phrase(_ token: Int, _ sentence: ChunkedSentence) -> Chunk {
    let tokens = token..<min(Int(marks.phraseEnd[token]), sentence.tokens.upperBound)
    switch sentence.tag(token) {
    case .subordinator: return Chunk(.subordinator, tokens)
    case .adverb: return Chunk(.adverb, tokens)
    default: return Chunk(.preposition, tokens)
    }
  }

  private func pronoun(_ token: Int, _ sentence: ChunkedSentence) -> Chunk {
    var chunk = Chunk(.noun, token..<token + 1)
    if marks.mentionStart[token] >= 0 { chunk.mention = Int(marks.mentionStart[token]) }
    return chunk
  }

  private func date(_ token: Int, _ sentence: ChunkedSentence) -> Chunk {
    var end = token + 1
    while end < sentence.tokens.upperBound, sentence.tag(end) == .date, marks.figureStart[end] < 0 { end += 1 }
    var chunk = Chunk(.date, token..<end)
    chunk.figure = marks.figureStart[token] >= 0 ? Int(marks.figureStart[token]) : nil
    return chunk
  }

  /// A bracket is one chunk: what stands in it never takes part in the clause round it.
  private func bracket(_ token: Int, _ sentence: ChunkedSentence) -> Chunk {
    var end = token + 1
    while end < sentence.tokens.upperBound, end - token < 24 {
      if sentence.tag(end) == .close { return Chunk(.open, token..<end + 1) }
      end += 1
    }
    return Chunk(.open, token..<token + 1)
  }

  // MARK: Noun groups

  private func nounGroup(_ first: Int, _ sentence: ChunkedSentence) -> Chunk {
    var chunk = Chunk(.noun, first..<first + 1)
    var token = first
    var lastMention: Int?
    while token < sentence.tokens.upperBound {
      let started = marks.mentionStart[token]
      // "his" of "his visit"; "his Peruvian counterpart" is a mention of its own.
      if started >= 0, mentions[Int(started)].tokens.count == 1, isPossessive(token) {
        if token > first { break }
        chunk.hasPossessive = true
        chunk.modifiers.append(Int(started))
        token += 1
        continue
      }
      if started >= 0, sentence.tag(token) != .masked {
        if token > first, !joins(Int(started), after: chunk, lastMention: lastMention, sentence) { break }
        if token > first, startsSubject(Int(started), behind: first, sentence) { break }
        if let lastMention { chunk.modifiers.append(lastMention) }
        lastMention = Int(started)
        token = marks.extentEnd[Int(started)]
        continue
      }
      switch sentence.tag(token) {
      case .possessiveMark where token > first:
        if let possessing = lastMention { chunk.possessor = possessing }
        lastMention = nil
        token += 1
      case .possessive:
        if token > first { return close(chunk, first, token, lastMention) }
        chunk.hasPossessive = true
        token += 1
      case .determiner:
        if token > first, sentence.tag(token - 1) != .determiner, sentence.tag(token - 1) != .possessiveMark {
          return close(chunk, first, token, lastMention)
        }
        if text.tokens[token].word == words.no { chunk.isNegated = true }
        token += 1
      case .adverb
      where token + 1 < sentence.tokens.upperBound && token > first && sentence.tag(token - 1) == .determiner:
        token += 1
      case .name, .number, .adjective, .noun, .properNoun:
        if let mention = lastMention {
          chunk.modifiers.append(mention)
          lastMention = nil
        }
        token += 1
      case .coordinator where joinsDemonyms(token, lastMention, sentence): token += 1
      case .hyphen where isSpacedApart(token, lastMention): return close(chunk, first, token, lastMention)
      case .hyphen where token > first && token + 1 < sentence.tokens.upperBound && sentence.tag(token + 1).isNominal:
        token += 1
      default:
        return close(chunk, first, token, lastMention)
      }
    }
    return close(chunk, first, token, lastMention)
  }

  /// "the leaders of Oman and Peru - A and B": a hyphen between spaces joins two countries only.
  private func isSpacedApart(_ token: Int, _ lastMention: Int?) -> Bool {
    guard text.tokens[token].shape.contains(.spaceBefore), token + 1 < text.tokens.count else { return false }
    let next = marks.mentionStart[token + 1]
    return next >= 0 && mentions[Int(next)].type != .country && lastMention != nil
  }

  private func isPossessive(_ token: Int) -> Bool {
    marks.kind[token] == .pronoun && classes[token].contains(.possessive)
  }

  /// "his Estonian and Latvian counterparts": the "and" of two demonyms before one noun.
  private func joinsDemonyms(_ token: Int, _ lastMention: Int?, _ sentence: ChunkedSentence) -> Bool {
    guard let lastMention, mentions[lastMention].form == .demonym, token + 1 < sentence.tokens.upperBound,
      marks.mentionStart[token + 1] >= 0
    else { return false }
    let next = Int(marks.mentionStart[token + 1])
    let end = marks.extentEnd[next]
    return mentions[next].form == .demonym && end < sentence.tokens.upperBound && sentence.tag(end) == .noun
  }

  private func close(_ chunk: Chunk, _ first: Int, _ end: Int, _ mention: Int?) -> Chunk {
    var chunk = chunk
    chunk.tokens = first..<max(end, first + 1)
    chunk.head = chunk.tokens.upperBound - 1
    chunk.mention = mention
    if text.tokens[first].word == words.neither { chunk.isNegated = true }
    if let mention {
      if mentions[mention].type == .person {
        switch mentions[mention].form {
        case .name, .shortName: chunk.isPerson = true
        case .role, .group: chunk.isRole = true
        default: break
        }
      }
      chunk.isPlural = mentions[mention].form == .group
      chunk.isCountry = mentions[mention].type == .country
    } else {
      let word = text.tokens[chunk.head].word
      let classes = self.classes[chunk.head]
      if classes.contains(.noun) || classes.contains(.nounPlural) || classes.contains(.group) {
        chunk.isPlural = classes.contains(.nounPlural) || classes.contains(.group)
        chunk.isRole = classes.contains(.group) || words.isRole(word, in: lexicon)
      }
    }
    return chunk
  }

  /// Whether a mention goes on with the group before it: after a hyphen, an adjective, a title or a possessor, but a
  /// person's name after a whole name starts a group of its own.
  private func joins(_ mention: Int, after chunk: Chunk, lastMention: Int?, _ sentence: ChunkedSentence) -> Bool {
    guard let lastMention else { return true }
    let start = mentions[mention].extent.lowerBound
    if sentence.tag(start - 1) == .hyphen || sentence.tag(start - 1) == .possessiveMark { return true }
    return mentions[lastMention].type == .country || mentions[lastMention].type == .place
  }

  /// "On the sidelines Mahama held talks", "In Lima the president spoke": behind a phrase that opens the sentence, a
  /// person with a verb behind is the subject and no part of the phrase.
  private func startsSubject(_ mention: Int, behind first: Int, _ sentence: ChunkedSentence) -> Bool {
    let end = marks.extentEnd[mention]
    guard mentions[mention].type == .person, first > sentence.tokens.lowerBound,
      sentence.tag(first - 1) == .preposition, sentence.tag(mentions[mention].extent.lowerBound - 1) != .possessiveMark,
      end < sentence.tokens.upperBound
    else { return false }
    switch sentence.tag(end) {
    case .finite, .auxiliary, .modal, .adverb: return true
    case .comma:
      // "In the same hall A, mayor of B, received", but "with the singer A, who"
      let before = text.tokens[mentions[mention].extent.lowerBound - 1].word
      switch words.slots[text.tokens[first - 1].word] {
      case .in, .at, .on: return !words.isRole(before, in: lexicon)
      default: return false
      }
    default: return false
    }
  }

  // MARK: Clauses

  /// "before he was received": a preposition of time with a subject and a finite verb behind it opens a clause.
  private func openClauses(_ chunks: inout [Chunk]) {
    for index in chunks.indices.dropLast(2)
    where chunks[index].kind == .preposition && chunks[index].tokens.count == 1 && chunks[index + 1].kind == .noun {
      switch words.slots[text.tokens[chunks[index].tokens.lowerBound].word] {
      case .before, .after, .since, .until:
        if chunks[index + 2].verb?.form == .finite { chunks[index].kind = .subordinator }
      default: continue
      }
    }
  }

  /// "The memorandum signed in May will help": a form that is past or participle is a participle where its noun group
  /// has another finite verb behind it in the same clause.
  private func reduceParticiples(_ chunks: inout [Chunk]) {
    for index in chunks.indices {
      guard index > 0, chunks[index - 1].kind == .noun, let verb = chunks[index].verb, verb.form == .finite,
        verb.tokens.count == 1, verb.isPast, classes[verb.head].contains(.verbParticiple),
        // "A said the treaty was ready": what follows is what was said.
        !(words.isReport(verb.verb) && index + 1 < chunks.count && chunks[index + 1].kind == .noun),
        hasFiniteVerb(after: index, chunks) || isInPhraseOfEarlierVerb(index - 1, chunks)
      else { continue }
      chunks[index].verb?.form = .participle
      chunks[index].verb?.isPassive = true
    }
  }

  /// "was honoured at a ceremony held in Muscat": the noun group hangs on a preposition behind a finite verb, so it can
  /// be nobody's subject.
  private func isInPhraseOfEarlierVerb(_ noun: Int, _ chunks: [Chunk]) -> Bool {
    guard noun > 0, chunks[noun - 1].kind == .preposition else { return false }
    for chunk in chunks[..<(noun - 1)].reversed() {
      switch chunk.kind {
      case .verb: return chunk.verb?.form == .finite
      case .coordinator, .relative, .subordinator, .quote, .dash, .colon, .stop: return false
      default: continue
      }
    }
    return false
  }

  private func hasFiniteVerb(after index: Int, _ chunks: [Chunk]) -> Bool {
    for chunk in chunks[(index + 1)...] {
      switch chunk.kind {
      case .verb:
        if chunk.verb?.form == .finite { return true }
      case .comma, .coordinator, .relative, .subordinator, .quote, .dash, .colon, .stop, .masked: return false
      default: continue
      }
    }
    return false
  }
}
