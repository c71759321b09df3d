import Testing

@testable import DigestEntities

struct ReadingTests {
  @Test func emptyTextHasNothing() throws {
    let reader = try #require(EntityReader.shared)
    #expect(reader.read("").1.mentions.isEmpty)
    #expect(reader.read("\n \n").1.mentions.isEmpty)
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
