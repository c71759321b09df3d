internal import DigestLexicon
public import DigestModel

/// How a unit stands to the base unit of its dimension: value * factor + offset.
struct UnitScale {
  var factor: Double
  var offset = 0.0
  var base: String
}

extension UnitTable {
  /// The scale of a unit identifier, compound ones included (`barrel-per-day`); nil where the table has no factor.
  func scale(of identifier: String) -> UnitScale? {
    var parts = identifier.components(separator: "-per-")[...]
    guard let first = parts.popFirst(), var result = simpleScale(of: first) else { return nil }
    guard !parts.isEmpty else { return result }
    guard result.offset == 0 else { return nil }
    for part in parts {
      guard let below = simpleScale(of: part), below.offset == 0, below.factor > 0 else { return nil }
      result.factor /= below.factor
      result.base += "-per-" + below.base
    }
    return result
  }

  private func simpleScale(of identifier: String) -> UnitScale? {
    // Temperatures do not start at nought together.
    switch identifier {
    case "celsius": return UnitScale(factor: 1, offset: 273.15, base: "kelvin")
    case "fahrenheit": return UnitScale(factor: 5 / 9, offset: 459.67 * 5 / 9, base: "kelvin")
    case "kelvin": return UnitScale(factor: 1, base: "kelvin")
    default: break
    }
    guard let row = rows[identifier], let factor = units[row].baseFactor else { return nil }
    return UnitScale(factor: factor, base: units[row].base)
  }

  /// The UCUM code of an identifier.
  func ucum(of identifier: String) -> String? {
    let codes = identifier.components(separator: "-per-").map { rows[$0].map { units[$0].ucum } }
    guard !codes.contains(nil) else { return nil }
    return codes.compactMap(\.self).joined(separator: "/")
  }
}

extension String {
  /// The pieces between the places at which a separator stands.
  fileprivate func components(separator: String) -> [String] {
    var result: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      result.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return result + [String(rest)]
  }
}

extension Substring {
  fileprivate func firstRange(of separator: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(separator) { return start..<index(start, offsetBy: separator.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension FigureExtractor {
  /// The same amount in another unit, by the factors of the units table.
  ///
  /// ```swift
  /// extractor.converted(figure, to: "cubic-foot-per-day")
  /// ```
  ///
  /// - Parameters:
  ///   - figure: a quantity, a duration or a percentage with a unit.
  ///   - unit: a unit identifier as figures bear it (CLDR): `mile`, `kilowatt-hour-per-square-meter`, `fahrenheit`.
  /// - Returns: the figure with `value`, `low`, `high`, `unit` and `ucum` changed, its words and place as they were; nil for
  ///   money and counts, and where the two units measure different things. Months and years are mean ones.
  /// - Complexity: O(length of the identifiers).
  public func converted(_ figure: Figure, to unit: String) -> Figure? {
    guard let own = figure.unit, figure.currency == nil, let from = units.scale(of: own),
      let to = units.scale(of: unit), from.base == to.base
    else { return nil }
    func convert(_ value: Double) -> Double { (value * from.factor + from.offset - to.offset) / to.factor }
    var result = figure
    result.value = figure.value.map(convert)
    result.low = figure.low.map(convert)
    result.high = figure.high.map(convert)
    result.unit = unit
    result.ucum = units.ucum(of: unit)
    result.timex = nil
    return result
  }
}
