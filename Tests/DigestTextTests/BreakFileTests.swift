internal import DigestText
internal import Foundation
internal import Testing

/// Boundaries by table against ICU's, on whole files.
@Suite(.enabled(if: FastBreaker(.word).usesTables, "the tables are of another ICU, so ICU serves"))
struct BreakFileTests {
  /// Where Debian's package unicode-data puts Unicode's own tests.
  private static let unicode = "/usr/share/unicode/auxiliary"
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: unicode), "needs the package unicode-data"),
    arguments: zip(Breaker.Kind.all, ["WordBreakTest.txt", "SentenceBreakTest.txt"]))
  func unicodesTests(kind: Breaker.Kind, file: String) throws {
    let comparison = BreakComparison(kind)
    for line in try String(contentsOfFile: "\(Self.unicode)/\(file)", encoding: .utf8).split(separator: "\n") {
      let points = line.prefix { $0 != "#" }.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      let scalars = points.compactMap(Unicode.Scalar.init)
      if !scalars.isEmpty { comparison.compare(String(String.UnicodeScalarView(scalars))) }
    }
    // The rest of Unicode's words is Hebrew, Kana, flags and joined emoji.
    expectSame(comparison, served: .portable, atLeast: comparison.compared * (kind == .word ? 3 : 9) / 10)
  }

  @Test(arguments: Breaker.Kind.all)
  func samples(kind: Breaker.Kind) throws {
    let comparison = BreakComparison(kind)
    for file in try Self.texts() {
      comparison.compare(Array(file))
      for line in file.split(separator: 0x0A) { comparison.compare(Array(line)) }
    }
    #expect(comparison.compared > 1000)
    expectSame(comparison, served: .best, atLeast: comparison.compared * 9 / 10)
  }

  /// The sample texts and the texts of all cases, by name.
  static func texts() throws -> [Data] {
    let files = ["Samples", "Tests/Cases"].flatMap { folder in
      FileManager.default.enumerator(at: top.appending(path: folder), includingPropertiesForKeys: nil)!
        .compactMap { $0 as? URL }
    }
    return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { try Data(contentsOf: $0) }
  }
}
