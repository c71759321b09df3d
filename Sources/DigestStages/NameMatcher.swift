public import DigestLexicon
internal import DigestText

/// Cuts texts into tokens and finds the names of one table in them, and does nothing else.
///
/// Part of `DigestStages`, which exists for `Benchmarks/` and promises nothing to others.
public struct NameMatcher: Sendable {
  private let lexicon: Lexicon
  private let segmenters: SegmenterPool

  /// Compiles a table of people (`Lexicons/README.md`) that stands alone, without the bundled ones.
  ///
  /// - Throws: ``LexiconError`` with every fault of the table.
  public init(people table: [UInt8]) throws(LexiconError) {
    lexicon = try Lexicon(files: [("people.tsv", table)])
    segmenters = SegmenterPool(words: lexicon.segmentation)
  }

  /// How many names a text of valid UTF-8 holds: of those that start at one place the longest, none inside another.
  ///
  /// - Complexity: O(n).
  public func count(in text: [UInt8]) -> Int {
    let text = LexicalText(segmenters.with { $0.segment(text) }, lexicon: lexicon)
    var count = 0
    var end = 0
    for match in text.matches.names where match.tokens.lowerBound >= end {
      count += 1
      end = match.tokens.upperBound
    }
    return count
  }
}
