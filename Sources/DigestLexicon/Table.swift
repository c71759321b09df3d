/// A tab-separated table, its cells kept as byte ranges of the file.
package struct Table: Sendable {
  package let name: String
  private let bytes: [UInt8]
  /// The names of the columns.
  package let columns: [String]
  /// Cell `c` of row `r` is `bytes[bounds[2 * (r * columns.count + c)]..<bounds[... + 1]]`.
  private let bounds: [UInt32]
  private let lineNumbers: [UInt32]
  /// The `# key: value` lines of the head.
  package let header: [(key: String, value: String)]

  /// An empty table.
  package init(name: String) {
    self.name = name
    bytes = []
    columns = []
    bounds = []
    lineNumbers = []
    header = []
  }

  /// Reads a table; what is wrong with it is appended to `faults`, with its line and cure.
  package init(name: String, bytes: [UInt8], faults: inout [LexiconError.Fault]) {
    var columns: [String] = []
    var bounds: [UInt32] = []
    var lineNumbers: [UInt32] = []
    var header: [(String, String)] = []
    var lineNumber: UInt32 = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      lineNumber += 1
      if end == start { continue }
      if bytes[start] == UInt8(ascii: "#") {
        if columns.isEmpty { header.append(Self.headerField(bytes[start..<end])) }
        continue
      }
      let cells = bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
      if columns.isEmpty {
        columns = cells.map { String(decoding: $0, as: UTF8.self) }
        continue
      }
      guard cells.count <= columns.count else {
        faults.append(
          .init(
            file: name, line: Int(lineNumber), rule: "column-count",
            message: "\(cells.count) cells where the header names \(columns.count)",
            cure: "remove the surplus tab, or separate several values by '|'"))
        continue
      }
      for index in 0..<columns.count {
        let cell = index < cells.count ? cells[index].startIndex..<cells[index].endIndex : end..<end
        bounds.append(UInt32(cell.lowerBound))
        bounds.append(UInt32(cell.upperBound))
      }
      lineNumbers.append(lineNumber)
    }
    if columns.isEmpty {
      faults.append(
        .init(
          file: name, line: 0, rule: "no-header", message: "the table has no line that names its columns",
          cure: "write the column names, separated by tabs, above the first row"))
    }
    self.name = name
    self.bytes = bytes
    self.columns = columns
    self.bounds = bounds
    self.lineNumbers = lineNumbers
    self.header = header
  }

  private static func headerField(_ line: ArraySlice<UInt8>) -> (String, String) {
    let text = String(decoding: line.dropFirst().drop { $0 == 0x20 }, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return ("title", text) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " }))
  }

  /// The number of rows.
  package var rowCount: Int { lineNumbers.count }

  /// The line of the file on which a row stands.
  package func line(ofRow row: Int) -> Int { Int(lineNumbers[row]) }

  /// The number of a column.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The bytes of a cell.
  package func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let at = 2 * (row * columns.count + column)
    return bytes[Int(bounds[at])..<Int(bounds[at + 1])]
  }

  /// A cell; empty where the table has no such column.
  package func cell(_ row: Int, _ column: String) -> String {
    guard let index = self.column(column) else { return "" }
    return String(decoding: bytes(row, index), as: UTF8.self)
  }

  /// A cell, or nil where it is empty.
  package func value(_ row: Int, _ column: String) -> String? {
    let cell = cell(row, column)
    return cell.isEmpty ? nil : cell
  }

  /// The values of a cell, split at `|`.
  package func list(_ row: Int, _ column: String) -> [String] {
    guard let index = self.column(column) else { return [] }
    return bytes(row, index).split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A field of the head.
  package func headerValue(_ key: String) -> String? { header.first { $0.key == key }?.value }
}
