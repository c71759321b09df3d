internal import DigestText

/// A row that is to be added to a table as it stands in its file.
package struct RowInsertion: Sendable {
  /// The table with the row in it.
  package private(set) var bytes: [UInt8] = []
  /// The line on which the row stands now, from 1.
  package private(set) var line = 0
  /// The row's id, given or made.
  package private(set) var id = ""
  /// The row as it is written.
  package private(set) var row = ""

  /// Puts a row into its sorted place.
  ///
  /// Nothing else of the table is changed. An id that is not given is made of the other cells, as the table's other
  /// ids are.
  /// - Parameters:
  ///   - cells: the values by column.
  ///   - file: the table's file, for messages.
  ///   - table: the table's bytes; a new table where there are none.
  /// - Throws: ``LexiconError`` where the row does not fit the table.
  /// - Complexity: O(n).
  package init(
    _ cells: [(column: String, value: String)], kind: TableKind, file: String, table: [UInt8]?
  ) throws(LexiconError) {
    let columns = try Self.columns(of: table, kind, file, cells)
    let values = Dictionary(cells.map { ($0.column, $0.value) }) { $1 }
    if let unknown = cells.first(where: { !columns.contains($0.column) }) {
      throw Self.fault(
        file, unknown.column, "unknown-column", "\(kind.fileName) has no such column",
        cure: "use some of: " + columns.joined(separator: ", "))
    }
    if let broken = cells.first(where: { $0.value.utf8.contains { $0 < 0x20 } }) {
      throw Self.fault(
        file, broken.column, "control-character", "the value holds a tab or a line end",
        cure: "separate several values by '|'")
    }
    id = values["id"] ?? ""
    if kind.keyColumn == "id", id.isEmpty {
      guard let made = Self.madeID(values, kind) else {
        throw Self.fault(file, "id", "no-id", "the row has no id, and none can be made of it", cure: "give id=...")
      }
      id = made
    } else if let key = kind.keyColumn, key != "id" {
      id = values[key] ?? ""
    }
    var written = columns.map { $0 == "id" ? id : values[$0] ?? "" }
    while written.count > 1, written.last == "" { written.removeLast() }
    row = written.joined(separator: "\t")
    var whole = table ?? Array("\(columns.joined(separator: "\t"))\n".utf8)
    if whole.last != 0x0A { whole.append(0x0A) }
    let place = try Self.place(of: id, in: whole, kind, file)
    line = whole[..<place].count { $0 == 0x0A } + 1
    whole.insert(contentsOf: Array((row + "\n").utf8), at: place)
    bytes = whole
  }

  /// The columns of the table; of a new one those of the row, the id first.
  private static func columns(
    of table: [UInt8]?, _ kind: TableKind, _ file: String, _ cells: [(column: String, value: String)]
  ) throws(LexiconError) -> [String] {
    guard let table else {
      let own = cells.map(\.column)
      return kind.keyColumn == "id" && !own.contains("id") ? ["id"] + own : own
    }
    let reader = TableReader(kind: kind, file: file, bytes: table)
    if !reader.faults.isEmpty { throw LexiconError(faults: reader.faults) }
    return reader.table.columns
  }

  /// Where in the table's bytes the row belongs.
  private static func place(
    of id: String, in bytes: [UInt8], _ kind: TableKind, _ file: String
  ) throws(LexiconError) -> Int {
    let table = TableReader(kind: kind, file: file, bytes: bytes).table
    guard let key = kind.keyColumn, let column = table.column(key) else { return bytes.count }
    let id = Array(id.utf8)
    for row in 0..<table.rowCount {
      let other = table.bytes(row, column)
      if other.elementsEqual(id) {
        throw fault(
          file, key, "duplicate-id", "'\(table.cell(row, column))' stands in line \(table.places[row].line) already",
          cure: "change that row, or choose another id")
      }
      if id.lexicographicallyPrecedes(other) { return table.range(row, 0).lowerBound }
    }
    return bytes.count
  }

  /// `person:ana-quispe`, `place:PE/cusco`, `office:ana-quispe/mayor/2020`.
  private static func madeID(_ values: [String: String], _ kind: TableKind) -> String? {
    func slug(_ text: String) -> String {
      var folded: [UInt8] = []
      Array(text.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &folded) }
      let words = folded.split { !(0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "'")) }
      return words.map { String(decoding: $0.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self) }
        .joined(separator: "-")
    }
    guard let prefix = RowRules.prefix(of: kind) else { return nil }
    if kind == .offices {
      guard let person = values["person"], let position = values["position"] else { return nil }
      let year = values["from"].map { $0.prefix(4) } ?? ""
      let parts = [person, position].map { $0.split(separator: ":").last.map(String.init) ?? "" } + [String(year)]
      return prefix + parts.filter { !$0.isEmpty }.joined(separator: "/")
    }
    let name = slug(values["name"] ?? "")
    if name.isEmpty { return nil }
    let country = kind == .places ? values["country"].map { $0 + "/" } ?? "" : ""
    return prefix + country + name
  }

  private static func fault(
    _ file: String, _ column: String, _ rule: String, _ message: String, cure: String
  ) -> LexiconError {
    LexiconError(faults: [.init(file: file, line: 0, column: column, rule: rule, message: message, cure: cure)])
  }
}
