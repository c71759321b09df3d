/// Makes sentences of ICU's boundaries: drops those that stand behind an abbreviation, adds those that a missing
/// space hid, and cuts what is longer than any rule should look at.
struct SentenceJoiner {
  let words: SegmentationWords
  let forced: [Int]

  /// Appends the sentences of the tokens from `first` on; `boundaries` are byte offsets relative to `offset`.
  func join(_ boundaries: UnsafeBufferPointer<Int32>, at offset: Int, from first: Int, into result: inout SegmentedText)
  {
    var start = first
    var boundary = 0
    var force = 0
    for index in first..<result.tokens.count where index > start {
      let previousEnd = Int(result.tokens[index - 1].end) - offset
      while boundary < boundaries.count, Int(boundaries[boundary]) < previousEnd { boundary += 1 }
      let isBoundary =
        boundary < boundaries.count && Int(boundaries[boundary]) <= Int(result.tokens[index].start) - offset
      let isForced = force < forced.count && forced[force] == index
      if isForced { force += 1 }
      var breaks = isForced || (isBoundary && ends(result.tokens, before: index))
      if index - start == SegmentedText.maximumSentence {
        breaks = true
        result.cutSentences += 1
      }
      if breaks {
        result.sentences.append(start..<index)
        start = index
      }
    }
    result.sentences.append(start..<result.tokens.count)
    for sentence in result.sentences.reversed() {
      guard sentence.lowerBound >= first else { break }
      result.tokens[sentence.lowerBound].shape.insert(.sentenceStart)
    }
  }

  /// Whether a sentence may end before the token at `index`.
  private func ends(_ tokens: [Token], before index: Int) -> Bool {
    let next = tokens[index]
    if next.shape.contains(.letter), next.shape.contains(.hasLowercase), !next.shape.contains(.capitalized) {
      return false
    }
    let last = tokens[index - 1]
    guard last.shape.contains(.dotted) else { return true }
    let traits = words.traits(of: last.word)
    if traits.contains(.abbreviation) { return false }
    let isFinal = traits.contains(.finalAbbreviation) || last.end - last.start > 2
    return isFinal && words.traits(of: next.word).contains(.starter)
  }
}
