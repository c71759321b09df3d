internal import DigestLexicon
internal import DigestText

/// The units and currencies of the lexicon, by row, made ready for matching.
struct UnitTable: Sendable {
  /// A row of units.tsv.
  struct Unit: Sendable {
    /// The CLDR identifier, else an x- name.
    var id: String
    /// The row's own name.
    var name: String
    var ucum: String
    /// The factor to the base unit of its dimension, where both start at nought.
    var factor: Double?
    /// The factor to the base unit, and that unit.
    var baseFactor: Double?
    var base: String
    /// The factor of a scaled unit: a bcm is 1e9 cubic meters.
    var scale: Double
    var dimension: String
    /// The symbols as written, for case.
    var symbols: [[UInt8]]
    var isTime: Bool
    var isRatio: Bool
    /// Whether it is a rate already.
    var isRate: Bool
    /// Whether a capacity of it is one per year: mass, volume, containers, energy.
    var flows: Bool
  }

  /// A row of currencies.tsv.
  struct Currency: Sendable {
    var code: String
    /// 100 cents, 1000 fils.
    var minor: Double
    var isDefault: Bool
    /// Country codes as two bytes.
    var countries: [UInt16]
  }

  let units: [Unit]
  let currencies: [Currency]
  /// By row of measures.tsv: the value of its several-word forms.
  let measureValues: [Int]
  /// By row of countries.tsv: the country's code as two bytes; 0 where it has none.
  let countryCodes: [UInt16]
  /// By raw value of ``TimeUnit``: the row of that unit; -1 where it has none.
  let timeRows: [Int]
  /// The row of each unit identifier that a row has for its own.
  let rows: [String: Int]
  /// The row of each three-letter code of a currency.
  let codeRows: [String: Int]

  init(lexicon: Lexicon) {
    let table = lexicon.table(.units)
    units = (0..<table.rowCount).map { Unit(table, $0) }
    let money = lexicon.table(.currencies)
    currencies = (0..<money.rowCount).map { Currency(money, $0) }
    let measures = lexicon.table(.measures)
    measureValues = (0..<measures.rowCount).map { Int(measures.cell($0, "value")) ?? $0 }
    let rows = Dictionary((0..<table.rowCount).map { (table.cell($0, "id"), $0) }) { first, _ in first }
    self.rows = rows
    codeRows = Dictionary((0..<money.rowCount).map { (money.cell($0, "id"), $0) }) { first, _ in first }
    timeRows = ["", "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"].map {
      rows[$0] ?? -1
    }
    let countries = lexicon.table(.countries)
    countryCodes = (0..<countries.rowCount).map { row in
      UnitTable.code(countries.cell(row, "id").utf8.suffix(2))
    }
  }

  static func code(_ letters: some Collection<UInt8>) -> UInt16 {
    letters.count == 2 ? letters.reduce(0) { $0 << 8 | UInt16($1) } : 0
  }
}

extension UnitTable.Unit {
  fileprivate init(_ table: Table, _ row: Int) {
    id = table.value(row, "unit") ?? table.cell(row, "id")
    name = table.cell(row, "id")
    ucum = table.cell(row, "ucum")
    scale = Double(table.cell(row, "scale")) ?? 1
    dimension = table.cell(row, "dimension")
    baseFactor = Double(table.cell(row, "factor"))
    base = table.cell(row, "base")
    factor = ["length", "mass", "volume"].contains(dimension) ? Double(table.cell(row, "factor")) : nil
    symbols = table.list(row, "symbols").map { Array(($0.hasPrefix("~") ? $0.dropFirst() : $0[...]).utf8) }
    isTime = dimension == "time"
    isRatio = dimension == "ratio"
    isRate = id.utf8.count > 5 && table.cell(row, "id") != id && dimension == "flow"
    flows = ["mass", "volume", "container", "energy"].contains(dimension)
  }
}

extension UnitTable.Currency {
  fileprivate init(_ table: Table, _ row: Int) {
    code = table.cell(row, "id")
    minor = Double(table.cell(row, "digits")) == 3 ? 1000 : 100
    isDefault = table.cell(row, "default") == "1"
    countries = table.list(row, "countries").map { UnitTable.code($0.utf8) }
  }
}
