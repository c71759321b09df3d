internal import DigestText

/// Cuts names as texts are cut.
struct NameCutter {
  /// A word of a name.
  struct CutWord {
    var word: Word
    var shape: TokenShape
    var isHyphen: Bool
    /// Where it stands in the name.
    var bytes: Range<Int>
  }

  private let segmenter: Segmenter
  private var tokens: [Token] = []
  private var key: [UInt8] = []
  /// The words of the name that was cut last.
  private(set) var words: [CutWord] = []

  init(_ segmenter: Segmenter) { self.segmenter = segmenter }

  /// Cuts a name, and numbers its words.
  mutating func cut(_ name: UnsafeBufferPointer<UInt8>, numbering collector: inout WordCollector) {
    segmenter.tokens(ofName: name, into: &tokens)
    words.removeAll(keepingCapacity: true)
    for token in tokens {
      key.removeAll(keepingCapacity: true)
      Folding.shared.append(
        UnsafeBufferPointer(rebasing: name[token.bytes]), to: &key, droppingStops: token.shape.contains(.dotted))
      let isHyphen = key.count == 1 && key[0] == UInt8(ascii: "-")
      words.append(CutWord(word: collector.number(key), shape: token.shape, isHyphen: isHyphen, bytes: token.bytes))
    }
  }
}
