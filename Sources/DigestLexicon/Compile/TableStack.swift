/// The tables of a lexicon in layers, the lowest first; everything that is wrong with any of them is collected.
struct TableStack: Sendable {
  private(set) var tables: [TableKind: SourceTable] = [:]
  private(set) var faults: [LexiconError.Fault] = []
  /// How many files each table has below the user's: rows of these are trusted to refer to rows that exist.
  private var trustedFiles: [TableKind: Int] = [:]

  /// An empty stack.
  init() {}

  /// The tables of a compiled lexicon.
  init(_ image: LexiconImage) {
    for kind in TableKind.allCases {
      guard let table = image.table(kind).source else { continue }
      tables[kind] = table
      trustedFiles[kind] = table.files.count
    }
  }

  /// The tables in the order that counts.
  var ordered: [SourceTable] { TableKind.allCases.compactMap { tables[$0] } }

  /// Lays tables over those that are there; the last part of a file's path names the table.
  ///
  /// - Parameter trusted: whether what their rows refer to need not be looked up.
  mutating func add(_ files: [(name: String, bytes: [UInt8])], trusted: Bool = false) {
    defer { if trusted { trustedFiles = tables.mapValues(\.files.count) } }
    var seen: Set<TableKind> = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      let base = file.name.split(separator: "/").last.map(String.init) ?? file.name
      guard base.hasSuffix(".tsv"), let kind = TableKind(named: base), seen.insert(kind).inserted else {
        faults.append(Self.unknownTable(file.name))
        continue
      }
      let reader = TableReader(kind: kind, file: file.name, bytes: file.bytes)
      faults += reader.faults
      if !reader.table.columns.isEmpty { add(reader.table) }
    }
  }

  private mutating func add(_ table: SourceTable) {
    faultRepeatedKeys(table)
    guard let lower = tables[table.kind] else {
      tables[table.kind] = table
      return
    }
    if table.headerValue("replaces") == "all" { trustedFiles[table.kind] = 0 }
    let merge = TableMerge(table, over: lower)
    faults += merge.faults
    tables[table.kind] = merge.merged
  }

  private mutating func faultRepeatedKeys(_ table: SourceTable) {
    guard table.kind.keyColumn == "id", let column = table.column("id") else { return }
    for duplicate in RowIndex(table, column: column).duplicates {
      faults.append(
        table.fault(
          row: duplicate.row, column: "id", rule: "duplicate-id",
          "'\(table.cell(duplicate.row, column))' stands in line \(table.places[duplicate.first].line) too",
          cure: "make one row of both, or give one another id"))
    }
    for row in 0..<table.rowCount where table.range(row, column).isEmpty {
      faults.append(
        table.fault(row: row, column: "id", rule: "no-id", "the row has no id", cure: "give it one, as the others have")
      )
    }
  }

  private static func unknownTable(_ name: String) -> LexiconError.Fault {
    .init(
      file: name, line: 0, rule: "unknown-table", message: "no table has this name, or two files have it",
      cure: "use one of: " + TableKind.allCases.map(\.fileName).joined(separator: ", "))
  }

  // MARK: References

  /// Finds rows of the user's that refer to rows which no table has.
  mutating func checkReferences() {
    let references = References(tables)
    for table in ordered {
      let trusted = trustedFiles[table.kind] ?? 0
      for row in 0..<table.rowCount where table.places[row].file >= trusted {
        faults += references.faults(table, row)
      }
    }
  }
}
