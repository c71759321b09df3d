internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestText

/// Decides for each token of a sentence what it is, chiefly whether a word that can be a noun and a verb is the one
/// or the other. One pass from the left, looking at the tag before and the word behind.
final class Tagger {
  let lexicon: Lexicon
  let classes: TokenClasses
  let words: GrammarWords
  let text: SegmentedText
  /// By token: what earlier stages know of it.
  let marks: TokenMarks

  init(lexicon: Lexicon, words: GrammarWords, text: LexicalText, marks: TokenMarks) {
    self.lexicon = lexicon
    classes = text.classes
    self.words = words
    self.text = text.text
    self.marks = marks
  }

  /// The tags of a sentence's tokens.
  func tags(of sentence: Range<Int>) -> [Tag] {
    var tags: [Tag] = []
    tags.reserveCapacity(sentence.count)
    for token in sentence {
      tags.append(tag(token, in: sentence, tags))
    }
    return tags
  }

  /// The last tag that is not an adverb.
  private func lastSolid(_ tags: [Tag]) -> Tag {
    for tag in tags.reversed() where tag != .adverb { return tag }
    return .stop
  }

  private func tag(_ token: Int, in sentence: Range<Int>, _ tags: [Tag]) -> Tag {
    let before = tags.last ?? .stop
    let lastWord = lastSolid(tags)
    switch marks.kind[token] {
    case .name: return .name
    case .date: return .date
    case .masked: return .masked
    case .pronoun: return .pronoun
    case .plain: break
    }
    if let phrase = marks.phraseTag[token] { return phrase }
    let word = text.tokens[token].word
    let shape = text.tokens[token].shape
    if startsCoVerb(token, sentence) || (token > sentence.lowerBound && startsCoVerb(token - 1, sentence)) {
      return .adverb
    }
    if shape.contains(.clitic) { return .possessiveMark }
    if shape.contains(.symbol) { return sign(word) }
    if shape.contains(.digit) { return .number }
    if isInCompound(token, sentence) { return .adjective }
    let classes = self.classes[token]
    let isTitleCase = shape.contains(.capitalized) && !shape.contains(.sentenceStart)
    if let closed = closedClass(word, classes, token, sentence, before: before) { return closed }
    // "The two last met in Batumi": before a finite verb it is an adverb.
    if classes.contains(.adjective), token + 1 < sentence.upperBound,
      lastWord.endsPhrase && isVerbStart(token + 1) || lastWord == .auxiliary && isParticiple(token + 1)
    {
      return .adverb
    }
    if before == .coordinator || before == .comma, classes.contains(.verbBase), sharesTo(token, classes, tags, sentence)
    {
      return .infinitive
    }
    if before == .coordinator, classes.contains(.verbThird), tags.count > 1, tags[tags.count - 2] == .finite {
      return .finite
    }
    if classes.contains(.verb), let verbal = verbal(token, classes, in: sentence, before: before, lastWord: lastWord) {
      return verbal
    }
    if classes.contains(.adverb) || isFormedAdverb(token, classes), !isTitleCase { return .adverb }
    if classes.contains(.adjective) { return .adjective }
    if isTitleCase { return .properNoun }
    return .noun
  }

  /// Whether a base form behind "and" or a comma is joined with an infinitive: "to visit Lima and meet the minister".
  /// A word that can be a noun needs an object.
  private func sharesTo(_ token: Int, _ classes: WordClassSet, _ tags: [Tag], _ sentence: Range<Int>) -> Bool {
    let canBeNoun = classes.contains(.nounVerb) || classes.contains(.noun)
    guard !canBeNoun || (tags.last == .coordinator && startsObject(token + 1, sentence)) else { return false }
    for tag in tags.reversed() {
      switch tag {
      case .infinitive: return true
      case .finite, .participle, .stop, .colon, .dash, .quote, .relative, .subordinator: return false
      default: continue
      }
    }
    return false
  }

  /// "quietly", "reportedly": a word in -ly that is nothing else.
  private func isFormedAdverb(_ token: Int, _ classes: WordClassSet) -> Bool {
    let bytes = text.tokens[token].bytes
    return bytes.count > 5 && text.bytes[bytes.upperBound - 2] == UInt8(ascii: "l")
      && text.bytes[bytes.upperBound - 1] == UInt8(ascii: "y")
      && !classes.intersects(WordClassSet(.noun, .nounPlural, .verb, .adjective))
  }

