import DigestModel

/// How things and lines look in every picture: shape and colour say the type, the stroke says the status.
enum PictureStyle {
  /// A colour for light and one for dark backgrounds.
  struct Tone: Hashable {
    var light: String
    var dark: String
  }

  /// The fill of a thing's box.
  static func fill(_ type: EntityType) -> Tone {
    switch type {
    case .person: Tone(light: "#fdebd0", dark: "#5a3d14")
    case .country: Tone(light: "#d3e5f8", dark: "#173f66")
    case .organization: Tone(light: "#e6dff5", dark: "#40306b")
    case .place: Tone(light: "#e6edf2", dark: "#2c3a45")
    case .project: Tone(light: "#d6f0dc", dark: "#17492a")
    case .agreement: Tone(light: "#fbf3bd", dark: "#4f4711")
    case .award: Tone(light: "#f9dbe5", dark: "#5e2038")
    case .occasion: Tone(light: "#f4e2d2", dark: "#543622")
    case .position: Tone(light: "#f1f1f1", dark: "#36393d")
    }
  }

  /// What a line's colour stands for.
  enum LineKind: String, CaseIterable {
    case meeting, visit, accord, award, country, business, office

    init(_ type: String) {
      switch type {
      case "met-with": self = .meeting
      case "visited", "attended": self = .visit
      case "agreed-with", "signed-with": self = .accord
      case "awarded": self = .award
      case "involves-country", "located-in": self = .country
      case "holds-position", "represents", "member-of": self = .office
      default: self = .business
      }
    }

    var tone: Tone {
      switch self {
      case .meeting: Tone(light: "#c2410c", dark: "#fb923c")
      case .visit: Tone(light: "#a16207", dark: "#facc15")
      case .accord: Tone(light: "#0f766e", dark: "#2dd4bf")
      case .award: Tone(light: "#be185d", dark: "#f472b6")
      case .country: Tone(light: "#1d4ed8", dark: "#7aa2ff")
      case .business: Tone(light: "#15803d", dark: "#4ade80")
      case .office: Tone(light: "#6b7280", dark: "#9aa3b2")
      }
    }

    /// What the legend says.
    var name: String {
      switch self {
      case .meeting: "met, received, called"
      case .visit: "visited, attended"
      case .accord: "agreed, signed"
      case .award: "awarded"
      case .country: "country, place"
      case .business: "built, financed, owned, part of"
      case .office: "office, membership"
      }
    }
  }

  /// How sure it is that the event took place.
  enum Stroke: String, CaseIterable {
    case actual, open, denied

    init(_ status: Status) {
      switch status {
      case .happened, .ongoing: self = .actual
      case .planned, .proposed, .expected, .hypothetical: self = .open
      case .negated, .cancelled: self = .denied
      }
    }

    /// The dashes of the line, in pixels.
    var dashes: String? {
      switch self {
      case .actual: nil
      case .open: "7 4"
      case .denied: "1.5 4"
      }
    }

    /// What the legend says.
    var name: String {
      switch self {
      case .actual: "took place"
      case .open: "planned, proposed, expected"
      case .denied: "denied, cancelled"
      }
    }
  }

  /// Whether a line of this type has no direction.
  static func isMutual(_ type: String) -> Bool {
    type == "met-with" || type == "agreed-with" || type == "signed-with"
  }

  /// The outline of a box around its centre, as the `d` of an SVG path.
  static func outline(_ type: EntityType, _ width: Double, _ height: Double) -> String {
    let (right, bottom) = (width / 2, height / 2)
    func polygon(_ points: [(Double, Double)]) -> String {
      "M" + points.map { "\(pixels($0.0)) \(pixels($0.1))" }.joined(separator: "L") + "Z"
    }
    func rounded(_ radius: Double) -> String {
      let (r, w, h) = (pixels(radius), pixels(width - radius * 2), pixels(height - radius * 2))
      return
        "M\(pixels(radius - right)) \(pixels(-bottom))h\(w)a\(r) \(r) 0 0 1 \(r) \(r)v\(h)a\(r) \(r) 0 0 1 -\(r) \(r)"
        + "h-\(w)a\(r) \(r) 0 0 1 -\(r) -\(r)v-\(h)a\(r) \(r) 0 0 1 \(r) -\(r)z"
    }
    switch type {
    case .person: return rounded(min(13, bottom))
    case .country: return polygon([(-right, -bottom), (right, -bottom), (right, bottom), (-right, bottom)])
    case .organization:
      return polygon([
        (-right, 0), (-right + 9, -bottom), (right - 9, -bottom), (right, 0), (right - 9, bottom), (-right + 9, bottom),
      ])
    case .place:
      return polygon([(-right, -bottom + 6), (0, -bottom), (right, -bottom + 6), (right, bottom), (-right, bottom)])
    case .agreement:
      return polygon([(-right, -bottom), (right - 8, -bottom), (right, -bottom + 8), (right, bottom), (-right, bottom)])
    case .award:
      return polygon([
        (-right, -bottom + 6), (-right + 6, -bottom), (right - 6, -bottom), (right, -bottom + 6), (right, bottom - 6),
        (right - 6, bottom), (-right + 6, bottom), (-right, bottom - 6),
      ])
    case .occasion:
      return polygon([
        (-right, -bottom), (right - 8, -bottom), (right, 0), (right - 8, bottom), (-right, bottom), (-right + 6, 0),
      ])
    case .project:
      // A rounded box with a bar along its left side.
      return rounded(4) + "M\(pixels(-right + 5)) \(pixels(-bottom))v\(pixels(height))"
    case .position: return rounded(4)
    }
  }

  /// A length to a tenth of a pixel.
  static func pixels(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}
