import DigestModel

/// Figures as people read them.
enum HumanFigure {
  /// Units with a short sign, or a plural that is not made by an s.
  private static let signs = [
    "kilometer": "km", "square-kilometer": "km²", "meter": "m", "square-meter": "m²", "cubic-meter": "m³",
    "megawatt": "MW", "gigawatt": "GW", "kilowatt": "kW", "watt": "W", "kilowatt-hour": "kWh",
    "megawatt-hour": "MWh", "gigawatt-hour": "GWh", "terawatt-hour": "TWh", "kilovolt": "kV", "percent": "%",
    "celsius": "°C", "foot": "feet", "square-foot": "square feet", "x-teu": "TEU", "kilometer-per-hour": "km/h",
  ]

  private static let currencies = ["USD": "$", "EUR": "€", "GBP": "£"]

  /// The value of a figure with hedge and unit: "over 1.5 million tonnes per year", "$330 million".
  /// A figure without a value is given in the text's words.
  static func describe(_ figure: Figure) -> String {
    if let edtf = figure.edtf { return HumanDate.describe(edtf) }
    guard let amount = amount(figure) else { return figure.text }
    return hedge(figure.bound) + amount
  }

  /// A change: "1 million → 1.5 million tonnes per year (+50 %)".
  static func describe(_ change: Change, _ figure: (String) -> Figure?) -> String {
    let from = change.from.flatMap(figure)
    let to = change.to.flatMap(figure)
    var text: String
    switch (from, to) {
    case (let from?, let to?):
      let isShort = from.unit == to.unit && from.currency == to.currency && from.kind != .percent && from.low == nil
      let start = isShort ? from.value.map { hedge(from.bound) + number($0, symbol(from)) } : nil
      text = "\(start ?? describe(from)) → \(describe(to))"
    case (nil, let to?): text = "\(arrow(change)) to \(describe(to))"
    case (let from?, nil): text = "\(arrow(change)) from \(describe(from))"
    case (nil, nil): text = arrow(change)
    }
    if let by = change.by.flatMap(figure) {
      text += from == nil && to == nil ? " by \(describe(by))" : " (by \(describe(by)))"
    } else if from?.kind == .percent, let difference = change.difference {
      text += " (\(signed(difference)) points)"
    } else if let ratio = change.ratio {
      text += " (\(signed((ratio - 1) * 100))%)"
    }
    return text
  }

  private static func arrow(_ change: Change) -> String {
    switch change.direction {
    case .up: "up"
    case .down: "down"
    case .unchanged: "unchanged"
    }
  }

  /// A number with its sign, to one decimal place.
  private static func signed(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return (tenths > 0 ? "+" : "") + number(tenths)
  }

  private static func hedge(_ bound: Figure.Bound?) -> String {
    switch bound {
    case nil: ""
    case .less: "under "
    case .atMost: "up to "
    case .greater: "over "
    case .atLeast: "at least "
    case .about: "about "
    }
  }

  private static func amount(_ figure: Figure) -> String? {
    let symbol = symbol(figure)
    let digits: String
    if let low = figure.low, let high = figure.high {
      digits = "\(number(low, symbol))–\(number(high, symbol))"
    } else if let value = figure.value {
      digits = number(value, symbol)
    } else {
      return nil
    }
    let isOne = figure.value == 1
    switch figure.kind {
    case .percent: return digits + "%"
    case .money: return digits + money(figure, symbol)
    case .count, .ordinal:
      return figure.of.map { "\(digits) \($0)" } ?? (figure.unit.map { "\(digits) \(unit($0, isOne))" } ?? figure.text)
    default: return figure.unit.map { "\(digits) \(unit($0, isOne))" } ?? digits
    }
  }

  private static func symbol(_ figure: Figure) -> String { currencies[figure.currency ?? ""] ?? "" }

  private static func money(_ figure: Figure, _ symbol: String) -> String {
    let code = symbol.isEmpty ? figure.currency.map { " \($0)" } ?? "" : ""
    guard let rate = figure.unit?.split(separator: "-per-", maxSplits: 1).dropFirst().first else { return code }
    return "\(code) per \(unit(String(rate), true))"
  }

  /// A CLDR unit or `x-` name in words.
  static func unit(_ id: String, _ isOne: Bool) -> String {
    if let sign = signs[id] { return sign }
    let parts = id.split(separator: "-per-", maxSplits: 1).map(String.init)
    if parts.count == 2 { return "\(unit(parts[0], isOne)) per \(unit(parts[1], true))" }
    let name = (id.hasPrefix("x-") ? String(id.dropFirst(2)) : id).replacing("-", with: " ")
    return isOne || name.hasSuffix("s") ? name : name + "s"
  }

  /// A number with grouped digits, in millions, billions or trillions where that loses nothing.
  static func number(_ value: Double, _ symbol: String = "") -> String {
    let sign = value < 0 ? "-" : ""
    let size = abs(value)
    for (scale, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where size >= scale {
      let scaled = size / scale
      if (scaled * 1000).rounded() == scaled * 1000 { return "\(sign)\(symbol)\(plain(scaled)) \(name)" }
    }
    return sign + symbol + plain(size)
  }

  private static func plain(_ value: Double) -> String {
    guard let whole = Int(exactly: value) else { return value.description }
    var digits = Array(String(whole))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
