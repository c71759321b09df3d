internal import CDigestICU
internal import Testing

@testable internal import DigestText

/// The committed folding table against the linked ICU.
@Suite struct FoldingTableTests {
  /// Letters that Unicode does not decompose, as `Scripts/make-folding.py` spells them.
  private static let spelled: [Character: String] = [
    "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a", "ɓ": "b",
    "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɵ": "o", "ŀ": "l", "ƶ": "z", "ɣ": "g", "ſ": "s", "ĸ": "k", "ŉ": "n", "ß": "ss",
    "þ": "th", "œ": "oe",
  ]

  @Test(arguments: [UInt32(0x41)...0x7A, 0xC0...0x2AF, 0x370...0x52F, 0x1E00...0x1EFF])
  func foldsAsICU(points: ClosedRange<UInt32>) throws {
    for scalar in points.compactMap(Unicode.Scalar.init) {
      let expected = Self.expected(scalar)
      #expect(Self.fold(String(scalar)) == expected, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// ICU's fold with our spellings; what makes more than two letters, or is no letter, stays as it is.
  private static func expected(_ scalar: Unicode.Scalar) -> String {
    var points = [UInt32](repeating: 0, count: 64)
    let count = Int(dg_icu_fold_letter(scalar.value, &points, 64))
    let folded = points.prefix(count).compactMap(Unicode.Scalar.init).map { spelled[Character($0)] ?? String($0) }
    let text = folded.joined()
    if text.isEmpty || text.unicodeScalars.count > 2 { return scalar == "`" ? "'" : String(scalar) }
    return text
  }

  private static func fold(_ text: String) -> String {
    var key: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
    return String(decoding: key, as: UTF8.self)
  }
}
