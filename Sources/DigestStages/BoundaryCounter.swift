internal import DigestText

/// Counts word or sentence boundaries, by the tables or by ICU, for measuring the one against the other.
///
/// Part of `DigestStages`, which exists for `Benchmarks/` and promises nothing to others. Holds an open ICU iterator:
/// make one for each task.
public final class BoundaryCounter {
  /// Which boundaries.
  public enum Kind: Sendable {
    case word, sentence
  }

  /// Which way to them; what comes out is the same.
  public enum Method: Sendable {
    /// The fastest that this machine has.
    case best
    /// The tables, without vector code.
    case portable
    case icu
  }

  private let breaker: FastBreaker

  /// Opens the way to the boundaries.
  public init(_ kind: Kind, method: Method) {
    breaker = FastBreaker(
      kind == .word ? .word : .sentence,
      method: method == .best ? .best : method == .portable ? .portable : .icu)
  }

  /// How many boundaries a text of valid UTF-8 has after its start.
  ///
  /// - Complexity: O(n).
  public func count(in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { breaker.boundaries(of: $0).count }
  }
}
