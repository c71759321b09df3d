public import DigestModel

extension ExportFormat {
  /// The merged graph as GEXF.
  public static let gexf = ExportFormat(
    name: "gexf", abstract: "the merged graph as GEXF 1.3 with dates, for Gephi's timeline", isMerged: true
  ) { _ in GEXFExporter() }
}

/// Writes the merged graph as dynamic GEXF 1.3.
///
/// An edge has a spell for each range of days on which one of its relations held, both ends included; an edge without
/// dates is there at all times. Colours tell the types of things, sizes the number of events. All edges are directed;
/// `mutual` tells which mean both ways. Lists are joined by `|`.
/// - Note: Source: GEXF 1.3, <https://gexf.net>.
public struct GEXFExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the graph.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let graph = PropertyGraph(set.graph)
    var degrees: [String: Int] = [:]
    for edge in graph.edges {
      degrees[edge.edge.source, default: 0] += edge.edge.weight
      degrees[edge.edge.target, default: 0] += edge.edge.weight
    }
    output.write(Self.head)
    output.write("    <nodes count=\"\(graph.nodes.count)\">\n")
    for node in graph.nodes {
      output.write("      <node id=\"\(node.id.xml)\" label=\"\(node.entity.name.xml)\">\n")
      output.write(Self.values(PropertyGraph.nodeColumns, node))
      output.write("        \(Self.color(node.entity.type))\n")
      output.write("        <viz:size value=\"\(Self.size(degrees[node.id] ?? 0))\"/>\n      </node>\n")
    }
    output.write("    </nodes>\n    <edges count=\"\(graph.edges.count)\">\n")
    for edge in graph.edges { output.write(Self.element(edge)) }
    output.write("    </edges>\n  </graph>\n</gexf>\n")
  }

  private static let head: String = {
    var head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 \
      http://gexf.net/1.3/gexf.xsd" version="1.3">
        <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">

      """
    head += attributes(PropertyGraph.nodeColumns, "node") + attributes(PropertyGraph.edgeColumns, "edge")
    return head
  }()

  private static func attributes<Row>(_ columns: [PropertyColumn<Row>], _ owner: String) -> String {
    let lines = columns.map { column in
      let type =
        switch column.kind {
        case .integer: "integer"
        case .boolean: "boolean"
        case .text, .list, .date: "string"
        }
      return "      <attribute id=\"\(column.name)\" title=\"\(column.name)\" type=\"\(type)\"/>\n"
    }
    return "    <attributes class=\"\(owner)\" mode=\"static\">\n\(lines.joined())    </attributes>\n"
  }

  private static func values<Row>(_ columns: [PropertyColumn<Row>], _ row: Row) -> String {
    let values = columns.compactMap { column in
      column.value(row).map { "<attvalue for=\"\(column.name)\" value=\"\($0.plain.xml)\"/>" }
    }
    return "        <attvalues>\(values.joined())</attvalues>\n"
  }

  private static func element(_ edge: PropertyGraph.Edge) -> String {
    var text = "      <edge id=\"\(edge.id)\" source=\"\(edge.edge.source.xml)\" target=\"\(edge.edge.target.xml)\""
    text += " kind=\"\(edge.edge.type.xml)\" label=\"\(edge.edge.type.xml)\" weight=\"\(edge.edge.weight)\">\n"
    text += values(PropertyGraph.edgeColumns, edge)
    if !edge.spells.isEmpty {
      let spells = edge.spells.map { "<spell start=\"\($0.dates.first)\" end=\"\($0.dates.last)\"/>" }
      text += "        <spells>\(spells.joined())</spells>\n"
    }
    return text + "      </edge>\n"
  }

  private static func color(_ type: EntityType) -> String {
    let (red, green, blue) =
      switch type {
      case .person: (236, 152, 54)
      case .country: (47, 110, 168)
      case .organization: (126, 96, 191)
      case .place: (127, 150, 166)
      case .project: (63, 138, 82)
      case .agreement: (196, 174, 30)
      case .award: (184, 63, 107)
      case .occasion: (176, 120, 74)
      case .position: (120, 120, 120)
      }
    return "<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>"
  }

  /// From 8 to 40, with the square root of the number of events, so that areas compare.
  private static func size(_ degree: Int) -> Double {
    let root = Double(max(degree, 0)).squareRoot()
    return min(40, ((8 + 4 * root) * 10).rounded() / 10)
  }
}
