internal import DigestLexicon
internal import DigestText

/// The numbers of the function words that the grammar itself is about.
struct GrammarWords: Sendable {
  let to, of, by, with, between, and, or, comma, that, who, which, not, no, will, would, among, was, were: Word
  let colon, semicolon, hyphen, emDash, dash, openBracket, closeBracket, quote, apostrophe, stop, question,
    exclamation: Word
  let `if`, whether, possessiveS: Word
  /// Modals that make a plan.
  let futureModals: Set<Word>
  /// Modals that make a thought.
  let irrealisModals: Set<Word>
  let phrasalVerbs: PhrasalVerbs
  /// Prepositions by word, for the slots of frames.
  let slots: [Word: Slot]

  init(_ lexicon: Lexicon) {
    func word(_ text: String) -> Word { lexicon.word(text) }
    to = word("to")
    of = word("of")
    by = word("by")
    with = word("with")
    between = word("between")
    and = word("and")
    or = word("or")
    that = word("that")
    who = word("who")
    which = word("which")
    not = word("not")
    no = word("no")
    will = word("will")
    would = word("would")
    among = word("among")
    was = word("was")
    were = word("were")
    `if` = word("if")
    whether = word("whether")
    comma = word(",")
    colon = word(":")
    semicolon = word(";")
    hyphen = word("-")
    dash = word("--")
    emDash = word("—")
    openBracket = word("(")
    closeBracket = word(")")
    quote = word("\"")
    apostrophe = word("'")
    stop = word(".")
    question = word("?")
    exclamation = word("!")
    possessiveS = word("'s")
    futureModals = Set(["will", "won't", "shall"].map(word))
    irrealisModals = Set(["would", "could", "may", "might", "can", "should", "wouldn't", "couldn't", "must"].map(word))
    phrasalVerbs = PhrasalVerbs(lexicon)
    var slots: [Word: Slot] = [:]
    for slot in Slot.allCases where slot.isPreposition { slots[word(slot.rawValue)] = slot }
    self.slots = slots
  }
}

/// A grammatical place beside a trigger, which a frame ties to a role.
enum Slot: String, CaseIterable, Sendable {
  case subject, object
  /// The subject of the verb that carries a noun: "A held talks", "A arrived for talks".
  case agent
  /// The subject of the clause to which a noun is an adjunct: "A came at the invitation of B".
  case clause
  /// "A's visit", "their meeting".
  case possessor
  /// "Kazakh-Omani talks", "the Muscat summit".
  case modifier
  /// What a copula ties to a noun: "among the guests was A".
  case predicate
  /// The infinitive or clause that a verb governs.
  case complement
  case with, between, to, from, `in`, at, on, by, of, `for`, during, after, before, among, about, upon, into
  case through, across, against, alongside, near, within, over, under, via, towards, including, outside, off, since,
    until, `as`

  var isPreposition: Bool {
    switch self {
    case .subject, .object, .agent, .clause, .possessor, .modifier, .predicate, .complement: false
    default: true
    }
  }
}
