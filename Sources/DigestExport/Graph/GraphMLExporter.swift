public import DigestModel

extension ExportFormat {
  /// The merged graph as GraphML.
  public static let graphML = ExportFormat(
    name: "graphml", abstract: "the merged graph as GraphML, for Gephi, yEd, Cytoscape, networkx, igraph",
    isMerged: true
  ) { _ in GraphMLExporter() }
}

/// Writes the merged graph as GraphML: declared keys, scalar values, edge ids.
///
/// All edges are directed, since readers refuse mixed graphs; `mutual` tells which mean both ways. A node's id is that
/// of its entity with what a name token can't hold written `_xHHHH_`; the key `entity` has the id as it is. Lists are
/// joined by `|`. Dates are ISO 8601 days; `first` and `last` span all dated relations behind an edge.
/// - Note: Source: GraphML 1.0, <http://graphml.graphdrawing.org>.
public struct GraphMLExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the graph.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let graph = PropertyGraph(set.graph)
    output.write(Self.head)
    for node in graph.nodes {
      output.write("    <node id=\"\(node.id.nameToken)\">")
      output.write(Self.data("entity", node.id) + Self.data("label", node.entity.name))
      for column in PropertyGraph.nodeColumns { output.write(Self.data(column, node)) }
      output.write("</node>\n")
    }
    for edge in graph.edges {
      let ends = "source=\"\(edge.edge.source.nameToken)\" target=\"\(edge.edge.target.nameToken)\""
      output.write("    <edge id=\"\(edge.id)\" \(ends)>")
      output.write(Self.data("type", edge.edge.type, "edge") + Self.data("weight", edge.edge.weight.description))
      for column in PropertyGraph.edgeColumns { output.write(Self.data(column, edge)) }
      output.write("</edge>\n")
    }
    output.write("  </graph>\n</graphml>\n")
  }

  private static let head: String = {
    var head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    func key(_ name: String, _ owner: String, _ type: String) {
      let id = owner == "edge" && name == "type" ? "edge-type" : name
      head += "  <key id=\"\(id)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }
    key("entity", "node", "string")
    key("label", "node", "string")
    for column in PropertyGraph.nodeColumns { key(column.name, "node", type(column.kind)) }
    key("type", "edge", "string")
    key("weight", "edge", "int")
    for column in PropertyGraph.edgeColumns { key(column.name, "edge", type(column.kind)) }
    return head + "  <graph id=\"digest\" edgedefault=\"directed\">\n"
  }()

  private static func type<Row>(_ kind: PropertyColumn<Row>.Kind) -> String {
    switch kind {
    case .integer: "int"
    case .boolean: "boolean"
    case .text, .list, .date: "string"
    }
  }

  private static func data<Row>(_ column: PropertyColumn<Row>, _ row: Row) -> String {
    column.value(row).map { data(column.name, $0.plain) } ?? ""
  }

  private static func data(_ key: String, _ value: String, _ owner: String = "") -> String {
    "<data key=\"\(owner.isEmpty ? key : "\(owner)-\(key)")\">\(value.xml)</data>"
  }
}
