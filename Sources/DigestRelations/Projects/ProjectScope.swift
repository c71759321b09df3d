internal import DigestEntities
internal import DigestModel
internal import DigestText

/// Which project an item is about at a sentence that names none: its first, or one that a sentence of the same paragraph
/// was about since.
struct ProjectScope {
  private let entities: EntityText
  private let text: SegmentedText
  /// By sentence: the first sentence of the next item.
  private let itemStarts: Set<Int>
  private let items: ItemIndex
  /// The first project of the item.
  private var topic: Int?
  /// The project that the sentence before was about.
  private var latest: Int?

  init(entities: EntityText, text: SegmentedText) {
    self.entities = entities
    self.text = text
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
    items = ItemIndex(entities: entities, text: text)
  }

  /// The project that a sentence without one goes on about.
  var current: Int? { latest ?? topic }

  /// Forgets the project of the item before where the sentence starts a new one, and turns back to the item's own where
  /// it starts a new paragraph.
  mutating func enter(_ sentence: Int) {
    let isParagraph = text.tokens[text.sentences[sentence].lowerBound].shape.contains(.lineStart)
    let isSingle = entities.layout.items.count == 1
    if !isSingle, itemStarts.contains(sentence) || isParagraph && items.item(of: sentence) == nil { topic = nil }
    if isParagraph { latest = nil }
  }

  /// Remembers what a sentence was about: the project with which it opens, unless the item's own is named in it, too.
  ///
  /// `pointsBack`: whether the sentence speaks of "it", which is the item's own.
  mutating func note(_ mentions: Range<Int>, pointsBack: Bool) {
    let named = entities.mentions[mentions].filter { $0.type == .project && isSite($0) }.compactMap(\.entity)
    guard let first = named.first else { return }
    if topic == nil { topic = first }
    latest = pointsBack || named.contains { $0 == topic } ? topic : first
  }

  private func isSite(_ mention: MentionDraft) -> Bool {
    mention.entity.map { entities.entities[$0].subtype != "programme" } ?? false
  }
}
