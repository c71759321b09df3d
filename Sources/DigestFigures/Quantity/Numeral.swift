/// A number written in digits: 1,500,000, 71,8, 1.5, 12,34,567.
struct Numeral {
  /// The digits as one integer.
  var digits: Double
  /// How many of them stand behind the decimal mark.
  var decimals: Int
  /// The number of digits before the decimal mark.
  var integerDigits: Int
  /// Whether it starts with a nought that is no decimal's: 0143.
  var hasLeadingZero: Bool
  /// Whether it has group separators.
  var isGrouped: Bool

  /// The number.
  var value: Double { scaled(0) }

  /// The number times ten to the power `exponent`, without the rounding of two steps.
  func scaled(_ exponent: Int) -> Double {
    let power = exponent - decimals
    return power >= 0 ? digits * Numeral.power(power) : digits / Numeral.power(-power)
  }

  /// Ten to a power.
  static func power(_ exponent: Int) -> Double {
    var result = 1.0
    var left = min(abs(exponent), 308)
    var base = 10.0
    while left > 0 {
      if left & 1 == 1 { result *= base }
      base *= base
      left >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }
}

extension Numeral {
  /// Reads a token (or tokens joined by narrow spaces) that starts with a digit; nil where it is no single number: 192.168.1.2.
  ///
  /// A comma with anything but three digits behind it is a decimal comma; with three it groups, unless
  /// `decimalComma` says otherwise.
  init?(_ bytes: ArraySlice<UInt8>, decimalComma: Bool = false) {
    var marks = Marks()
    var digits = 0.0
    for byte in bytes where byte < 0x80 || byte == 0xE2 {
      if byte &- 0x30 < 10 {
        digits = digits * 10 + Double(byte &- 0x30)
        marks.group += 1
      } else if !marks.add(byte) {
        return nil
      }
    }
    guard let decimals = marks.decimals(decimalComma: decimalComma) else { return nil }
    self.digits = digits
    self.decimals = decimals
    integerDigits = marks.total - decimals
    isGrouped = marks.commas + marks.stops + marks.quotes > (decimals > 0 ? 1 : 0)
    hasLeadingZero = bytes.first == 0x30 && integerDigits > 1
  }

  /// The separators of a numeral and the lengths of the groups between them.
  private struct Marks {
    var commas = 0
    var stops = 0
    var quotes = 0
    var total = 0
    /// The length of the group that is being read.
    var group = 0
    private var first = 0
    /// Whether all groups between the first and the last have three digits, or all have two.
    private var threes = true
    private var twos = true
    private var lastMark: UInt8 = 0
    private var count = 0

    mutating func add(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "."): stops += 1
      case UInt8(ascii: "'"), 0xE2: quotes += 1
      default: return false
      }
      closeGroup()
      lastMark = byte
      return true
    }

    private mutating func closeGroup() {
      if count == 0 {
        first = group
      } else {
        threes = threes && group == 3
        twos = twos && group == 2
      }
      total += group
      count += 1
      group = 0
    }

    /// How many digits stand behind the decimal mark; nil where the marks make no number.
    mutating func decimals(decimalComma: Bool) -> Int? {
      let last = group
      total += last
      guard count > 0 else { return 0 }
      let kinds = (commas > 0 ? 1 : 0) + (stops > 0 ? 1 : 0) + (quotes > 0 ? 1 : 0)
      if kinds == 1 { return oneKind(last, decimalComma: decimalComma) }
      let lastCount = lastMark == UInt8(ascii: ",") ? commas : lastMark == UInt8(ascii: ".") ? stops : quotes
      guard lastCount == 1, lastMark == UInt8(ascii: ",") || lastMark == UInt8(ascii: "."), first <= 3,
        threes || twosThenThree
      else { return nil }
      return last
    }

    /// Indian groups before a decimal mark: all of two but the last.
    private var twosThenThree: Bool { count > 2 && first <= 2 }

    private func oneKind(_ last: Int, decimalComma: Bool) -> Int? {
      if stops == 1 { return last }
      if commas == 1, decimalComma || last != 3 || first > 3 || first == 0 { return last }
      let isGrouped = first <= 3 && first > 0 && last == 3 && (threes || (twos && commas > 1))
      return isGrouped ? 0 : nil
    }
  }
}
