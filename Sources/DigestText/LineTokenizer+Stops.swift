/// Full stops that belong to a word: those of abbreviations and initials.
extension LineTokenizer {
  /// Whether the full stop at `index` belongs to the last token; `first` is the first token of the line.
  func joinsStop(at index: Int, _ tokens: [Token], first: Int) -> Bool {
    guard !spaceBefore, tokens.count > first else { return false }
    let token = tokens[tokens.count - 1]
    guard token.shape.contains(.letter), Int(token.end) == Int(offset) + index else { return false }
    // The second stop of "the U.S.." is the sentence's.
    if token.shape.contains(.dotted) { return line[index - 1] != UInt8(ascii: ".") }
    let traits = reader.traits(of: token.word)
    if !traits.isDisjoint(with: [.abbreviation, .finalAbbreviation]) {
      return token.shape.contains(.capitalized) || nextByte(after: index) != nil
    }
    guard token.shape.contains(.single), token.shape.contains(.capitalized), let next = nextByte(after: index),
      isUpper(next) || next >= 0x80
    else { return false }
    if tokens.count == first + 1 { return true }
    let before = tokens[tokens.count - 2].shape
    return !before.isDisjoint(with: [.capitalized, .dotted]) || !before.contains(.letter)
      || !startsSentence(after: index)
  }

  private func nextByte(after index: Int) -> UInt8? {
    var next = index + 1
    while next < line.count, line[next] == 0x20 { next += 1 }
    return next < line.count ? line[next] : nil
  }

  /// Whether the next word is one that starts sentences ("vitamin C. The ...").
  private func startsSentence(after index: Int) -> Bool {
    var start = index + 1
    while start < line.count, line[start] == 0x20 { start += 1 }
    var end = start
    while end < line.count, isLetterByte(line[end]) { end += 1 }
    let next = reader.word(UnsafeBufferPointer(rebasing: line[start..<end]))
    return reader.traits(of: next).contains(.starter)
  }

  /// Makes the stop that ends at `end` part of the token.
  func extendOverStop(_ token: inout Token, to end: Int) {
    token.end = offset + UInt32(end)
    token.shape.insert(.dotted)
    token.shape.remove(.single)
    let text = UnsafeBufferPointer(rebasing: line[Int(token.start - offset)..<end])
    token.word = reader.word(text, droppingStops: true)
  }
}
