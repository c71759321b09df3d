internal import DigestEntities
internal import DigestText

/// Whom an item is about at a sentence: the person who was the subject of its first clause, else of the sentence before.
struct DiscourseSubject {
  /// By first sentence of an item: its first token.
  private let itemStarts: [Int: Int]
  /// The first token of the item.
  private(set) var itemStart = 0
  private var previous: Filler?
  private var current: Filler?
  /// Whether the sentence before had a person as its subject.
  private var isNear = false

  init(entities: EntityText, text: SegmentedText) {
    let sentences = entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound }
    itemStarts = Dictionary(
      sentences.map { ($0, text.sentences[$0].lowerBound) }, uniquingKeysWith: { first, _ in first })
  }

  /// Starts a sentence; another item has another subject.
  mutating func enter(_ sentence: Int) {
    if let start = itemStarts[sentence] {
      itemStart = start
      previous = nil
      current = nil
    }
    // A sentence without a person as its subject may stand between.
    previous = current ?? (isNear ? previous : nil)
    isNear = current != nil
    current = nil
  }

  /// Finds the person who is the subject of the sentence's first finite verb.
  mutating func read(_ reader: ClauseReader, _ fillers: FillerReader) {
    for index in reader.chunks.indices where reader.chunks[index].verb?.form == .finite {
      let subjects = reader.subjects(of: index)
      guard subjects.count == 1 else { return }
      // "Omarova's day began"
      let owner = reader.chunks[subjects[0]].possessor.map { fillers.fillers(mention: $0, need: .person) } ?? []
      let people = owner.isEmpty ? fillers.fillers(subjects[0], need: .person) : owner
      if people.count == 1, people[0].entity != nil { current = people[0] }
      return
    }
  }

  /// The subject of the sentence before.
  var neighbour: Filler? { isNear ? previous : nil }

  /// The person whom a pronoun at `token` means: an object is not the subject of its own clause.
  func antecedent(at token: Int, isObject: Bool) -> Filler? {
    if let current, !isObject, current.tokens.upperBound <= token { return current }
    return previous
  }
}
