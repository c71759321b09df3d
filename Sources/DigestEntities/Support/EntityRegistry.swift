internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// The entities of one document, each once.
struct EntityRegistry {
  private(set) var entities: [Entity] = []
  private var byRow: [UInt64: Int] = [:]
  private var byID: [String: Int] = [:]
  private let lexicon: Lexicon
  private let facts: FactIndex
  private let documentID: String

  init(lexicon: Lexicon, facts: FactIndex, documentID: String) {
    self.lexicon = lexicon
    self.facts = facts
    self.documentID = documentID
  }

  subscript(_ number: Int) -> Entity {
    get { entities[number] }
    set { entities[number] = newValue }
  }

  /// The entity of a lexicon row.
  mutating func add(_ table: TableKind, row: Int) -> Int {
    let key = UInt64(table.rawValue) << 32 | UInt64(row)
    if let number = byRow[key] { return number }
    let number = add(Self.entity(lexicon.table(table), table, row))
    byRow[key] = number
    return number
  }

  /// The entity of a country by its code.
  mutating func country(_ code: String) -> Int? {
    facts.country(code: code).map { add(.countries, row: $0) }
  }

  /// The number of an entity by its id.
  func number(_ id: String) -> Int? { byID[id] }

  /// An entity made from the text alone: `text:DOCUMENT/person/SLUG`.
  mutating func add(
    _ type: EntityType, name: String, subtype: String? = nil, country: String? = nil
  ) -> Int {
    let id = "text:\(documentID)/\(type.rawValue)/\(Self.slug(name))"
    return add(Entity(id: id, type: type, subtype: subtype, name: name, country: country, basis: .text))
  }

  private mutating func add(_ entity: Entity) -> Int {
    if let number = byID[entity.id] { return number }
    byID[entity.id] = entities.count
    entities.append(entity)
    return entities.count - 1
  }

  private static func entity(_ table: Table, _ kind: TableKind, _ row: Int) -> Entity {
    var subtype = table.value(row, "subtype")
    if kind == .outlets { subtype = "media" }
    if kind == .positions || kind == .countries { subtype = table.value(row, "kind") }
    var country = table.value(row, "country")
    let id = table.cell(row, "id")
    if kind == .countries { country = String(id.dropFirst("country:".count)) }
    var name = table.cell(row, "name")
    if name.hasPrefix("~") { name.removeFirst() }
    return Entity(
      id: id, type: type(of: kind), subtype: subtype, name: name, country: country,
      wikidata: table.value(row, "wikidata"), basis: .lexicon)
  }

  private static func type(of kind: TableKind) -> EntityType {
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

  /// Lower-case letters and digits, marks kept off by folding, everything else one hyphen.
  private static func slug(_ name: String) -> String {
    var folded: [UInt8] = []
    Array(name.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &folded) }
    var slug = ""
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic || (scalar.value >= 0x30 && scalar.value <= 0x39) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-", scalar != "'" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}
