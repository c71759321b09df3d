import DigestGraph
import DigestTestSupport
import Foundation
import Testing

/// What comes out of the bundled samples, whole: see Tests/Goldens.
struct GoldenTests {
  @Test(arguments: Digest.samples)
  func sample(_ digest: Digest) throws {
    let dump = GraphDump(try digest.graph(), text: Array(digest.text.utf8)).description
    let fault = goldenFault(
      dump, String(digest.name.dropLast(4)) + ".golden", file: Digest.tests.appending(path: "Goldens.swift").path)
    #expect(fault == nil)
  }

  @Test func samplesAreFound() {
    #expect(Digest.samples.count >= 4)
    #expect(Digest.samples.allSatisfy { $0.date != nil })
    #expect(Digest.marked.count >= 20)
  }
}
