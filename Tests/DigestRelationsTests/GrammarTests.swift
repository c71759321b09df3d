import Foundation
import Testing

struct GrammarTests {
  @Test func dump() throws {
    guard let file = ProcessInfo.processInfo.environment["DUMP"] else { return }
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      for sentence in try ChunkDump.chunks(String(line)) { print("CHUNKS", sentence) }
    }
  }
}
