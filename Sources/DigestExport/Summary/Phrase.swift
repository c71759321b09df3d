import DigestModel

/// Says a relation in one line: "Kassym-Jomart Tokayev received To Lam".
struct Phrase {
  private let index: SummaryIndex
  private let relation: Relation
  /// The roles that the line has said, so that the details need not repeat them.
  private(set) var said: Set<Role> = []
  /// The line without the status.
  private(set) var line: StyledText = ""
  /// The line with the status.
  var text: StyledText { tag.map { line + " " + $0 } ?? line }

  init(_ relation: Relation, _ index: SummaryIndex) {
    self.index = index
    self.relation = relation
    line = compose().capitalized
  }

  /// `[planned]` and the like, where the event did not simply happen.
  private var tag: StyledText? {
    switch relation.status {
    case .happened: nil
    case .ongoing, .planned, .proposed, .expected, .hypothetical:
      StyledText("[\(relation.status.rawValue)]", .notice)
    case .negated, .cancelled: StyledText("[\(relation.status.rawValue)]", .alarm)
    }
  }

  private mutating func list(_ role: Role) -> StyledText? {
    let arguments = relation.arguments(role)
    guard !arguments.isEmpty else { return nil }
    said.insert(role)
    return arguments.map { index.words($0, of: relation) }.listed()
  }

  /// The verb: past where the event took place or goes on, else the infinitive.
  private func verb(_ past: String, _ infinitive: String) -> StyledText {
    StyledText(" " + (relation.status.isActual ? past : "to " + infinitive) + " ")
  }

  private mutating func compose() -> StyledText {
    switch relation.type {
    case .met: return group(.participant, "met", "meet")
    case .called: return group(.participant, "spoke by telephone with", "speak by telephone with")
    case .negotiated: return group(.party, "held talks with", "hold talks with")
    case .mediated: return clause(.mediator, "mediated between", "mediate between", .party)
    case .received: return clause(.host, "received", "receive", .guest)
    case .visited: return clause(.visitor, "visited", "visit", .destination)
    case .attended: return clause(.attendee, "attended", "attend", .occasion)
    case .invited: return clause(.inviter, "invited", "invite", .invitee) + tail(" to ", .destination)
    case .agreed: return agreed()
    case .signed: return clause(.party, "signed", "sign", .agreement)
    case .issued: return clause(.party, "issued", "issue", .agreement)
    case .upgradedRelations: return upgraded()
    case .awarded: return awarded()
    case .appointed: return appointed()
    case .holdsPosition, .represents, .memberOf: return office()
    case .milestone: return milestone()
    default: return other()
    }
  }

  private mutating func clause(_ subject: Role, _ past: String, _ infinitive: String, _ object: Role) -> StyledText {
    let what = list(object) ?? "…"
    return (list(subject) ?? "Somebody") + verb(past, infinitive) + what
  }

  /// "A and B agreed to open an office", "A and B agreed: a ceasefire".
  private mutating func agreed() -> StyledText {
    let subject = relation.argument(.subject).map { index.words($0, of: relation).plain } ?? ""
    let colon = ["that ", "to ", "on "].contains { subject.hasPrefix($0) } ? "" : ":"
    return clause(.party, "agreed" + colon, "agree" + colon, .subject)
  }

  private mutating func upgraded() -> StyledText {
    said.insert(.subject)
    let level = tail("to ", .level)
    guard let parties = list(.party) else { return "Relations" + verb("were upgraded", "be upgraded") + level }
    return parties + verb("upgraded relations", "upgrade relations") + level
  }

  /// "A met B and C".
  private mutating func group(_ role: Role, _ past: String, _ infinitive: String) -> StyledText {
    said.insert(role)
    let names = relation.arguments(role).map { index.words($0, of: relation) }
    guard names.count > 1 else { return names.listed() + verb(past, infinitive) + "…" }
    return names[0] + verb(past, infinitive) + Array(names.dropFirst()).listed()
  }

  private mutating func tail(_ preposition: String, _ role: Role) -> StyledText {
    list(role).map { StyledText(preposition) + $0 } ?? ""
  }

  private mutating func awarded() -> StyledText {
    let award = list(.award) ?? "an award"
    let recipient = list(.recipient) ?? "somebody"
    guard let conferrer = list(.conferrer) else { return recipient + verb("was awarded", "be awarded") + award }
    return conferrer + verb("awarded", "award") + award + " to " + recipient
  }

  private mutating func appointed() -> StyledText {
    let appointee = list(.appointee) ?? "Somebody"
    let position = list(.position) ?? "…"
    let body = tail(" of ", .body)
    guard let appointer = list(.appointer) else {
      return appointee + verb("was appointed", "be appointed") + position + body
    }
    return appointer + verb("appointed", "appoint") + appointee + " " + position + body
  }

  /// "X, General Secretary of Y".
  private mutating func office() -> StyledText {
    (Self.holder(of: relation).map { index.words($0, of: relation) } ?? "Somebody") + ", " + position()
  }

  /// The office alone. A body or country that its name holds already is not said again.
  private mutating func position() -> StyledText {
    var parts: [StyledText] = []
    for part in [list(.position), list(.body), list(.whole), list(.country)].compactMap({ $0 }) {
      if !(parts.first?.plain.contains(part.plain) ?? false) { parts.append(part) }
    }
    let offices = parts.joined(by: ", ")
    switch relation.type {
    case .represents: return "represents " + offices
    case .memberOf: return "member of " + offices
    default: return offices
    }
  }

  /// Who holds an office.
  static func holder(of relation: Relation) -> Argument? {
    relation.argument(.holder) ?? relation.argument(.participant) ?? relation.argument(.subject)
      ?? relation.argument(.part)
  }

  /// The offices of one person or body; of two that say the same the one that says more.
  static func offices(_ relations: [Relation], _ index: SummaryIndex) -> (holder: StyledText, offices: String) {
    var offices: [String] = []
    for relation in relations {
      var phrase = Phrase(relation, index)
      let text = phrase.position().plain + (phrase.tag.map { " " + $0.plain } ?? "")
      if offices.contains(where: { says($0, text) }) { continue }
      offices.removeAll { says(text, $0) }
      offices.append(text)
    }
    let holder = holder(of: relations[0]).map { index.words($0, of: relations[0]) } ?? "Somebody"
    return (holder, offices.joined(separator: "; "))
  }

  /// Whether `long` has all words of `short` in their order.
  private static func says(_ long: String, _ short: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.lowercased().split { $0 == " " || $0 == "," } }
    var rest = words(short)[...]
    for word in words(long) where word == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// "X: inaugurated by Y".
  private mutating func milestone() -> StyledText {
    let subject = list(.project) ?? list(.subject) ?? "Something"
    return subject + ": " + (list(.stage) ?? "a new stage") + tail(" by ", .officiant)
  }

  private mutating func other() -> StyledText {
    let subject = list(.subject) ?? list(.project) ?? list(.body) ?? list(.part) ?? "Somebody"
    let rest = relation.arguments.filter { !said.contains($0.role) }
    said.formUnion(rest.map(\.role))
    let name = relation.type == .changed ? "" : " " + relation.type.rawValue.replacing("-", with: " ")
    return subject + StyledText(name + ": ") + rest.map { index.words($0, of: relation) }.joined(by: ", ")
  }
}
