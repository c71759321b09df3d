import Foundation
import Testing

/// The code of the guides stands in the consumer package, where it is compiled and run.
struct GuideTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func theCodeOfTheGuidesIsCompiled() throws {
    let sources = try Self.texts("Tests/Consumer/Sources/guides", "swift").map(\.text)
    let guides = try Self.texts("Sources/DigestGraph/Documentation.docc", "md")
    var count = 0
    for guide in guides {
      for snippet in guide.text.components(separatedBy: "```swift\n").dropFirst() {
        let code = try #require(snippet.components(separatedBy: "\n```").first)
        #expect(sources.contains { $0.contains(code) }, "\(guide.name):\n\(code)")
        count += 1
      }
    }
    #expect(guides.count >= 8 && count >= 8)
  }

  private static func texts(_ folder: String, _ ending: String) throws -> [(name: String, text: String)] {
    let url = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix("." + ending) }.sorted()
      .map { ($0, try String(contentsOf: url.appendingPathComponent($0), encoding: .utf8)) }
  }
}
