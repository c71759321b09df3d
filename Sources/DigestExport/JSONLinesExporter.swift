import DigestModel

extension ExportFormat {
  /// One `digest-graph/1` object a line.
  public static let jsonLines = ExportFormat(
    name: "jsonl",
    abstract: "JSON Lines: one digest-graph/1 object a line, as soon as it is read",
    isMerged: false, isIndependent: true
  ) { _ in JSONLinesExporter() }
}

/// Writes one `digest-graph/1` object a line, in the order of the documents; keeps nothing.
public struct JSONLinesExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes one line.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    output.write(document.graph.jsonLine())
  }
}
