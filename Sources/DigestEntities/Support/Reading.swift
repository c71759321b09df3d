internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// One document while its entities are being read: what all steps see, and the results to which they add.
///
/// Used by one task only, and gone when the document is done.
final class Reading {
  let lexicon: Lexicon
  let rules: RuleWords
  let facts: FactIndex
  let dates: FigureRecogniser
  let lexical: LexicalText
  let figures: FigureText
  let documentID: String
  /// The date of the document: the caller's, else the layout's.
  var date: String?

  let text: SegmentedText
  private let tokenClasses: TokenClasses
  /// By token.
  let marks: [Mark]
  /// By token: the noun kinds of its word.
  let kinds: [NounKinds]
  /// By token: the match that starts there, -1 = none.
  private let nameStarts: [Int32]
  private let titleStarts: [Int32]
  private let termStarts: [Int32]
  /// By token: the figure that covers it, -1 = none.
  private let figureStarts: [Int32]
  /// By sentence.
  let lineOfSentence: [Int32]
  /// By line: whether most of its words have a capital, so that capitals say nothing.
  var titleCase: [Bool] = []

  // Nothing holds a part of this object while it asks for another: the checks of exclusive access, which cost as much
  // as the look at a token itself, are left out of what is asked most.
  @exclusivity(unchecked) var layout = DigestLayout()
  @exclusivity(unchecked) var registry: EntityRegistry
  @exclusivity(unchecked) var mentions: [MentionDraft] = []
  var attributions: [AttributionDraft] = []
  /// By token: whether an attribution covers it.
  var sourced: [Bool]
  /// The mentions of people by item.
  var peopleOfItem: [Int: [Int]] = [:]
  /// Items that have named an outlet.
  var outletItems: Set<Int> = []
  var titles: [TitlePhrase] = []
  var people: [PersonName] = []
  /// Mentions of people who wrote what is quoted, and take no part in it.
  var authors: Set<Int> = []
  /// People by country, and the positions that the text gives them by entity.
  var clustersOfCountry: [String: [PersonCluster]] = [:]
  var positionsOfEntity: [Int: [Int]] = [:]
  /// The gender that a given name tells, by entity.
  var genderOfEntity: [Int: String] = [:]
  /// How often names that are safe alone name a country, by its code; known before the layout is.
  private(set) lazy var countryCounts = countCountries()
  /// What the text says of countries elsewhere; the layout must be known.
  private(set) lazy var evidence = gatherEvidence()
  /// Mentions of people called somebody's counterpart.
  var counterparts: Set<Int> = []
  /// The mentions of projects by item, -1 outside items.
  var projectsOfItem: [Int: [Int]] = [:]
  /// The words that have a capital within a sentence.
  private(set) lazy var innerCapitals = gatherCapitals()
  /// By token: the place that is named there, also inside another name.
  private(set) lazy var placeEntities = gatherPlaces()
  /// The mentions of places by entity, -1 for none, once projects ask for them.
  var placesOfEntity: [Int: [Int]]?
  /// Where an item names somebody in full for the first time.
  var firstMention: [ItemEntity: Int] = [:]
  /// The words of the titles that the text has given an entity so far.
  var titleWords: [Int: Set<Word>] = [:]
  /// Rows of people whom the text names in full.
  var namedInFull: Set<Int> = []
  /// Acronyms that the text introduces, by their sound: the entity and its mention.
  var introduced: [NameKey: (entity: Int, mention: Int)] = [:]
  /// The positions of entities, once asked for.
  var positionCache: [Int: [Int]] = [:]
  /// Runs of capitalised words that no rule has explained yet.
  var loose: [Range<Int>] = []
  /// By token: the outermost mention that covers it, -1 = none.
  @exclusivity(unchecked) private(set) var claims: [Int32]
  /// By token, once the layout is known: what ``isNameWord(_:)`` and ``isOpening(_:)`` say.
  @exclusivity(unchecked) private var looks: [Looks] = []

  init(
    lexicon: Lexicon, rules: RuleWords, facts: FactIndex, dates: FigureRecogniser, lexical: LexicalText,
    figures: FigureText,
    documentID: String, date: String?
  ) {
    self.lexicon = lexicon
    self.rules = rules
    self.facts = facts
    self.dates = dates
    self.lexical = lexical
    self.figures = figures
    self.documentID = documentID
    self.date = date
    text = lexical.text
    tokenClasses = lexical.classes
    registry = EntityRegistry(facts: facts, documentID: documentID)
    let count = text.tokens.count
    marks = text.tokens.map { Mark($0, in: lexical.text.bytes) }
    kinds = text.tokens.map { rules.nouns.kinds($0.word) }
    nameStarts = Self.starts(lexical.matches.names, count)
    titleStarts = Self.starts(lexical.matches.titles, count)
    termStarts = Self.starts(lexical.matches.terms, count)
    var figureStarts = [Int32](repeating: -1, count: count)
    for (index, figure) in figures.figures.enumerated() {
      for token in figure.tokens where token < count { figureStarts[token] = Int32(index) }
    }
    self.figureStarts = figureStarts
    claims = Array(repeating: -1, count: count)
    sourced = Array(repeating: false, count: count)
    var lines = [Int32](repeating: 0, count: text.sentences.count)
    for (line, sentences) in text.lines.enumerated() { for sentence in sentences { lines[sentence] = Int32(line) } }
    lineOfSentence = lines
  }

