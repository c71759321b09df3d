/// Places boxes so that what is connected is near and nothing covers anything.
///
/// Each connected part is laid out by minimising stress (distances in the drawing follow distances in the graph) by
/// stochastic gradient descent with a fixed seed (Zheng, Pawar, Goodman 2018), turned so that it is wider than high,
/// freed of overlaps, and packed beside the other parts. Only additions, multiplications, divisions and square roots
/// are used, which IEEE 754 rounds in one way, so the same graph has the same picture on every machine.
///
/// - Complexity: O(n²) time and memory for parts of up to 400 boxes; beyond, distances to 40 chosen boxes serve, and it
///   is O(n) but for the removal of overlaps, which depends on how crowded the picture is; beyond 1,500 boxes that is
///   setting them in rows, O(n log n).
struct GraphLayout {
  struct Size: Hashable {
    var width: Double
    var height: Double
  }

  struct Edge: Hashable {
    var a: Int
    var b: Int
    init(_ a: Int, _ b: Int) { (self.a, self.b) = (a, b) }
  }

  /// The centres of the boxes.
  private(set) var centers: [(x: Double, y: Double)]
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// The space around a box and around the drawing.
  static let gap = 14.0
  private static let margin = 24.0

  init(sizes: [Size], edges: [Edge]) {
    centers = Array(repeating: (0, 0), count: sizes.count)
    let neighbours = Self.neighbours(sizes.count, edges)
    var parts: [Part] = []
    for members in Self.parts(neighbours) {
      var part = Part(members: members, sizes: members.map { sizes[$0] })
      part.arrange(neighbours)
      parts.append(part)
    }
    pack(parts)
  }

  private static func neighbours(_ count: Int, _ edges: [Edge]) -> [[Int]] {
    var neighbours: [[Int]] = Array(repeating: [], count: count)
    for edge in Set(edges.map { Edge(min($0.a, $0.b), max($0.a, $0.b)) }) where edge.a != edge.b {
      neighbours[edge.a].append(edge.b)
      neighbours[edge.b].append(edge.a)
    }
    for index in neighbours.indices { neighbours[index].sort() }
    return neighbours
  }

  /// The connected parts, larger ones first.
  private static func parts(_ neighbours: [[Int]]) -> [[Int]] {
    var isSeen = Array(repeating: false, count: neighbours.count)
    var parts: [[Int]] = []
    for start in neighbours.indices where !isSeen[start] {
      var part = [start]
      isSeen[start] = true
      var next = 0
      while next < part.count {
        for other in neighbours[part[next]] where !isSeen[other] {
          isSeen[other] = true
          part.append(other)
        }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }

  /// Puts each part at the lowest place where it fits in a page that is half as wide again as high.
  private mutating func pack(_ parts: [Part]) {
    let area = parts.reduce(0) { $0 + ($1.width + Self.gap * 2) * ($1.height + Self.gap * 2) }
    let limit = max((area * 1.5).squareRoot() * 1.08, parts.map { $0.width + Self.gap * 2 }.max() ?? 0)
    var skyline = [Step(x: 0, width: limit, y: 0)]
    for part in parts.sorted(by: { $0.height != $1.height ? $0.height > $1.height : $0.members[0] < $1.members[0] }) {
      let place = Self.place(part.width + Self.gap * 2, part.height + Self.gap * 2, in: &skyline)
      for (index, member) in part.members.enumerated() {
        centers[member].x = part.x[index] + place.x + Self.gap + Self.margin
        centers[member].y = part.y[index] + place.y + Self.gap + Self.margin
      }
      width = max(width, place.x + part.width + Self.gap * 2 + Self.margin * 2)
      height = max(height, place.y + part.height + Self.gap * 2 + Self.margin * 2)
    }
  }

  /// A stretch of the upper rim of what has been packed.
  private struct Step {
    var x: Double
    var width: Double
    var y: Double
    var end: Double { x + width }
  }

  private static func place(_ width: Double, _ height: Double, in skyline: inout [Step]) -> (x: Double, y: Double) {
    var best: (x: Double, y: Double) = (0, .infinity)
    for (index, step) in skyline.enumerated() where step.x + width <= skyline[skyline.count - 1].end + 1e-6 {
      var top = 0.0
      for other in skyline[index...] where other.x < step.x + width - 1e-6 { top = max(top, other.y) }
      if top < best.y - 1e-6 { best = (step.x, top) }
    }
    if best.y == .infinity { best = (0, skyline.map(\.y).max() ?? 0) }
    let end = best.x + width
    var steps: [Step] = []
    for step in skyline {
      if step.x < best.x { steps.append(Step(x: step.x, width: min(step.end, best.x) - step.x, y: step.y)) }
      if step.end > end { steps.append(Step(x: max(step.x, end), width: step.end - max(step.x, end), y: step.y)) }
    }
    steps.append(Step(x: best.x, width: width, y: best.y + height))
    skyline = steps.filter { $0.width > 1e-6 }.sorted { $0.x < $1.x }
    return best
  }
}
