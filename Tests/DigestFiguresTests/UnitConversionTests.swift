import DigestFigures
import DigestModel
import Testing

/// Amounts in other units.
struct UnitConversionTests {
  private static let extractor = Result { try FigureExtractor() }

  private func converted(_ text: String, to unit: String) throws -> Figure? {
    let extractor = try Self.extractor.get()
    let figure = try #require(extractor.figures(in: text).figures.first { $0.unit != nil })
    return extractor.converted(figure, to: unit)
  }

  @Test func lengthsAndRatesAreConverted() throws {
    #expect(try converted("It is 10 km long.", to: "mile")?.value.map { abs($0 - 6.21371192) < 1e-6 } == true)
    let flow = try #require(try converted("It gives 3 million barrels per day.", to: "cubic-meter-per-day"))
    #expect(abs((flow.value ?? 0) - 476_961.884784) < 1e-3)
    #expect(flow.unit == "cubic-meter-per-day" && flow.ucum == "m3/d")
    let range = try #require(try converted("It holds 12-15 tons.", to: "kilogram"))
    #expect(range.low == 12_000 && range.high == 15_000)
  }

  @Test func temperaturesHaveTheirOwnNought() throws {
    #expect(try converted("It was 100 degrees Celsius.", to: "fahrenheit")?.value.map { abs($0 - 212) < 1e-9 } == true)
    #expect(try converted("It was -40 °F.", to: "celsius")?.value.map { abs($0 + 40) < 1e-9 } == true)
  }

  @Test func unlikeUnitsAndMoneyAreNot() throws {
    #expect(try converted("It is 10 km long.", to: "kilogram") == nil)
    #expect(try converted("It is 10 km long.", to: "kilometer-per-hour") == nil)
    #expect(try converted("It costs $5 per barrel.", to: "USD-per-liter") == nil)
  }
}
