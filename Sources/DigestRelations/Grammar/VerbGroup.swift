/// A verb with its auxiliaries: "has not been received", "will meet", "to visit".
struct VerbGroup {
  enum Form {
    case finite, infinitive, participle, gerund
  }

  enum Mood {
    case indicative, future, irrealis
  }

  var tokens: Range<Int>
  /// The main verb.
  var head: Int
  /// Its row in the verb table; -1 where it is unknown.
  var verb: Int
  var form: Form
  var mood: Mood = .indicative
  var isPassive = false
  var isNegated = false
  /// Whether it is in a past tense or the perfect.
  var isPast = false
  /// Whether it was meant to be and was not: "was to have met".
  var isUnfulfilled = false
  /// Whether it goes on: "is visiting".
  var isProgressive = false
}
