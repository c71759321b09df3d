import DigestModel
import Foundation
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

  /// Four times the text takes about four times as long; it would be sixteen times if each number looked at all others.
  @Test(arguments: [
    "1 ", "and ", ", ", "5 million, ", "of which 5 ", "rose 5% of oil of ", "doubled ", "5\" ", "May 5, ", "Rs 5 ",
  ])
  func takesTimeInProportion(_ piece: String) throws {
    let extractor = try QuantityCases.extractor.get()
    func seconds(_ bytes: Int) -> Double {
      let text = String(repeating: piece, count: bytes / piece.utf8.count)
      let start = clock()
      _ = extractor.figures(in: text, anchor: "2025-05-09")
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    let small = seconds(8_000)
    #expect(seconds(32_000) < 10 * max(small, 0.02))
  }
}
