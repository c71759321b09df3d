internal import DigestEntities
internal import DigestModel
internal import DigestText

/// Which project an item spoke of last: what a sentence that names none goes on about.
struct ProjectScope {
  private let entities: EntityText
  /// By sentence: the first sentence of the next item.
  private let itemStarts: Set<Int>
  /// The project named last.
  private(set) var current: Int?

  init(entities: EntityText, text: SegmentedText) {
    self.entities = entities
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
  }

  /// Forgets the project of the item before where the sentence starts a new one.
  mutating func enter(_ sentence: Int) {
    if itemStarts.contains(sentence) { current = nil }
  }

  /// Remembers the projects of a sentence's mentions; programmes are no sites and have no capacity.
  mutating func note(_ mentions: Range<Int>) {
    for mention in entities.mentions[mentions] where mention.type == .project {
      guard let entity = mention.entity else { continue }
      switch entities.entities[entity].subtype {
      case "programme", "corridor": continue
      default: current = entity
      }
    }
  }
}
