/// Which columns name rows of other tables, and whether those exist.
struct References: Sendable {
  /// By kind: its columns that hold ids.
  static func columns(of kind: TableKind) -> [String] {
    switch kind {
    case .offices: ["person", "position", "body"]
    case .countries: ["capitals"]
    case .projects: ["places", "organizations"]
    case .occasions: ["body"]
    default: []
    }
  }

  /// By kind: its columns that hold country codes without `country:`.
  static func codeColumns(of kind: TableKind) -> [String] {
    switch kind {
    case .people, .organizations, .outlets, .places, .awards: ["country"]
    case .countries: ["namesakes"]
    case .projects, .agreements: ["countries"]
    default: []
    }
  }

  private let tables: [TableKind: SourceTable]
  private var indices: [TableKind: RowIndex] = [:]

  /// Indexes the ids of all tables.
  ///
  /// - Complexity: O(n).
  init(_ tables: [TableKind: SourceTable]) {
    self.tables = tables
    for (kind, table) in tables where kind.keyColumn == "id" {
      if let column = table.column("id") { indices[kind] = RowIndex(table, column: column) }
    }
  }

  /// What a row refers to in vain.
  func faults(_ table: SourceTable, _ row: Int) -> [LexiconError.Fault] {
    var faults: [LexiconError.Fault] = []
    for column in Self.columns(of: table.kind) {
      for id in table.list(row, column) where !exists(id) { faults.append(fault(table, row, column, id)) }
    }
    for column in Self.codeColumns(of: table.kind) {
      for code in table.list(row, column) where !exists("country:" + code.drop { $0 == "~" }) {
        faults.append(fault(table, row, column, code))
      }
    }
    return faults
  }

  private func fault(_ table: SourceTable, _ row: Int, _ column: String, _ id: String) -> LexiconError.Fault {
    table.fault(
      row: row, column: column, rule: "unknown-reference", "no row is called '\(id)'",
      cure: "correct it, or add the row it names")
  }

  /// Whether a row has this id; where no table could have it, the question does not arise.
  private func exists(_ id: String) -> Bool {
    let possible = Self.kinds(of: id)
    if possible.isEmpty { return false }
    let kinds = possible.filter { indices[$0] != nil }
    if kinds.isEmpty { return true }
    return Array(id.utf8).withUnsafeBufferPointer { key in
      kinds.contains { kind in indices[kind]!.row(key, in: tables[kind]!) != nil }
    }
  }

  /// The tables that can hold an id.
  static func kinds(of id: String) -> [TableKind] {
    switch id.prefix(while: { $0 != ":" }) {
    case "country": [.countries]
    case "person": [.people]
    case "position": [.positions]
    case "organization": [.organizations, .outlets]
    case "place": [.places]
    case "project": [.projects]
    default: []
    }
  }
}
