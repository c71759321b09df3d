internal import CDigestICU
internal import Foundation
internal import Testing

@testable internal import DigestText

/// The committed tables against the linked ICU.
@Suite struct BreakTableTests {
  @Test(.enabled(if: BreakClasses.areCurrent, "the tables are of another ICU, so they are not used"))
  func classesAreICUs() {
    let index = dg_class_index()
    let classes = dg_classes()
    var differing: [UInt32] = []
    for point in 0..<UInt32(0x110000) {
      let class_ = classes[Int(index[Int(point >> 7)]) << 7 | Int(point & 0x7F)]
      if class_ != dg_icu_break_classes(point) { differing.append(point) }
    }
    #expect(differing.isEmpty)
  }

  /// Where this fails after an update of ICU, run `Scripts/make-classes`: until then all texts take the slow way.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] != nil, "another ICU is no fault but in CI"))
  func tablesServeInCI() {
    #expect(String(cString: dg_class_icu_version()) == icuVersion)
  }

  @Test func numbersAreTheSameInSwiftAndC() {
    func word(_ scalar: Unicode.Scalar) -> UInt8 { dg_icu_break_classes(scalar.value) & 0x0F }
    func sentence(_ scalar: Unicode.Scalar) -> UInt8 { dg_icu_break_classes(scalar.value) >> 4 }
    #expect("$a7_\u{B7}.,' \r\n\u{85}\u{301}\u{4E00}".unicodeScalars.map(word) == Array(0...13))
    #expect("$\r\n\u{85}\u{301} aA\u{5D0}7.,!\"".unicodeScalars.map(sentence) == Array(0...13))
  }
}
