import DigestModel
import Testing

@testable import DigestFigures

/// Input that is made to be slow or to break a rule.
struct QuantityLinearityTests {
  private static let hostile = [
    "1", "1 ", "123 ", "and ", ",", "5, ", "hundred ", "from 5 to 6 ", "1-", "one and a half ", "$", "5 tons per ",
    "twenty-", "hundreds of ",
    "1/", "5\" ", "-", "(5) ",
  ]

  @Test(arguments: hostile) func survives(_ piece: String) throws {
    let extractor = try QuantityCases.extractor.get()
    let text = String(repeating: piece, count: 2_000)
    let found = extractor.figures(in: text)
    #expect(found.figures.allSatisfy { $0.start < $0.end && $0.end <= text.utf8.count })
    #expect(zip(found.figures, found.figures.dropFirst()).allSatisfy { $0.end <= $1.start })
  }
}
