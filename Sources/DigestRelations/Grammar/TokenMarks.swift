internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What earlier stages know of each token.
struct TokenMarks {
  enum Kind: UInt8 {
    case plain, name, pronoun, date
    /// Part of an attribution: a source, never an actor.
    case masked
  }

  private(set) var kind: [Kind]
  /// Whether the token ends a mention of several.
  private(set) var isPlural: [Bool]
  /// By token: the outermost mention whose extent starts there, -1 = none.
  private(set) var mentionStart: [Int32]
  /// By mention: where its extent ends for the grammar, which reads relative clauses as clauses.
  private(set) var extentEnd: [Int]
  /// By token: whether it belongs to the extent of a person's mention: a title before the name.
  private(set) var isInExtent: [Bool]
  /// By token: the figure that starts there, -1 = none.
  private(set) var figureStart: [Int32]
  /// By token: the tag of the set phrase that covers it: "as part of", "in order to".
  private(set) var phraseTag: [Tag?]
  /// By token: where the set phrase that starts there ends, 0 = none starts.
  private(set) var phraseEnd: [Int32]

  init(text lexical: LexicalText, lexicon: Lexicon, figures: FigureText, entities: EntityText) {
    let text = lexical.text
    let count = text.tokens.count
    extentEnd = entities.mentions.map { mention in
      Self.extentEnd(of: mention, in: text, lexicon)
    }
    kind = Array(repeating: .plain, count: count)
    isPlural = Array(repeating: false, count: count)
    isInExtent = Array(repeating: false, count: count)
    mentionStart = Array(repeating: -1, count: count)
    figureStart = Array(repeating: -1, count: count)
    phraseTag = Array(repeating: nil, count: count)
    phraseEnd = Array(repeating: 0, count: count)
    mark(lexical, lexicon)
    mark(figures)
    mark(entities)
  }

  private mutating func mark(_ lexical: LexicalText, _ lexicon: Lexicon) {
    let to = lexicon.word("to")
    var coveredTo = 0
    for match in lexical.matches.terms where match.tokens.lowerBound >= coveredTo {
      guard let tag = lexical.matches.entries(of: match).lazy.compactMap({ Self.tag($0.wordClass) }).first,
        !Self.opensInfinitive(match.tokens, lexical.text, lexicon, to: to)
      else { continue }
      for token in match.tokens { phraseTag[token] = tag }
      phraseEnd[match.tokens.lowerBound] = Int32(match.tokens.upperBound)
      coveredTo = match.tokens.upperBound
    }
  }

  /// Whether a phrase that ends in "to" is none, because an infinitive follows: "due to rain" but "due to meet".
  private static func opensInfinitive(
    _ tokens: Range<Int>, _ text: SegmentedText, _ lexicon: Lexicon, to: Word
  ) -> Bool {
    let next = tokens.upperBound
    guard next < text.tokens.count, lexicon.is(text.tokens[next].word, .verbBase),
      tokens.count == 2
    else { return false }
    return text.tokens[next - 1].word == to
  }

  private static func tag(_ wordClass: WordClass?) -> Tag? {
    switch wordClass {
    case .preposition: .preposition
    case .subordinator: .subordinator
    case .adverb: .adverb
    default: nil
    }
  }

  /// The end of a mention's extent, cut before a relative clause: "Luca Ferri, who met ...".
  private static func extentEnd(of mention: MentionDraft, in text: SegmentedText, _ lexicon: Lexicon) -> Int {
    guard mention.extent.upperBound > mention.tokens.upperBound else { return mention.extent.upperBound }
    for token in mention.tokens.upperBound..<mention.extent.upperBound
    where lexicon.is(text.tokens[token].word, .relativePronoun) {
      let isAfterComma = token > mention.tokens.upperBound && text.tokens[token - 1].shape.contains(.symbol)
      return isAfterComma ? token - 1 : token
    }
    return mention.extent.upperBound
  }

  private mutating func mark(_ figures: FigureText) {
    for (index, figure) in figures.figures.enumerated() {
      figureStart[figure.tokens.lowerBound] = Int32(index)
      switch figure.figure.kind {
      case .date, .time: for token in figure.tokens { kind[token] = .date }
      default: break
      }
    }
  }

  private mutating func mark(_ entities: EntityText) {
    for (index, mention) in entities.mentions.enumerated() {
      let markKind: Kind = mention.form == .pronoun ? .pronoun : .name
      for token in mention.tokens { kind[token] = markKind }
      isPlural[extentEnd[index] - 1] = mention.form == .group
      guard mention.type == .person, mention.form != .pronoun else { continue }
      for token in mention.extent.lowerBound..<mention.tokens.upperBound { isInExtent[token] = true }
    }
    var coveredTo = 0
    let byExtent = entities.mentions.indices.sorted {
      let (left, right) = (entities.mentions[$0].extent, entities.mentions[$1].extent)
      return left.lowerBound != right.lowerBound ? left.lowerBound < right.lowerBound : left.count > right.count
    }
    for index in byExtent {
      let mention = entities.mentions[index]
      if mention.extent.lowerBound >= coveredTo, mentionStart[mention.extent.lowerBound] < 0 {
        mentionStart[mention.extent.lowerBound] = Int32(index)
        coveredTo = extentEnd[index]
      }
    }
    for source in entities.attributions {
      for token in source.tokens { kind[token] = .masked }
    }
  }
}
