/// What of the offices may no longer be true, or never was.
package struct Freshness: Sendable {
  /// One term of office, as its row tells it.
  package struct Term: Sendable {
    package var row: Int
    package var id: String
    package var person: String
    package var position: String
    /// The title as written, where it is not the position itself.
    package var title: String
    package var body: String
    package var from: String
    package var to: String
    /// When it was last confirmed.
    package var asOf: String
    package var place: String
  }

  /// Terms without an end that nobody has confirmed since the date, the oldest first.
  package var stale: [Term] = []
  /// Two people who hold an office for one at the same time.
  package var overlaps: [(first: Term, second: Term)] = []
  /// States for which no running term of a head of state or of government is known.
  package var vacant: [(country: String, name: String, missing: String)] = []

  /// Looks through the offices.
  ///
  /// - Parameter date: an EDTF date; a term that was confirmed on it or later is fresh.
  /// - Complexity: O(n log n).
  package init(_ lexicon: Lexicon, before date: String) {
    let offices = lexicon.table(.offices)
    let terms = (0..<offices.rowCount).map { Term(offices, row: $0) }
    stale =
      terms
      .filter { $0.to.isEmpty && !(!$0.asOf.isEmpty && TableDate.areInOrder(date, $0.asOf)) }
      .sorted { ($0.asOf, $0.id) < ($1.asOf, $1.id) }
    let kinds = Self.kinds(lexicon)
    overlaps = Self.overlaps(terms.filter { Self.single.contains(kinds[$0.position] ?? "") })
    vacant = Self.vacancies(lexicon, terms.filter { $0.to.isEmpty || TableDate.areInOrder(date, $0.to) }, kinds)
  }

  /// Kinds of positions that one person holds at a time.
  private static let single: Set<String> = ["head-of-state", "head-of-government", "minister"]

  /// The kinds of positions by id.
  private static func kinds(_ lexicon: Lexicon) -> [String: String] {
    let table = lexicon.table(.positions)
    var kinds: [String: String] = [:]
    for row in 0..<table.rowCount { kinds[table.cell(row, "id")] = table.cell(row, "kind") }
    return kinds
  }

  /// Neighbours in time of one office, of which the first does not end before the second starts.
  private static func overlaps(_ terms: [Term]) -> [(first: Term, second: Term)] {
    let sorted = terms.filter { !$0.from.isEmpty }
      .sorted { ($0.body, $0.position, $0.from, $0.id) < ($1.body, $1.position, $1.from, $1.id) }
    return zip(sorted, sorted.dropFirst()).filter { first, second in
      first.body == second.body && first.position == second.position && first.person != second.person
        && first.title == second.title && (first.to.isEmpty || isBefore(second.from, first.to))
    }.map { (first: $0, second: $1) }
  }

  /// Whether a date lies before another as far as both are given.
  private static func isBefore(_ first: String, _ second: String) -> Bool {
    let length = min(first.utf8.count, second.utf8.count)
    return first.prefix(length) < second.prefix(length)
  }

  private static func vacancies(
    _ lexicon: Lexicon, _ running: [Term], _ kinds: [String: String]
  ) -> [(country: String, name: String, missing: String)] {
    var held: [String: Set<String>] = [:]
    for term in running { held[term.body, default: []].insert(kinds[term.position] ?? "") }
    let countries = lexicon.table(.countries)
    var vacant: [(country: String, name: String, missing: String)] = []
    for row in 0..<countries.rowCount where countries.cell(row, "kind") == "state" {
      let id = countries.cell(row, "id")
      let missing = ["head-of-state", "head-of-government"].filter { !(held[id] ?? []).contains($0) }
      // A head of state may lead the government too.
      if !missing.isEmpty, missing != ["head-of-government"] {
        vacant.append((id, String(countries.cell(row, "name").drop { $0 == "~" }), missing.joined(separator: ", ")))
      }
    }
    return vacant
  }
}

extension Freshness.Term {
  init(_ table: Table, row: Int) {
    self.row = row
    id = table.cell(row, "id")
    person = table.cell(row, "person")
    position = table.cell(row, "position")
    body = table.cell(row, "body")
    title = table.cell(row, "title")
    from = table.cell(row, "from")
    to = table.cell(row, "to")
    asOf = table.cell(row, "as-of")
    place = "\(table.file(ofRow: row)):\(table.line(ofRow: row))"
  }
}
