import DigestFigures
import DigestModel
import Testing

/// The examples of the documentation.
struct TimeExampleTests {
  @Test func extractorExample() throws {
    let extractor = try FigureExtractor()
    let found = extractor.figures(in: "They met from May 5 to 7.", anchor: "2025-05-09")
    #expect(found.figures[0].edtf == "2025-05-05/2025-05-07")
  }

  @Test(arguments: ["1", "and ", ",", "May ", "from 5 to ", "first of ", "2020-", "a year "])
  func longInputIsRead(_ piece: String) throws {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    _ = try FigureExtractor().figures(in: text, anchor: "2025-05-09")
  }
}
