internal import CDigestICU

/// ICU's word or sentence boundaries (UAX #29 with the root or English rules) over UTF-8.
///
/// Holds an open ICU iterator: make one for each task, it is not for two threads at once.
package final class Breaker {
  /// Which boundaries.
  package enum Kind {
    case word, sentence
  }

  private let breaker: OpaquePointer

  /// Opens the iterator; the process cannot go on without ICU's own data, which is linked with its code.
  package init(_ kind: Kind) {
    guard let breaker = dg_breaker_open(kind == .word ? DGBreakWord : DGBreakSentence, "en") else {
      preconditionFailure("libicu has no break iterator data: reinstall libicu")
    }
    self.breaker = breaker
  }

  deinit { dg_breaker_close(breaker) }

  /// Writes the boundaries of `text` after 0, ascending, as byte offsets; the last is `text.count`. There must be room
  /// for as many as the text has bytes. Returns their number.
  ///
  /// - Complexity: O(n), about 11 ns a byte.
  func write(_ text: UnsafeBufferPointer<UInt8>, to boundaries: UnsafeMutablePointer<Int32>) -> Int {
    guard let base = text.baseAddress, text.count > 0 else { return 0 }
    let count = dg_breaker_boundaries(breaker, base, Int32(text.count), boundaries)
    if count > 0 { return Int(count) }
    boundaries[0] = Int32(text.count)
    return 1
  }
}

/// The version of the linked ICU, such as `72.1`.
package var icuVersion: String { String(cString: dg_icu_version()) }
