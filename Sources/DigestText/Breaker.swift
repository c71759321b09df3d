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

  /// The boundaries of `text` after 0, ascending, as byte offsets; the last is `text.count`.
  ///
  /// - Complexity: O(n), about 11 ns a byte.
  package func boundaries(of text: UnsafeBufferPointer<UInt8>, into boundaries: inout [Int32]) {
    boundaries.removeAll(keepingCapacity: true)
    guard let base = text.baseAddress, text.count > 0 else { return }
    let room = text.count
    if boundaries.capacity < room { boundaries.reserveCapacity(room) }
    boundaries.append(contentsOf: repeatElement(0, count: room))
    let count = boundaries.withUnsafeMutableBufferPointer {
      dg_breaker_boundaries(breaker, base, Int32(room), $0.baseAddress!)
    }
    boundaries.removeLast(room - Int(max(count, 0)))
    if count <= 0 { boundaries.append(Int32(room)) }
  }
}

/// The version of the linked ICU, such as `72.1`.
package var icuVersion: String { String(cString: dg_icu_version()) }
