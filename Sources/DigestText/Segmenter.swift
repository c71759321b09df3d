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

  /// Cuts a name as texts are cut, but for its sentences; a name is one line.
  ///
  /// - Complexity: O(n).
  package func tokens(ofName name: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    var tokenizer = LineTokenizer(line: name, offset: 0, words: words)
    tokenizer.tokenize(wordBreaker.boundaries(of: name), key: &key, into: &tokens)
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
