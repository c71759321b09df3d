public import DigestModel

/// Writes graphs in one format.
///
/// The caller makes one exporter for a run, calls ``begin(into:)``, then ``add(_:title:into:)`` for each document in
/// order, then ``end(_:into:)``, and passes on what stands in the buffer after each call. A format that can be
/// streamed keeps no document. To add a format, write one file with an exporter and its ``ExportFormat``, and name
/// that format in ``ExportFormat/all``.
public protocol GraphExporter: Sendable {
  /// Writes what stands before all documents.
  mutating func begin(into output: inout [UInt8])

  /// Writes one document.
  ///
  /// - Parameters:
  ///   - document: what was read from it; its offsets may count any unit.
  ///   - title: its title, where the input has one.
  ///   - output: what is written is appended here.
  mutating func add(_ document: DocumentGraph, title: String?, into output: inout [UInt8])

  /// Writes what stands after all documents.
  ///
  /// - Parameters:
  ///   - set: all documents and their merged graph; only where the format asks for it (``ExportFormat/isMerged``).
  ///   - output: what is written is appended here.
  mutating func end(_ set: GraphSet?, into output: inout [UInt8])
}

extension GraphExporter {
  /// Writes nothing.
  public mutating func begin(into output: inout [UInt8]) {}
  /// Writes nothing.
  public mutating func add(_ document: DocumentGraph, title: String?, into output: inout [UInt8]) {}
  /// Writes nothing.
  public mutating func end(_ set: GraphSet?, into output: inout [UInt8]) {}
}

/// How an exporter writes; the defaults suit a file.
public struct ExportOptions: Hashable, Sendable {
  /// How many columns a line of text for people may have.
  public var width: Int = 80
  /// Whether text for people is styled with ANSI escape sequences.
  public var isColored: Bool = false

  /// The default options.
  public init() {}
}
