internal import DigestEntities
internal import DigestText

/// Whom an item is about at a sentence: the person who was the subject of its first clause, else of the sentence before.
struct DiscourseSubject {
  private let itemStarts: Set<Int>
  private var previous: Filler?
  private var current: Filler?
  /// Whether the sentence before had a person as its subject.
  private var isNear = false

  init(entities: EntityText, text: SegmentedText) {
    itemStarts = Set(entities.layout.items.map { text.lines[$0.lines.lowerBound].lowerBound })
  }

  /// Starts a sentence; another item has another subject.
  mutating func enter(_ sentence: Int) {
    if itemStarts.contains(sentence) {
      previous = nil
      current = nil
    }
    isNear = current != nil
    previous = current ?? previous
    current = nil
  }

  /// Finds the person who is the subject of the sentence's first finite verb.
  mutating func read(_ reader: ClauseReader, _ fillers: FillerReader) {
    for index in reader.chunks.indices where reader.chunks[index].verb?.form == .finite {
      let subjects = reader.subjects(of: index)
      guard subjects.count == 1 else { return }
      let people = fillers.fillers(subjects[0], need: .person)
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
