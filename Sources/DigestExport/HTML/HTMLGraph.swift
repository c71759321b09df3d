import DigestModel

/// The picture of the graph as the page's script takes it up: where everything stands at first, and its shapes.
struct HTMLGraph {
  private let picture: Picture
  private let entities: [String: Int]
  private let relations: [String: Int]
  private let shares: [Double?]

  init(_ picture: Picture, entities: [String: Int], relations: [String: Int]) {
    self.picture = picture
    self.entities = entities
    self.relations = relations
    let curves = picture.lines.map { PictureCurve($0, picture.boxes) }
    shares = PictureCaptions(picture, curves).shares
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("width", tenths: picture.width)
      writer.member("height", tenths: picture.height)
      writer.list("nodes", picture.boxes) { node($0, &$1) }
      writer.list("lines", picture.lines.indices) { line($0, &$1) }
    }
  }

  private func node(_ box: PictureBox, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("entity", entities[box.entity.id])
      writer.member("x", tenths: box.x)
      writer.member("y", tenths: box.y)
      writer.member("width", tenths: box.width)
      writer.member("height", tenths: box.height)
      writer.member("outline", PictureStyle.outline(box.entity.type, box.width, box.height))
      writer.list("label", box.label) { $1.string($0) }
    }
  }

  private func line(_ number: Int, _ writer: inout JSONWriter) {
    let line = picture.lines[number]
    writer.object { writer in
      writer.numbers("ends", [line.source, line.target])
      writer.member("type", line.link.type)
      writer.member("kind", PictureStyle.LineKind(line.link.type).rawValue)
      writer.member("weight", line.weight)
      writer.member("bend", tenths: line.bend)
      writer.list("relations", line.relations.compactMap { relations[$0] }) { $1.integer($0) }
      writer.member("isEdge", line.isEdge)
      writer.member("isMutual", line.isMutual)
      writer.member("caption", tenths: shares[number].map { $0 * 100 })
    }
  }
}

extension JSONWriter {
  /// Writes a member with a string; nothing where there is none.
  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a member with a whole number; nothing where there is none.
  mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  /// Writes a member that is true, as 1; one that is not is left out.
  mutating func member(_ name: String, _ value: Bool) { member(name, value ? 1 : nil) }

  /// Writes a member with a number, to a tenth; nothing where there is none.
  mutating func member(_ name: String, tenths value: Double?) {
    guard let value else { return }
    key(name)
    number((value * 10).rounded() / 10)
  }

  /// Writes a member with an array; an empty one is left out.
  mutating func list<Values: Collection>(
    _ name: String, _ values: Values, _ write: (Values.Element, inout JSONWriter) -> Void
  ) {
    if values.isEmpty { return }
    key(name)
    array { writer in
      for value in values {
        writer.element()
        write(value, &writer)
      }
    }
  }

  /// Writes a member with an array of whole numbers.
  mutating func numbers(_ name: String, _ values: [Int]) {
    list(name, values) { $1.integer($0) }
  }

  /// Writes where something stands: the piece, start and end.
  mutating func place(_ place: HTMLPieces.Place) {
    numbers("at", [place.piece, place.start, place.end])
  }
}
