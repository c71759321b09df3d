import DigestModel

/// The namespaces of the semantic formats.
enum RDFPrefix: String, CaseIterable, Sendable {
  /// The project's own vocabulary.
  case dg
  /// The roles of arguments, one property each.
  case role
  case schema, prov, owl, xsd
  /// The Library of Congress's datatypes of extended dates.
  case edtf

  var iri: String {
    switch self {
    case .dg: "urn:digest-graph:vocabulary:"
    case .role: "urn:digest-graph:role:"
    case .schema: "https://schema.org/"
    case .prov: "http://www.w3.org/ns/prov#"
    case .owl: "http://www.w3.org/2002/07/owl#"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    case .edtf: "http://id.loc.gov/datatypes/edtf/"
    }
  }
}

/// A property with a fixed name and one kind of values.
struct RDFTerm: Sendable {
  /// What its values are.
  enum Kind: Sendable {
    case text, integer, number, date, edtf, link

    /// The datatype of its literals; `nil` for plain text and links.
    var datatype: String? {
      switch self {
      case .text, .link: nil
      case .integer: "xsd:integer"
      case .number: "xsd:double"
      case .date: "xsd:date"
      case .edtf: "edtf:EDTF"
      }
    }
  }

  let prefix: RDFPrefix
  let name: String
  let kind: Kind

  /// The name with its prefix: `schema:name`.
  var compact: String { "\(prefix.rawValue):\(name)" }

  private init(_ prefix: RDFPrefix, _ name: String, _ kind: Kind = .text) {
    self.prefix = prefix
    self.name = name
    self.kind = kind
  }

  private init(_ name: String, _ kind: Kind = .text) { self.init(.dg, name, kind) }
}

extension RDFTerm {
  static let name = RDFTerm(.schema, "name")
  static let alternateName = RDFTerm(.schema, "alternateName")
  static let language = RDFTerm(.schema, "inLanguage")
  static let softwareVersion = RDFTerm(.schema, "softwareVersion")
  static let startDate = RDFTerm(.schema, "startDate", .date)
  static let endDate = RDFTerm(.schema, "endDate", .date)
  static let location = RDFTerm(.schema, "location", .link)
  static let isPartOf = RDFTerm(.schema, "isPartOf", .link)
  static let publisher = RDFTerm(.schema, "publisher", .link)
  static let eventStatus = RDFTerm(.schema, "eventStatus", .link)
  static let sameAs = RDFTerm(.owl, "sameAs", .link)
  static let used = RDFTerm(.prov, "used", .link)
  static let wasAssociatedWith = RDFTerm(.prov, "wasAssociatedWith", .link)
  static let wasGeneratedBy = RDFTerm(.prov, "wasGeneratedBy", .link)
  static let wasDerivedFrom = RDFTerm(.prov, "wasDerivedFrom", .link)
  static let wasQuotedFrom = RDFTerm(.prov, "wasQuotedFrom", .link)
  static let wasAttributedTo = RDFTerm(.prov, "wasAttributedTo", .link)

  static let id = RDFTerm("id")
  static let type = RDFTerm("type")
  static let subtype = RDFTerm("subtype")
  static let countryCode = RDFTerm("countryCode")
  static let wikidata = RDFTerm("wikidata")
  static let basis = RDFTerm("basis")
  static let date = RDFTerm("date", .edtf)
  static let sha256 = RDFTerm("sha256")
  static let offsets = RDFTerm("offsets")
  static let lexicons = RDFTerm("lexicons")
  static let asOf = RDFTerm("asOf", .edtf)
  static let icu = RDFTerm("icu")
  static let start = RDFTerm("start", .integer)
  static let end = RDFTerm("end", .integer)
  static let headlineStart = RDFTerm("headlineStart", .integer)
  static let headlineEnd = RDFTerm("headlineEnd", .integer)
  static let triggerStart = RDFTerm("triggerStart", .integer)
  static let triggerEnd = RDFTerm("triggerEnd", .integer)
  static let reported = RDFTerm("reported", .edtf)
  static let outlet = RDFTerm("outlet", .link)
  static let speaker = RDFTerm("speaker", .link)
  static let text = RDFTerm("text")
  static let form = RDFTerm("form")
  static let rule = RDFTerm("rule")
  static let refersTo = RDFTerm("refersTo", .link)
  static let member = RDFTerm("member", .link)
  static let kind = RDFTerm("kind")
  static let timex = RDFTerm("timex")
  static let edtf = RDFTerm("edtf", .edtf)
  static let mod = RDFTerm("mod")
  static let anchorDate = RDFTerm("anchorDate", .edtf)
  static let anchorFrom = RDFTerm("anchorFrom")
  static let value = RDFTerm("value", .number)
  static let low = RDFTerm("low", .number)
  static let high = RDFTerm("high", .number)
  static let bound = RDFTerm("bound")
  static let unit = RDFTerm("unit")
  static let ucum = RDFTerm("ucum")
  static let currency = RDFTerm("currency")
  static let of = RDFTerm("of")
  static let equivalent = RDFTerm("equivalent", .link)
  static let from = RDFTerm("from", .link)
  static let to = RDFTerm("to", .link)
  static let by = RDFTerm("by", .link)
  static let direction = RDFTerm("direction")
  static let ratio = RDFTerm("ratio", .number)
  static let difference = RDFTerm("difference", .number)
  static let computed = RDFTerm("computed")
  static let measure = RDFTerm("measure")
  static let status = RDFTerm("status")
  static let reason = RDFTerm("reason")
  static let confidence = RDFTerm("confidence")
  static let conflictsWith = RDFTerm("conflictsWith", .link)
  static let timeFigure = RDFTerm("timeFigure", .link)
  static let placeStart = RDFTerm("placeStart", .integer)
  static let placeEnd = RDFTerm("placeEnd", .integer)
  static let argument = RDFTerm("argument", .link)
  static let position = RDFTerm("position", .integer)
  static let role = RDFTerm("role")
  static let entity = RDFTerm("entity", .link)
  static let figure = RDFTerm("figure", .link)
  static let change = RDFTerm("change", .link)
  static let source = RDFTerm("source", .link)
  static let target = RDFTerm("target", .link)
  static let weight = RDFTerm("weight", .integer)
  static let relation = RDFTerm("relation", .link)
  static let code = RDFTerm("code")
  static let message = RDFTerm("message")

