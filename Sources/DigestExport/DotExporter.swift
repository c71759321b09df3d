public import DigestModel

extension ExportFormat {
  /// The graph in Graphviz's language.
  public static let dot = ExportFormat(
    name: "dot", abstract: "a picture of the merged graph for Graphviz: extract --format dot FILE | dot -Tsvg",
    isMerged: true
  ) { _ in DotExporter() }
}

/// Writes the merged graph in Graphviz's language: types of things as shapes and colours, edges with their types, a
/// legend, and the places that ``SVGExporter`` gives, so that any Graphviz draws the same picture. Another layout is
/// asked for by `dot -Kdot` or `-Ksfdp`.
///
/// Things without an edge are left out, and so is what did not happen: the edges are those of the graph. Beside what
/// Graphviz draws, a node has `type` and an edge `type` and `events`, their number. Names from texts are quoted so that
/// they can't become syntax.
public struct DotExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the graph.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let graph = set?.graph else { return }
    output.write(DotDrawing(graph).text)
  }
}

/// One drawing.
private struct DotDrawing {
  private let picture: Picture
  private let edges: [Edge]
  /// The lines that have room for their caption.
  private let captioned: Set<Link>

  init(_ graph: MergedGraph) {
    edges = graph.edges
    picture = Picture(MergedGraph(entities: graph.entities, edges: graph.edges))
    let curves = picture.lines.map { [boxes = picture.boxes] in PictureCurve($0, boxes) }
    let shares = PictureCaptions(picture, curves).shares
    captioned = Set(zip(picture.lines, shares).compactMap { $1 == nil ? nil : $0.link })
  }

  var text: String {
    let nodes = picture.boxes.map(node).joined()
    // To lead many edges around all boxes takes Graphviz minutes.
    let splines = edges.count <= PictureCaptions.mostLines
    return """
      digraph digest {
        graph [layout=neato, inputscale=72, splines=\(splines), outputorder=edgesfirst, fontname="Helvetica", fontsize=11, label=\(legend)]
        node [style=filled, fontname="Helvetica", fontsize=11, penwidth=1, color="#5b6676", fixedsize=true, margin=0]
        edge [fontname="Helvetica", fontsize=9, arrowsize=0.7]
      \(nodes)\(edges.map(line).joined())}

      """
  }

  private func node(_ box: PictureBox) -> String {
    let entity = box.entity
    let tip = [entity.name, entity.subtype ?? entity.type.rawValue, entity.country].compactMap { $0 }
    return "  \(Self.quoted(entity.id)) [label=\(Self.quoted(box.label.joined(separator: "\n"))), type=\(entity.type), "
      + "\(Self.shape(entity.type)), fillcolor=\"\(PictureStyle.fill(entity.type).light)\", "
      + "width=\(Self.inches(box.width)), height=\(Self.inches(box.height)), "
      + "pos=\"\(PictureStyle.pixels(box.x)),\(PictureStyle.pixels(picture.height - box.y))!\", "
      + "tooltip=\(Self.quoted(String(tip.joined(separator: ", ").prefix(Self.longestTip))))]\n"
  }

  private func line(_ edge: Edge) -> String {
    let link = Link(source: edge.source, target: edge.target, type: edge.type)
    let caption = edge.type.replacing("-", with: " ") + (edge.weight > 1 ? " ×\(edge.weight)" : "")
    let label = captioned.contains(link) ? "label=\(Self.quoted(caption)), " : ""
    let tone = PictureStyle.LineKind(edge.type).tone.light
    let width = PictureStyle.pixels(1.3 + min(Double(max(edge.weight, 1) - 1) * 0.6, 3))
    return "  \(Self.quoted(edge.source)) -> \(Self.quoted(edge.target)) [\(label)type=\(Self.quoted(edge.type)), "
      + "events=\(edge.weight), color=\"\(tone)\", fontcolor=\"\(tone)\", penwidth=\(width), "
      + "edgetooltip=\(Self.quoted(caption))\(PictureStyle.isMutual(edge.type) ? ", dir=none" : "")]\n"
  }

  /// What colours mean, as a table under the picture.
  private var legend: String {
    let types = EntityType.allCases.filter { type in picture.boxes.contains { $0.entity.type == type } }
    let kinds = PictureStyle.LineKind.allCases.filter { kind in
      picture.lines.contains { PictureStyle.LineKind($0.link.type) == kind }
    }
    if types.isEmpty { return "\"\"" }
    let cells = types.map { "<td bgcolor=\"\(PictureStyle.fill($0).light)\">\($0)</td>" }
    let keys = kinds.map { "<td><font color=\"\($0.tone.light)\">— \($0.name)</font></td>" }
    let tables = [cells, keys].filter { !$0.isEmpty }.map {
      "<tr><td><table border=\"0\" cellspacing=\"4\"><tr>\($0.joined())</tr></table></td></tr>"
    }
    return "<<table border=\"0\">\(tables.joined())</table>>"
  }

  /// Graphviz reads no text of more than 16,384 bytes.
  private static let longestTip = 1_000

  private static func shape(_ type: EntityType) -> String {
    switch type {
    case .person: "shape=box, style=\"filled,rounded\""
    case .country: "shape=box"
    case .organization: "shape=hexagon"
    case .place: "shape=house"
    case .project: "shape=component"
    case .agreement: "shape=note"
    case .award: "shape=octagon"
    case .occasion: "shape=cds"
    case .position: "shape=box, style=\"filled,dashed\""
    }
  }

  /// A length in inches, of 72 pixels each, to a hundredth.
  private static func inches(_ pixels: Double) -> String {
    let hundredths = Int((pixels / 0.72).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
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
