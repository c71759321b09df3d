import DigestModel

/// The event that a relation is for PLOVER, and its code in CAMEO.
struct EventCode: Hashable, Sendable {
  /// PLOVER's category: CONSULT, AGREE ...
  let event: String
  /// CAMEO's code of three or four digits.
  let cameo: String
  /// PLOVER's mode, where there is one.
  let mode: String?
  /// PLOVER's contexts.
  let context: [String]
  /// 1 for verbal and 2 for material cooperation; the model has no conflict.
  let quad: Int

  /// Whether an event of this category must have a recipient.
  var needsRecipient: Bool { event == "COOPERATE" }

  private init(_ event: String, _ cameo: String, mode: String? = nil, context: [String] = [], quad: Int = 1) {
    self.event = event
    self.cameo = cameo
    self.mode = mode
    self.context = context
    self.quad = quad
  }

  /// The code; `nil` where the relation is no event, or not one that is done or intended.
  init?(_ relation: Relation) {
    guard let done = Self.done(relation.type) else { return nil }
    switch relation.status {
    case .happened, .ongoing: self = done
    case .planned, .expected: self = done.intended
    case .proposed, .negated, .cancelled, .hypothetical: return nil
    }
  }

  private static func done(_ type: RelationType) -> EventCode? {
    switch type {
    case .met, .attended: EventCode("CONSULT", "040")
    case .received: EventCode("CONSULT", "043", mode: "visit")
    case .visited: EventCode("CONSULT", "042", mode: "visit")
    case .called: EventCode("CONSULT", "041", mode: "phone")
    case .negotiated: EventCode("CONSULT", "046", context: ["diplomatic"])
    case .mediated: EventCode("CONSULT", "045", context: ["diplomatic"])
    case .invited: EventCode("AGREE", "036", context: ["diplomatic"])
    case .agreed: EventCode("AGREE", "030", context: ["diplomatic"])
    case .signed: EventCode("SUPPORT", "057", context: ["diplomatic"])
    case .upgradedRelations: EventCode("SUPPORT", "050", context: ["diplomatic"])
    case .awarded: EventCode("SUPPORT", "051", context: ["diplomatic"])
    case .involvesCountry, .builtBy, .financedBy, .ownedBy, .operatedBy:
      EventCode("COOPERATE", "061", context: ["economic"], quad: 2)
    case .issued, .appointed, .locatedIn, .partOf, .hasCapacity, .costs, .measures, .capacityChange, .changed,
      .milestone,
      .holdsPosition, .represents, .memberOf, .reportedBy:
      nil
    }
  }

  /// The intent to do it: 036 to meet, 0311 to cooperate economically, else 030 to cooperate.
  private var intended: EventCode {
    let cameo = event == "CONSULT" ? "036" : event == "COOPERATE" ? "0311" : event == "AGREE" ? self.cameo : "030"
    return EventCode("AGREE", cameo, context: (context.isEmpty ? ["diplomatic"] : context) + ["future"])
  }
}
