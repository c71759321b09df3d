/// What segmentation must know of some words of the vocabulary.
package struct SegmentationWords: Sendable {
  /// The traits of a word.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// An abbreviation whose full stop never ends a sentence: Mr., Gen., Oct.
    package static let abbreviation = Traits(rawValue: 1)
    /// An abbreviation whose full stop may also end a sentence: Co., Inc., U.S., a.m.
    package static let finalAbbreviation = Traits(rawValue: 2)
    /// A word that, with a capital, starts a sentence rather than a name: The, In, He.
    package static let starter = Traits(rawValue: 4)
    /// A currency's code that is written before a number without a space: USD115, RM42.
    package static let currencyCode = Traits(rawValue: 8)
  }

  package var vocabulary: Vocabulary
  /// By word number; words beyond the end have no trait.
  package var traits: [Traits]

  package init(vocabulary: Vocabulary = Vocabulary(), traits: [Traits] = []) {
    self.vocabulary = vocabulary
    self.traits = traits
  }

  func traits(of word: Word) -> Traits { Int(word) < traits.count ? traits[Int(word)] : [] }
}

/// Cuts texts into lines, sentences and tokens: ICU's boundaries, then the corrections that news needs.
///
/// Holds open ICU iterators and scratch space: make one for each task.
package final class Segmenter {
  private let words: SegmentationWords
  private let wordBreaker = FastBreaker(.word)
  private let sentenceBreaker = FastBreaker(.sentence)
  private var key: [UInt8] = []

  package init(words: SegmentationWords) { self.words = words }

  /// Cuts a text.
  ///
  /// - Complexity: O(n).
  package func segment(_ bytes: [UInt8]) -> SegmentedText {
    var result = SegmentedText(bytes: bytes)
    result.tokens.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = lineEnd(bytes, from: start)
        segmentLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, into: &result)
        start = end
      }
    }
    return result
  }

  /// Behind the line feed, carriage return, NEL, line or paragraph separator that ends the line.
  private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: return index + 1
      case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return index + 2
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
        return index + 3
      default: index += 1
      }
    }
    return bytes.count
  }

  private func segmentLine(_ line: UnsafeBufferPointer<UInt8>, at offset: Int, into result: inout SegmentedText) {
    let firstToken = result.tokens.count
    var tokenizer = LineTokenizer(line: line, offset: UInt32(offset), words: words)
    tokenizer.tokenize(wordBreaker.boundaries(of: line), key: &key, into: &result.tokens)
    guard result.tokens.count > firstToken else { return }
    result.tokens[firstToken].shape.insert(.lineStart)
    let firstSentence = result.sentences.count
    SentenceJoiner(words: words, forced: tokenizer.forcedBreaks).join(
      sentenceBreaker.boundaries(of: line), at: offset, from: firstToken, into: &result)
    result.lines.append(firstSentence..<result.sentences.count)
  }
}
