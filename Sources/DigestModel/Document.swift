/// What made a result: with the same producer and the same input, the result is the same, byte for byte.
public struct Producer: Hashable, Sendable, Codable {
  /// The version of this library.
  public var version: String
  /// A fingerprint of the lexicons, 16 hexadecimal digits.
  public var lexicons: String
  /// The EDTF date to which the lexicons' facts hold.
  public var asOf: String
  /// The version of the ICU library that was linked.
  public var icu: String

  /// Makes a producer record.
  public init(version: String, lexicons: String, asOf: String, icu: String) {
    self.version = version
    self.lexicons = lexicons
    self.asOf = asOf
    self.icu = icu
  }
}

/// The document that was read.
public struct DocumentInfo: Hashable, Sendable, Codable {
  /// The caller's name for it: a file name, or the `id` of a JSON line.
  public var id: String
  /// The date against which relative dates were resolved (EDTF), if any was given or found in the text.
  public var date: String?
  /// The BCP 47 tag of the language; `und` where it is not English.
  public var language: String
  /// The SHA-256 of the input bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// What all offsets of this result count.
  public var offsets: OffsetUnit

  /// Makes a document record.
  public init(id: String, date: String? = nil, language: String = "en", sha256: String, offsets: OffsetUnit = .utf8) {
    self.id = id
    self.date = date
    self.language = language
    self.sha256 = sha256
    self.offsets = offsets
  }
}

/// One news item of a digest. It bounds coreference: "the two leaders" never reaches into another item.
public struct Item: Hashable, Sendable, Codable, Spanned {
  /// `i1`, `i2` and so on.
  public var id: String
  /// Where the item, headline included, starts.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The headline, where the layout shows one.
  public var headline: Span?
  /// The entity id of the outlet that the item quotes.
  public var outlet: String?
  /// The EDTF date of that outlet's report.
  public var reported: String?

  /// Makes an item.
  public init(id: String, span: Span, headline: Span? = nil, outlet: String? = nil, reported: String? = nil) {
    self.id = id
    self.start = span.start
    self.end = span.end
    self.headline = headline
    self.outlet = outlet
    self.reported = reported
  }
}

/// Something a reader should know about how a document was read.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// A stable code such as `DG001`.
  public var code: String
  /// A sentence for a person.
  public var message: String
  /// Where it applies, if it does to one place.
  public var start: Int?
  /// The end of that place.
  public var end: Int?

  /// Makes a diagnostic.
  public init(code: String, message: String, span: Span? = nil) {
    self.code = code
    self.message = message
    self.start = span?.start
    self.end = span?.end
  }
}

/// One step of the reasoning behind a value: which rule made it, from which lexicon rows and which other values.
public struct Derivation: Hashable, Sendable, Codable {
  /// The id of the mention, figure, change, relation or entity that was derived.
  public var of: String
  /// The stable name of the rule.
  public var rule: String
  /// Ids of the lexicon rows that were used.
  public var rows: [String]
  /// Ids of the values it was derived from.
  public var from: [String]
  /// What the rule saw, in a few words, where its name does not say it.
  public var note: String?

  /// Makes a derivation.
  public init(of: String, rule: String, rows: [String] = [], from: [String] = [], note: String? = nil) {
    self.of = of
    self.rule = rule
    self.rows = rows
    self.from = from
    self.note = note
  }
}
