internal import DigestText
internal import Foundation
internal import Testing

/// Word and sentence boundaries by table against ICU's. `DIGEST_EXHAUSTIVE=1` makes the suites about 20 times as long.
@Suite(.enabled(if: FastBreaker(.word).usesTables, "the tables are of another ICU, so ICU serves"))
struct BreakTests {
  static let isExhaustive = ProcessInfo.processInfo.environment["DIGEST_EXHAUSTIVE"] != nil

  /// One character or more of each class, some of two and three bytes.
  static let characters: [Breaker.Kind: [String]] = [
    .word: [
      "a", "7", "_", ".", "'", ",", " ", "\r", "\n", ":", "\"", "é", "\u{2019}", "\u{301}", "\u{AD}", "\u{B7}",
      "\u{3000}", "\u{2013}", "@", "\u{85}",
    ],
    .sentence: [
      "a", "A", "7", ".", "!", ",", " ", "\r", "\n", "\"", "\u{5D0}", "\u{301}", "\u{2028}", "\u{2026}", "$",
      "\u{3002}", "\u{AD}", "\u{201D}",
    ],
  ]

  /// The same without marks, so that the mask path serves, and with more letters than signs.
  static let plain: [Breaker.Kind: [String]] = [
    .word: [
      "a", "Z", "b", "7", "0", "_", ".", "'", ",", " ", " ", "\r", "\n", ":", "é", "\u{2019}", "\u{B7}", "\u{3000}",
      "\u{2013}", "\u{660}", "\u{66C}", "\u{203F}", "𝐀", "\u{2024}", "😀",
    ],
    .sentence: ["a", "Z", "7", ".", ".", "?", " ", " ", "\u{A0}", "\"", ")", "é", "\u{201D}", "\u{2014}", "\n", "一"],
  ]

  @Test(arguments: Breaker.Kind.all)
  func allShortStrings(kind: Breaker.Kind) {
    let comparison = BreakComparison(kind)
    let characters = Self.characters[kind]!.map { Array($0.utf8) }
    for length in 1...(Self.isExhaustive ? 5 : 3) {
      var digits = [Int](repeating: 0, count: length)
      repeat { comparison.compare(digits.flatMap { characters[$0] }) } while Self.advance(&digits, characters.count)
    }
    expectSame(comparison, served: .portable, atLeast: comparison.compared)
  }

  @Test(arguments: Breaker.Kind.all)
  func everyCodePoint(kind: Breaker.Kind) {
    let comparison = BreakComparison(kind)
    for point in 0..<UInt32(0x110000) where Self.isExhaustive || point < 0x3000 || point % 7 == 0 {
      guard let scalar = Unicode.Scalar(point) else { continue }
      let c = String(scalar)
      comparison.compare(kind == .word ? "a\(c)b 1\(c)2 \(c)\(c)" : "a.\(c)b. A\(c). \(c) C!\(c)")
      guard Self.isExhaustive else { continue }
      comparison.compare(kind == .word ? " \(c)x.\(c)'" : "\(c). \(c)\(c)?\(c)")
      comparison.compare("\(c)a.\(c)\n\(c)7,\(c)1")
    }
    expectSame(comparison, served: .portable, atLeast: comparison.compared / 8)
  }

  @Test(arguments: Breaker.Kind.all)
  func randomStringsAcrossBlocks(kind: Breaker.Kind) {
    let comparison = BreakComparison(kind)
    var random = SeededGenerator(7)
    for turn in 0..<(Self.isExhaustive ? 1_000_000 : 20_000) {
      let characters = (turn % 4 == 0 ? Self.characters : Self.plain)[kind]!
      // The first block's end falls among letters, then among anything.
      var text = String(repeating: "a", count: Int.random(in: 0..<70, using: &random))
      for _ in 0..<Int.random(in: 1..<140, using: &random) { text += characters.randomElement(using: &random)! }
      comparison.compare(text)
    }
    expectSame(comparison, served: .best, atLeast: comparison.compared * 7 / 10)
  }

  @Test(arguments: Breaker.Kind.all)
  func randomMixes(kind: Breaker.Kind) {
    let comparison = BreakComparison(kind)
    var random = SeededGenerator(11)
    let ranges: [Range<UInt32>] = [32..<127, 32..<127, 0xA0..<0x500, 0x2000..<0x2070, 0..<0xD800]
    for turn in 0..<(Self.isExhaustive ? 1_000_000 : 20_000) {
      // Every second string leaves out what sends it to ICU.
      let chosen = ranges.prefix(turn % 2 == 0 ? 5 : 4)
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1..<90, using: &random) {
        text.append(Unicode.Scalar(.random(in: chosen.randomElement(using: &random)!, using: &random))!)
      }
      comparison.compare(String(text))
    }
    expectSame(comparison, served: .portable, atLeast: comparison.compared / 3)
  }

  @Test(arguments: Breaker.Kind.all)
  func endsAtEachByteOfABlock(kind: Breaker.Kind) {
    let comparison = BreakComparison(kind)
    let text = "Mr. O\u{2019}Neill paid 3.5% (\u{20AC}1,200) in Bogotá. \u{201C}It's done,\u{201D} he said.  "
    let long = Array(String(repeating: text, count: 3).unicodeScalars)
    for start in 0..<long.count / 3 {
      for end in start..<long.count {
        comparison.compare(String(String.UnicodeScalarView(long[start...end])))
      }
    }
    expectSame(comparison, served: .best, atLeast: comparison.compared)
  }

  static func advance(_ digits: inout [Int], _ base: Int) -> Bool {
    for place in digits.indices.reversed() {
      digits[place] += 1
      if digits[place] < base { return true }
      digits[place] = 0
    }
    return false
  }
}

/// Expects no difference, and that the way that is tested served.
func expectSame(
  _ comparison: BreakComparison, served method: FastBreaker.Method, atLeast least: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(comparison.differing == [], sourceLocation: sourceLocation)
  #expect(comparison.served[method, default: 0] >= least, sourceLocation: sourceLocation)
}
