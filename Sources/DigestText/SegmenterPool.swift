internal import Synchronization

/// Segmenters that are not at work: making one costs more than cutting a short text.
package final class SegmenterPool: Sendable {
  /// Held by one task at a time, which nobody else can know.
  private struct Idle: @unchecked Sendable {
    let segmenter: Segmenter
  }

  private let words: SegmentationWords
  private let idle = Mutex<[Idle]>([])

  /// Makes none yet.
  package init(words: SegmentationWords) { self.words = words }

  /// Lends a segmenter, which `body` must not keep.
  package func with<Result>(_ body: (Segmenter) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Idle(segmenter: Segmenter(words: words))
    defer { idle.withLock { $0.append(lent) } }
    return body(lent.segmenter)
  }
}
