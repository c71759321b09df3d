import Testing

@testable import extract

struct ProgressTests {
  @Test func aLineTellsHowFar() {
    var progress = Progress(isQuiet: true, isFile: true, documents: 4000, bytes: 41_000_000)
    #expect(progress.line(after: 0) == "0 of 4000 documents, 0.0 of 41.0 MB")
    for _ in 0..<1200 { progress.add(bytes: 10_250) }
    #expect(progress.line(after: 4) == "1200 of 4000 documents, 12.3 of 41.0 MB, 3.1 MB/s, 10 s left")
    #expect(progress.line(after: 60) == "1200 of 4000 documents, 12.3 of 41.0 MB, 205 kB/s, 3 min left")
  }

  @Test func whatIsNotKnownIsNotSaid() {
    var progress = Progress(isQuiet: true, isFile: true, documents: nil, bytes: nil)
    progress.add(bytes: 2_000_000)
    #expect(progress.line(after: 1) == "1 document, 2.0 MB, 2.0 MB/s")
  }
}
