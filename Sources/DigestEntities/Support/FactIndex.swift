internal import DigestLexicon
internal import DigestText

/// The tables of facts, compiled for the questions that linking asks.
struct FactIndex: Sendable {
  /// One term of office.
  struct Office: Sendable {
    var row: Int
    var person: Int
    var position: String
    var body: String
    var from: String
    var to: String
    var asOf: String

    /// Whether the term covers a date, as far as it is known; without a date, whether it may be running still.
    func holds(on date: String?) -> Bool {
      guard let date else { return to.isEmpty }
      let length = min(from.utf8.count, date.utf8.count)
      if from.prefix(length) > date.prefix(length) { return false }
      if to.isEmpty { return true }
      let end = min(to.utf8.count, date.utf8.count)
      return to.prefix(end) >= date.prefix(end)
    }
  }

  /// Rows of `countries.tsv` by code.
  let countryRows: [String: Int]
  /// Countries by names of one word that need no context.
  let countryWords: [Word: NameEntry]
  /// Given names that are of one gender only: `m` or `f` by word.
  let genders: [Word: String]
  /// Rows of `people.tsv` by the key of their names.
  let people: [NameKey: [Int]]
  /// Terms of office by person row.
  let officesByPerson: [Int: [Office]]
  /// Terms of office by body id.
  let officesByBody: [String: [Office]]
  /// Rows of `positions.tsv` by id.
  let positionRows: [String: Int]
  /// Rows of `people.tsv` by id.
  let personRows: [String: Int]

  init(_ lexicon: Lexicon) {
    let countries = lexicon.table(.countries)
    countryRows = Self.rows(countries) { String($0.dropFirst("country:".count)) }
    genders = Self.genders(lexicon)
    countryWords = Self.countryWords(lexicon, countries)
    let positions = lexicon.table(.positions)
    positionRows = Self.rows(positions) { $0 }
    people = Self.peopleByName(lexicon.table(.people))
    let persons = Self.rows(lexicon.table(.people)) { $0 }
    personRows = persons
    var byPerson: [Int: [Office]] = [:]
    var byBody: [String: [Office]] = [:]
    let table = lexicon.table(.offices)
    for row in 0..<table.rowCount {
      guard let person = persons[table.cell(row, "person")] else { continue }
      let office = Office(
        row: row, person: person, position: table.cell(row, "position"), body: table.cell(row, "body"),
        from: table.cell(row, "from"), to: table.cell(row, "to"), asOf: table.cell(row, "as-of"))
      byPerson[person, default: []].append(office)
      byBody[office.body, default: []].append(office)
    }
    officesByPerson = byPerson
    officesByBody = byBody
  }

  private static func rows(_ table: Table, _ key: (String) -> String) -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in 0..<table.rowCount { rows[key(table.cell(row, "id"))] = row }
    return rows
  }

  private static func genders(_ lexicon: Lexicon) -> [Word: String] {
    let table = lexicon.table(.givenNames)
    var genders: [Word: String] = [:]
    genders.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let gender = table.cell(row, "gender")
      if gender == "m" || gender == "f" { genders[lexicon.word(table.cell(row, "name"))] = gender }
    }
    genders[0] = nil
    return genders
  }

  private static func countryWords(_ lexicon: Lexicon, _ table: Table) -> [Word: NameEntry] {
    var words: [Word: NameEntry] = [:]
    for row in 0..<table.rowCount {
      for column in ["name", "demonyms"] {
        for name in table.list(row, column) where !name.hasPrefix("~") && !name.contains(" ") && !name.contains("-") {
          let word = lexicon.word(name)
          if word != 0, words[word] == nil {
            words[word] = NameEntry(country: row, form: column == "name" ? .name : .demonym)
          }
        }
      }
    }
    return words
  }

  private static func peopleByName(_ table: Table) -> [NameKey: [Int]] {
    var people: [NameKey: [Int]] = [:]
    for row in 0..<table.rowCount {
      for name in [table.cell(row, "name")] + table.list(row, "aliases") {
        let key = FullNameKey.key(of: name)
        if key != 0, people[key]?.last != row { people[key, default: []].append(row) }
      }
    }
    return people
  }
}

/// The key of a whole name: of its words, in order.
enum FullNameKey {
  /// The key of a name written as text; 0 where it is one word.
  static func key(of name: String) -> NameKey {
    let bytes = Array(name.utf8)
    let words = bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    return words.count < 2 ? 0 : combine(words.map { NameKeys.key($0) })
  }

  /// The key of words.
  static func combine(_ keys: [NameKey]) -> NameKey {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for key in keys where key != 0 { hash = (hash ^ key) &* 0xFF51_AFD7_ED55_8CCD }
    return hash
  }
}
