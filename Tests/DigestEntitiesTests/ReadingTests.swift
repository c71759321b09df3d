import DigestText
import Foundation
import Testing

@testable import DigestEntities

struct ReadingTests {
  @Test func emptyTextHasNothing() throws {
    let reader = try #require(EntityReader.shared)
    #expect(reader.read("").1.mentions.isEmpty)
    #expect(reader.read("\n \n").1.mentions.isEmpty)
  }

  @Test func namesAreFoundWithoutTheirTables() throws {
    let reader = try #require(EntityReader.without(["outlets", "awards", "projects", "agreements", "occasions"]))
    let sample = casesFolder("../../Samples").appendingPathComponent("central-asia-2025-06-13.txt")
    let (text, entities) = reader.read(try String(contentsOf: sample, encoding: .utf8))
    let names = Set(entities.mentions.map { text.string($0.tokens) })
    for name in [
      "Slovenian Press Agency", "South China Morning Post", "Tehran Times", "Yonhap", "Reuters", "Dank medal",
      "Kordai-2 wind farm", "Shymkent refinery", "Rogun hydropower plant", "China-Kyrgyzstan-Uzbekistan railway",
    ] {
      #expect(names.contains(name), "\(name) is not found")
    }
  }

  @Test func oddInputIsSurvived() throws {
    let reader = try #require(EntityReader.shared)
    for text in [
      "\0\0", "(((((", "President", "the two", "Mr.", "of of of of", "\u{FFFD} – – –", "A-", "'s", "Minister of",
      ", who",
      "Source:", "• \n• \n1. \n2. ", "according to", "the the the", "President of", "Presidents A of", "(X) (Y) X",
      String(repeating: "Minister and ", count: 400), String(repeating: "President of the Bank of ", count: 300),
      String(repeating: "(", count: 2000), String(repeating: "A-B ", count: 2000), "— Photo:", "Photo: ", "X: ", ": ",
    ] {
      #expect(reader.read(text).1.mentions.count >= 0)
    }
  }

  @Test func spansAreOrderedAndNested() throws {
    let reader = try #require(EntityReader.shared)
    let (_, entities) = reader.read(
      "The head of the Bank of Georgia met Peruvian Foreign Minister Elmer Schialer and President of Kenya William Ruto."
    )
    for (first, second) in zip(entities.mentions, entities.mentions.dropFirst()) {
      #expect(first.extent.lowerBound <= second.extent.lowerBound)
      #expect(
        second.tokens.lowerBound >= first.tokens.upperBound || second.tokens.upperBound <= first.tokens.upperBound)
    }
  }
}
