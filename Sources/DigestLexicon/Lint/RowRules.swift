/// What rows must be among the others: unique, in order, with ids of the right kind and dates that run forward.
struct RowRules {
  private let table: SourceTable

  init(_ table: SourceTable) { self.table = table }

  func faults() -> [LexiconError.Fault] { idFaults() + dateFaults() }

  private func idFaults() -> [LexiconError.Fault] {
    guard table.kind.keyColumn == "id", let column = table.column("id") else { return [] }
    var faults: [LexiconError.Fault] = []
    for row in 0..<table.rowCount {
      let id = table.bytes(row, column)
      if row > 0, id.lexicographicallyPrecedes(table.bytes(row - 1, column)) {
        faults.append(
          table.fault(
            row: row, column: "id", rule: "not-sorted", "'\(table.cell(row, column))' stands behind a later id",
            cure: "sort the rows by id, by bytes (LC_ALL=C sort)"))
      }
      if let prefix = Self.prefix(of: table.kind), !id.starts(with: prefix.utf8) {
        faults.append(
          table.fault(
            row: row, column: "id", rule: "id-form", "'\(table.cell(row, column))' does not start with '\(prefix)'",
            cure: "write the id as the others are"))
      }
    }
    return faults
  }

  /// What the ids of a table start with.
  static func prefix(of kind: TableKind) -> String? {
    switch kind {
    case .countries: "country:"
    case .people: "person:"
    case .offices: "office:"
    case .positions: "position:"
    case .organizations, .outlets: "organization:"
    case .places: "place:"
    case .projects: "project:"
    case .awards: "award:"
    case .occasions: "occasion:"
    case .agreements: "agreement:"
    default: nil
    }
  }

  private func dateFaults() -> [LexiconError.Fault] {
    guard table.kind == .offices else { return [] }
    var faults: [LexiconError.Fault] = []
    for row in 0..<table.rowCount {
      for column in ["from", "to", "as-of"] {
        let date = table.cell(row, column)
        if !date.isEmpty, !TableDate.isDate(date) {
          faults.append(
            table.fault(
              row: row, column: column, rule: "not-a-date", "'\(date)' is no date",
              cure: "write 2025-05-09, 2025-05 or 2025"))
        }
      }
      let from = table.cell(row, "from")
      let to = table.cell(row, "to")
      if !from.isEmpty, !to.isEmpty, !TableDate.areInOrder(from, to) {
        faults.append(
          table.fault(
            row: row, column: "to", rule: "dates-inverted", "it ends on \(to) and starts on \(from)",
            cure: "correct one of the dates"))
      }
    }
    return faults
  }
}
