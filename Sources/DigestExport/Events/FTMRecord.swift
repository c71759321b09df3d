import DigestModel

/// One FollowTheMoney entity: properties with several values each, all of them text.
struct FTMRecord {
  private let id: String
  private let schema: String
  private var properties: [(name: String, values: [String])] = []

  init(id: String, schema: String) {
    self.id = id
    self.schema = schema
  }

  /// Adds a value, cut to what the format allows; none, an empty one, and one that is there, add nothing.
  mutating func add(_ name: String, _ value: String?) {
    guard var value, Self.isVisible(value) else { return }
    let longest = FTMName.longest(name)
    if value.utf8.count > longest { value = String(String.UnicodeScalarView(value.unicodeScalars.prefix(longest))) }
    guard let index = properties.firstIndex(where: { $0.name == name }) else {
      properties.append((name, [value]))
      return
    }
    if !properties[index].values.contains(value) { properties[index].values.append(value) }
  }

  /// Whether a text has more than spaces and control characters.
  static func isVisible(_ text: String) -> Bool { text.utf8.contains { $0 > 0x20 } }

  /// Adds a date of the form YYYY, YYYY-MM or YYYY-MM-DD; any other adds nothing.
  mutating func date(_ name: String, _ edtf: String?) {
    guard let edtf, [4, 7, 10].contains(edtf.utf8.count), DayRange(edtf: edtf) != nil else { return }
    add(name, edtf)
  }

  /// Adds the country of an ISO 3166-1 alpha-2 code.
  mutating func country(_ code: String?) {
    if let code, CountryCodes.alpha3(code) != nil { add("country", code.lowercased()) }
  }

  /// The line; `nil` where the schema asks for something that is not there.
  var line: [UInt8]? {
    let named = properties.map(\.name)
    guard FTMName.required(schema).allSatisfy(named.contains) else { return nil }
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", id)
      writer.field("schema", schema)
      writer.key("properties")
      writer.object { writer in
        for (name, values) in properties {
          writer.key(name)
          writer.array { writer in
            for value in values {
              writer.element()
              writer.string(value)
            }
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

/// The names of FollowTheMoney.
enum FTMName {
  /// The longest id of the format, in characters.
  private static let longestID = 200

  /// An id of ASCII letters, digits, `.` and `-` that starts and ends with a letter or digit, a different one for each id:
  /// `:` becomes `.-`, any other byte `.` and two hexadecimal digits. One that gets too long is its SHA-256.
  static func id(_ id: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("dg-".utf8)
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        bytes.append(byte)
      case UInt8(ascii: ":"): bytes += ".-".utf8
      default: bytes += [UInt8(ascii: "."), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes += ".0".utf8 }
    return bytes.count <= longestID ? String(decoding: bytes, as: UTF8.self) : "dg.\(sha256(Array(id.utf8)))"
  }

  /// The longest value of a property, in Unicode scalars.
  static func longest(_ property: String) -> Int {
    switch property {
    case "name", "alias": 384
    case "full", "location": 250
    case "summary": 65_000
    default: 1_024
    }
  }

  /// The schema of an entity; `nil` for things that the format does not know.
  static func schema(_ entity: Entity) -> String? {
    switch entity.type {
    case .person: "Person"
    case .country: "PublicBody"
    case .place: "Address"
    case .project: "Project"
    case .position: "Position"
    case .organization:
      switch entity.subtype {
      case "company", "bank", "fund": "Company"
      case "government", "military": "PublicBody"
      default: "Organization"
      }
    case .agreement, .award, .occasion: nil
    }
  }

  /// What a kind of event is called.
  static func event(_ type: RelationType) -> String? {
    switch type {
    case .met: "Meeting"
    case .received: "Reception"
    case .visited: "Visit"
    case .called: "Call"
    case .negotiated: "Negotiations"
    case .mediated: "Mediation"
    case .attended: "Attendance"
    case .invited: "Invitation"
    case .agreed: "Understanding"
    case .signed: "Signing"
    case .issued: "Joint document"
    case .upgradedRelations: "Upgrade of relations"
    case .awarded: "Award"
    case .appointed: "Appointment"
    case .milestone: "Project milestone"
    case .involvesCountry, .locatedIn, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf, .hasCapacity, .costs,
      .measures, .capacityChange, .changed, .holdsPosition, .represents, .memberOf, .reportedBy:
      nil
    }
  }

  /// The properties that a schema asks for.
  static func required(_ schema: String) -> [String] {
    switch schema {
    case "Document": ["fileName"]
    case "Occupancy": ["holder", "post"]
    case "Membership": ["member", "organization"]
    case "Representation": ["agent", "client"]
    case "ProjectParticipant": ["project", "participant"]
    case "Project", "Address": []
    default: ["name"]
    }
  }
}