  /// "one-on-one", "face-to-face": a word of three joined by hyphens without spaces.
  private func isInCompound(_ token: Int, _ sentence: Range<Int>) -> Bool {
    func isHyphen(_ index: Int) -> Bool {
      index > sentence.lowerBound && index + 1 < sentence.upperBound && text.tokens[index].word == words.hyphen
        && text.tokens[index - 1].end == text.tokens[index].start
        && text.tokens[index].end == text.tokens[index + 1].start
        && marks.kind[index - 1] == .plain && marks.kind[index + 1] == .plain
    }
    guard isHyphen(token + 1) || isHyphen(token - 1) else { return false }
    return isHyphen(token + 1) && isHyphen(token + 3) || isHyphen(token - 1) && isHyphen(token + 1)
      || isHyphen(token - 1) && isHyphen(token - 3)
  }

  /// "co-chaired": a prefix that the verb can do without.
  private func startsCoVerb(_ token: Int, _ sentence: Range<Int>) -> Bool {
    text.tokens[token].word == words.co && words.co != 0 && token + 2 < sentence.upperBound
      && text.tokens[token + 1].word == words.hyphen && classes[token + 2].contains(.verb)
  }

  private func sign(_ word: Word) -> Tag {
    switch word {
    case words.comma: .comma
    case words.colon, words.semicolon: .colon
    case words.hyphen: .hyphen
    case words.dash, words.emDash: .dash
    case words.openBracket: .open
    case words.closeBracket: .close
    case words.quote: .quote
    case words.apostrophe: .possessiveMark
    case words.stop, words.question, words.exclamation: .stop
    default: .other
    }
  }

  private func closedClass(
    _ word: Word, _ classes: WordClassSet, _ token: Int, _ sentence: Range<Int>, before: Tag
  ) -> Tag? {
    if word == words.to { return isInfinitive(after: token, in: sentence) ? .infinitiveTo : .preposition }
    if classes.contains(.modal), !text.tokens[token].shape.contains(.capitalized) || token == sentence.lowerBound {
      return .modal
    }
    if classes.contains(.toBe) || classes.contains(.toHave) || classes.contains(.toDo) { return .auxiliary }
    if word == words.that { return that(token, sentence, before: before) }
    if classes.contains(.article) || classes.contains(.demonstrative) { return .determiner }
    if classes.contains(.possessive) { return .possessive }
    if classes.contains(.negation), !classes.contains(.preposition) { return .negation }
    if classes.contains(.relativePronoun) { return .relative }
    if classes.contains(.coordinator) { return .coordinator }
    if classes.contains(.preposition), !classes.contains(.verb) { return .preposition }
    if classes.contains(.personalPronoun) { return .pronoun }
    if classes.contains(.quantifier) { return .determiner }
    if classes.contains(.subordinator) || classes.contains(.interrogative) { return .subordinator }
    return nil
  }

  /// Whether "to" starts an infinitive: a base form follows, adverbs aside.
  private func isInfinitive(after token: Int, in sentence: Range<Int>) -> Bool {
    var next = token + 1
    while next < sentence.upperBound, marks.kind[next] == .plain,
      classes[next].contains(.adverb), !classes[next].contains(.verbBase)
    {
      next += 1
    }
    guard next < sentence.upperBound, marks.kind[next] == .plain else { return false }
    let classes = self.classes[next]
    return classes.contains(.verbBase) || classes.contains(.toBe) || classes.contains(.toHave)
  }

  /// "the plant that opened", "said that it opened", "of that plant".
  private func that(_ token: Int, _ sentence: Range<Int>, before: Tag) -> Tag {
    switch before {
    case .noun, .properNoun, .name:
      return token + 1 < sentence.upperBound && isVerbStart(token + 1) ? .relative : .subordinator
    case .finite, .infinitive, .participle, .gerund: return .subordinator
    default: return startsNounPhrase(token + 1, sentence) ? .determiner : .subordinator
    }
  }

