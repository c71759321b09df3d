import DigestModel
import Foundation
import Testing

@testable import DigestEntities

struct MarkedTests {
  @Test func developmentDocuments() throws {
    let reader = try #require(EntityReader.shared)
    let scores = try MarkedScore.score(reader)
    let isVerbose = ProcessInfo.processInfo.environment["DIGEST_ENTITIES_SCORE"] != nil
    for type in [EntityType.person, .organization, .country] {
      let score = try #require(scores[type])
      print(
        "\(type): P \(Int(score.precision * 1000)) R \(Int(score.recall * 1000)) F1 \(Int(score.f1 * 1000)) of 1000, \(score.wanted) wanted"
      )
      if isVerbose {
        print("  missed:", score.missed.joined(separator: "; "))
        print("  surplus:", score.surplus.joined(separator: "; "))
      }
    }
    #expect(try #require(scores[.country]).f1 > 0.9)
  }
}
