/// A table as it is written: the input of the compiler.
struct SourceTable: Sendable {
  let kind: TableKind
  /// The file it was read from; for a merged table the lowest one.
  var file: String
  /// The names of the columns.
  var columns: [String] = []
  /// The `# key: value` lines of the head.
  var header: [(key: String, value: String)] = []
  /// The files of which rows came.
  var files: [String]
  /// All cells' bytes, with whatever stands between them.
  var bytes: [UInt8] = []
  /// Cell `c` of row `r` is `bytes[bounds[2 * (r * columns.count + c)]..<bounds[... + 1]]`.
  var bounds: [UInt32] = []
  /// By row: where it stands.
  var places: [Place] = []

  /// The place of a row: which of ``files``, and the line there.
  struct Place: Sendable, Hashable {
    static let lineLimit: UInt32 = 0xFF_FFFF
    /// The file's number above 24 bits of line.
    let code: UInt32

    init(file: Int, line: Int) {
      code = UInt32(truncatingIfNeeded: file) << 24 | min(UInt32(clamping: line), Self.lineLimit)
    }

    init(code: UInt32) { self.code = code }

    var file: Int { Int(code >> 24) }
    var line: Int { Int(code & Self.lineLimit) }
  }

  /// An empty table.
  init(kind: TableKind, file: String) {
    self.kind = kind
    self.file = file
    files = [file]
  }

  /// The number of rows.
  var rowCount: Int { places.count }

  /// The number of a column.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Where a cell stands in ``bytes``.
  @inline(__always) func range(_ row: Int, _ column: Int) -> Range<Int> {
    let at = 2 * (row * columns.count + column)
    return Int(bounds[at])..<Int(bounds[at + 1])
  }

  /// The bytes of a cell.
  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(row, column)] }

  /// A cell.
  func cell(_ row: Int, _ column: Int) -> String { String(decoding: bytes(row, column), as: UTF8.self) }

  /// A cell; empty where the table has no such column.
  func cell(_ row: Int, _ column: String) -> String { self.column(column).map { cell(row, $0) } ?? "" }

  /// The values of a cell, split at `|`.
  func list(_ row: Int, _ column: String) -> [String] {
    guard let index = self.column(column) else { return [] }
    return bytes(row, index).split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The rows in the order of a column's bytes, then as they stand; as they stand where the table lacks the column.
  ///
  /// - Complexity: O(n log n).
  func rows(by name: String) -> [UInt32] {
    let rows = Array(0..<UInt32(rowCount))
    guard let column = column(name) else { return rows }
    return bytes.withUnsafeBufferPointer { bytes in
      func cell(_ row: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range(Int(row), column)] }
      return rows.sorted { one, other in
        let (first, second) = (cell(one), cell(other))
        if first.lexicographicallyPrecedes(second) { return true }
        return one < other && !second.lexicographicallyPrecedes(first)
      }
    }
  }

  /// A field of the head; the first where there are several.
  func headerValue(_ key: String) -> String? { header.first { $0.key == key }?.value }

  /// A fault of a row.
  func fault(row: Int, column: String? = nil, rule: String, _ message: String, cure: String) -> LexiconError.Fault {
    .init(
      file: files[places[row].file], line: places[row].line, column: column, rule: rule, message: message, cure: cure)
  }
}