  /// All terms: what the context of JSON-LD declares.
  static let all: [RDFTerm] = [
    name, alternateName, language, softwareVersion, startDate, endDate, location, isPartOf, publisher, eventStatus,
    sameAs,
    used, wasAssociatedWith, wasGeneratedBy, wasDerivedFrom, wasQuotedFrom, wasAttributedTo, id, type, subtype,
    countryCode,
    wikidata, basis, date, sha256, offsets, lexicons, asOf, icu, start, end, headlineStart, headlineEnd, triggerStart,
    triggerEnd, reported, outlet, speaker, text, form, rule, refersTo, member, kind, timex, edtf, mod, anchorDate,
    anchorFrom,
    value, low, high, bound, unit, ucum, currency, of, equivalent, from, to, by, direction, ratio, difference, computed,
    measure, status, reason, confidence, conflictsWith, timeFigure, placeStart, placeEnd, argument, position, role,
    entity,
    figure, change, source, target, weight, relation, code, message,
  ]
}

/// What a thing is: a class of the own vocabulary or of schema.org and PROV-O, with its prefix.
enum RDFClass {
  static let document = ["dg:Document", "schema:CreativeWork", "prov:Entity"]
  static let extraction = ["prov:Activity"]
  static let producer = ["prov:SoftwareAgent", "schema:SoftwareApplication"]
  static let item = ["dg:Item", "schema:NewsArticle", "prov:Entity"]
  static let mention = ["dg:Mention", "prov:Entity"]
  static let figure = ["dg:Figure", "prov:Entity"]
  static let change = ["dg:Change", "prov:Entity"]
  static let evidence = ["dg:Evidence", "prov:Entity"]
  static let argument = ["dg:Argument"]
  static let edge = ["dg:Edge", "prov:Entity"]
  static let diagnostic = ["dg:Diagnostic"]

  /// The classes of an entity.
  static func entity(_ entity: Entity) -> [String] {
    switch entity.type {
    case .person: ["dg:Person", "schema:Person"]
    case .country: ["dg:Country", "schema:Country"]
    case .organization: ["dg:Organization", organization(entity.subtype)]
    case .place: ["dg:Place", "schema:Place"]
    case .project: ["dg:Project", "schema:Project"]
    case .agreement: ["dg:Agreement", "schema:CreativeWork"]
    case .award: ["dg:Award", "schema:Thing"]
    case .occasion: ["dg:Occasion", "schema:Event"]
    case .position: ["dg:Position", "schema:Role"]
    }
  }

  private static func organization(_ subtype: String?) -> String {
    switch subtype {
    case "government": "schema:GovernmentOrganization"
    case "company": "schema:Corporation"
    case "bank", "fund": "schema:FinancialService"
    case "media": "schema:NewsMediaOrganization"
    case "university": "schema:CollegeOrUniversity"
    default: "schema:Organization"
    }
  }

  /// The classes of a relation: what happens at a time is an event for schema.org, what lasts is none.
  static func relation(_ type: RelationType) -> [String] {
    let words = type.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let own = "dg:\(words.joined())"
    switch type {
    case .met, .received, .visited, .called, .negotiated, .mediated, .attended, .invited, .agreed, .signed, .issued,
      .upgradedRelations, .awarded, .appointed, .milestone:
      return [own, "schema:Event", "prov:Entity"]
    case .involvesCountry, .locatedIn, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf, .hasCapacity, .costs,
      .measures, .capacityChange, .changed, .holdsPosition, .represents, .memberOf, .reportedBy:
      return [own, "prov:Entity"]
    }
  }
}
