public import DigestModel

extension ExportFormat {
  /// The merged graph as two tables for spreadsheets.
  public static let csv = ExportFormat(
    name: "csv", abstract: "nodes.csv and edges.csv of the merged graph for spreadsheets and pandas", isMerged: true,
    files: ["nodes.csv", "edges.csv"]
  ) { _ in CSVExporter() }
}

/// Writes the merged graph as two tables for spreadsheets: `nodes.csv` and `edges.csv`.
///
/// UTF-8 with a byte order mark (without it Excel reads another encoding), commas, CRLF, one line of names first
/// (RFC 4180). No cell can start a formula: one that would has a `'` before it. Lists are joined by `|`.
public struct CSVExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes both tables.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let graph = PropertyGraph(set.graph)
    Self.write(["id", "name"] + PropertyGraph.nodeColumns.map(\.name), "\u{FEFF}", to: "nodes.csv", &output)
    for node in graph.nodes {
      let values = PropertyGraph.nodeColumns.map { $0.value(node)?.plain ?? "" }
      Self.write([node.id, node.entity.name] + values, to: "nodes.csv", &output)
    }
    let names = Dictionary(graph.nodes.map { ($0.id, $0.entity.name) }, uniquingKeysWith: { first, _ in first })
    let columns = ["id", "source", "source_name", "type", "target", "target_name", "weight"]
    Self.write(columns + PropertyGraph.edgeColumns.map(\.name), "\u{FEFF}", to: "edges.csv", &output)
    for edge in graph.edges {
      let ends = [edge.edge.source, names[edge.edge.source] ?? "", edge.edge.type, edge.edge.target]
      let values = PropertyGraph.edgeColumns.map { $0.value(edge)?.plain ?? "" }
      Self.write(
        [edge.id] + ends + [names[edge.edge.target] ?? "", edge.edge.weight.description] + values, to: "edges.csv",
        &output)
    }
  }

  private static func write(_ cells: [String], _ mark: String = "", to file: String, _ output: inout ExportOutput) {
    var row = CSVRow()
    for cell in cells { cell.isEmpty ? row.raw(nil) : row.cell(cell) }
    output.write(mark + row.text + "\r\n", to: file)
  }
}
