/// Bends lines around the boxes that stand in their way.
///
/// Of a few bends the smallest is taken that passes the fewest boxes; lines that share both ends are bent already.
/// - Complexity: O(n · m) for n lines and m boxes; pictures of more than ``most`` boxes are left as they are.
struct PictureBends {
  static let most = 400
  /// The bends that are tried, in this order.
  private static let bends = [0, 1, -1, 2, -2, 3, -3, 4.5, -4.5, 6, -6]
  /// The free space around a box.
  private static let gap = 4.0

  private let boxes: [PictureBox]

  init(_ boxes: [PictureBox]) {
    self.boxes = boxes
  }

  /// The bend of a straight line.
  func bend(of line: PictureLine) -> Double {
    let near = inTheWay(of: line)
    if near.isEmpty { return 0 }
    var best = (bend: 0.0, hits: Int.max)
    for bend in Self.bends where isSmooth(bend, line) {
      let hits = hits(line, bend, near)
      if hits < best.hits { best = (bend, hits) }
      if hits == 0 { break }
    }
    return best.bend
  }

  /// Whether a line is long enough for a bend.
  private func isSmooth(_ bend: Double, _ line: PictureLine) -> Bool {
    let (a, b) = (boxes[line.source], boxes[line.target])
    let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    return abs(bend) * PictureCurve.spread <= length * 0.7
  }

  /// The boxes that some bend of the line may touch.
  private func inTheWay(of line: PictureLine) -> [PictureBox] {
    let (a, b) = (boxes[line.source], boxes[line.target])
    let reach = 3 * PictureCurve.spread + Self.gap
    return boxes.indices.filter { index in
      let box = boxes[index]
      return index != line.source && index != line.target
        && box.x + box.width / 2 > min(a.x, b.x) - reach && box.x - box.width / 2 < max(a.x, b.x) + reach
        && box.y + box.height / 2 > min(a.y, b.y) - reach && box.y - box.height / 2 < max(a.y, b.y) + reach
    }.map { boxes[$0] }
  }

  /// How many boxes the bent line passes.
  private func hits(_ line: PictureLine, _ bend: Double, _ near: [PictureBox]) -> Int {
    var line = line
    line.bend = bend
    let curve = PictureCurve(line, boxes)
    let points = (1..<24).map { curve.point(Double($0) / 24) }
    return near.count { box in
      points.contains {
        abs($0.x - box.x) < box.width / 2 + Self.gap && abs($0.y - box.y) < box.height / 2 + Self.gap
      }
    }
  }
}
