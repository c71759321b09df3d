internal import DigestLexicon
internal import DigestText

/// The numbers of the function words that the grammar itself is about.
///
/// A class: one reference to all readers.
final class GrammarWords: Sendable {
  let to, of, by, with, between, and, or, comma, that, who, which, not, no, will, would, among, was, were: Word
  let colon, semicolon, hyphen, emDash, dash, openBracket, closeBracket, quote, apostrophe, stop, question,
    exclamation: Word
  let yet, honour, honor, from, neither, each, other, one, another: Word
  let `if`, whether, possessiveS, ahead, co, it: Word
  /// Adverbs that join an event to the one told before.
  let sequels: Set<Word>
  /// Modals that make a plan.
  let futureModals: Set<Word>
  /// Modals that make a thought.
  let irrealisModals: Set<Word>
  let phrasalVerbs: PhrasalVerbs
  /// Prepositions by word, for the slots of frames.
  let slots: SlotTable
  /// By row of `nouns.tsv`: whether it names people by their post.
  private let roleRows: [Bool]
  /// By row of `verbs.tsv`: whether it tells somebody's words.
  private let reportRows: [Bool]

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
    ahead = word("ahead")
    yet = word("yet")
    neither = word("neither")
    each = word("each")
    other = word("other")
    one = word("one")
    another = word("another")
    from = word("from")
    honour = word("honour")
    honor = word("honor")
    co = word("co")
    it = word("it")
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
    sequels = Set(["also", "too", "then", "later", "afterwards", "afterward", "separately"].map(word))
    futureModals = Set(["will", "won't", "shall"].map(word))
    irrealisModals = Set(["would", "could", "may", "might", "can", "should", "wouldn't", "couldn't", "must"].map(word))
    phrasalVerbs = PhrasalVerbs(lexicon)
    var slots: [Word: Slot] = [:]
    for slot in Slot.allCases where slot.isPreposition { slots[word(slot.rawValue)] = slot }
    self.slots = SlotTable(slots)
    reportRows = lexicon.table(.verbs).rows(with: ["report"], in: "kind")
    roleRows = lexicon.table(.nouns).rows(with: ["role", "leader", "guest", "counterpart"], in: "class")
  }

  /// Whether a row of `verbs.tsv` tells somebody's words.
  func isReport(_ verb: Int) -> Bool { verb >= 0 && reportRows[verb] }

  /// Whether a word is a noun for somebody's post: "chairman", "mayors", "counterpart".
  func isRole(_ word: Word, in lexicon: Lexicon) -> Bool {
    for sense in lexicon.senses(of: word) where sense.wordClass == .noun || sense.wordClass == .nounPlural {
      if roleRows[Int(sense.value)] { return true }
    }
    return false
  }
}

/// The slots of prepositions by word.
struct SlotTable: Sendable {
  private var slots: [Slot?]

  init(_ words: [Word: Slot]) {
    slots = Array(repeating: nil, count: Int(words.keys.max() ?? 0) + 1)
    // A word that the vocabulary lacks has no slot.
    for (word, slot) in words where word != 0 { slots[Int(word)] = slot }
  }

  subscript(word: Word) -> Slot? { Int(word) < slots.count ? slots[Int(word)] : nil }
}

/// A grammatical place beside a trigger, which a frame ties to a role.
enum Slot: String, CaseIterable, Sendable {
  case subject, object
  /// The subject of a verb that takes a noun, or of the passive of one that carries it: "A was granted an audience".
  case recipient
  /// The noun group of the trigger itself: "A held a press conference".
  case trigger
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
  case following, through, across, against, alongside, near, within, over, under, via, towards, including, involving,
    outside, off,
    since,
    until, `as`

  var isPreposition: Bool {
    switch self {
    case .subject, .object, .recipient, .trigger, .agent, .clause, .possessor, .modifier, .predicate, .complement: false
    default: true
    }
  }
}
