internal import DigestEntities
internal import DigestFigures
internal import DigestModel
internal import DigestText

/// The meeting and the visit that an item spoke of last: what "the meeting", "the visit", "the guest" and "the host" go
/// back to.
struct EventScope {
  private let itemStarts: Set<Int>
  /// The last meeting, as one relation for each pair.
  private(set) var meeting: [RelationDraft] = []
  private(set) var visit: [RelationDraft] = []
  /// The last visitor or person received, where he was alone.
  private(set) var guest: ArgumentDraft?
  private(set) var host: ArgumentDraft?
  /// The figure with the day of the last event that took place.
  private(set) var day: Int?

  init(entities: EntityText, text: SegmentedText) {
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
  }

  /// Starts a sentence; another item has other events.
  mutating func enter(_ sentence: Int) {
    guard itemStarts.contains(sentence) else { return }
    (meeting, visit, guest, host, day) = ([], [], nil, nil, nil)
  }

  /// Remembers the events of a sentence, in text order.
  mutating func note(_ drafts: [RelationDraft], _ figures: FigureText) {
    for draft in drafts {
      if draft.status.isActual, let time = draft.time, figures.figures[time].figure.edtf?.utf8.count == 10 {
        day = time
      }
    }
    for draft in drafts where !draft.retells {
      switch draft.type {
      case .met, .received, .negotiated, .called: Self.extend(&meeting, draft)
      case .visited: Self.extend(&visit, draft)
      default: continue
      }
      guest = only(draft, [.visitor, .guest]) ?? guest
      host = only(draft, [.host]) ?? host
    }
  }

  private static func extend(_ event: inout [RelationDraft], _ draft: RelationDraft) {
    if event.first?.evidence != draft.evidence { event = [] }
    event.append(draft)
  }

  private func only(_ draft: RelationDraft, _ roles: [Role]) -> ArgumentDraft? {
    let found = draft.arguments.filter { roles.contains($0.role) && $0.entity != nil }
    return found.count == 1 ? found[0] : nil
  }
}
