internal import DigestEntities
internal import DigestText

/// The occasion that an item spoke of last: what "the event" and "the guests" belong to.
struct OccasionScope {
  private let itemStarts: Set<Int>
  private(set) var last: Range<Int>?

  init(entities: EntityText, text: SegmentedText) {
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
  }

  /// Forgets the occasion where the sentence starts a new item.
  mutating func enter(_ sentence: Int) {
    if itemStarts.contains(sentence) { last = nil }
  }

  /// Remembers the occasions of a sentence; "the event" names none of its own.
  mutating func note(_ reader: ClauseReader, _ nouns: NounKinds) {
    for chunk in reader.chunks where chunk.kind == .noun && chunk.tokens.count > 1 {
      guard nouns.kind(chunk.head).contains(.occasion) else { continue }
      let isBare = chunk.tokens.count == 2 && reader.sentence.tag(chunk.tokens.lowerBound) == .determiner
      if last == nil || !isBare { last = chunk.tokens }
    }
  }
}
