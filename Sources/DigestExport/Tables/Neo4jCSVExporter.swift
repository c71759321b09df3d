public import DigestModel

extension ExportFormat {
  /// The merged graph for Neo4j's bulk import.
  public static let neo4jCSV = ExportFormat(
    name: "neo4j-csv", abstract: "nodes.csv, edges.csv and import.sh for neo4j-admin's bulk import", isMerged: true,
    files: ["nodes.csv", "edges.csv", "import.sh"]
  ) { _ in Neo4jCSVExporter() }
}

/// Writes the merged graph for `neo4j-admin database import`: tables with typed headers, and the command.
///
/// Nodes have the label `Entity` and that of their type (`Person`), relationships a type such as `MET_WITH`. Elements
/// of lists are separated by U+001F, which stands in no text. Empty cells are absent properties.
/// - Note: Source: Neo4j 5 Operations Manual, "Import".
public struct Neo4jCSVExporter: GraphExporter {
  private static let separator = "\u{1F}"

  /// Makes an exporter.
  public init() {}

  /// Writes the tables and the command.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let graph = PropertyGraph(set.graph)
    let nodeNames = ["id:ID", "name"] + PropertyGraph.nodeColumns.map { Self.header($0) } + [":LABEL"]
    output.write(nodeNames.joined(separator: ",") + "\n", to: "nodes.csv")
    for node in graph.nodes {
      let values = PropertyGraph.nodeColumns.map { $0.value(node).map(Self.text) }
      let labels = "Entity" + Self.separator + Neo4jNames.label(node.entity.type)
      output.write(Self.line([Self.clean(node.id), Self.clean(node.entity.name)] + values + [labels]), to: "nodes.csv")
    }
    let edgeNames = ["id", ":START_ID", ":END_ID", "weight:long"] + PropertyGraph.edgeColumns.map { Self.header($0) }
    output.write(edgeNames.joined(separator: ",") + ",:TYPE\n", to: "edges.csv")
    for edge in graph.edges {
      let values = PropertyGraph.edgeColumns.map { $0.value(edge).map(Self.text) }
      let ends = [edge.id, Self.clean(edge.edge.source), Self.clean(edge.edge.target), edge.edge.weight.description]
      output.write(Self.line(ends + values + [Neo4jNames.type(edge.edge.type)]), to: "edges.csv")
    }
    output.write(Self.command, to: "import.sh")
  }

  private static let command = """
    #!/bin/sh
    # Loads this folder into a new Neo4j 5 database; give its name, or take "digest". The server must be stopped, or the
    # database not exist yet. Afterwards: CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.id IS UNIQUE
    cd "$(dirname "$0")" || exit 1
    exec neo4j-admin database import full "${1:-digest}" --nodes=nodes.csv --relationships=edges.csv \\
      --array-delimiter=U+001F --multiline-fields=true --overwrite-destination

    """

  private static func header<Row>(_ column: PropertyColumn<Row>) -> String {
    switch column.kind {
    case .text: column.name
    case .integer: column.name + ":long"
    case .boolean: column.name + ":boolean"
    case .date: column.name + ":date"
    case .list: column.name + ":string[]"
    }
  }

  private static func text(_ value: PropertyValue) -> String {
    guard case .list(let values) = value else { return clean(value.plain) }
    return values.map(clean).joined(separator: separator)
  }

  /// The text without the character that separates the elements of lists.
  private static func clean(_ text: String) -> String { text.replacing(separator, with: "\u{FFFD}") }

  private static func line(_ cells: [String?]) -> String {
    var row = CSVRow(keeping: separator)
    for cell in cells { row.raw(cell) }
    return row.text + "\n"
  }
}
