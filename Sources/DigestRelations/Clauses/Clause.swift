/// What stands round a trigger: chunk numbers by grammatical place.
struct Clause {
  private var fillers: [(slot: Slot, chunks: [Int])] = []
  /// Date groups of the clause, nearest first.
  var dates: [Int] = []
  /// Noun groups behind "in" and "at", in text order.
  var places: [Int] = []
  /// The tokens of the infinitive or clause that the trigger governs.
  var complement: Range<Int>?
  /// The verb group that governs the trigger, where it is a noun.
  var governor: Int?

  subscript(slot: Slot) -> [Int] { fillers.first { $0.slot == slot }?.chunks ?? [] }

  mutating func fill(_ slot: Slot, _ chunks: [Int]) {
    guard !chunks.isEmpty, !fillers.contains(where: { $0.slot == slot }) else { return }
    fillers.append((slot, chunks))
  }
}
