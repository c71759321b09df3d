/// Reads the text of a table; what is wrong with it is collected, with line and cure.
struct TableReader {
  private(set) var table: SourceTable
  private(set) var faults: [LexiconError.Fault] = []
  private var line = 0

  /// Reads a whole table.
  ///
  /// - Complexity: O(n).
  init(kind: TableKind, file: String, bytes: [UInt8]) {
    table = SourceTable(kind: kind, file: file)
    guard isReadable(bytes) else { return }
    table.bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      // Spreadsheets like to write a byte order mark.
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while start < bytes.count {
        let end = Self.position(of: 0x0A, in: bytes, from: start, to: bytes.count)
        line += 1
        read(bytes, start, end)
        start = end + 1
      }
    }
    if table.columns.isEmpty {
      fault(
        line: 0, "no-header", "the table has no line that names its columns",
        cure: "write the column names, separated by tabs, above the first row")
    }
  }

  private mutating func isReadable(_ bytes: [UInt8]) -> Bool {
    if bytes.count >= Int(UInt32.max) {
      fault(line: 0, "too-large", "the table has 4 GB or more", cure: "split it into several folders of tables")
      return false
    }
    guard let position = Self.firstInvalid(bytes) else { return true }
    let line = bytes[..<position].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    fault(line: line, "not-utf8", "the line holds bytes that are not UTF-8", cure: "save the table as UTF-8")
    return false
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) {
    let end = lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd
    if end == start { return }
    if bytes[start] == UInt8(ascii: "#") {
      if table.columns.isEmpty { readHeaderField(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])) }
    } else if table.columns.isEmpty {
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      table.columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    } else {
      readRow(bytes, start, end)
    }
  }

  private mutating func readHeaderField(_ line: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: line.drop { $0 == 0x20 }, as: UTF8.self)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return table.header.append(("title", text)) }
    let value = text[text.utf8.index(after: colon)...].drop { $0 == " " }
    table.header.append((String(text[..<colon]), String(value)))
  }

  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var cells = 0
    var from = start
    while true {
      let to = Self.position(of: 0x09, in: bytes, from: from, to: end)
      if cells < table.columns.count {
        table.bounds.append(UInt32(truncatingIfNeeded: from))
        table.bounds.append(UInt32(truncatingIfNeeded: to))
      }
      cells += 1
      if to == end { break }
      from = to + 1
    }
    if cells > table.columns.count {
      table.bounds.removeLast(2 * table.columns.count)
      return fault(
        line: line, "column-count", "\(cells) cells where the header names \(table.columns.count)",
        cure: "remove the surplus tab, or separate several values by '|'")
    }
    for _ in cells..<table.columns.count {
      table.bounds.append(UInt32(truncatingIfNeeded: end))
      table.bounds.append(UInt32(truncatingIfNeeded: end))
    }
    table.places.append(SourceTable.Place(file: 0, line: line))
  }

  private mutating func fault(line: Int, _ rule: String, _ message: String, cure: String) {
    faults.append(.init(file: table.file, line: line, rule: rule, message: message, cure: cure))
  }

  /// Where `byte` stands next, or `end`.
  @inline(__always)
  private static func position(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index < end, bytes[index] != byte { index &+= 1 }
    return index
  }
}
