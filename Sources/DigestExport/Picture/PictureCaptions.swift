/// Finds room for the words beside the lines.
struct PictureCaptions {
  /// The middle of each line's caption; `nil` where there is no room for it.
  private(set) var places: [PictureCurve.Point?]
  /// The share of its line's way at which it stands.
  private(set) var shares: [Double?]

  private struct Area {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      (left, right, top, bottom) = (x - width / 2, x + width / 2, y - height / 2, y + height / 2)
    }

    func overlaps(_ other: Area) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Captions are set at this share of the size of names.
  static let scale = 0.8

  /// Beyond this many lines no captions are set: colours and the legend say the types.
  static let mostLines = 160

  init(_ picture: Picture, _ curves: [PictureCurve]) {
    places = Array(repeating: nil, count: curves.count)
    shares = Array(repeating: nil, count: curves.count)
    if curves.count > Self.mostLines { return }
    var taken = picture.boxes.map { Area($0.x, $0.y, $0.width + 2, $0.height + 2) }
    for (index, curve) in curves.enumerated() {
      let width = Label.width(picture.lines[index].caption) * Self.scale + 6
      for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] {
        let (x, y) = curve.point(share)
        let area = Area(x, y, width, 13)
        if taken.contains(where: area.overlaps) { continue }
        taken.append(area)
        places[index] = (x, y)
        shares[index] = share
        break
      }
    }
  }
}
