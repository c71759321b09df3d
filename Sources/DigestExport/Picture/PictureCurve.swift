import DigestModel

/// The way of a line from the rim of one box to that of another: a quadratic Bézier curve.
struct PictureCurve {
  typealias Point = (x: Double, y: Double)

  let start: Point
  let control: Point
  let end: Point

  /// How far lines between the same boxes stand apart.
  static let spread = 30.0

  init(_ line: PictureLine, _ boxes: [PictureBox]) {
    let (a, b) = (boxes[line.source], boxes[line.target])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    let offset = line.bend * Self.spread
    control = ((a.x + b.x) / 2 - dy / length * offset, (a.y + b.y) / 2 + dx / length * offset)
    start = Self.rim(a, towards: control, gap: 1)
    end = Self.rim(b, towards: control, gap: line.isMutual ? 1 : 3)
  }

  /// Where the way from the centre of a box to a point leaves the box.
  private static func rim(_ box: PictureBox, towards point: Point, gap: Double) -> Point {
    let (dx, dy) = (point.x - box.x, point.y - box.y)
    let (halfWidth, halfHeight) = (box.width / 2 + gap, box.height / 2 + gap)
    let scale = max(abs(dx) / halfWidth, abs(dy) / halfHeight)
    return scale <= 1 ? (box.x, box.y) : (box.x + dx / scale, box.y + dy / scale)
  }

  /// The point at a share of the way.
  func point(_ t: Double) -> Point {
    let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
    return (a * start.x + b * control.x + c * end.x, a * start.y + b * control.y + c * end.y)
  }
}

extension PictureLine {
  /// Whether the line has no direction.
  var isMutual: Bool { PictureStyle.isMutual(link.type) }

  /// What stands beside the line: "met with ×2", "visited (planned)".
  var caption: String {
    let type = link.type.replacing("-", with: " ")
    let note = PictureStyle.Stroke(status) == .actual ? "" : " (\(status.rawValue))"
    return type + (weight > 1 ? " ×\(weight)" : "") + note
  }
}
