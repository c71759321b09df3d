/// A text cut into lines, sentences and tokens.
package struct SegmentedText: Sendable {
  /// The text as valid UTF-8.
  package var bytes: [UInt8]
  /// The tokens, ascending; white space has none.
  package var tokens: [Token] = []
  /// The token ranges of the sentences; they tile the tokens and none crosses a line.
  package var sentences: [Range<Int>] = []
  /// The sentence ranges of the lines (paragraphs) that hold a token.
  package var lines: [Range<Int>] = []
  /// How many sentences were cut because they were longer than ``maximumSentence`` tokens.
  package var cutSentences = 0

  /// Sentences are cut at this many tokens, so that no rule can be made slow by one endless sentence.
  package static let maximumSentence = 512

  /// The token's words.
  package func string(_ token: Int) -> String {
    String(decoding: bytes[tokens[token].bytes], as: UTF8.self)
  }

  /// The words from the first to the last token of a range, spaces between them as written.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[byteRange(range)], as: UTF8.self)
  }

  /// The bytes from the first to the last token of a range that is not empty.
  package func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The token range of a line.
  package func tokens(ofLine line: Int) -> Range<Int> {
    sentences[lines[line].lowerBound].lowerBound..<sentences[lines[line].upperBound - 1].upperBound
  }

  /// The sentence that holds a token.
  ///
  /// - Complexity: O(log n).
  package func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }
}
