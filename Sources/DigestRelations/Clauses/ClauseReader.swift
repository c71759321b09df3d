internal import DigestLexicon
internal import DigestText

/// Finds subjects, objects and attached phrases of a sentence's verbs and nouns.
///
/// Each step looks at chunk kinds only; all scans stop at clause borders, so the work is linear in the sentence for
/// each trigger.
final class ClauseReader {
  let sentence: ChunkedSentence
  let words: GrammarWords
  let text: SegmentedText
  let lexicon: Lexicon
  let chunks: [Chunk]
  /// By token.
  let classes: TokenClasses

  init(sentence: ChunkedSentence, words: GrammarWords, text: LexicalText, lexicon: Lexicon) {
    self.sentence = sentence
    self.words = words
    self.text = text.text
    classes = text.classes
    self.lexicon = lexicon
    chunks = sentence.chunks
  }

  func word(_ chunk: Int) -> Word { text.tokens[chunks[chunk].tokens.lowerBound].word }

  func isPreposition(_ chunk: Int, _ word: Word) -> Bool {
    chunks.indices.contains(chunk) && chunks[chunk].kind == .preposition && chunks[chunk].tokens.count == 1
      && self.word(chunk) == word
  }

  /// "each other", "one another"
  func isReciprocal(_ chunk: Int) -> Bool {
    let tokens = chunks[chunk].tokens
    guard tokens.count == 2 else { return false }
    let (first, second) = (text.tokens[tokens.lowerBound].word, text.tokens[tokens.lowerBound + 1].word)
    return first == words.each && second == words.other || first == words.one && second == words.another
  }

  // MARK: Coordination

  /// The noun groups joined with the one at `last`, from the left: "A, B and C".
  func conjuncts(endingAt last: Int) -> [Int] {
    var group = [last]
    var index = last
    var seenCoordinator = false
    while true {
      var before = startOfChain(index) - 1
      guard before > 0 else { break }
      if chunks[before].kind == .coordinator, !seenCoordinator {
        seenCoordinator = true
        if before > 1, chunks[before - 1].kind == .comma { before -= 1 }
      } else if chunks[before].kind != .comma || !seenCoordinator {
        break
      }
      var previous = before - 1
      // "A (left) and B (right)"
      if previous > 0, chunks[previous].kind == .open { previous -= 1 }
      guard previous >= 0, chunks[previous].kind == .noun else { break }
      // "The ministers of Peru and Chile, A and B": names behind a plural word for posts are in apposition to it.
      if chunks[startOfChain(previous)].isPlural, chunks[startOfChain(previous)].isRole, chunks[group[0]].isPerson {
        break
      }
      if chunks[group[0]].isPerson, chunks[previous].isCountry, chunks[previous].kind == .noun, before > 0,
        chunks[previous + 1].kind == .comma
      {
        break
      }
      group.insert(startOfChain(previous), at: 0)
      index = previous
    }
    return group.map(startOfChain)
  }

  /// The noun groups joined with the one at `first`, to the right, and the chunk behind them.
  func conjuncts(startingAt first: Int) -> (group: [Int], end: Int) {
    if chunks[first].isPlural, chunks[first].isRole, let names = namesBehind(first) {
      return conjuncts(startingAt: names)
    }
    let head = element(at: first)
    var group = [head.chunk]
    var end = head.end
    var pending: [Int] = []
    var pendingEnd = end
    var index = end
    let isPair = isPreposition(first - 1, words.between) || isPreposition(first - 1, words.among)
    while index < chunks.count {
      var next = index
      if next + 1 < chunks.count, chunks[next].kind == .open { next += 1 }
      let isComma = chunks[next].kind == .comma
      if isComma { next += 1 }
      let isLast = next < chunks.count && chunks[next].kind == .coordinator
      if isLast { next += 1 }
      guard isComma || isLast, next < chunks.count, chunks[next].kind == .noun else { break }
      let (element, nextEnd) = element(at: next)
      // "A met B and C said": the last is the subject of a clause of its own.
      if !isPair, nextEnd < chunks.count, chunks[nextEnd].verb?.form == .finite, precedingFinite(before: first) != nil {
        break
      }
      pending.append(element)
      pendingEnd = nextEnd
      index = nextEnd
      if isLast {
        group += pending
        end = pendingEnd
        break
      }
    }
    return (group, end)
  }

  /// A noun group with what belongs to it, and the chunk behind: of "the head of the fund, A" the name.
  private func element(at first: Int) -> (chunk: Int, end: Int) {
    let end = endOfChain(first)
    guard chunks[first].isRole, !chunks[first].isPlural else { return (first, end) }
    var index = end
    for _ in 0..<2
    where index + 1 < chunks.count && chunks[index].kind == .preposition && chunks[index + 1].kind == .noun {
      index = endOfChain(index + 1)
    }
    guard index + 1 < chunks.count, chunks[index].kind == .comma, chunks[index + 1].isPerson else {
      return (first, end)
    }
    let behind = index + 2
    if behind < chunks.count, chunks[behind].verb?.form == .finite { return (first, end) }
    return (index + 1, behind)
  }

  /// "the ministers of Peru and Chile, A and B": the first of the names in apposition to a plural word for posts.
  private func namesBehind(_ first: Int) -> Int? {
    var index = endOfChain(first)
    while index + 1 < chunks.count, chunks[index + 1].kind == .noun,
      chunks[index].kind == .comma || chunks[index].kind == .coordinator || chunks[index].kind == .preposition
    {
      if chunks[index + 1].isPerson { return chunks[index].kind == .comma ? index + 1 : nil }
      guard !chunks[index + 1].isRole else { return nil }
      index = endOfChain(index + 1)
    }
    return nil
  }

  /// The first noun group of "the head of the fund of B".
  func startOfChain(_ index: Int) -> Int {
    var index = index
    while index >= 2, isPreposition(index - 1, words.of), chunks[index - 2].kind == .noun { index -= 2 }
    return index
  }

  /// Behind the last noun group of such a chain.
  func endOfChain(_ index: Int) -> Int {
    var index = index
    while index + 2 < chunks.count, isPreposition(index + 1, words.of), chunks[index + 2].kind == .noun { index += 2 }
    return index + 1
  }
}
