internal import DigestLexicon
internal import DigestModel

/// What an argument must be for a role.
struct FillerKind: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  static let person = FillerKind(rawValue: 1)
  static let organization = FillerKind(rawValue: 2)
  static let country = FillerKind(rawValue: 4)
  static let place = FillerKind(rawValue: 8)
  static let agreement = FillerKind(rawValue: 16)
  static let award = FillerKind(rawValue: 32)
  static let occasion = FillerKind(rawValue: 64)
  static let level = FillerKind(rawValue: 128)
  static let relationship = FillerKind(rawValue: 256)
  static let position = FillerKind(rawValue: 512)
  static let any = FillerKind(rawValue: 1024)
  static let statement = FillerKind(rawValue: 2048)
  static let project = FillerKind(rawValue: 4096)

  static let actor: FillerKind = [.person, .organization, .country]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The kind that a table calls so.
  init?(name: String) {
    switch name {
    case "person": self = .person
    case "country": self = .country
    case "leader": self = [.person, .country]
    case "actor": self = .actor
    case "place": self = [.place, .country]
    case "agreement": self = .agreement
    case "statement": self = .statement
    case "paper": self = [.agreement, .statement]
    case "award": self = .award
    case "occasion": self = .occasion
    case "level": self = .level
    case "relationship": self = .relationship
    case "position": self = .position
    case "project": self = .project
    case "any": self = .any
    default: return nil
    }
  }
}

/// A row of `frames.tsv`: a trigger's relation, and which place beside it plays which part.
struct Frame: Sendable {
  var id: String
  var type: RelationType
  var slots: [(slot: Slot, role: Role)]
  var needs: [(role: Role, kind: FillerKind)]
  /// What the trigger itself states: "phone", "summit", the stage of a milestone.
  var kind: String

  func need(_ role: Role) -> FillerKind? { needs.first { $0.role == role }?.kind }
}

/// All frames, by verb and by noun.
///
/// A class: one reference to all readers.
final class FrameTable: Sendable {
  let frames: [Frame]
  /// By row of the verb table.
  let byVerb: [[Int]]
  /// By row of the frame table.
  let byRow: [Int]

  /// Reads the frames.
  ///
  /// - Throws: ``LexiconError`` naming each row with an unknown relation, slot, role or verb.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    let table = lexicon.table(.frames)
    let verbs = lexicon.table(.verbs)
    var frames: [Frame] = []
    var byVerb = [[Int]](repeating: [], count: verbs.rowCount)
    var byRow = [Int](repeating: -1, count: table.rowCount)
    var faults: [LexiconError.Fault] = []
    for row in 0..<table.rowCount {
      var problems: [(column: String, message: String)] = []
      guard let type = RelationType(rawValue: table.cell(row, "type")) else {
        problems.append(("type", "'\(table.cell(row, "type"))' is no relation type"))
        faults += Self.faults(problems, table, row)
        continue
      }
      let frame = Frame(
        id: table.cell(row, "id"), type: type, slots: Self.slots(table.cell(row, "slots"), &problems),
        needs: Self.needs(table.cell(row, "needs"), &problems), kind: table.cell(row, "kind"))
      byRow[row] = frames.count
      for verb in table.list(row, "verbs") {
        if let verbRow = verbs.row(id: verb) {
          byVerb[verbRow].append(frames.count)
        } else {
          problems.append(("verbs", "verbs.tsv has no verb '\(verb)'"))
        }
      }
      frames.append(frame)
      faults += Self.faults(problems, table, row)
    }
    guard faults.isEmpty else { throw LexiconError(faults: faults) }
    self.frames = frames
    self.byVerb = byVerb
    self.byRow = byRow
  }

  private static func slots(_ cell: String, _ problems: inout [(column: String, message: String)]) -> [(Slot, Role)] {
    cell.split(separator: " ").compactMap { pair in
      let parts = pair.split(separator: "=").map(String.init)
      guard parts.count == 2, let slot = Slot(rawValue: parts[0]), let role = Role(rawValue: parts[1]) else {
        problems.append(("slots", "'\(pair)' is not PLACE=ROLE"))
        return nil
      }
      return (slot, role)
    }
  }

  private static func needs(
    _ cell: String, _ problems: inout [(column: String, message: String)]
  ) -> [(Role, FillerKind)] {
    cell.split(separator: " ").compactMap { pair in
      let parts = pair.split(separator: ":").map(String.init)
      guard parts.count == 2, let role = Role(rawValue: parts[0]), let kind = FillerKind(name: parts[1]) else {
        problems.append(("needs", "'\(pair)' is not ROLE:KIND"))
        return nil
      }
      return (role, kind)
    }
  }

  private static func faults(
    _ problems: [(column: String, message: String)], _ table: Table, _ row: Int
  ) -> [LexiconError.Fault] {
    problems.map {
      LexiconError.Fault(
        file: table.name, line: table.line(ofRow: row), column: $0.column, rule: "unknown-name", message: $0.message,
        cure: "use a name that stands in the head of the table")
    }
  }
}
