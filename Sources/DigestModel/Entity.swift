/// The kinds of things that mentions refer to.
public enum EntityType: String, Hashable, Sendable, Codable, CaseIterable {
  case person, country, organization, place, project, agreement, award, occasion, position
}

/// How a mention names its entity.
public enum MentionForm: String, Hashable, Sendable, Codable, CaseIterable {
  /// A full name.
  case name
  /// A part of a name used alone: a surname, "the fund".
  case shortName = "short-name"
  /// An acronym or abbreviation.
  case acronym
  /// "Peruvian", "Peruvians": a mention of the country.
  case demonym
  /// A capital, palace or seat that stands for a government.
  case metonym
  /// "the Vietnamese leader", "the minister", "the plant".
  case role
  /// "the two presidents", "both sides".
  case group
  /// "he", "their".
  case pronoun
}

/// A span of text that refers to something.
public struct Mention: Hashable, Sendable, Codable, Spanned {
  /// `m1`, `m2` and so on, in text order.
  public var id: String
  /// Where it starts.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The words themselves.
  public var text: String
  /// What kind of thing it refers to.
  public var type: EntityType
  /// How it refers.
  public var form: MentionForm
  /// The id of the entity; absent where the mention was left unresolved. A group mention has none: see ``group``.
  public var entity: String?
  /// The entity ids of a group mention's members.
  public var group: [String]?
  /// The ISO 3166-1 alpha-2 code of the country that the mention names or belongs to.
  public var country: String?
  /// The rule that made it.
  public var rule: String

  /// Makes a mention.
  public init(
    id: String, span: Span, text: String, type: EntityType, form: MentionForm, entity: String? = nil,
    group: [String]? = nil, country: String? = nil, rule: String
  ) {
    self.id = id
    self.start = span.start
    self.end = span.end
    self.text = text
    self.type = type
    self.form = form
    self.entity = entity
    self.group = group
    self.country = country
    self.rule = rule
  }
}

/// A thing that the text names: known to the lexicons, or made from the text alone.
public struct Entity: Hashable, Sendable, Codable {
  /// Where the knowledge of an entity comes from.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// A row of the lexicons.
    case lexicon
    /// The text alone.
    case text
  }

  /// A stable id: `country:PE`, `person:ollanta-humala`, or `text:DOCUMENT/person/SLUG`.
  public var id: String
  /// What kind of thing it is.
  public var type: EntityType
  /// A finer kind: `company`, `railway`, `city`.
  public var subtype: String?
  /// Its usual name in English news.
  public var name: String
  /// Other names that this text uses for it.
  public var aliases: [String]?
  /// The ISO 3166-1 alpha-2 code of the country it belongs to.
  public var country: String?
  /// Its Wikidata id.
  public var wikidata: String?
  /// Where the knowledge comes from.
  public var basis: Basis

  /// Makes an entity.
  public init(
    id: String, type: EntityType, subtype: String? = nil, name: String, aliases: [String]? = nil,
    country: String? = nil, wikidata: String? = nil, basis: Basis
  ) {
    self.id = id
    self.type = type
    self.subtype = subtype
    self.name = name
    self.aliases = aliases
    self.country = country
    self.wikidata = wikidata
    self.basis = basis
  }
}
