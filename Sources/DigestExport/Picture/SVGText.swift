import DigestModel

/// The text of a drawing that does not depend on places.
enum SVGText {
  /// The style sheet, for what is in the picture.
  static func style(_ picture: Picture) -> String {
    let types = EntityType.allCases.filter { type in picture.boxes.contains { $0.entity.type == type } }
    let kinds = PictureStyle.LineKind.allCases.filter { kind in
      picture.lines.contains { PictureStyle.LineKind($0.link.type) == kind }
    }
    var style = """
      <style>
      text { font: 12px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #1b2430; text-anchor: middle }
      .paper { fill: #ffffff }
      .line { fill: none; stroke-width: 1.3 }
      .open { stroke-dasharray: \(PictureStyle.Stroke.open.dashes!) }
      .denied { stroke-dasharray: \(PictureStyle.Stroke.denied.dashes!); stroke-linecap: round }
      g > path { stroke: #5b6676; stroke-width: 1; stroke-linejoin: round }
      .caption { font-size: 9.6px; paint-order: stroke; stroke: #ffffff; stroke-width: 3px; stroke-linejoin: round }
      .legend text { font-size: 11px; text-anchor: start }

      """
    func rules(_ tone: (PictureStyle.Tone) -> String) -> String {
      types.map { ".\($0) path { fill: \(tone(PictureStyle.fill($0))) }\n" }.joined()
        + kinds.map {
          ".line.\($0) { stroke: \(tone($0.tone)) } .caption.\($0), .arrow.\($0) { fill: \(tone($0.tone)) }\n"
        }.joined()
    }
    style += rules(\.light) + "@media (prefers-color-scheme: dark) {\n"
    style += """
      text { fill: #e7ebf0 }
      .paper { fill: #14181d }
      g > path { stroke: #8d98a7 }
      .caption { stroke: #14181d }

      """
    style += rules(\.dark) + "}\n</style>\n<defs>"
    for kind in kinds {
      style +=
        "<marker id=\"\(kind)-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
        + "markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
        + "<path class=\"arrow \(kind)\" d=\"M0 .8L8 4L0 7.2Z\"/></marker>"
    }
    return style + "</defs>"
  }

  /// Text that can't become markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Label.clean(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

/// What the shapes, colours and dashes of a picture mean, in rows below it.
struct SVGLegend {
  private var entries: [(drawing: String, words: String, x: Double, row: Int)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let rowHeight = 22.0
  private static let margin = 24.0
  private static let sign = 34.0

  init(_ picture: Picture) {
    let limit = max(picture.width, 640)
    var x = Self.margin
    var row = 0
    func add(_ drawing: String, _ words: String) {
      let needed = Self.sign + Label.width(words) * 0.95 + 18
      if x + needed > limit && x > Self.margin { (x, row) = (Self.margin, row + 1) }
      entries.append((drawing, words, x, row))
      x += needed
      width = max(width, x + Self.margin)
    }
    for type in EntityType.allCases where picture.boxes.contains(where: { $0.entity.type == type }) {
      let path = PictureStyle.outline(type, 26, 14)
      add("<g class=\"\(type)\" transform=\"translate(13 0)\"><path d=\"\(path)\"/></g>", type.rawValue)
    }
    if x > Self.margin { (x, row) = (Self.margin, row + 1) }
    for kind in PictureStyle.LineKind.allCases
    where picture.lines.contains(where: { PictureStyle.LineKind($0.link.type) == kind }) {
      add("<path class=\"line \(kind)\" stroke-width=\"2\" d=\"M0 0H26\"/>", kind.name)
    }
    for stroke in [PictureStyle.Stroke.open, .denied]
    where picture.lines.contains(where: { PictureStyle.Stroke($0.status) == stroke }) {
      add(
        "<path class=\"line office \(stroke)\" style=\"stroke:#7b8594\" stroke-width=\"2\" d=\"M0 0H26\"/>", stroke.name
      )
    }
    height = entries.isEmpty ? 0 : Double(row + 1) * Self.rowHeight + 12
  }

  func drawing(at top: Double) -> String {
    var text = "<g class=\"legend\" transform=\"translate(0 \(PictureStyle.pixels(top)))\">\n"
    for entry in entries {
      let y = Double(entry.row) * Self.rowHeight + 10
      text +=
        "<g transform=\"translate(\(PictureStyle.pixels(entry.x)) \(PictureStyle.pixels(y)))\">\(entry.drawing)"
        + "<text x=\"\(PictureStyle.pixels(Self.sign))\" y=\"4\">\(entry.words)</text></g>\n"
    }
    return text + "</g>\n"
  }
}
