internal import Foundation
internal import Testing

@testable internal import DigestText

/// Prints megabytes a second of each way to boundaries and of the whole segmentation, all in one run:
/// `DIGEST_SPEED=1 swift test -c release -Xswiftc -enable-testing --filter SpeedTests`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["DIGEST_SPEED"] != nil, "only on request"))
struct SpeedTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func segmentation() throws {
    let documents = try Self.documents(bytes: 5_000_000)
    for kind in Breaker.Kind.all {
      for method in FastBreaker.Method.allCases {
        let breaker = FastBreaker(kind, method: method)
        Self.measure("\(kind) boundaries, \(method)", documents) { document in
          document.withUnsafeBufferPointer { breaker.boundaries(of: $0).count }
        }
      }
    }
    let segmenter = Segmenter(words: try Self.words())
    Self.measure("whole segmentation, tokens", documents) { segmenter.segment($0).tokens.count }
  }

  private static func measure(_ name: String, _ documents: [[UInt8]], _ work: ([UInt8]) -> Int) {
    let bytes = documents.reduce(0) { $0 + $1.count }
    var found = 0
    let times = (0..<9).map { _ in
      let start = clock()
      found = documents.reduce(0) { $0 + work($1) }
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.sorted()
    let rate = { (seconds: Double) in String(format: "%7.1f", Double(bytes) / 1e6 / seconds) }
    print("\(rate(times[4])) MB/s (best \(rate(times[0]))) \(name): \(found)")
  }

  /// Documents of about 4.5 KB: lines of the samples and cases, their digits and some of their names changed.
  private static func documents(bytes: Int) throws -> [[UInt8]] {
    var random = SeededGenerator(1)
    let lines = try BreakFileTests.texts().flatMap { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let names = try firstCells(of: "surnames")
    var documents: [[UInt8]] = [[]]
    var total = 0
    while total < bytes {
      let line = vary(lines.randomElement(using: &random)!, names, &random)
      if documents[documents.count - 1].count > 4_500 { documents.append([]) }
      documents[documents.count - 1] += line + [0x0A]
      total += line.count + 1
    }
    return documents
  }

  private static func vary(_ line: Data, _ names: [Substring], _ random: inout SeededGenerator) -> [UInt8] {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    let varied = words.map { word -> Substring in
      let isName = word.count > 5 && word.first!.isUppercase && word.allSatisfy(\.isLetter)
      if isName, Int.random(in: 0..<8, using: &random) == 0 {
        return names.randomElement(using: &random)!
      }
      return Substring(
        word.map { $0.isASCII && $0.isNumber ? Character("\(UInt8.random(in: 0...9, using: &random))") : $0 })
    }
    return Array(varied.joined(separator: " ").utf8)
  }

  /// A vocabulary of the size of the bundled one: all words of the biggest tables.
  private static func words() throws -> SegmentationWords {
    var vocabulary = VocabularyBuilder()
    for table in ["surnames", "given-names", "places", "people", "offices", "countries", "verbs", "words"] {
      let text = try String(contentsOf: top.appending(path: "Lexicons/\(table).tsv"), encoding: .utf8)
      for word in text.split(whereSeparator: { !$0.isLetter }) {
        var key: [UInt8] = []
        Array(word.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
        _ = vocabulary.insert(key)
      }
    }
    return SegmentationWords(vocabulary: vocabulary.vocabulary())
  }

  /// The first cells of a table's rows, in capitals and small letters.
  private static func firstCells(of table: String) throws -> [Substring] {
    let text = try String(contentsOf: top.appending(path: "Lexicons/\(table).tsv"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    return rows.compactMap { $0.split(separator: "\t").first?.capitalized }.map { Substring($0) }
  }
}
