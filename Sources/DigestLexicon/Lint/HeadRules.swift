/// What the `#` lines of a table promise.
struct HeadRules {
  private let table: SourceTable

  init(_ table: SourceTable) { self.table = table }

  func faults() -> [LexiconError.Fault] {
    var faults: [LexiconError.Fault] = []
    for (field, example) in [
      ("source", "# source: where it comes from"), ("licence", "# licence: CC0-1.0"), ("as-of", "# as-of: 2026-01-22"),
      ("rows", "# rows: 200..450"),
    ] where table.headerValue(field) == nil {
      faults.append(fault("no-head-field", "the head lacks '\(field)'", cure: "write '\(example)' above the columns"))
    }
    if let date = table.headerValue("as-of"), !TableDate.isDate(date) {
      faults.append(fault("not-a-date", "as-of is '\(date)'", cure: "write it as 2026-01-22"))
    }
    return faults + rowFaults() + mustHaveFaults()
  }

  private func rowFaults() -> [LexiconError.Fault] {
    guard let rows = table.headerValue("rows") else { return [] }
    let bounds = rows.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      return [fault("row-bounds", "rows is '\(rows)'", cure: "write it as LOW..HIGH")]
    }
    if bounds[0]...bounds[1] ~= table.rowCount { return [] }
    return [
      fault(
        "row-count", "\(table.rowCount) rows where the head promises \(rows)",
        cure: "see what is lost or doubled, else correct the head")
    ]
  }

  private func mustHaveFaults() -> [LexiconError.Fault] {
    // Of tables whose rows have no ids, the classes of the first column.
    guard let wanted = table.headerValue("must-have"),
      let column = table.kind.keyColumn.map({ table.column($0) }) ?? table.columns.indices.first
    else { return [] }
    let index = RowIndex(table, column: column)
    return wanted.split(separator: " ").compactMap { id in
      if index.row(Array(id.utf8)[...], in: table) != nil { return nil }
      return fault("missing-row", "there is no row '\(id)'", cure: "restore it, or take it out of must-have")
    }
  }

  private func fault(_ rule: String, _ message: String, cure: String) -> LexiconError.Fault {
    .init(file: table.file, line: 0, rule: rule, message: message, cure: cure)
  }
}

/// Dates as the tables write them.
enum TableDate {
  /// Whether a text is a year, month or day: 2025, 2025-05, 2025-05-09.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 && isNumber($0) }) else {
      return false
    }
    let numbers = parts.compactMap { Int($0) }
    return (numbers.count < 2 || 1...12 ~= numbers[1]) && (numbers.count < 3 || 1...31 ~= numbers[2])
  }

  private static func isNumber(_ text: Substring) -> Bool { text.utf8.allSatisfy { 0x30...0x39 ~= $0 } }

  /// Whether the first date is not behind the second one, as far as both are given.
  static func areInOrder(_ first: String, _ second: String) -> Bool {
    let length = min(first.utf8.count, second.utf8.count)
    return first.prefix(length) <= second.prefix(length)
  }
}
