internal import DigestLexicon
public import DigestModel
package import DigestText

/// Finds the dates, times, durations, quantities, sums and changes of any text, without the rest of the extractor.
///
/// ```swift
/// let extractor = try FigureExtractor()
/// let found = extractor.figures(in: "They met from May 5 to 7.", anchor: "2025-05-09")
/// print(found.figures[0].edtf ?? "") // 2025-05-05/2025-05-07
/// ```
///
/// Make one and keep it: making one compiles the lexicons. It may be used from several tasks at once.
public struct FigureExtractor: Sendable {
  /// A class, so that an extractor is one reference to whoever holds it.
  private final class Stages: Sendable {
    let lexicon: Lexicon
    let segmenters: SegmenterPool
    let recogniser: FigureRecogniser

    init(_ lexicon: Lexicon, _ options: FigureOptions) {
      self.lexicon = lexicon
      segmenters = SegmenterPool(words: lexicon.segmentation)
      recogniser = FigureRecogniser(lexicon: lexicon, options: options)
    }
  }

  private let stages: Stages
  var units: UnitTable { stages.recogniser.units }

  /// Makes an extractor with the bundled lexicons.
  public init(options: FigureOptions = FigureOptions()) throws {
    stages = Stages(try Lexicon.bundled.get(), options)
  }

  /// The figures and changes of a text.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - anchor: the text's date (EDTF), against which "last week" and "May 5" are resolved. Without it, such dates
  ///     stay partial (`XXXX-05-05`).
  /// - Returns: figures in text order, their offsets UTF-8 bytes.
  /// - Complexity: O(n).
  public func figures(in text: String, anchor: String? = nil) -> (figures: [Figure], changes: [Change]) {
    let segmented = stages.segmenters.with { $0.segment(Array(text.utf8)) }
    let lexical = LexicalText(segmented, lexicon: stages.lexicon)
    let found = stages.recogniser.recognise(lexical)
    let resolved = stages.recogniser.resolve(found, in: lexical, anchors: FigureAnchors(document: anchor))
    return resolved.assembled(segmented)
  }
}

extension FigureText {
  /// The figures and changes with their ids, offsets and words.
  package func assembled(_ text: SegmentedText) -> (figures: [Figure], changes: [Change]) {
    let figures = figures.enumerated().map { index, found in
      var figure = found.figure
      let bytes = text.byteRange(found.tokens)
      figure.id = "f\(index + 1)"
      (figure.start, figure.end) = (bytes.lowerBound, bytes.upperBound)
      figure.text = text.string(found.tokens)
      figure.equivalent = found.equivalent.map { "f\($0 + 1)" }
      return figure
    }
    let changes = changes.enumerated().map { index, found in
      var change = found.change
      change.id = "c\(index + 1)"
      change.from = found.from.map { "f\($0 + 1)" }
      change.to = found.to.map { "f\($0 + 1)" }
      change.by = found.by.map { "f\($0 + 1)" }
      return change
    }
    return (figures, changes)
  }
}
