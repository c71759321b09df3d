public import DigestModel

extension ExportFormat {
  /// The graph as a picture.
  public static let svg = ExportFormat(
    name: "svg", abstract: "a picture of the merged graph, made without other programs", isMerged: true
  ) { _ in SVGExporter() }
}

/// Draws the merged graph as an SVG picture: shapes and colours say what things and lines are, dashes what is planned
/// or denied, a legend what the colours mean.
///
/// The picture is the same for the same graph, follows the viewer's dark or light setting, has a title for each thing
/// and each line (its sentence), and holds neither scripts nor references to anything outside. It is made for 5 to 300
/// things; larger graphs are drawn, but are better filtered first.
public struct SVGExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Draws the graph.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let graph = set?.graph else { return }
    output.write(SVGDrawing(graph).text)
  }
}

/// One drawing.
private struct SVGDrawing {
  private let picture: Picture
  private let curves: [PictureCurve]
  private let relations: [String: Relation]
  private(set) var text = ""

  init(_ graph: MergedGraph) {
    picture = Picture(graph)
    curves = picture.lines.map { [boxes = picture.boxes] in PictureCurve($0, boxes) }
    relations = Dictionary(graph.relations.map { ($0.id, $0) }) { first, _ in first }
    draw()
  }

  private mutating func draw() {
    let legend = SVGLegend(picture)
    let width = max(picture.width, legend.width, 240)
    let height = picture.height + legend.height
    let edges = picture.lines.filter(\.isEdge).count
    text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(px(width)) \(px(height))" width="\(px(width))" \
      height="\(px(height))" role="img" aria-labelledby="title">
      <title id="title">\(SVGText.count(picture.boxes.count, "thing")), \(SVGText.count(edges, "edge"))</title>
      \(SVGText.style(picture))
      <rect class="paper" width="100%" height="100%"/>

      """
    let shift = (width - picture.width) / 2
    text += "<g transform=\"translate(\(px(shift)) 0)\">\n"
    for (index, line) in picture.lines.enumerated() { draw(line, curves[index]) }
    for box in picture.boxes { draw(box) }
    let captions = PictureCaptions(picture, curves)
    for (index, place) in captions.places.enumerated() {
      guard let place else { continue }
      let line = picture.lines[index]
      text +=
        "<text class=\"caption \(PictureStyle.LineKind(line.link.type))\" x=\"\(px(place.x))\" "
        + "y=\"\(px(place.y + 3.5))\">\(SVGText.escaped(line.caption))</text>\n"
    }
    text += "</g>\n" + legend.drawing(at: picture.height) + "</svg>\n"
  }

  private mutating func draw(_ line: PictureLine, _ curve: PictureCurve) {
    let kind = PictureStyle.LineKind(line.link.type)
    let stroke = PictureStyle.Stroke(line.status)
    let way =
      line.bend == 0
      ? "L\(px(curve.end.x)) \(px(curve.end.y))"
      : "Q\(px(curve.control.x)) \(px(curve.control.y)) \(px(curve.end.x)) \(px(curve.end.y))"
    let thickness = 1.3 + min(Double(max(line.weight, 1) - 1) * 0.6, 3)
    text += "<path class=\"line \(kind) \(stroke)\" d=\"M\(px(curve.start.x)) \(px(curve.start.y))\(way)\""
    if thickness > 1.3 { text += " stroke-width=\"\(px(thickness))\"" }
    text += line.isMutual ? ">" : " marker-end=\"url(#\(kind)-arrow)\">"
    text += "<title>\(SVGText.escaped(title(line)))</title></path>\n"
  }

  private mutating func draw(_ box: PictureBox) {
    let entity = box.entity
    let kind = [entity.subtype ?? entity.type.rawValue, entity.country].compactMap { $0 }.joined(separator: ", ")
    text += "<g class=\"\(entity.type)\" transform=\"translate(\(px(box.x)) \(px(box.y)))\">"
    text += "<title>\(SVGText.escaped("\(entity.name) (\(kind))"))</title>"
    text += "<path d=\"\(PictureStyle.outline(entity.type, box.width, box.height))\"/><text>"
    let top = -Double(box.label.count - 1) * Label.lineHeight / 2 + 4.2
    for (index, words) in box.label.enumerated() {
      text += "<tspan x=\"0\" y=\"\(px(top + Double(index) * Label.lineHeight))\">\(SVGText.escaped(words))</tspan>"
    }
    text += "</text></g>\n"
  }

  /// Who and whom, and the sentence that says so.
  private func title(_ line: PictureLine) -> String {
    let (source, target) = (picture.boxes[line.source].entity.name, picture.boxes[line.target].entity.name)
    let sentence = line.relations.lazy.compactMap { relations[$0]?.evidence.first?.text }.first
    return "\(source) – \(line.caption) – \(target)" + (sentence.map { ": “\($0)”" } ?? "")
  }

  private func px(_ value: Double) -> String { PictureStyle.pixels(value) }
}
