internal import DigestModel

/// A figure in the making: its number, and what it measures by row of the tables.
struct Amount {
  /// What the number counts in.
  enum Measure: Equatable {
    case none
    case unit(Int)
    case currency(Int)
  }

  /// The unit below "per".
  struct Rate: Equatable {
    var id: String
    var ucum: String
  }

  /// From the sign or currency to the last word.
  var tokens: Range<Int>
  var number: NumberReading
  /// The second number of a range.
  var upper: NumberReading?
  var isNegative = false
  var measure = Measure.none
  /// Whether the measure is the currency's hundredth.
  var isMinor = false
  /// What cents add to dollars.
  var extra = 0.0
  var rates: [Rate] = []
  /// The tokens of the substance or of the counted noun.
  var of: Range<Int>?
  /// The counted noun itself, for an amount without unit.
  var head: Int?
  var bound: Figure.Bound?
  /// Where its hedges start, else its own start.
  var lead: Int
  /// The index of the amount that it restates in brackets.
  var equivalent: Int?
  var rule = ""
  /// The index of the figure of time that it is: a duration takes part in changes and lends its unit.
  var duration: Int?
  /// Whether it is a range from-to or a bare number that only a change makes a figure.
  var isBare: Bool { measure == .none && head == nil && rates.isEmpty }

  init(tokens: Range<Int>, number: NumberReading) {
    self.tokens = tokens
    self.number = number
    lead = tokens.lowerBound
  }

  /// A number without the noise behind its ninth decimal: 5.2 cents are 0.052 dollars.
  static func tidy(_ value: Double) -> Double {
    abs(value) < 1e6 ? (value * 1e9).rounded() / 1e9 : value
  }

  /// The factor between the number and the value.
  func factor(_ table: UnitTable) -> Double {
    switch measure {
    case .none: 1
    case .unit(let row): table.units[row].scale
    case .currency(let row): isMinor ? 1 / table.currencies[row].minor : 1
    }
  }

  /// The value of a number of this amount.
  func value(_ number: NumberReading, _ table: UnitTable) -> Double {
    let size: Double
    if isMinor, case .currency(let row) = measure {
      size = Amount.tidy(number.value / table.currencies[row].minor)
    } else {
      size = number.value * factor(table) + extra
    }
    return isNegative ? -size : size
  }
}
