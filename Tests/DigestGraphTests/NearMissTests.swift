import DigestGraph
import Testing

/// The sentences that stated no relation, and the first condition that failed.
struct NearMissTests {
  static let extractor = Result {
    var options = ExtractionOptions()
    options.derivations = true
    return try Extractor(options: options)
  }

  private func misses(_ text: String) throws -> [NearMiss] {
    try Self.extractor.get().extract(text, id: "text", date: "2025-06-03").nearMisses
  }

  @Test func aTriggerWithTwoActorsIsListed() throws {
    let found = try misses("Omani Foreign Minister Salim Harthi spoke of Peru's President Dana Quispe.")
    let miss = try #require(found.first)
    #expect(miss.actors.count == 4)
    #expect(miss.triggers.contains { $0.text == "spoke" && $0.frame == "speak.verb" && $0.reason.contains("phone") })
  }

  @Test func aConditionIsTheFirstThatFailed() throws {
    let found = try misses("Omani Foreign Minister Salim Harthi called Peru's President Dana Quispe a friend.")
    #expect(found.first?.triggers.first?.reason == "what stands behind it gives it another sense")
  }

  @Test func whatStatedARelationIsNone() throws {
    #expect(try misses("Omani Foreign Minister Salim Harthi met Peru's President Dana Quispe.").isEmpty)
    #expect(try misses("The weather in Lima was fine.").isEmpty)
  }

  @Test func theyAreKeptOnRequestOnly() throws {
    let graph = try Extractor().extract("Salim Harthi spoke of Dana Quispe.", id: "text")
    #expect(graph.nearMisses.isEmpty)
    #expect(graph.derivations.isEmpty)
  }

  @Test func aReferenceGoesBackToAMention() throws {
    let graph = try Self.extractor.get().extract(
      "Peruvian President Dana Quispe met Omani Foreign Minister Salim Harthi. The two discussed trade.", id: "text")
    let group = try #require(graph.mentions.first { $0.group != nil })
    let step = try #require(graph.derivations.first { $0.of == group.id })
    #expect(
      step.from.compactMap { id in graph.mentions.first { $0.id == id }?.text } == ["Dana Quispe", "Salim Harthi"])
  }
}
