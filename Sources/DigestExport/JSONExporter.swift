public import DigestModel

extension ExportFormat {
  /// `digest-graph/1`, indented, for one document; `digest-graph-set/1` for several or none.
  public static let json = ExportFormat(
    name: "json", abstract: "one indented JSON object: digest-graph/1, or digest-graph-set/1 for several documents",
    isMerged: true
  ) { _ in JSONExporter() }
}

/// Writes `digest-graph/1` for one document, `digest-graph-set/1` for any other number of them.
public struct JSONExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the object and a line break.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    output.write(set.documents.count == 1 ? set.documents[0].json(pretty: true) : set.json(pretty: true))
    output.write("\n")
  }
}
