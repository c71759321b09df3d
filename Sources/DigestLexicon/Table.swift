internal import DigestText

/// A table of a lexicon: rows of cells, in columns that have names.
package struct Table: Sendable {
  let image: LexiconImage
  let kind: TableKind
  private let record: ImageFormat.TableRecord?
  /// The number of rows.
  package let rowCount: Int
  private let columnCount: Int

  init(image: LexiconImage, kind: TableKind, record: ImageFormat.TableRecord?) {
    self.image = image
    self.kind = kind
    self.record = record
    rowCount = Int(record?.rowCount ?? 0)
    columnCount = Int(record?.columnCount ?? 0)
  }

  /// The table's file name.
  package var name: String { kind.fileName }

  /// The names of the columns.
  package var columns: [String] { (0..<columnCount).map { string($0) } }

  /// The `# key: value` lines of the head.
  package var header: [(key: String, value: String)] {
    (0..<Int(record?.headerCount ?? 0)).map { (string(columnCount + 2 * $0), string(columnCount + 2 * $0 + 1)) }
  }

  /// A field of the head; the first where there are several.
  package func headerValue(_ key: String) -> String? { header.first { $0.key == key }?.value }

  private func string(_ index: Int) -> String { image.string(Int(record?.firstString ?? 0) + index) }

  // MARK: Places

  /// The line of its file on which a row stands.
  package func line(ofRow row: Int) -> Int { place(row).line }

  /// The file in which a row stands: a bundled table or a user's.
  package func file(ofRow row: Int) -> String {
    guard let record, place(row).file < Int(record.fileCount) else { return name }
    return string(columnCount + 2 * Int(record.headerCount) + place(row).file)
  }

  private func place(_ row: Int) -> SourceTable.Place {
    guard let record, row >= 0, row < rowCount else { return SourceTable.Place(code: 0) }
    return withExtendedLifetime(image.storage) {
      SourceTable.Place(code: image.places[Int(record.firstPlace) + row])
    }
  }

  // MARK: Cells

  /// The number of a column.
  package func column(_ name: String) -> Int? {
    guard let record else { return nil }
    var name = name
    return name.withUTF8 { name in
      (0..<columnCount).first { column in
        let at = Int(record.firstString) + column
        let start = Int(image.stringStarts[at])
        guard Int(image.stringStarts[at + 1]) - start == name.count else { return false }
        return name.indices.allSatisfy { image.strings[start + $0] == name[$0] }
      }
    }
  }

  /// The bytes of a cell; they live as long as the lexicon.
  func bytes(_ row: Int, _ column: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    precondition(row >= 0 && row < rowCount && column < columnCount, "no such cell")
    let at = Int(record?.firstCell ?? 0) + row * columnCount + column
    return image.cells[Int(image.cellStarts[at])..<Int(image.cellStarts[at + 1])]
  }

  /// Reads a cell's bytes where they stand.
  package func withCell<Result>(
    _ row: Int, _ column: Int, _ read: (Slice<UnsafeBufferPointer<UInt8>>) -> Result
  ) -> Result {
    withExtendedLifetime(image.storage) { read(bytes(row, column)) }
  }

  /// A cell by its column's number.
  package func cell(_ row: Int, _ column: Int) -> String {
    withExtendedLifetime(image.storage) { String(decoding: bytes(row, column), as: UTF8.self) }
  }

  /// A cell; empty where the table has no such column.
  package func cell(_ row: Int, _ column: String) -> String { self.column(column).map { cell(row, $0) } ?? "" }

  /// A cell, or nil where it is empty.
  package func value(_ row: Int, _ column: String) -> String? {
    let cell = cell(row, column)
    return cell.isEmpty ? nil : cell
  }

  /// The values of a cell, split at `|`.
  package func list(_ row: Int, _ column: String) -> [String] {
    self.column(column).map { list(row, $0) } ?? []
  }

  /// The same by the column's number.
  package func list(_ row: Int, _ column: Int) -> [String] {
    withExtendedLifetime(image.storage) {
      let cell = bytes(row, column)
      if cell.isEmpty { return [] }
      return cell.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// By row: whether one of the values of the cell, split at `|`, is one of these.
  ///
  /// - Complexity: O(size of the column).
  package func rows(with values: [String], in column: String) -> [Bool] {
    guard let column = self.column(column) else { return Array(repeating: false, count: rowCount) }
    return withExtendedLifetime(image.storage) {
      (0..<rowCount).map { row in
        let cell = bytes(row, column)
        if cell.isEmpty { return false }
        return cell.split(separator: UInt8(ascii: "|")).contains { value in
          values.contains { value.elementsEqual($0.utf8) }
        }
      }
    }
  }

  /// The row with this id, a verb's being its base; nil where there is none, or where rows of the table have no ids.
  ///
  /// - Complexity: O(length of the id).
  package func row(id: String) -> Int? {
    guard let record, record.slotCount > 0, let key = kind.keyColumn, let column = column(key) else { return nil }
    var id = id
    return id.withUTF8 { id in
      withExtendedLifetime(image.storage) {
        let mask = Int(record.slotCount) - 1
        var slot = Int(truncatingIfNeeded: Vocabulary.hash(id)) & mask
        while true {
          let found = Int(image.idSlots[Int(record.firstSlot) + slot])
          if found == 0 { return nil }
          if bytes(found - 1, column).elementsEqual(id) { return found - 1 }
          slot = (slot + 1) & mask
        }
      }
    }
  }

  /// The rows in the order of a column's cells; none where the table lacks the column or it is not indexed.
  ///
  /// See ``TableKind/indexedColumns``.
  package func order(by name: String) -> RowOrder {
    guard let record, let column = column(name), let order = kind.indexedColumns.firstIndex(of: name) else {
      return RowOrder(self, column: 0, rows: UnsafeBufferPointer(start: nil, count: 0))
    }
    let first = Int(record.firstOrder) + order * rowCount
    return RowOrder(self, column: column, rows: UnsafeBufferPointer(rebasing: image.orders[first..<(first + rowCount)]))
  }

  /// The table as the compiler takes it; nil where the lexicon has none of the kind.
  var source: SourceTable? {
    guard let record else { return nil }
    var source = SourceTable(kind: kind, file: name)
    let firstFile = columnCount + 2 * Int(record.headerCount)
    source.files = (0..<Int(record.fileCount)).map { string(firstFile + $0) }
    source.columns = columns
    source.header = header
    withExtendedLifetime(image.storage) {
      let starts = image.cellStarts[Int(record.firstCell)...].prefix(rowCount * columnCount + 1)
      guard let first = starts.first, let last = starts.last else { return }
      source.bytes = Array(image.cells[Int(first)..<Int(last)])
      for (start, end) in zip(starts, starts.dropFirst()) { source.bounds += [start - first, end - first] }
      source.places = image.places[Int(record.firstPlace)...].prefix(rowCount).map(SourceTable.Place.init(code:))
    }
    return source
  }
}
