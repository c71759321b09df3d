import DigestModel

/// The graph as it is drawn: one box a thing, one line for all events of one type between two things.
///
/// Beside the graph's edges it has the lines of what did not happen (yet): planned visits, denied meetings. Things
/// without any line are left out. Its layout is a function of the graph alone.
struct Picture {
  /// The boxes, in the order of the graph's entities.
  private(set) var boxes: [PictureBox] = []
  /// The lines, by source, target and type.
  private(set) var lines: [PictureLine] = []
  /// How wide the drawing is, from 0.
  private(set) var width = 0.0
  /// How high the drawing is, from 0.
  private(set) var height = 0.0

  /// Draws a graph.
  ///
  /// - Complexity: see ``GraphLayout``.
  init(_ graph: MergedGraph) {
    var lines = Self.lines(of: graph)
    let used = Set(lines.flatMap { [$0.link.source, $0.link.target] })
    var places: [String: Int] = [:]
    for entity in graph.entities where used.contains(entity.id) && places[entity.id] == nil {
      places[entity.id] = boxes.count
      boxes.append(PictureBox(entity))
    }
    lines.removeAll { places[$0.link.source] == nil || places[$0.link.target] == nil }
    for index in lines.indices {
      lines[index].source = places[lines[index].link.source]!
      lines[index].target = places[lines[index].link.target]!
    }
    self.lines = lines
    arrange()
  }

  private mutating func arrange() {
    let layout = GraphLayout(
      sizes: boxes.map { GraphLayout.Size(width: $0.width, height: $0.height) },
      edges: lines.map { GraphLayout.Edge($0.source, $0.target) })
    for index in boxes.indices { (boxes[index].x, boxes[index].y) = layout.centers[index] }
    (width, height) = (layout.width, layout.height)
    var beside: [GraphLayout.Edge: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      let ends = GraphLayout.Edge(min(line.source, line.target), max(line.source, line.target))
      beside[ends, default: []].append(index)
    }
    for indices in beside.values {
      for (place, index) in indices.enumerated() {
        let bend = Double(place) - Double(indices.count - 1) / 2
        lines[index].bend = lines[index].source < lines[index].target ? bend : -bend
      }
    }
    if boxes.count > PictureBends.most { return }
    let bends = PictureBends(boxes)
    for indices in beside.values where indices.count == 1 {
      lines[indices[0]].bend = bends.bend(of: lines[indices[0]])
    }
  }

  /// The lines of all edges, and of the relations that make none because of their status.
  private static func lines(of graph: MergedGraph) -> [PictureLine] {
    let relations = Dictionary(graph.relations.map { ($0.id, $0) }) { first, _ in first }
    var found: [Link: PictureLine] = [:]
    for edge in graph.edges where edge.source != edge.target {
      let link = Link(source: edge.source, target: edge.target, type: edge.type)
      let status = edge.relations.compactMap { relations[$0]?.status }.first { $0.isActual }
      found[link] = PictureLine(
        link: link, status: status ?? edge.relations.first.flatMap { relations[$0]?.status } ?? .happened,
        relations: edge.relations, weight: edge.weight, isEdge: true)
    }
    for relation in graph.relations {
      for link in relation.links(isEntity: { relations[$0] == nil }) {
        if found[link]?.relations.contains(relation.id) ?? false { continue }
        found[link, default: PictureLine(link: link, status: relation.status)].relations.append(relation.id)
      }
    }
    return found.values.sorted { $0.link < $1.link }
  }
}

/// A thing in the picture.
struct PictureBox {
  var entity: Entity
  /// The name in lines.
  var label: [String]
  var width: Double
  var height: Double
  /// The centre.
  var x = 0.0
  var y = 0.0

  init(_ entity: Entity) {
    self.entity = entity
    label = Label.lines(entity.name.isEmpty ? entity.id : entity.name)
    width = max(Double(label.map(Label.width).max() ?? 0) + 20, 44)
    height = Double(label.count) * Label.lineHeight + 12
  }
}

/// A line in the picture.
struct PictureLine {
  var link: Link
  /// That of the events behind it; where one of them took place, that one's.
  var status: Status
  var relations: [String] = []
  /// The number of distinct events that took place; 0 where none did.
  var weight = 0
  /// Whether it is an edge of the graph.
  var isEdge = false
  /// The boxes at its ends.
  var source = 0
  var target = 0
  /// How far it is bent, so that lines between the same things lie side by side; 0 is straight.
  var bend = 0.0
}
