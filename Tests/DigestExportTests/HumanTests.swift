@testable import DigestExport
import DigestModel
import Testing

struct HumanTests {
  @Test(arguments: [
    ("2025-05-06", "6 May 2025"), ("2025-05", "May 2025"), ("2025", "2025"), ("2025-05-05/2025-05-07", "5–7 May 2025"),
    ("2025-04-28/2025-05-02", "28 April – 2 May 2025"), ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
    ("2025-07/2025-09", "July–September 2025"), ("2024/2026", "2024 – 2026"), ("../2030", "until 2030"),
    ("2025-05-06/..", "since 6 May 2025"), ("2026-21", "spring 2026"), ("2025-35", "third quarter of 2025"),
    ("2025~", "about 2025"), ("2025-05-06T14:00", "6 May 2025, 14:00"), ("201X", "201X"),
    ("XXXX-09-18", "18 September"),
    ("XXXX", "XXXX"), ("XXXX-09-18/XXXX-09-20", "18–20 September"), ("", ""), ("/", "until "),
    ("2025-13", "2025-13"), ("2025-05-05/2025-05-05", "5 May 2025"), ("2025-05/2025-05-07", "May 2025 – 7 May 2025"),
  ])
  func dates(edtf: String, expected: String) { #expect(HumanDate.describe(edtf) == expected) }

  @Test(arguments: [
    (1_500_000.0, "1.5 million"), (1_234_567.0, "1,234,567"), (1_234_000.0, "1.234 million"), (12_000.0, "12,000"),
    (999.0, "999"), (0.5, "0.5"), (-2_000_000_000.0, "-2 billion"), (4.7e9, "4.7 billion"), (1e15, "1,000 trillion"),
  ])
  func numbers(value: Double, expected: String) { #expect(HumanFigure.number(value) == expected) }

  @Test func figures() {
    var figure = Figure(id: "f1", span: Span(0, 1), text: "words", kind: .quantity, rule: "")
    #expect(HumanFigure.describe(figure) == "words")
    figure.value = 1_500_000
    figure.unit = "tonne-per-year"
    figure.bound = .greater
    #expect(HumanFigure.describe(figure) == "over 1.5 million tonnes per year")
    figure.kind = .money
    figure.currency = "USD"
    figure.unit = "USD-per-barrel"
    figure.value = 65
    figure.bound = nil
    #expect(HumanFigure.describe(figure) == "$65 per barrel")
    figure.unit = nil
    figure.currency = "KZT"
    (figure.low, figure.high) = (2_500_000_000, 3_200_000_000)
    #expect(HumanFigure.describe(figure) == "2.5 billion–3.2 billion KZT")
  }

  @Test func changes() {
    func describe(_ kind: Figure.Kind, _ from: Double?, _ to: Double?, _ unit: String?, difference: Double? = nil)
      -> String
    {
      var figures: [String: Figure] = [:]
      for (id, value) in [("f1", from), ("f2", to)] {
        guard let value else { continue }
        var figure = Figure(id: id, span: Span(0, 1), text: "", kind: kind, rule: "")
        figure.value = value
        figure.unit = unit
        figures[id] = figure
      }
      let ratio = from.flatMap { from in to.map { $0 / from } }
      let change = Change(
        id: "c", from: from.map { _ in "f1" }, to: to.map { _ in "f2" }, direction: .up, ratio: ratio,
        difference: difference, rule: "")
      return HumanFigure.describe(change) { figures[$0] }
    }
    #expect(describe(.quantity, 1e6, 1.5e6, "tonne-per-year") == "1 million → 1.5 million tonnes per year (+50%)")
    #expect(describe(.percent, 47, 55, nil, difference: 8) == "47% → 55% (+8 points)")
    #expect(describe(.quantity, nil, 31000, "tonne") == "up to 31,000 tonnes")
    #expect(describe(.quantity, 5, nil, "tonne") == "up from 5 tonnes")
    #expect(describe(.quantity, nil, nil, nil) == "up")
  }
}
