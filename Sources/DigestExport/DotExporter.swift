public import DigestModel

extension ExportFormat {
  /// The graph in Graphviz's language.
  public static let dot = ExportFormat(
    name: "dot", abstract: "a picture of the merged graph for Graphviz: extract --format dot FILE | dot -Tsvg",
    isMerged: true
  ) { _ in DotExporter() }
}

/// Writes the merged graph in Graphviz's language: types of things as shapes and colours, edges with their types.
///
/// Things without an edge are left out. Names from texts are quoted so that they can't become syntax.
public struct DotExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the graph.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let graph = set?.graph else { return }
    let used = Set(graph.edges.flatMap { [$0.source, $0.target] })
    var text = Self.head
    for entity in graph.entities where used.contains(entity.id) { text += Self.node(entity) }
    for edge in graph.edges { text += Self.line(edge) }
    output.write(text + "}\n")
  }

  private static let head = """
    digraph digest {
      graph [overlap=false, splines=true, outputorder=edgesfirst, rankdir=LR, nodesep=0.35, ranksep=0.9]
      node [style=filled, fontname="Helvetica", fontsize=11, penwidth=1, color="#44546a"]
      edge [fontname="Helvetica", fontsize=9, color="#7f8896", fontcolor="#4a5160", arrowsize=0.7]

    """

  private static func node(_ entity: Entity) -> String {
    let (shape, fill) = look(entity.type)
    let tip = [entity.subtype ?? entity.type.rawValue, entity.country].compactMap { $0 }.joined(separator: ", ")
    return "  \(quoted(entity.id)) [label=\(quoted(folded(entity.name))), shape=\(shape), fillcolor=\"\(fill)\", "
      + "tooltip=\(quoted(tip))]\n"
  }

  private static func line(_ edge: Edge) -> String {
    let times = edge.weight > 1 ? " ×\(edge.weight)" : ""
    let width = 1 + min(Double(max(edge.weight, 1) - 1) * 0.5, 4)
    let (color, isMutual) = look(edge.type)
    return "  \(quoted(edge.source)) -> \(quoted(edge.target)) [label=\(quoted(edge.type + times)), "
      + "color=\"\(color)\", penwidth=\(width)\(isMutual ? ", dir=none" : "")]\n"
  }

  private static func look(_ type: EntityType) -> (shape: String, fill: String) {
    switch type {
    case .person: ("ellipse", "#fde9c9")
    case .country: ("box", "#cfe3f7")
    case .organization: ("hexagon", "#e3dcf3")
    case .place: ("house", "#e8eef3")
    case .project: ("component", "#d5efd9")
    case .agreement: ("note", "#fff7b8")
    case .award: ("octagon", "#f9d7e1")
    case .occasion: ("cds", "#f3e3d3")
    case .position: ("plaintext", "#ffffff")
    }
  }

  private static func look(_ edge: String) -> (color: String, isMutual: Bool) {
    switch edge {
    case "met-with": ("#c0571a", true)
    case "agreed-with", "signed-with": ("#8a7a10", true)
    case "visited", "attended": ("#c98a3d", false)
    case "awarded": ("#b83f6b", false)
    case "involves-country", "located-in": ("#2f6ea8", false)
    default: ("#3f8a52", false)
    }
  }

  /// A name in lines of about 22 characters.
  private static func folded(_ name: String) -> String {
    var lines: [String] = []
    for word in name.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < 22 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A quoted string: quotes and backslashes escaped, control characters replaced, line breaks as `\n`.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
        result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
      }
    }
    return result + "\""
  }
}
