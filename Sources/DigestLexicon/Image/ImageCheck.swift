/// Checks everything by which the parts of an image refer to each other, so that no reader has to.
///
/// A right checksum says that the bytes are those that were written, not that a compiler of ours wrote them.
struct ImageCheck {
  private let image: LexiconImage

  init(_ image: LexiconImage) { self.image = image }

  /// The first thing that does not fit; nil where all does.
  ///
  /// - Complexity: O(n).
  func problem() -> String? {
    // In this order: the later ones rely on the earlier ones.
    if !wordsFit { return "its words do not fit together" }
    if !stringsFit { return "its strings do not fit together" }
    if !tablesFit { return "its tables do not fit together" }
    if !sensesFit { return "its senses do not fit together" }
    if !namesFit { return "its names do not fit together" }
    return entriesFit ? nil : "its entries do not fit together"
  }

  private var wordCount: Int { image.wordStarts.count - 1 }

  private var wordsFit: Bool {
    image.wordStarts.count >= 2 && ascend(image.wordStarts, to: image.pool.count)
      && image.wordStarts[1] == 0 && image.words.count == wordCount + 1 && image.traits.count <= wordCount
      && Self.isPowerOfTwo(image.wordSlots.count) && image.wordSlots.contains(0)
      && image.wordSlots.allSatisfy { UInt32(truncatingIfNeeded: $0) < UInt32(clamping: wordCount) }
      && image.words.allSatisfy { Int($0.classSet) < image.classSets.count }
  }

  private var sensesFit: Bool {
    image.words[0].firstSense == 0 && Int(image.words[wordCount].firstSense) == image.senses.count
      && zip(image.words, image.words.dropFirst()).allSatisfy { $0.firstSense <= $1.firstSense }
      && image.senses.allSatisfy { sense in
        guard let code = UInt8(exactly: sense.code), let wordClass = WordClass(rawValue: code) else { return false }
        switch wordClass {
        case .verb: return isRow(sense.value, of: .verbs)
        case .noun, .nounPlural: return isRow(sense.value, of: .nouns)
        default: return true
        }
      }
  }

  private func isRow(_ value: Int32, of kind: TableKind) -> Bool {
    value >= 0 && Int(value) < image.table(kind).rowCount
  }

  private var namesFit: Bool {
    let trie = image.trie
    let count = trie.states.count - 1
    guard count >= 1, trie.words.count == count, image.words.allSatisfy({ Int($0.root) < count }),
      trie.states[0].firstEntry == 0, Int(trie.states[count].firstEntry) == trie.entries.count,
      Int(trie.states[count].firstChild) == count
    else { return false }
    for state in 0..<count {
      let next = trie.states[state + 1]
      if next.firstChild < trie.states[state].firstChild || next.firstEntry < trie.states[state].firstEntry {
        return false
      }
    }
    return true
  }

  private var stringsFit: Bool {
    image.stringStarts.count >= 1 && ascend(image.stringStarts, to: image.strings.count)
      && image.cellStarts.count >= 1 && ascend(image.cellStarts, to: image.cells.count)
  }

  private var tablesFit: Bool {
    var kinds: Set<UInt32> = []
    return image.tables.allSatisfy { record in
      kinds.insert(record.kind).inserted && record.kind < UInt32(TableKind.allCases.count) && fits(record)
    }
  }

  private func fits(_ record: ImageFormat.TableRecord) -> Bool {
    let (cells, overflow) = Int(record.rowCount).multipliedReportingOverflow(by: Int(record.columnCount))
    guard !overflow, Int(record.firstString) + record.stringCount < image.stringStarts.count,
      cells < image.cellStarts.count - Int(record.firstCell),
      Int(record.firstPlace) + Int(record.rowCount) <= image.places.count,
      Int(record.firstSlot) + Int(record.slotCount) <= image.idSlots.count
    else { return false }
    let kind = TableKind.allCases[Int(record.kind)]
    let (ordered, tooMany) = Int(record.rowCount).multipliedReportingOverflow(by: kind.indexedColumns.count)
    guard !tooMany, ordered <= image.orders.count - Int(record.firstOrder),
      image.orders[Int(record.firstOrder)..<(Int(record.firstOrder) + ordered)].allSatisfy({ $0 < record.rowCount })
    else { return false }
    if record.slotCount == 0 { return true }
    let slots = image.idSlots[Int(record.firstSlot)..<(Int(record.firstSlot) + Int(record.slotCount))]
    return Self.isPowerOfTwo(slots.count) && slots.contains(0) && slots.allSatisfy { $0 <= record.rowCount }
  }

  private var entriesFit: Bool {
    let rows = TableKind.allCases.map { UInt32(clamping: image.table($0).rowCount) }
    let people = rows[Int(TableKind.people.rawValue)]
    return image.personKeys.allSatisfy { $0.row < people }
      && image.trie.entries.allSatisfy { entry in
        Int(entry.tableCode) < rows.count && entry.row < rows[Int(entry.tableCode)]
          && NameForm(rawValue: entry.formCode) != nil
          && (entry.classCode == 0 || WordClass(rawValue: entry.classCode - 1) != nil)
      }
  }

  /// Whether starts ascend from 0 to the end of what they cut.
  private func ascend(_ starts: UnsafeBufferPointer<UInt32>, to end: Int) -> Bool {
    guard starts.first == 0, let last = starts.last, Int(last) == end else { return false }
    return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private static func isPowerOfTwo(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }
}
