/// Reads `variants.tsv`.
struct VariantTable {
  /// In the order of their ranks, then as they stand.
  private(set) var rules: [VariantRule] = []
  private(set) var faults: [LexiconError.Fault] = []
  private let table: SourceTable
  /// The countries that a name in the column `countries` stands for: the `# group-NAME: AA|BB` lines of the head.
  private let groups: [String: [String]]

  /// Reads all rows.
  ///
  /// - Complexity: O(n), and the square of the words of one row.
  init(_ table: SourceTable) {
    self.table = table
    groups = Dictionary(
      table.header.filter { $0.key.hasPrefix("group-") }.map {
        (String($0.key.dropFirst("group-".count)), $0.value.split(separator: "|").map(String.init))
      }, uniquingKeysWith: +)
    let ranks = (0..<table.rowCount).map { Int(table.cell($0, "rank")) ?? Int.max }
    for row in (0..<table.rowCount).sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) { read(row) }
  }

  private mutating func read(_ row: Int) {
    let words = table.list(row, "words")
    let from = table.cell(row, "from")
    guard words.isEmpty != from.isEmpty, words.count != 1 else {
      return fault(
        row, "words", "a row gives two words or more, or letters to be replaced", "fill in 'words' or 'from'")
    }
    let countries = countries(row)
    let tables = tables(row)
    func add(_ from: String, _ to: String, _ before: VariantRule.Edge, _ after: VariantRule.Edge) {
      rules.append(
        VariantRule(
          id: table.cell(row, "id"), from: Array(from.utf8), to: Array(to.utf8), before: before, after: after,
          countries: countries, tables: tables))
    }
    for one in words {
      for other in words where one != other { add(one, other, .border, .border) }
    }
    guard words.isEmpty, let before = edge(row, "before"), let after = edge(row, "after") else { return }
    for to in from == "-" ? [""] : table.cell(row, "to").split(separator: "|", omittingEmptySubsequences: false) {
      add(from, String(to), before, after)
      if table.cell(row, "both") == "1", !to.isEmpty { add(String(to), from, before, after) }
    }
  }

  private mutating func edge(_ row: Int, _ column: String) -> VariantRule.Edge? {
    if let edge = VariantRule.Edge(rawValue: table.cell(row, column)) { return edge }
    let names = VariantRule.Edge.allCases.map(\.rawValue).filter { !$0.isEmpty }
    fault(
      row, column, "'\(table.cell(row, column))' is nothing that can stand there",
      "use " + names.joined(separator: ", "))
    return nil
  }

  private mutating func countries(_ row: Int) -> Set<UInt16>? {
    let names = table.list(row, "countries")
    if names.isEmpty { return nil }
    let codes = names.flatMap { groups[$0] ?? [$0] }
    for code in codes where code.utf8.count != 2 {
      fault(
        row, "countries", "'\(code)' is no country and no group of the head", "add '# group-\(code): AA|BB' to the head"
      )
    }
    return Set(codes.map { VariantRule.country($0.utf8) })
  }

  private mutating func tables(_ row: Int) -> Set<TableKind>? {
    let names = table.list(row, "tables")
    if names.isEmpty { return nil }
    for name in names where TableKind(named: name)?.hasVariants != true {
      fault(row, "tables", "the names of '\(name)' are not varied", "use people or places")
    }
    return Set(names.compactMap(TableKind.init(named:)))
  }

  private mutating func fault(_ row: Int, _ column: String, _ message: String, _ cure: String) {
    faults.append(table.fault(row: row, column: column, rule: "variant-rule", message, cure: cure))
  }
}

extension TableKind {
  /// Whether its names are varied.
  var hasVariants: Bool { self == .people || self == .places }
}
