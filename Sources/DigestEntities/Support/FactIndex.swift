internal import DigestLexicon
internal import DigestText

/// The questions that linking asks of the tables of facts; a compiled lexicon holds what answers them.
struct FactIndex: Sendable {
  /// ISO 3166-1 alpha-2 codes by row of `countries.tsv`.
  let countryCodes: [String]
  /// By raw value of ``TableKind``.
  let entityTables: [EntityTable]
  private let lexicon: Lexicon
  private let offices: OfficeTable
  private let byPerson: RowOrder
  private let byBody: RowOrder
  /// By row of `countries.tsv`: where places have the same name.
  let namesakes: [Int: Namesakes]

  /// The countries in which a place bears the name of another country.
  struct Namesakes: Sendable {
    var codes: [String] = []
    /// Whether news from there means the place more often than the country.
    var areWellKnown = false
  }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    entityTables = TableKind.allCases.map { EntityTable(lexicon.table($0), $0) }
    let countries = lexicon.table(.countries)
    namesakes = Self.namesakes(countries)
    countryCodes = (0..<countries.rowCount).map { String(countries.cell($0, "id").dropFirst("country:".count)) }
    offices = OfficeTable(lexicon.table(.offices))
    byPerson = lexicon.table(.offices).order(by: "person")
    byBody = lexicon.table(.offices).order(by: "body")
  }

  private static func namesakes(_ table: Table) -> [Int: Namesakes] {
    guard let column = table.column("namesakes") else { return [:] }
    var namesakes: [Int: Namesakes] = [:]
    for row in 0..<table.rowCount {
      let codes = table.cell(row, column).split(separator: "|")
      guard !codes.isEmpty else { continue }
      namesakes[row] = Namesakes(
        codes: codes.map { String($0.drop { $0 == "~" }) }, areWellKnown: codes.contains { !$0.hasPrefix("~") })
    }
    return namesakes
  }

  /// The row of `countries.tsv` with a code.
  func country(code: String) -> Int? { lexicon.table(.countries).row(id: "country:" + code) }

  /// The country that a single word names without context, or whose demonym it is.
  func country(_ word: Word) -> NameEntry? { lexicon.country(word: word) }

  /// The row of `people.tsv` with an id.
  func person(id: String) -> Int? { lexicon.table(.people).row(id: id) }

  /// The row of `positions.tsv` with an id.
  func position(id: String) -> Int? { lexicon.table(.positions).row(id: id) }

  /// The rows of `people.tsv` with a full name that sounds so.
  func people(_ key: NameKey) -> [Int] { lexicon.people(named: key) }

  /// The gender of those who have a given name, where it is one gender's only: `m` or `f`.
  func gender(_ word: Word) -> String? {
    let classes = lexicon.classes(of: word)
    if classes.contains(.maleName) { return classes.contains(.femaleName) ? nil : "m" }
    return classes.contains(.femaleName) ? "f" : nil
  }

  /// A person's terms of office that cover a date; see ``Office/holds(on:)``.
  func offices(ofPerson row: Int, on date: String?) -> [Office] {
    let id = lexicon.table(.people).cell(row, "id")
    return byPerson.rows(id).lazy.map { Office(self.offices, row: $0) }.filter { $0.holds(on: date) }
  }

  /// The terms of office in a body that cover a date.
  func offices(ofBody id: String, on date: String?) -> [Office] {
    byBody.rows(id).lazy.map { Office(self.offices, row: $0) }.filter { $0.holds(on: date) }
  }
}

/// The table of offices, its columns found.
struct OfficeTable: Sendable {
  fileprivate let table: Table
  fileprivate let person, position, from, to: Int?

  init(_ table: Table) {
    self.table = table
    person = table.column("person")
    position = table.column("position")
    from = table.column("from")
    to = table.column("to")
  }
}

/// One term of office.
struct Office {
  private let offices: OfficeTable
  private let row: Int

  init(_ offices: OfficeTable, row: Int) {
    self.offices = offices
    self.row = row
  }

  /// The id of who held it.
  var person: String { offices.person.map { offices.table.cell(row, $0) } ?? "" }

  /// The position's id.
  var position: String { offices.position.map { offices.table.cell(row, $0) } ?? "" }

  /// Whether the term covers a date, as far as both are known; without a date, whether it may be running still.
  func holds(on date: String?) -> Bool {
    guard let date else { return ends(before: nil) == nil }
    if starts(after: date) { return false }
    return ends(before: date) != true
  }

  private func starts(after date: String) -> Bool {
    guard let from = offices.from else { return false }
    return offices.table.withCell(row, from) { from in
      let length = min(from.count, date.utf8.count)
      return date.utf8.prefix(length).lexicographicallyPrecedes(from.prefix(length))
    }
  }

  /// Nil where no end is known.
  private func ends(before date: String?) -> Bool? {
    guard let to = offices.to else { return nil }
    return offices.table.withCell(row, to) { to in
      if to.isEmpty { return nil }
      guard let date else { return true }
      let length = min(to.count, date.utf8.count)
      return to.prefix(length).lexicographicallyPrecedes(date.utf8.prefix(length))
    }
  }
}
