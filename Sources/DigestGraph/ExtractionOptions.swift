public import DigestModel

/// How an ``Extractor`` reads a text.
public struct ExtractionOptions: Sendable, Hashable {
  /// What the offsets of the results count; UTF-8 bytes unless said otherwise.
  public var offsets: OffsetUnit = .utf8
  /// Whether 03.04.2025 is the 3rd of April (`true`, as in most of the world) or the 4th of March.
  public var dayFirst: Bool = true
  /// Whether dates and times follow the TimeML guidelines in what is marked and where it ends ("now", "the day",
  /// "recently") instead of what a graph of events wants.
  public var timeML: Bool = false
  /// Whether the text is what one says to a calendar; see `FigureOptions.queries`.
  public var queries = false
  /// Whether a comma before three digits is a decimal comma: 1,500 is one and a half.
  public var decimalComma = false
  /// Whether every derivation is kept in `DocumentGraph.derivations`, and what stated no relation in
  /// `DocumentGraph.nearMisses`; costs memory, not results.
  public var derivations: Bool = false

  /// The default options.
  public init() {}
}
