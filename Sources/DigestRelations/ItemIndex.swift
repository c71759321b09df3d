package import DigestEntities
package import DigestText

/// Which item a sentence belongs to.
package struct ItemIndex: Sendable {
  /// By item: its sentences, ascending.
  private let sentences: [Range<Int>]

  package init(entities: EntityText, text: SegmentedText) {
    sentences = entities.layout.items.map {
      text.lines[$0.lines.lowerBound].lowerBound..<text.lines[$0.lines.upperBound - 1].upperBound
    }
  }

  /// The item of a sentence; nil for the head of a digest.
  ///
  /// - Complexity: O(log n).
  package func item(of sentence: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= sentence { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(sentence) ? low : nil
  }
}