  private func startsNounPhrase(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return false }
    if marks.kind[token] != .plain { return false }
    let classes = self.classes[token]
    return !classes.contains(.article) && !classes.contains(.possessive) && !classes.contains(.personalPronoun)
      && !classes.contains(.modal) && !classes.contains(.toBe) && !classes.contains(.toHave)
  }

  // MARK: Verbs

  private func verbal(
    _ token: Int, _ classes: WordClassSet, in sentence: Range<Int>, before: Tag, lastWord: Tag
  ) -> Tag? {
    // "following the talks", "including the minister": a verb only behind an auxiliary.
    if classes.contains(.preposition), classes.contains(.verbGerund), lastWord != .auxiliary { return .preposition }
    if lastWord == .infinitiveTo || lastWord == .modal { return classes.contains(.verbBase) ? .infinitive : nil }
    let isOwned = before == .pronoun && self.classes[token - 1].contains(.possessive)
    // "the first meeting"
    let isFirst =
      before == .adverb && lastWord == .determiner && classes.contains(.verbGerund) && classes.contains(.noun)
    if before.asksForNoun || isOwned || isFirst {
      // "the signed agreement", "his visit": a participle before a noun describes it.
      return classes.contains(.verbParticiple) && !classes.contains(.noun) && !classes.contains(.verbBase)
        ? .adjective : .noun
    }
    if lastWord == .auxiliary || (lastWord == .negation) {
      if classes.contains(.verbParticiple) { return .participle }
      if classes.contains(.verbGerund) { return .gerund }
      if classes.contains(.verbBase) { return takesBase(before: token, in: sentence) ? .infinitive : .noun }
    }
    if classes.contains(.verbGerund) { return gerund(token, before, in: sentence) }
    // "The turbines come": a base form that is a participle, too, but no past tense, is one behind an auxiliary only.
    let isBase = classes.contains(.verbBase) && !classes.contains(.verbPast)
    if !isBase, classes.contains(.verbPast) || classes.contains(.verbParticiple) {
      return past(token, classes, before: before, lastWord: lastWord, in: sentence)
    }
    return present(token, classes, before: before, lastWord: lastWord, in: sentence)
  }

  /// Whether the auxiliary before is one that a base form follows: "did meet", but "had separate meetings".
  private func takesBase(before token: Int, in sentence: Range<Int>) -> Bool {
    var index = token - 1
    while index >= sentence.lowerBound {
      let classes = self.classes[index]
      if classes.contains(.toDo) || classes.contains(.modal) { return true }
      guard classes.contains(.negation) || classes.contains(.adverb) else { return false }
      index -= 1
    }
    return false
  }

  /// A gerund between nouns is one ("a steelmaking plant"); after a preposition or a comma it is a verb.
  private func gerund(_ token: Int, _ before: Tag, in sentence: Range<Int>) -> Tag {
    if before == .hyphen || before == .adjective { return .noun }
    if classes[token].contains(.noun), [.noun, .name, .properNoun].contains(before) { return .noun }
    return .gerund
  }

  private func past(
    _ token: Int, _ classes: WordClassSet, before: Tag, lastWord: Tag, in sentence: Range<Int>
  ) -> Tag {
    let byFollows = token + 1 < sentence.upperBound && text.tokens[token + 1].word == words.by
    let isAmbiguous = classes.contains(.verbPast) && classes.contains(.verbParticiple)
    if !classes.contains(.verbPast) { return before == .preposition ? .adjective : .participle }
    if !isAmbiguous { return .finite }
    if before == .preposition || before == .hyphen { return .adjective }
    if byFollows { return .participle }
    if before == .stop { return followedByNoun(token, sentence) ? .adjective : .participle }
    if before == .comma, !startsObject(token + 1, sentence), isParenthesis(from: token, sentence) {
      return .participle
    }
    return .finite
  }

  private func present(
    _ token: Int, _ classes: WordClassSet, before: Tag, lastWord: Tag, in sentence: Range<Int>
  ) -> Tag? {
    if before == .preposition || before == .hyphen || before == .stop || before == .quote { return .noun }
    if lastWord == .pronoun || lastWord == .relative { return .finite }
    guard lastWord.endsPhrase || lastWord == .comma || lastWord == .coordinator else { return .noun }
    let canBeNoun = classes.contains(.nounVerb) || classes.contains(.noun) || classes.contains(.nounPlural)
    let goesOn = continuesVerb(token + 1, sentence) || startsPlural(token + 1, sentence)
    if token + 1 < sentence.upperBound, isVerbStart(token + 1) { return .noun }
    if classes.contains(.verbThird) {
      return !canBeNoun || (lastWord == .name && goesOn && !hasPluralSubject(before: token, sentence)) ? .finite : .noun
    }
    // A base form is finite after a plural subject; where it is no noun, after any phrase but an unknown singular.
    if hasPluralSubject(before: token, sentence) { return goesOn || !canBeNoun ? .finite : .noun }
    return !canBeNoun && lastWord == .date ? .finite : .noun
  }

  /// "had last talked": whether a participle that is no noun and no adjective stands there.
  private func isParticiple(_ token: Int) -> Bool {
    let classes = self.classes[token]
    return marks.kind[token] == .plain && classes.contains(.verbParticiple)
      && !classes.intersects(WordClassSet(.noun, .adjective, .verbBase))
  }

  private func isVerbStart(_ token: Int) -> Bool {
    guard marks.kind[token] == .plain else { return false }
    let classes = self.classes[token]
    return classes.contains(.modal) || classes.contains(.toBe) || classes.contains(.toHave)
      || (classes.contains(.verbPast) && !classes.contains(.noun))
  }

  private static let openers = WordClassSet(
    .article, .demonstrative, .possessive, .quantifier, .preposition, .adverb, .personalPronoun, .adjective)
  private static let objectOpeners = WordClassSet(
    .article, .demonstrative, .possessive, .quantifier, .personalPronoun)

  /// Whether a verb could stand before `token`: an object, a preposition, an adverb or the end follows.
  private func continuesVerb(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return true }
    if marks.kind[token] != .plain { return true }
    let shape = text.tokens[token].shape
    if shape.contains(.symbol) { return true }
    if shape.contains(.capitalized) || shape.contains(.digit) { return true }
    let classes = self.classes[token]
    return classes.intersects(Self.openers)
      || text.tokens[token].word == words.to
  }

  /// "Oman, Peru hold talks": whether a plural noun follows that ends its group.
  private func startsPlural(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, marks.kind[token] == .plain,
      classes[token].contains(.verbThird) || classes[token].contains(.nounPlural)
    else { return false }
    return token + 1 >= sentence.upperBound || classes[token + 1].contains(.preposition)
      || text.tokens[token + 1].shape.contains(.symbol)
  }

  /// ", invited by the minister, on Monday met", ", held in Lima, the sides agreed": whether another verb is the finite one
  /// of the clause. In ", sat in the row, an aide said" the report has a subject of its own.
  private func isParenthesis(from token: Int, _ sentence: Range<Int>) -> Bool {
    (token + 1..<sentence.upperBound).contains { index in
      let classes = self.classes[index]
      guard isVerbStart(index) || (classes.contains(.verbThird) && !classes.contains(.nounVerb)) else { return false }
      guard let verb = lexicon.value(text.tokens[index].word, .verb), words.isReport(verb) else { return true }
      return text.tokens[index - 1].word == words.comma && index - 1 > token
    }
  }

  private func startsObject(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return false }
    if marks.kind[token] == .name || marks.kind[token] == .pronoun { return true }
    let classes = self.classes[token]
    return classes.intersects(Self.objectOpeners)
      || text.tokens[token].word == words.with
  }

  private func followedByNoun(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound, marks.kind[token + 1] == .plain else { return false }
    let classes = self.classes[token + 1]
    return !classes.contains(.preposition) && !classes.contains(.article)
      && text.tokens[token + 1].shape.contains(.letter)
  }

  /// Whether the subject before a base form is plural: a plural noun, or names joined by "and" or a comma.
  private func hasPluralSubject(before token: Int, _ sentence: Range<Int>) -> Bool {
    var index = token - 1
    while index >= sentence.lowerBound, marks.kind[index] == .plain, classes[index].contains(.adverb) {
      index -= 1
    }
    guard index >= sentence.lowerBound else { return false }
    if marks.isPlural[index] { return true }
    if marks.kind[index] == .plain {
      let classes = self.classes[index]
      return classes.contains(.nounPlural) || classes.contains(.group)
    }
    var scan = index
    while scan > sentence.lowerBound, marks.kind[scan] == .name || marks.isInExtent[scan] { scan -= 1 }
    return text.tokens[scan].word == words.and || text.tokens[scan].word == words.comma
  }
}
