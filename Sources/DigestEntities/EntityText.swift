package import DigestModel

/// A mention before it gets its id, by token ranges and entity numbers.
package struct MentionDraft: Sendable, Hashable {
  /// The name or phrase itself; titles, demonyms and appositions stand outside.
  package var tokens: Range<Int>
  /// The whole noun phrase of which the name is the head: title, demonym and apposition included.
  ///
  /// "Kazakh Energy Minister Aset Bolatov", "To Lam, General Secretary of the Communist Party of Vietnam".
  package var extent: Range<Int>
  package var type: EntityType
  package var form: MentionForm
  /// The entity's number in ``EntityText/entities``; nil where the mention is unresolved.
  package var entity: Int?
  /// The entity numbers of a group mention's members.
  package var group: [Int] = []
  /// The ISO 3166-1 alpha-2 code of what the mention names or belongs to.
  package var country: String?
  /// The title or position words, before or behind the name.
  package var title: Range<Int>?
  /// The country or organisation of the title, as an entity number.
  package var body: Int?
  /// The rule that made it.
  package var rule: String
  /// The ids of the lexicon rows behind it.
  package var rows: [String] = []
  /// The first tokens of the mentions that it goes back to.
  package var antecedents: [Int] = []
  /// What a coreference or linking rule went by.
  package var note: String?

  package init(
    tokens: Range<Int>, extent: Range<Int>? = nil, type: EntityType, form: MentionForm, entity: Int? = nil,
    country: String? = nil, rule: String, rows: [String] = []
  ) {
    self.tokens = tokens
    self.extent = extent ?? tokens
    self.type = type
    self.form = form
    self.entity = entity
    self.country = country
    self.rule = rule
    self.rows = rows
  }
}

/// Who said a stretch of text: "..., reported Nova News on May 6".
package struct AttributionDraft: Sendable, Hashable {
  /// The words of the attribution; what stands in them is a source and never an actor, its date the report's.
  package var tokens: Range<Int>
  /// The sentences that it covers.
  package var sentences: Range<Int>
  package var outlet: Int?
  package var speaker: Int?
  /// The figure that holds the date of the report.
  package var date: Int?

  package init(tokens: Range<Int>, sentences: Range<Int>, outlet: Int? = nil, speaker: Int? = nil, date: Int? = nil) {
    self.tokens = tokens
    self.sentences = sentences
    self.outlet = outlet
    self.speaker = speaker
    self.date = date
  }
}

/// One news item, by line numbers.
package struct ItemDraft: Sendable, Hashable {
  /// Its lines, the headline included.
  package var lines: Range<Int>
  /// The line of the headline, where the layout shows one.
  package var headline: Int?
  /// The tokens of the headline proper: without a number, bullet or outlet before it.
  package var headlineTokens: Range<Int>?
  /// The outlet quoted, as an entity number.
  package var outlet: Int?
  /// The figure that holds the date of its report.
  package var reported: Int?

  package init(lines: Range<Int>, headline: Int? = nil, headlineTokens: Range<Int>? = nil) {
    self.lines = lines
    self.headline = headline
    self.headlineTokens = headlineTokens
  }
}

/// The layout of a digest: what is an item, what is head, lead, caption or noise.
package struct DigestLayout: Sendable, Hashable {
  /// What a line is.
  package enum LineRole: UInt8, Sendable, Hashable {
    case header, lead, headline, body, caption, source, noise
  }

  package var items: [ItemDraft] = []
  /// By line.
  package var roles: [LineRole] = []
  /// The document's own date (EDTF), from its header or dateline.
  package var date: String?
  /// The tokens of the dateline, which state no event.
  package var dateline: Range<Int>?

  package init() {}
}

/// What the entity stage knows of a text.
package struct EntityText: Sendable {
  package var layout = DigestLayout()
  /// In text order, enclosing ones first; the tokens of two mentions are disjoint or nested.
  package var mentions: [MentionDraft] = []
  package var entities: [Entity] = []
  /// In text order.
  package var attributions: [AttributionDraft] = []

  package init() {}
}
