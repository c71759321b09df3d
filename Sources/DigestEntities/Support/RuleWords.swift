internal import DigestLexicon
internal import DigestText

/// The words that the entity rules look for, numbered once for a lexicon.
struct RuleWords: Sendable {
  let of, the, a, an, and, or, `in`, to, from, `for`, at, on, by, with, between, who, whose, `as`: Word
  let his, her, its, their, our, he, she, him, they, them, both, neither, two, three, these, those, this, that, all,
    according,
    told: Word
  let off, across, over, along, outside, above, around, one, long: Word
  let also, via, citing, known, under, through, into, near, article, date, here, `class`, degree: Word
  /// Prepositions before a place, before a country, behind an agreement's name, and before the object of a meeting.
  let locative, beforeCountry, behindAgreement, beforeObject: WordSet
  /// What opens a group: "the two leaders", "both", "all three".
  let groupOpeners: WordSet
  let nouns: NounTable
  /// The prepositions that can tell where works stand.
  let sites: Set<Word>
  /// By row of `verbs.tsv`: whether it attributes words to a source.
  let reportRows: [Bool]
  /// By row of `verbs.tsv`: whether it tells that works are planned, built, run or paid for.
  let worksRows: [Bool]

  init(_ lexicon: Lexicon) {
    of = lexicon.word("of")
    the = lexicon.word("the")
    a = lexicon.word("a")
    an = lexicon.word("an")
    and = lexicon.word("and")
    or = lexicon.word("or")
    `in` = lexicon.word("in")
    to = lexicon.word("to")
    from = lexicon.word("from")
    `for` = lexicon.word("for")
    at = lexicon.word("at")
    on = lexicon.word("on")
    by = lexicon.word("by")
    with = lexicon.word("with")
    between = lexicon.word("between")
    who = lexicon.word("who")
    whose = lexicon.word("whose")
    `as` = lexicon.word("as")
    his = lexicon.word("his")
    her = lexicon.word("her")
    its = lexicon.word("its")
    their = lexicon.word("their")
    our = lexicon.word("our")
    he = lexicon.word("he")
    she = lexicon.word("she")
    him = lexicon.word("him")
    they = lexicon.word("they")
    them = lexicon.word("them")
    both = lexicon.word("both")
    neither = lexicon.word("neither")
    two = lexicon.word("two")
    three = lexicon.word("three")
    these = lexicon.word("these")
    those = lexicon.word("those")
    this = lexicon.word("this")
    that = lexicon.word("that")
    all = lexicon.word("all")
    according = lexicon.word("according")
    told = lexicon.word("told")
    off = lexicon.word("off")
    across = lexicon.word("across")
    over = lexicon.word("over")
    along = lexicon.word("along")
    outside = lexicon.word("outside")
    above = lexicon.word("above")
    around = lexicon.word("around")
    one = lexicon.word("one")
    long = lexicon.word("long")
    also = lexicon.word("also")
    via = lexicon.word("via")
    citing = lexicon.word("citing")
    known = lexicon.word("known")
    under = lexicon.word("under")
    through = lexicon.word("through")
    into = lexicon.word("into")
    near = lexicon.word("near")
    sites = Set([
      `in`, at, near, between, from, of, on, off, across, over, along, outside, above, around, under, through,
    ])
    .subtracting([0])
    article = lexicon.word("article")
    date = lexicon.word("date")
    here = lexicon.word("here")
    `class` = lexicon.word("class")
    degree = lexicon.word("degree")
    locative = WordSet([`in`, from, near, at, to])
    beforeCountry = WordSet([`in`, to, of, from, with, between])
    behindAgreement = WordSet([of, on, `for`, between, and, to])
    beforeObject = WordSet([with, to, by, of, told])
    groupOpeners = WordSet([the, these, those, their, our, both, two, three, all])
    nouns = NounTable(lexicon)
    reportRows = lexicon.table(.verbs).rows(with: ["report"], in: "kind")
    worksRows = lexicon.table(.verbs).rows(with: ["works"], in: "kind")
  }
}

/// A few words.
struct WordSet: Sendable {
  private let words: [Word]

  init(_ words: [Word]) { self.words = words }

  @inline(__always) func contains(_ word: Word) -> Bool {
    for one in words where one == word { return true }
    return false
  }
}
