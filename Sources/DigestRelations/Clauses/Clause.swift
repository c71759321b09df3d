/// What stands round a trigger: chunk numbers by grammatical place.
struct Clause {
  private(set) var fillers: [Slot: [Int]] = [:]
  /// Date groups of the clause, nearest first.
  var dates: [Int] = []
  /// Noun groups behind "in" and "at", in text order.
  var places: [Int] = []
  /// The tokens of the infinitive or clause that the trigger governs.
  var complement: Range<Int>?
  /// The verb group that governs the trigger, where it is a noun.
  var governor: Int?

  subscript(slot: Slot) -> [Int] { fillers[slot] ?? [] }

  mutating func fill(_ slot: Slot, _ chunks: [Int]) {
    guard !chunks.isEmpty, fillers[slot] == nil else { return }
    fillers[slot] = chunks
  }
}
