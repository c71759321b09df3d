/// How figures are read.
public struct FigureOptions: Sendable, Hashable {
  /// What yearless dates are resolved against.
  public enum Narrative: Sendable, Hashable {
    /// The text decides: histories, which name many past years, anchor on the date named last.
    case automatic
    /// Always the date named last.
    case always
    /// Always the document's or the item's date.
    case never
  }

  /// Whether 03.04.2025 is the 3rd of April (`true`) or the 4th of March, where the numbers allow both.
  public var dayFirst = true
  /// Whether spans and words follow the TimeML guidelines: "now", "recently" and "the day" are marked, articles
  /// belong to the span, a range is two dates.
  public var timeML = false
  /// Whether the text is what one says to a calendar ("meet before the 18th", "in two months"): spans take in the words
  /// that bound a date, distances keep the day of the month, and dates look ahead unless a verb is past.
  public var queries = false
  /// Whether a comma before three digits is a decimal comma, as in much of Europe: 1,500 is one and a half.
  public var decimalComma = false
  /// What yearless dates are resolved against.
  public var narrative = Narrative.automatic

  /// The default options.
  public init() {}
}
