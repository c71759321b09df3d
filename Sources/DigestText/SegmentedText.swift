/// A text cut into lines, sentences and tokens.
public struct SegmentedText: Sendable {
  /// The text as valid UTF-8.
  public var bytes: [UInt8]
  /// The tokens, ascending; white space has none.
  public var tokens: [Token] = []
  /// The token ranges of the sentences; they tile the tokens and none crosses a line.
  public var sentences: [Range<Int>] = []
  /// The sentence ranges of the lines (paragraphs) that hold a token.
  public var lines: [Range<Int>] = []
  /// How many sentences were cut because they were longer than ``maximumSentence`` tokens.
  public var cutSentences = 0

  /// Sentences are cut at this many tokens, so that no rule can be made slow by one endless sentence.
  public static let maximumSentence = 512

  /// The token's words.
  public func string(_ token: Int) -> String {
    String(decoding: bytes[tokens[token].bytes], as: UTF8.self)
  }

  /// The words from the first to the last token of a range, spaces between them as written.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[byteRange(range)], as: UTF8.self)
  }

  /// The bytes from the first to the last token of a range that is not empty.
  @inlinable public func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The token range of a line.
  @inlinable public func tokens(ofLine line: Int) -> Range<Int> {
    sentences[lines[line].lowerBound].lowerBound..<sentences[lines[line].upperBound - 1].upperBound
  }

  /// The sentence that holds a token.
  ///
  /// - Complexity: O(log n).
  @inlinable public func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }
}
