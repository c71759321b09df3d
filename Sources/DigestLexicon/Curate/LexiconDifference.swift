/// How two lexicons differ: in rows and names, not in bytes, order or files.
package struct LexiconDifference: Sendable {
  /// One difference: a row that was added, removed or changed.
  package struct Change: Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
      case added = "+"
      case removed = "-"
      case changed = "~"
    }

    package var kind: Kind
    package var table: String
    /// The row's id, or the row itself where it has none.
    package var row: String
    /// What there is of it: its name, or the cell that differs.
    package var detail: String

    package var description: String { "\(kind.rawValue) \(table) \(row)" + (detail.isEmpty ? "" : "  " + detail) }
  }

  /// By table and row.
  package var changes: [Change] = []

  /// Compares two lexicons.
  ///
  /// - Complexity: O(n log n).
  package init(from old: Lexicon, to new: Lexicon) {
    for kind in TableKind.allCases {
      let (before, after) = (old.table(kind), new.table(kind))
      if let key = kind.keyColumn { compare(before, after, key, kind) } else { compareWhole(before, after, kind) }
    }
  }

  private mutating func compare(_ before: Table, _ after: Table, _ key: String, _ kind: TableKind) {
    let (old, new) = (Self.rows(before, key), Self.rows(after, key))
    for id in Set(old.keys).union(new.keys).sorted() {
      switch (old[id], new[id]) {
      case (nil, let row?):
        changes.append(Change(kind: .added, table: kind.fileName, row: id, detail: Self.name(after, row, key)))
      case (let row?, nil):
        changes.append(Change(kind: .removed, table: kind.fileName, row: id, detail: Self.name(before, row, key)))
      case (let first?, let second?): compare(id, (before, first), (after, second), kind)
      default: break
      }
    }
  }

  private static func rows(_ table: Table, _ key: String) -> [String: Int] {
    guard let column = table.column(key) else { return [:] }
    var rows: [String: Int] = [:]
    for row in 0..<table.rowCount where rows[table.cell(row, column)] == nil { rows[table.cell(row, column)] = row }
    return rows
  }

  private static func name(_ table: Table, _ row: Int, _ key: String) -> String {
    key == "name" ? "" : table.cell(row, "name")
  }

  /// The cells of a row that both have.
  private mutating func compare(
    _ id: String, _ old: (table: Table, row: Int), _ new: (table: Table, row: Int), _ kind: TableKind
  ) {
    var columns = new.table.columns
    columns += old.table.columns.filter { !columns.contains($0) }
    for column in columns where old.table.cell(old.row, column) != new.table.cell(new.row, column) {
      let (before, after) = (old.table.list(old.row, column), new.table.list(new.row, column))
      var parts = before.filter { !after.contains($0) }.map { "-'\($0)'" }
      parts += after.filter { !before.contains($0) }.map { "+'\($0)'" }
      // The same values in another order say the same, but for the first of names.
      if parts.isEmpty { continue }
      changes.append(
        Change(kind: .changed, table: kind.fileName, row: id, detail: "\(column): " + parts.joined(separator: " ")))
    }
  }

  /// Rows without an id are compared whole.
  private mutating func compareWhole(_ before: Table, _ after: Table, _ kind: TableKind) {
    func rows(_ table: Table) -> Set<String> {
      Set((0..<table.rowCount).map { row in table.columns.map { table.cell(row, $0) }.joined(separator: " | ") })
    }
    let (old, new) = (rows(before), rows(after))
    for row in old.union(new).sorted() where old.contains(row) != new.contains(row) {
      changes.append(
        Change(
          kind: new.contains(row) ? .added : .removed, table: kind.fileName,
          row: row.count > 80 ? row.prefix(77) + "..." : row, detail: ""))
    }
  }
}
