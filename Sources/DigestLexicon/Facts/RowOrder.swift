internal import DigestText

/// The rows of a table in the order of one column's cells, as the compiler has sorted them.
///
/// A view of the image that its table keeps.
package struct RowOrder: @unchecked Sendable {
  private let table: Table
  private let column: Int
  private let rows: UnsafeBufferPointer<UInt32>

  init(_ table: Table, column: Int, rows: UnsafeBufferPointer<UInt32>) {
    self.table = table
    self.column = column
    self.rows = rows
  }

  /// The rows whose cell is `value`, ascending.
  ///
  /// - Complexity: O(log(rows)) comparisons of cells.
  package func rows(_ value: String) -> [Int] {
    var value = value
    return value.withUTF8 { value in
      withExtendedLifetime(table.image.storage) {
        rows[start(of: value)...].prefix { table.bytes(Int($0), column).elementsEqual(value) }.map { Int($0) }
      }
    }
  }

  /// The first place whose cell is not below `value`.
  private func start(of value: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if table.bytes(Int(rows[middle]), column).lexicographicallyPrecedes(value) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension TableKind {
  /// The columns by whose cells rows are looked up.
  var indexedColumns: [String] { self == .offices ? ["person", "body"] : [] }
}
