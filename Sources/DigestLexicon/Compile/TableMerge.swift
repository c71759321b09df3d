/// Lays a user's table over another: rows with a known id override it, others are added, and a row that holds its id
/// and `-` in the column behind it removes that id.
struct TableMerge {
  private(set) var merged: SourceTable
  private(set) var faults: [LexiconError.Fault] = []
  private let upper: SourceTable
  /// By column of the lower table: the column of the upper one.
  private var columns: [Int?] = []
  private var removed: Set<Int> = []

  /// Lays `upper` over `lower`.
  ///
  /// - Complexity: O(size of both).
  init(_ upper: SourceTable, over lower: SourceTable) {
    self.upper = upper
    merged = lower
    if upper.headerValue("replaces") == "all" {
      merged = upper
      return
    }
    mapColumns()
    guard faults.isEmpty else { return }
    let firstFile = merged.files.count
    let firstByte = UInt32(merged.bytes.count)
    merged.files += upper.files
    merged.bytes += upper.bytes
    if let key = lower.kind.keyColumn, let lowerKey = lower.column(key), let upperKey = upper.column(key) {
      layRows(lower, RowIndex(lower, column: lowerKey), upperKey, firstFile, firstByte)
    } else {
      for row in 0..<upper.rowCount { append(row, firstFile, firstByte) }
    }
    removeRows()
  }

  private mutating func mapColumns() {
    if merged.bytes.count + upper.bytes.count >= Int(UInt32.max) {
      faults.append(
        .init(
          file: upper.file, line: 0, rule: "too-large", message: "the tables have 4 GB or more together",
          cure: "leave out what is not needed"))
    }
    for column in upper.columns where merged.column(column) == nil {
      faults.append(
        .init(
          file: upper.file, line: 0, column: column, rule: "unknown-column",
          message: "\(merged.kind.fileName) has no such column",
          cure: "use some of: " + merged.columns.joined(separator: ", ")))
    }
    if let key = merged.kind.keyColumn, upper.column(key) == nil {
      faults.append(
        .init(
          file: upper.file, line: 0, column: key, rule: "no-key-column",
          message: "the table lacks the column that names its rows", cure: "add the column '\(key)'"))
    }
    columns = merged.columns.map { upper.column($0) }
  }

  private mutating func layRows(
    _ lower: SourceTable, _ index: RowIndex, _ keyColumn: Int, _ firstFile: Int, _ firstByte: UInt32
  ) {
    for row in 0..<upper.rowCount {
      let key = upper.bytes(row, keyColumn)
      let target = index.row(key, in: lower)
      if removes(row, keyColumn) {
        if let target { removed.insert(target) } else { faultNothingToRemove(row, keyColumn) }
      } else if let target {
        override(target, by: row, firstFile, firstByte)
      } else {
        append(row, firstFile, firstByte)
      }
    }
  }

  /// Whether a row holds nothing but its key and `-`.
  private func removes(_ row: Int, _ keyColumn: Int) -> Bool {
    guard keyColumn + 1 < upper.columns.count, upper.bytes(row, keyColumn + 1).elementsEqual([UInt8(ascii: "-")])
    else { return false }
    return upper.columns.indices.allSatisfy {
      $0 == keyColumn || $0 == keyColumn + 1 || upper.bytes(row, $0).isEmpty
    }
  }

  private mutating func faultNothingToRemove(_ row: Int, _ keyColumn: Int) {
    faults.append(
      upper.fault(
        row: row, column: upper.columns[keyColumn], rule: "nothing-to-remove",
        "there is no '\(upper.cell(row, keyColumn))' to remove", cure: "correct the id, or delete this line"))
  }

  /// Columns that the upper table lacks keep their cells.
  private mutating func override(_ target: Int, by row: Int, _ firstFile: Int, _ firstByte: UInt32) {
    for (column, source) in columns.enumerated() {
      guard let source else { continue }
      let range = upper.range(row, source)
      let at = 2 * (target * columns.count + column)
      merged.bounds[at] = UInt32(range.lowerBound) + firstByte
      merged.bounds[at + 1] = UInt32(range.upperBound) + firstByte
    }
    merged.places[target] = place(row, firstFile)
  }

  private mutating func append(_ row: Int, _ firstFile: Int, _ firstByte: UInt32) {
    for source in columns {
      let range = source.map { upper.range(row, $0) } ?? 0..<0
      merged.bounds.append(UInt32(range.lowerBound) + firstByte)
      merged.bounds.append(UInt32(range.upperBound) + firstByte)
    }
    merged.places.append(place(row, firstFile))
  }

  private func place(_ row: Int, _ firstFile: Int) -> SourceTable.Place {
    SourceTable.Place(file: firstFile + upper.places[row].file, line: upper.places[row].line)
  }

  private mutating func removeRows() {
    if removed.isEmpty { return }
    var bounds: [UInt32] = []
    var places: [SourceTable.Place] = []
    let width = 2 * columns.count
    for row in 0..<merged.rowCount where !removed.contains(row) {
      bounds += merged.bounds[(row * width)..<((row + 1) * width)]
      places.append(merged.places[row])
    }
    merged.bounds = bounds
    merged.places = places
  }
}
