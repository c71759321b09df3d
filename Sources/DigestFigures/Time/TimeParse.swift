/// A temporal expression found by the grammar: its tokens and what they mean.
struct TimeParse {
  var tokens: Range<Int>
  var expression: TimeExpression
  /// The rule that made it; stable, it appears in results.
  var rule: String
  /// The TIMEX3 modifier.
  var mod: String?
  /// Where the span starts when articles belong to it.
  var articleStart: Int?

  init(_ tokens: Range<Int>, _ expression: TimeExpression, _ rule: String, mod: String? = nil) {
    self.tokens = tokens
    self.expression = expression
    self.rule = rule
    self.mod = mod
  }

  /// The date fields, where it is a plain date.
  var fields: DateFields? {
    if case .date(let fields) = expression { return fields }
    return nil
  }

  /// The time of day, where it has no date.
  var clock: TimeOfDay? {
    if case .at(nil, let time) = expression { return time }
    return nil
  }

  /// Whether it is one day by name or distance.
  var isDay: Bool {
    switch expression {
    case .unit(.day, _, _), .nthWeekday, .holiday: true
    case .directed(let fields, _), .within(let fields, _): fields.weekday != nil || fields.day != nil
    default: false
    }
  }

  /// Whether it names a day, a month or the like that can stand in a range or take a time of day.
  var isDateLike: Bool {
    switch expression {
    case .date, .unit, .directed, .nth, .nthWeekday, .within, .holiday: true
    case .distance: true
    default: false
    }
  }
}

/// The grammar of temporal expressions: small rules over tokens, by topic in the files of this folder.
///
/// A rule looks at a bounded number of tokens behind the one it starts from, so reading is linear in the text.
struct TimeGrammar {
  let tape: TimeTape

  /// The TIMEX3 modifiers by the values of `timeEarly` and `timePart`.
  static let mods = ["", "START", "MID", "END", "START", "END"]
}
