/// What a token is in its sentence, after the choice between noun and verb was made.
enum Tag: UInt8 {
  case name, determiner, possessive, number, adjective, noun, properNoun, pronoun
  case finite, infinitive, participle, gerund, auxiliary, modal, infinitiveTo
  case preposition, coordinator, relative, subordinator, adverb, negation
  case comma, possessiveMark, hyphen, dash, colon, open, close, quote, stop, date, masked, other

  /// Whether a noun phrase can go on with it.
  var isNominal: Bool {
    switch self {
    case .name, .determiner, .possessive, .number, .adjective, .noun, .properNoun: true
    default: false
    }
  }

  /// Whether what follows it must be a noun, not a verb.
  var asksForNoun: Bool {
    switch self {
    case .determiner, .possessive, .number, .adjective, .possessiveMark: true
    default: false
    }
  }

  /// Whether a phrase that can be a subject ends with it.
  var endsPhrase: Bool {
    switch self {
    case .name, .noun, .properNoun, .pronoun, .close, .number, .date: true
    default: false
    }
  }
}
