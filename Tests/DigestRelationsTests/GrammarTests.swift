import Foundation
import Testing

/// Reads Tests/Cases/grammar/chunks.txt: each line is a sentence in chunks; taken apart and put together again it must
/// give the same chunks.
struct GrammarTests {
  static let cases: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases/grammar/chunks.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    return lines.filter { !$0.hasPrefix("#") }
  }()

  /// The sentence that chunks were made of: their words, signs glued to the word before.
  private func words(_ chunks: String) -> String {
    var text = ""
    for match in chunks.matches(of: /\[[^ \]]+ ([^\]]*)\]/) {
      let words = String(match.1)
      let isGlued = [",", ".", "’s", ":"].contains(words)
      text += text.isEmpty || isGlued ? words : " " + words
    }
    return text
  }

  @Test(arguments: cases)
  func chunks(_ expected: String) throws {
    #expect(try ChunkDump.chunks(words(expected)).joined(separator: " ") == expected)
  }

  @Test func casesAreThere() { #expect(Self.cases.count > 30) }
}
