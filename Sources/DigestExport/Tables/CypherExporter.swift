public import DigestModel

extension ExportFormat {
  /// The merged graph as Cypher statements.
  public static let cypher = ExportFormat(
    name: "cypher", abstract: "the merged graph as Cypher: cypher-shell -f FILE; may be run again", isMerged: true
  ) { _ in CypherExporter() }
}

/// Writes the merged graph as Cypher statements that can be run again without doubling anything.
///
/// A constraint makes entities unique by id; nodes and relationships are merged on ids, in batches. Texts stand in
/// string literals alone, so that no text can become a statement.
/// - Note: Source: Neo4j 5 Cypher Manual.
public struct CypherExporter: GraphExporter {
  private static let batch = 500

  /// Makes an exporter.
  public init() {}

  /// Writes the statements.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let graph = PropertyGraph(set.graph)
    output.write("CREATE CONSTRAINT digest_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
    for type in EntityType.allCases {
      let rows = graph.nodes.filter { $0.entity.type == type }.map { node in
        "{id: \(Self.literal(node.id)), set: {name: \(Self.literal(node.entity.name))"
          + Self.properties(PropertyGraph.nodeColumns, node) + "}}"
      }
      Self.write(
        rows, "MERGE (n:Entity {id: row.id}) SET n:\(Neo4jNames.label(type)) SET n += row.set;", to: &output)
    }
    for type in Set(graph.edges.map(\.edge.type)).sorted() {
      let rows = graph.edges.filter { $0.edge.type == type }.map { edge in
        "{source: \(Self.literal(edge.edge.source)), target: \(Self.literal(edge.edge.target)), "
          + "set: {weight: \(edge.edge.weight)\(Self.properties(PropertyGraph.edgeColumns, edge))}}"
      }
      Self.write(
        rows,
        "MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})\n"
          + "MERGE (a)-[r:\(Neo4jNames.type(type))]->(b) SET r += row.set;", to: &output)
    }
  }

  private static func write(_ rows: [String], _ statement: String, to output: inout ExportOutput) {
    for start in stride(from: 0, to: rows.count, by: batch) {
      let part = rows[start..<min(start + batch, rows.count)]
      output.write("UNWIND [\n  \(part.joined(separator: ",\n  "))\n] AS row\n\(statement)\n")
    }
  }

  private static func properties<Row>(_ columns: [PropertyColumn<Row>], _ row: Row) -> String {
    let pairs = columns.compactMap { column in column.value(row).map { ", \(column.name): \(literal($0))" } }
    return pairs.joined()
  }

  private static func literal(_ value: PropertyValue) -> String {
    switch value {
    case .text(let text): literal(text)
    case .date(let date): "date(\(literal(date)))"
    case .list(let texts): "[\(texts.map { literal($0) }.joined(separator: ", "))]"
    case .integer, .boolean: value.plain
    }
  }

  /// A string literal. Neo4j reads `\uHHHH` before it reads strings, so a backslash of the text is kept apart from a
  /// `u` behind it.
  private static func literal(_ text: String) -> String {
    var result = "'"
    var isBehindBackslash = false
    for scalar in text.unicodeScalars {
      if isBehindBackslash && (scalar == "u" || scalar == "U") { result += "' + '" }
      isBehindBackslash = scalar == "\\"
      switch scalar {
      case "'", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
