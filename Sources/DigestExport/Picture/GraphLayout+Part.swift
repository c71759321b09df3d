extension GraphLayout {
  /// One connected part of the graph, laid out by itself.
  struct Part {
    /// The numbers of its boxes in the whole.
    let members: [Int]
    let sizes: [Size]
    /// The centres; after ``arrange(_:)`` the part starts at 0 in both directions.
    private(set) var x: [Double]
    private(set) var y: [Double]
    private(set) var width = 0.0
    private(set) var height = 0.0

    /// Up to this size the distances between all boxes are used.
    private static let exact = 400
    /// Beyond, the distances to this many.
    private static let pivots = 40
    /// Beyond this size boxes are set in rows.
    private static let crowded = 1_500
    /// The free space along an edge, which holds its label.
    private static let edgeLength = 46.0

    init(members: [Int], sizes: [Size]) {
      self.members = members
      self.sizes = sizes
      x = Array(repeating: 0, count: members.count)
      y = x
    }

    mutating func arrange(_ neighbours: [[Int]]) {
      if members.count > 1 {
        var random = Seeded(state: UInt64(members.count))
        for index in members.indices {
          x[index] = random.unit() * 100
          y[index] = random.unit() * 100
        }
        relax(terms(neighbours), &random)
        turn()
        if members.count <= Self.crowded { separate() } else { shelve() }
      }
      settle()
    }

    /// A pair of boxes and how far apart they should be.
    private struct Term {
      var a: Int
      var b: Int
      var distance: Double
    }

    private func terms(_ neighbours: [[Int]]) -> [Term] {
      let count = members.count
      let local = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
      let near = members.map { neighbours[$0].compactMap { local[$0] } }
      let reach = sizes.map { ($0.width + $0.height * 2) / 4 }
      // Where many boxes surround one they need a longer way to it.
      let length = near.map { Self.edgeLength + 4 * min(Double($0.count), 40) }
      var terms: [Term] = []
      let isExact = count <= Self.exact
      let step = max(count / Self.pivots, 1)
      if !isExact {
        for a in near.indices {
          for b in near[a] where a < b {
            terms.append(Term(a: a, b: b, distance: reach[a] + reach[b] + max(length[a], length[b])))
          }
        }
      }
      for source in stride(from: 0, to: count, by: isExact ? 1 : step) {
        var hops = Array(repeating: -1, count: count)
        var distance = Array(repeating: 0.0, count: count)
        var queue = [source]
        hops[source] = 0
        var next = 0
        while next < queue.count {
          let a = queue[next]
          next += 1
          for b in near[a] where hops[b] < 0 {
            hops[b] = hops[a] + 1
            distance[b] = distance[a] + reach[a] + reach[b] + max(length[a], length[b])
            queue.append(b)
          }
        }
        for other in 0..<count where isExact ? other > source : hops[other] > 1 {
          terms.append(Term(a: source, b: other, distance: distance[other]))
        }
      }
      return terms
    }

    /// Moves the two boxes of each pair towards their distance, less and less with each round.
    private mutating func relax(_ terms: [Term], _ random: inout Seeded) {
      var terms = terms
      let distances = terms.map(\.distance)
      guard let shortest = distances.min(), let longest = distances.max() else { return }
      // What is set in rows afterwards needs no more than an order.
      let rounds = members.count <= Self.crowded ? 40 : 8
      var step = longest * longest
      // The last round moves a pair at the shortest distance by a tenth of what is missing.
      let last = 0.1 * shortest * shortest
      let cooling = Self.root(last / step, rounds - 1)
      for _ in 0..<rounds {
        for index in terms.indices.dropFirst() { terms.swapAt(index, random.below(index + 1)) }
        for term in terms {
          let dx = x[term.a] - x[term.b]
          let dy = y[term.a] - y[term.b]
          let length = max((dx * dx + dy * dy).squareRoot(), 1e-3)
          let share = min(step / (term.distance * term.distance), 1)
          let move = share * (length - term.distance) / (2 * length)
          x[term.a] -= dx * move
          y[term.a] -= dy * move
          x[term.b] += dx * move
          y[term.b] += dy * move
        }
        step *= cooling
      }
    }

    /// The `degree`th root of a number between 0 and 1, by halving.
    private static func root(_ value: Double, _ degree: Int) -> Double {
      var (low, high) = (0.0, 1.0)
      for _ in 0..<50 {
        let middle = (low + high) / 2
        var power = 1.0
        for _ in 0..<degree { power *= middle }
        if power < value { low = middle } else { high = middle }
      }
      return high
    }

    /// Turns the part so that it extends most from left to right, as its boxes do.
    private mutating func turn() {
      let count = Double(members.count)
      let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for index in members.indices {
        let (dx, dy) = (x[index] - meanX, y[index] - meanY)
        xx += dx * dx
        xy += dx * dy
        yy += dy * dy
      }
      // The larger eigenvector of the covariance.
      let half = (xx - yy) / 2
      let root = (half * half + xy * xy).squareRoot()
      var (cosine, sine) = half >= 0 ? (half + root, xy) : (abs(xy), xy < 0 ? half - root : root - half)
      let length = (cosine * cosine + sine * sine).squareRoot()
      if length < 1e-9 { return }
      cosine /= length
      sine /= length
      for index in members.indices {
        let (dx, dy) = (x[index] - meanX, y[index] - meanY)
        x[index] = dx * cosine + dy * sine
        y[index] = dy * cosine - dx * sine
      }
    }

    /// Sets the boxes in rows from top to bottom and from left to right, each near where it was: what is done where there
    /// are too many to push apart.
    private mutating func shelve() {
      let area = sizes.reduce(0) { $0 + ($1.width + GraphLayout.gap) * ($1.height + GraphLayout.gap) }
      let limit = (area * 1.5).squareRoot()
      var order = members.indices.sorted { y[$0] != y[$1] ? y[$0] < y[$1] : $0 < $1 }[...]
      var top = 0.0
      while !order.isEmpty {
        var row: [Int] = []
        var filled = 0.0
        while filled < limit, let index = order.popFirst() {
          row.append(index)
          filled += sizes[index].width + GraphLayout.gap
        }
        let height = (row.map { sizes[$0].height }.max() ?? 0) + GraphLayout.gap
        var left = 0.0
        for index in row.sorted(by: { x[$0] != x[$1] ? x[$0] < x[$1] : $0 < $1 }) {
          (x[index], y[index]) = (left + sizes[index].width / 2, top + height / 2)
          left += sizes[index].width + GraphLayout.gap
        }
        top += height
      }
    }

    /// Pushes boxes that cover each other apart, along the shorter way, until none do.
    private mutating func separate() {
      let widest = (sizes.map(\.width).max() ?? 0) + GraphLayout.gap
      for round in 0..<400 {
        let order = members.indices.sorted { x[$0] != x[$1] ? x[$0] < x[$1] : $0 < $1 }
        var isFree = true
        for (place, a) in order.enumerated() {
          for b in order[(place + 1)...] {
            if x[b] - x[a] >= widest { break }
            let overX = (sizes[a].width + sizes[b].width) / 2 + GraphLayout.gap - abs(x[b] - x[a])
            let overY = (sizes[a].height + sizes[b].height) / 2 + GraphLayout.gap - abs(y[b] - y[a])
            if overX <= 1e-6 || overY <= 1e-6 { continue }
            isFree = false
            if overX < overY {
              let move = (x[b] >= x[a] ? overX : -overX) / 2
              x[a] -= move
              x[b] += move
            } else {
              let move = (y[b] >= y[a] ? overY : -overY) / 2
              y[a] -= move
              y[b] += move
            }
          }
        }
        if isFree { return }
        // A crowd that can't find room gets more of it.
        if round % 40 == 39 { for index in members.indices { (x[index], y[index]) = (x[index] * 1.1, y[index] * 1.1) } }
      }
    }

    /// Moves the part to the origin.
    private mutating func settle() {
      let left = members.indices.map { x[$0] - sizes[$0].width / 2 }.min() ?? 0
      let top = members.indices.map { y[$0] - sizes[$0].height / 2 }.min() ?? 0
      for index in members.indices {
        x[index] -= left
        y[index] -= top
        width = max(width, x[index] + sizes[index].width / 2)
        height = max(height, y[index] + sizes[index].height / 2)
      }
    }
  }

  /// A small generator of repeatable numbers (SplitMix64).
  private struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  }
}
