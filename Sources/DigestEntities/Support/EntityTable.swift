internal import DigestLexicon
internal import DigestModel

/// A table of named things, its columns found: what an entity is made of.
struct EntityTable: Sendable {
  private let table: Table
  private let kind: TableKind
  private let id, name, subtype, country, wikidata: Int?

  init(_ table: Table, _ kind: TableKind) {
    self.table = table
    self.kind = kind
    id = table.column("id")
    name = table.column("name")
    subtype = table.column(kind == .positions || kind == .countries ? "kind" : "subtype")
    country = table.column("country")
    wikidata = table.column("wikidata")
  }

  /// The entity of a row.
  func entity(_ row: Int) -> Entity {
    let id = value(row, id) ?? ""
    var name = value(row, name) ?? ""
    if name.utf8.first == UInt8(ascii: "~") { name.removeFirst() }
    return Entity(
      id: id, type: type, subtype: kind == .outlets ? "media" : value(row, subtype), name: name,
      country: kind == .countries ? String(id.dropFirst("country:".count)) : value(row, country),
      wikidata: value(row, wikidata), basis: .lexicon)
  }

  private func value(_ row: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    let cell = table.cell(row, column)
    return cell.isEmpty ? nil : cell
  }

  private var type: EntityType {
    switch kind {
    case .people: .person
    case .countries: .country
    case .organizations, .outlets: .organization
    case .places: .place
    case .projects: .project
    case .agreements: .agreement
    case .awards: .award
    case .occasions: .occasion
    default: .position
    }
  }
}
