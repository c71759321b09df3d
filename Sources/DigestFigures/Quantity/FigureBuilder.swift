internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Makes figures of amounts.
struct FigureBuilder {
  let view: QuantityText

  /// The figure of an amount.
  func figure(_ amount: Amount) -> Figure {
    let bytes = view.text.byteRange(amount.tokens)
    var figure = Figure(
      id: "", span: Span(bytes.lowerBound, bytes.upperBound), text: "", kind: kind(amount), rule: amount.rule)
    values(amount, &figure)
    figure.bound = amount.bound
    if figure.kind == .duration { figure.timex = timex(amount) }
    units(amount, &figure)
    if let of = amount.of { figure.of = view.text.string(of) }
    return figure
  }

  private func kind(_ amount: Amount) -> Figure.Kind {
    if amount.number.form == .ordinal { return .ordinal }
    return switch amount.measure {
    case .none: .count
    case .currency: .money
    case .unit(let row): kind(view.table.units[row], amount)
    }
  }

  private func kind(_ unit: UnitTable.Unit, _ amount: Amount) -> Figure.Kind {
    if unit.isRatio { return .percent }
    return unit.isTime && amount.rates.isEmpty && amount.rule != "quantity.age" ? .duration : .quantity
  }

  /// The TIMEX3 value of a duration, where it is one number.
  private func timex(_ amount: Amount) -> String? {
    guard case .unit(let row) = amount.measure, amount.upper == nil,
      let unit = view.table.timeRows.firstIndex(of: row).flatMap(TimeUnit.init(rawValue:))
    else { return nil }
    return TimeFormat.timex(TimeAmount(parts: [.init(number: amount.number.value, unit: unit)]))
  }

  private func values(_ amount: Amount, _ figure: inout Figure) {
    let first = amount.value(amount.number, view.table)
    if let upper = amount.upper {
      figure.low = min(first, amount.value(upper, view.table))
      figure.high = max(first, amount.value(upper, view.table))
    } else if amount.number.form == .vague {
      figure.low = first
      figure.high = amount.number.high.map { $0 * amount.factor(view.table) }
    } else {
      figure.value = first
    }
  }

  private func units(_ amount: Amount, _ figure: inout Figure) {
    var ucum = ""
    switch amount.measure {
    case .none:
      guard let head = amount.head else { return }
      let noun = NounReader(view).singular(head)
      figure.unit = "x-" + noun
      ucum = "{\(noun)}"
    case .unit(let row):
      figure.unit = view.table.units[row].id
      ucum = view.table.units[row].ucum
    case .currency(let row):
      figure.currency = view.table.currencies[row].code
      guard !amount.rates.isEmpty else { return }
      figure.unit = figure.currency
      ucum = "[\(view.table.currencies[row].code)]"
    }
    for rate in amount.rates {
      figure.unit? += "-per-" + rate.id
      ucum += "/" + rate.ucum
    }
    if !ucum.isEmpty { figure.ucum = ucum }
  }
}
