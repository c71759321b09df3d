/// A date, time, duration, quantity, sum of money, percentage, count or ordinal, with its normalised value.
public struct Figure: Hashable, Sendable, Codable, Spanned {
  /// The kinds of figures.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case date, time, duration, set, quantity, money, percent, count, ordinal
  }

  /// How a hedge bounds the value: "over 300" is `.greater`, "up to 300" is `.atMost`.
  public enum Bound: String, Hashable, Sendable, Codable, CaseIterable {
    case less = "lt"
    case atMost = "le"
    case greater = "gt"
    case atLeast = "ge"
    case about
  }

  /// The date against which a relative date was resolved.
  public struct Anchor: Hashable, Sendable, Codable {
    /// Where that date stood.
    public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
      case document, item, text
    }

    /// The anchor's EDTF date.
    public var date: String
    /// Where it stood.
    public var from: Origin

    /// Makes an anchor.
    public init(date: String, from: Origin) {
      self.date = date
      self.from = from
    }
  }

  /// `f1`, `f2` and so on, in text order.
  public var id: String
  /// Where it starts: prepositions and hedges stand outside.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The words themselves.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// The TIMEX3 value of a date, time, duration or set; for an interval the same `a/b` as ``edtf``.
  public var timex: String?
  /// The EDTF value of a date or interval (inclusive at both ends).
  public var edtf: String?
  /// The TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `LESS_THAN` and so on.
  public var mod: String?
  /// What a relative date was resolved against.
  public var anchor: Anchor?
  /// The number, scale word multiplied in: 1.5 million tons has 1500000.
  public var value: Double?
  /// The lower end of a range.
  public var low: Double?
  /// The upper end of a range.
  public var high: Double?
  /// What a hedge says of the value.
  public var bound: Bound?
  /// A singular CLDR unit identifier (`tonne-per-year`, `megawatt`), else an `x-` name.
  public var unit: String?
  /// The same unit in UCUM.
  public var ucum: String?
  /// The ISO 4217 code of money.
  public var currency: String?
  /// The substance or the counted noun: "crude oil", "passengers".
  public var of: String?
  /// The id of the figure that states the same amount in another unit.
  public var equivalent: String?
  /// The rule that made it.
  public var rule: String

  /// Makes a figure that has no value yet.
  public init(id: String, span: Span, text: String, kind: Kind, rule: String) {
    self.id = id
    self.start = span.start
    self.end = span.end
    self.text = text
    self.kind = kind
    self.rule = rule
  }
}

/// A quantity that moved: from a value, to a value, by an amount.
public struct Change: Hashable, Sendable, Codable {
  /// Which way it moved.
  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    case up, down
    case unchanged = "none"
  }

  /// `c1`, `c2` and so on.
  public var id: String
  /// The id of the figure it started from.
  public var from: String?
  /// The id of the figure it reached.
  public var to: String?
  /// The id of the figure by which it moved.
  public var by: String?
  /// Which way it moved.
  public var direction: Direction
  /// `to` divided by `from`.
  public var ratio: Double?
  /// `to` minus `from`.
  public var difference: Double?
  /// Which of `ratio` and `difference` were computed and not stated.
  public var computed: [String]
  /// What was measured, in the text's words.
  public var measure: String?
  /// The rule that made it.
  public var rule: String

  /// Makes a change.
  public init(
    id: String, from: String? = nil, to: String? = nil, by: String? = nil, direction: Direction,
    ratio: Double? = nil, difference: Double? = nil, computed: [String] = [], measure: String? = nil, rule: String
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.by = by
    self.direction = direction
    self.ratio = ratio
    self.difference = difference
    self.computed = computed
    self.measure = measure
    self.rule = rule
  }
}
