internal import CDigestICU

/// Cuts texts into lines, sentences and tokens: ICU's boundaries, then the corrections that news needs.
///
/// Holds open ICU iterators and scratch space: make one for each task.
package final class Segmenter {
  private let words: SegmentationWords
  private let reader: WordReader
  private let wordBreaker: FastBreaker
  private let sentenceBreaker: FastBreaker

  /// `method` is for tests: what comes out is the same.
  package init(words: SegmentationWords, method: FastBreaker.Method = .best) {
    self.words = words
    wordBreaker = FastBreaker(.word, method: method)
    sentenceBreaker = FastBreaker(.sentence, method: method)
    reader = WordReader(words: words)
  }

  /// Cuts a text of valid UTF-8 and less than 2 GB.
  ///
  /// - Complexity: O(n).
  package func segment(_ bytes: [UInt8]) -> SegmentedText {
    var result = SegmentedText(bytes: bytes)
    result.tokens.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = lineEnd(bytes, from: start)
        segmentLine(bytes, start..<end, into: &result)
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
    var tokenizer = LineTokenizer(line: name, offset: 0, readable: name.count, reader: reader, isName: true)
    tokenizer.tokenize(wordBreaker.boundaries(of: name), into: &tokens)
  }

  /// Behind the line feed, carriage return, NEL, line or paragraph separator that ends the line.
  private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var index = dg_next_line_end(base, start, bytes.count)
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: return index + 1
      case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return index + 2
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
        return index + 3
      default: index = dg_next_line_end(base, index + 1, bytes.count)
      }
    }
    return bytes.count
  }

  private func segmentLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into result: inout SegmentedText
  ) {
    let line = UnsafeBufferPointer(rebasing: bytes[range])
    let firstToken = result.tokens.count
    var tokenizer = LineTokenizer(
      line: line, offset: range.lowerBound, readable: bytes.count - range.lowerBound, reader: reader)
    tokenizer.tokenize(wordBreaker.boundaries(of: line), into: &result.tokens)
    guard result.tokens.count > firstToken else { return }
    result.tokens[firstToken].shape.insert(.lineStart)
    let firstSentence = result.sentences.count
    SentenceJoiner(words: words, forced: tokenizer.forcedBreaks).join(
      sentenceBreaker.boundaries(of: line), at: range.lowerBound, from: firstToken, into: &result)
    result.lines.append(firstSentence..<result.sentences.count)
  }
}
