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
  /// By token: the figure that starts there, -1 = none.
  private(set) var figureStart: [Int32]
  /// By token: the attribution that covers it, -1 = none.
  private(set) var attribution: [Int32]

  init(text: SegmentedText, lexicon: Lexicon, figures: FigureText, entities: EntityText) {
    let count = text.tokens.count
    extentEnd = entities.mentions.map { mention in
      Self.extentEnd(of: mention, in: text, lexicon)
    }
    kind = Array(repeating: .plain, count: count)
    isPlural = Array(repeating: false, count: count)
    mentionStart = Array(repeating: -1, count: count)
    figureStart = Array(repeating: -1, count: count)
    attribution = Array(repeating: -1, count: count)
    mark(figures)
    mark(entities)
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
    var coveredTo = 0
    for (index, mention) in entities.mentions.enumerated() {
      let markKind: Kind = mention.form == .pronoun ? .pronoun : .name
      for token in mention.tokens { kind[token] = markKind }
      isPlural[extentEnd[index] - 1] = mention.form == .group
      if mention.extent.lowerBound >= coveredTo, mentionStart[mention.extent.lowerBound] < 0 {
        mentionStart[mention.extent.lowerBound] = Int32(index)
        coveredTo = extentEnd[index]
      }
    }
    for (index, source) in entities.attributions.enumerated() {
      for token in source.tokens {
        kind[token] = .masked
        attribution[token] = Int32(index)
      }
    }
  }
}
