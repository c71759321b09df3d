/// ``Breaker``'s boundaries, found by table where the text allows it and by ICU where it does not.
///
/// The tables serve only while they were made from the very ICU that is linked; with another, ICU serves all texts, so
/// that the result is ICU's in any case. Keeps an open ICU iterator once it has needed one: make one for each task.
package final class FastBreaker {
  /// Which way to the boundaries; the tests compare them.
  package enum Method: CaseIterable {
    /// The fastest that holds for the text and this machine.
    case best
    /// The tables, one character after the other.
    case portable
    case icu
  }

  private let kind: Breaker.Kind
  private let method: Method
  private var icu: Breaker?
  /// The way that served the last text.
  package private(set) var lastMethod = Method.best
  private var scratch = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 1024)

  /// Opens nothing yet.
  package init(_ kind: Breaker.Kind, method: Method = .best) {
    self.kind = kind
    self.method = BreakClasses.areCurrent ? method : .icu
  }

  /// Whether the tables are of the linked ICU and may serve.
  package var usesTables: Bool { method != .icu }

  deinit { scratch.deallocate() }

  /// The boundaries of `text` after 0, ascending, as byte offsets; the last is `text.count`. The text is valid UTF-8.
  ///
  /// What is returned is valid until the next call.
  ///
  /// - Complexity: O(n), 1 ns a byte and less by table, 11 by ICU.
  package func boundaries(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<Int32> {
    // The room that WordMasks asks for, the most of all.
    reserve(text.count + 4)
    let count = byTable(text, scratch.baseAddress!) ?? byICU(text)
    return UnsafeBufferPointer(rebasing: scratch[0..<count])
  }

  private func reserve(_ room: Int) {
    guard scratch.count < room else { return }
    scratch.deallocate()
    scratch = .allocate(capacity: room * 2)
  }

  /// Nil where only ICU breaks the text.
  private func byTable(_ text: UnsafeBufferPointer<UInt8>, _ boundaries: UnsafeMutablePointer<Int32>) -> Int? {
    lastMethod = method
    guard method != .icu else { return nil }
    guard let classed = ClassedText(text) else { return 0 }
    if kind == .sentence { return SentenceBreaks(classed, vector: method == .best).write(to: boundaries) }
    if method == .best, WordMasks.areFast {
      var masks = WordMasks(classed)
      if let count = masks.write(to: boundaries) { return count }
    }
    lastMethod = .portable
    return WordBreaks(classed).write(to: boundaries)
  }

  private func byICU(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    lastMethod = .icu
    let breaker = icu ?? Breaker(kind)
    icu = breaker
    return breaker.write(text, to: scratch.baseAddress!)
  }
}
