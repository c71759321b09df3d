internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// The entities of one document, each once.
struct EntityRegistry {
  private(set) var entities: [Entity] = []
  private var byRow: [UInt64: Int] = [:]
  private var byID: [String: Int] = [:]
  private let facts: FactIndex
  private let documentID: String

  init(facts: FactIndex, documentID: String) {
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
    let number = add(facts.entityTables[Int(table.rawValue)].entity(row))
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

  /// Lower-case letters and digits, marks kept off by folding, everything else one hyphen.
  private static func slug(_ name: String) -> String {
    var folded: [UInt8] = []
    Array(name.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &folded) }
    let hyphen = UInt8(ascii: "-")
    var slug: [UInt8] = []
    slug.reserveCapacity(folded.count)
    folded.withUnsafeBufferPointer { folded in
      var index = 0
      while index < folded.count {
        let (scalar, length) = decodeScalar(folded, at: index)
        if isSlugLetter(scalar) {
          slug += folded[index..<index + length]
        } else if let last = slug.last, last != hyphen, scalar != 0x27 {
          slug.append(hyphen)
        }
        index += length
      }
    }
    while slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func isSlugLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 || scalar &- 0x30 < 10 }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}
