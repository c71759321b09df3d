public import DigestModel

/// Writes graphs in one format.
///
/// The caller makes one exporter for a run, calls ``begin(_:)``, then ``add(_:to:)`` for each document in order, then
/// ``end(_:to:)``, and passes on what stands in the output after each call. A format that can be streamed keeps no
/// document. To add a format, write one file with an exporter and its ``ExportFormat``, and name that format in
/// ``ExportFormat/all``; the conformance tests then try it with their hard graphs.
public protocol GraphExporter: Sendable {
  /// Writes what stands before all documents.
  mutating func begin(_ output: inout ExportOutput) throws

  /// Writes one document.
  ///
  /// - Parameters:
  ///   - document: what was read, with what of the input goes with it; its offsets may count any unit.
  ///   - output: what is written is appended here.
  mutating func add(_ document: ExportDocument, to output: inout ExportOutput) throws

  /// Writes what stands after all documents.
  ///
  /// - Parameters:
  ///   - set: all documents and their merged graph; only where the format asks for it (``ExportFormat/isMerged``).
  ///   - output: what is written is appended here.
  mutating func end(_ set: GraphSet?, to output: inout ExportOutput) throws
}

extension GraphExporter {
  /// Writes nothing.
  public mutating func begin(_ output: inout ExportOutput) {}
  /// Writes nothing.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {}
  /// Writes nothing.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {}
}

/// How an exporter writes; the defaults suit a file.
public struct ExportOptions: Hashable, Sendable {
  /// How many columns a line of text for people may have.
  public var width: Int = 80
  /// Whether text for people is styled with ANSI escape sequences.
  public var isColored: Bool = false
  /// Whether text for people quotes the sentences behind each statement; else it names their sources alone.
  public var hasQuotes: Bool = true

  /// The default options.
  public init() {}
}