  private static func starts(_ matches: [Match], _ count: Int) -> [Int32] {
    var starts = [Int32](repeating: -1, count: count)
    for (index, match) in matches.enumerated() { starts[match.tokens.lowerBound] = Int32(index) }
    return starts
  }

  // MARK: Looks

  /// What the form of a token and its neighbours say, asked again and again.
  private struct Looks: OptionSet {
    let rawValue: UInt8
    static let nameWord = Looks(rawValue: 1)
    static let opening = Looks(rawValue: 2)
  }

  /// Looks at every token once; the layout is known by now.
  func readLooks() {
    looks = text.tokens.indices.map { token in
      var found: Looks = []
      if looksLikeNameWord(token) { found.insert(.nameWord) }
      if looksLikeOpening(token) { found.insert(.opening) }
      return found
    }
  }

  /// Whether a token can be a word of a name by its looks.
  @inline(__always) func isNameWord(_ token: Int) -> Bool {
    looks.isEmpty ? looksLikeNameWord(token) : looks[token].contains(.nameWord)
  }

  /// Whether a token opens a sentence, a quotation or a line, where capitals say nothing.
  @inline(__always) func isOpening(_ token: Int) -> Bool {
    looks.isEmpty ? looksLikeOpening(token) : looks[token].contains(.opening)
  }

  // MARK: Tokens

  @inline(__always) func word(_ token: Int) -> Word { text.tokens[token].word }
  @inline(__always) func shape(_ token: Int) -> TokenShape { text.tokens[token].shape }
  @inline(__always) func classes(_ token: Int) -> WordClassSet { tokenClasses[token] }
  @inline(__always) func isCapital(_ token: Int) -> Bool { text.tokens[token].shape.contains(.capitalized) }
  @inline(__always) func isLetter(_ token: Int) -> Bool { text.tokens[token].shape.contains(.letter) }
  @inline(__always) func isClitic(_ token: Int) -> Bool { text.tokens[token].shape.contains(.clitic) }
  @inline(__always) func isFree(_ token: Int) -> Bool { claims[token] < 0 }

  /// Whether two tokens stand without white space between them.
  @inline(__always) func isGlued(_ token: Int) -> Bool { !text.tokens[token].shape.contains(.spaceBefore) }

  func nameMatch(_ token: Int) -> Match? { nameStarts[token] < 0 ? nil : lexical.matches.names[Int(nameStarts[token])] }
  func titleMatch(_ token: Int) -> Match? {
    titleStarts[token] < 0 ? nil : lexical.matches.titles[Int(titleStarts[token])]
  }
  func termMatch(_ token: Int) -> Match? { termStarts[token] < 0 ? nil : lexical.matches.terms[Int(termStarts[token])] }
  func figure(_ token: Int) -> Int? { figureStarts[token] < 0 ? nil : Int(figureStarts[token]) }

  /// The key of a token's spelling.
  func key(_ token: Int) -> NameKey { NameKeys.key(text.bytes[text.tokens[token].bytes]) }

  /// The noun that starts at a token, of one word or of a term: its kinds and its end.
  func noun(_ token: Int) -> (kinds: NounKinds, end: Int, row: Int?)? {
    if let match = termMatch(token) {
      for entry in lexical.matches.entries(of: match) where entry.table == .nouns {
        let kinds = rules.nouns.rowKinds[Int(entry.row)]
        if !kinds.isEmpty { return (kinds, match.tokens.upperBound, Int(entry.row)) }
      }
    }
    return kinds[token].isEmpty ? nil : (kinds[token], token + 1, nil)
  }

  private func gatherCapitals() -> Set<NameKey> {
    var keys: Set<NameKey> = []
    for token in text.tokens.indices
    where isCapital(token) && isLetter(token) && !isOpening(token)
      && !titleCase[Int(lineOfSentence[text.sentence(of: token)])]
    {
      keys.insert(key(token))
    }
    return keys
  }

  private func gatherPlaces() -> [Int: Int] {
    var places: [Int: Int] = [:]
    for mention in mentions where mention.type == .place && !mention.tokens.isEmpty {
      if let entity = mention.entity { places[mention.tokens.lowerBound] = entity }
    }
    return places
  }

  // MARK: Results

  /// Adds a mention and claims its tokens for it, where no other has them.
  @discardableResult
  func add(_ mention: MentionDraft) -> Int {
    let index = mentions.count
    for token in mention.tokens where claims[token] < 0 { claims[token] = Int32(index) }
    mentions.append(mention)
    return index
  }

  /// The outermost mention that covers a token.
  func claim(_ token: Int) -> Int? { claims[token] < 0 ? nil : Int(claims[token]) }

  /// Frees the tokens of a mention.
  func release(_ mention: Int) {
    for token in mentions[mention].tokens where claims[token] == Int32(mention) { claims[token] = -1 }
  }

  /// Makes another mention the outermost of its tokens.
  func reclaim(_ mention: Int) {
    for token in mentions[mention].tokens { claims[token] = Int32(mention) }
  }
}
