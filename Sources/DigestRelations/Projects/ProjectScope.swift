internal import DigestEntities
internal import DigestModel
internal import DigestText

/// Which projects an item has named so far: a sentence that names none speaks of the only one.
struct ProjectScope {
  private let entities: EntityText
  /// By sentence: the first sentence of the next item.
  private let itemStarts: Set<Int>
  private var named: Set<Int> = []

  init(entities: EntityText, text: SegmentedText) {
    self.entities = entities
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
  }

  /// Forgets the projects of the item before where the sentence starts a new one.
  mutating func enter(_ sentence: Int) {
    if itemStarts.contains(sentence) { named.removeAll(keepingCapacity: true) }
  }

  /// Remembers the projects of a sentence's mentions; programmes are no sites and have no capacity.
  mutating func note(_ mentions: Range<Int>) {
    for mention in entities.mentions[mentions] where mention.type == .project {
      guard let entity = mention.entity else { continue }
      switch entities.entities[entity].subtype {
      case "programme", "corridor": continue
      default: named.insert(entity)
      }
    }
  }

  /// The only project named so far.
  var onlyProject: Int? { named.count == 1 ? named.first : nil }
}
