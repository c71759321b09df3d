internal import DigestText

/// The rows of a table by the value of one column.
struct RowIndex: Sendable {
  /// Open addressing: row + 1, 0 = free. The count is a power of two, at most half full.
  private(set) var slots: [UInt32]
  /// Rows whose value an earlier row has.
  private(set) var duplicates: [(row: Int, first: Int)] = []
  private let column: Int

  /// Reads a column; rows without a value are left out.
  ///
  /// - Complexity: O(n).
  init(_ table: SourceTable, column: Int) {
    self.column = column
    var capacity = 4
    while capacity < table.rowCount * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    table.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<table.rowCount {
        let key = UnsafeBufferPointer(rebasing: bytes[table.range(row, column)])
        if key.isEmpty { continue }
        let slot = slot(of: key, in: table, bytes)
        if slots[slot] == 0 {
          slots[slot] = UInt32(row + 1)
        } else {
          duplicates.append((row, Int(slots[slot]) - 1))
        }
      }
    }
  }

  /// The row of the table from which the index was made that has this value.
  func row(_ key: UnsafeBufferPointer<UInt8>, in table: SourceTable) -> Int? {
    table.bytes.withUnsafeBufferPointer { bytes in
      let found = slots[slot(of: key, in: table, bytes)]
      return found == 0 ? nil : Int(found) - 1
    }
  }

  /// The row with the value that a cell of another table has.
  func row(_ key: ArraySlice<UInt8>, in table: SourceTable) -> Int? {
    key.withUnsafeBufferPointer { row($0, in: table) }
  }

  private func slot(
    of key: UnsafeBufferPointer<UInt8>, in table: SourceTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Vocabulary.hash(key)) & mask
    while slots[slot] != 0 {
      let range = table.range(Int(slots[slot]) - 1, column)
      if range.count == key.count, key.elementsEqual(bytes[range]) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
