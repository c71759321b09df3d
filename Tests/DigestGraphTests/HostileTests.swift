import DigestGraph
import DigestTestSupport
import Testing

/// Input that nobody would call a digest, and digests with odd bytes.
struct HostileTests {
  private func extract(_ bytes: [UInt8]) throws -> DocumentGraph {
    try Digest.extractor.get().extract(utf8: bytes, id: "hostile", date: "2025-01-31")
  }

  static let oddities: [(name: String, bytes: [UInt8])] = [
    ("empty", []), ("one NUL", [0]), ("only NULs", [UInt8](repeating: 0, count: 5_000)),
    ("only line ends", [UInt8](repeating: 0x0A, count: 5_000)),
    ("only carriage returns", [UInt8](repeating: 0x0D, count: 5_000)),
    ("only a mark of byte order", [0xEF, 0xBB, 0xBF]), ("part of such a mark", [0xEF, 0xBB]),
    ("all bytes", (0..<4_096).map { UInt8(truncatingIfNeeded: $0) }),
    ("only broken bytes", [UInt8](repeating: 0xFF, count: 5_000)),
    ("lone surrogates", Array("President ".utf8) + [0xED, 0xA0, 0x80, 0x20, 0xED, 0xBF, 0xBF] + Array(" met".utf8)),
    ("a character cut off", Array("Xi met Tokayev in Astan".utf8) + [0xF0, 0x9F, 0x98]),
    ("overlong", [0xC0, 0x80, 0xE0, 0x80, 0x80, 0xF0, 0x80, 0x80, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xF8]),
    ("brackets", Array(String(repeating: "(", count: 10_000).utf8)),
    ("pairs of brackets", Array((String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)).utf8)),
    ("quotes", Array(String(repeating: "“said ", count: 3_000).utf8)),
    ("straight quotes", Array(String(repeating: "\"", count: 5_000).utf8)),
    ("apostrophes", Array(String(repeating: "’s ", count: 3_000).utf8)),
    ("commas", Array(String(repeating: "Peru, ", count: 2_000).utf8)),
    ("ands", Array(String(repeating: "Xi and ", count: 1_500).utf8)),
    ("colons", Array(String(repeating: "Reuters: ", count: 1_500).utf8)),
    ("short lines", Array(String(repeating: "•\n\n", count: 2_000).utf8)),
    ("digits", Array(String(repeating: "9", count: 5_000).utf8)),
    ("numbers", Array(String(repeating: "1,000.5 ", count: 1_500).utf8)),
    ("number words", Array(String(repeating: "million ", count: 1_500).utf8)),
    ("marks on a letter", Array(("e" + String(repeating: "\u{301}", count: 5_000)).utf8)),
    ("joined people", Array(String(repeating: "👩🏽‍🚀", count: 1_000).utf8)),
    ("marks of direction", Array(String(repeating: "\u{202E}Lima ", count: 500).utf8)),
    ("one word", Array(String(repeating: "a", count: 20_000).utf8)),
    ("one name", Array(String(repeating: "President Ana ", count: 1_000).utf8)),
    ("initials", Array(String(repeating: "A. ", count: 2_000).utf8)),
    ("dates", Array(String(repeating: "May 5-7, ", count: 1_000).utf8)),
    ("hyphens", Array(String(repeating: "Peru-", count: 2_000).utf8)),
  ]

  @Test(arguments: oddities.indices)
  func nothingTraps(index: Int) throws {
    let (name, bytes) = Self.oddities[index]
    let graph = try extract(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(SliceCheck(text, .utf8).faults(of: graph).prefix(3).isEmpty, "\(name)")
    #expect(ReferenceCheck(graph).faults.prefix(3).isEmpty, "\(name)")
  }

  @Test func nothingComesOfNothing() throws {
    for bytes in [[], [0], [0x0A, 0x0D, 0x0A], [0xEF, 0xBB, 0xBF], [0x20, 0x09]] as [[UInt8]] {
      let graph = try extract(bytes)
      #expect(graph.mentions.isEmpty && graph.figures.isEmpty && graph.relations.isEmpty && graph.entities.isEmpty)
    }
  }

  @Test func brokenBytesAreTold() throws {
    let whole = try extract(Array("Xi met Tokayev in Astana.".utf8))
    let broken = try extract(Array("Xi met Tokayev in Astana.\n\n".utf8) + [0xFF])
    #expect(broken.diagnostics.contains { $0.code == "DG001" })
    #expect(!whole.diagnostics.contains { $0.code == "DG001" })
    #expect(broken.relations.map(\.type) == whole.relations.map(\.type))
    #expect(!whole.relations.isEmpty)
  }

  @Test(arguments: Digest.samples)
  func lineEndsAndByteOrderChangeNothing(_ digest: Digest) throws {
    func lines(_ text: String) throws -> [String] {
      GraphDump(try extract(Array(text.utf8)), text: Array(text.utf8)).relationLines
    }
    let plain = try lines(digest.text)
    #expect(try lines("\u{FEFF}" + digest.text) == plain)
    #expect(try lines(digest.text.replacing("\n", with: "\r\n")) == plain)
  }

  /// A line of this many bytes: news without a line end.
  private func line(_ count: Int) -> [UInt8] {
    let paragraph = Digest.samples.map { $0.text.replacing("\n", with: " ") }.joined(separator: " ")
    let bytes = Array((paragraph + " ").utf8)
    var line: [UInt8] = []
    line.reserveCapacity(count)
    while line.count < count { line += bytes.prefix(count - line.count) }
    return line
  }

  @Test func longLinesTakeTimeInProportion() throws {
    func time(_ count: Int) throws -> Duration {
      let bytes = line(count)
      return try ContinuousClock().measure { _ = try extract(bytes) }
    }
    _ = try time(10_000)
    let short = try time(250_000)
    #expect(try time(1_000_000) < short * 8)
  }

  @Test func aLineOfTwoMegabytesIsRead() throws {
    let word = Array("word ".utf8)
    let filler = (0..<400_000).flatMap { _ in word }
    let graph = try extract(filler + Array("Xi Jinping met Tokayev in Astana on Monday.".utf8))
    #expect(graph.meetings.count == 1)
  }
}
