/// One stage of the engine over a corpus: what is timed, and how much of what it must find.
public struct Workload: Sendable {
  /// Its name in tables: `words`, `words (ICU)`, `match 100k`.
  public let name: String
  /// What it counts over one document. Makes what it needs for each call of ``prepare`` alone.
  public let prepare: @Sendable () throws -> (_ text: [UInt8]) -> Int
  /// What the counts of all documents must sum to; nil where only equality with another workload is known.
  public let expected: Int?
  /// Whether a part of the corpus is enough, so that a round takes seconds.
  public let isSlow: Bool

  /// Describes a stage; prepares nothing yet.
  public init(
    _ name: String, expected: Int? = nil, isSlow: Bool = false,
    prepare: @escaping @Sendable () throws -> (_ text: [UInt8]) -> Int
  ) {
    self.name = name
    self.expected = expected
    self.isSlow = isSlow
    self.prepare = prepare
  }
}
