/// A unit of time; the raw value is the `value` of the word tables.
package enum TimeUnit: Int, Sendable, Hashable {
  case second = 1
  case minute, hour, day, week, month, quarter, year, decade, century, millennium
  case weekend, fortnight, night, businessDay
}

/// A date as far as it is known. Fields that are nil are unknown, not zero.
package struct DateFields: Sendable, Hashable {
  /// A part of a year or a stretch of years.
  package enum Period: Sendable, Hashable {
    case quarter(Int), half(Int), season(Int), week(Int), weekend(Int)
    /// The year is the first of the stretch.
    case decade, century, millennium
  }

  /// The year; 493 BC is -493.
  package var year: Int?
  package var month: Int?
  package var day: Int?
  /// 1 is Monday.
  package var weekday: Int?
  package var period: Period?
  /// Whether the year is a fiscal one.
  package var isFiscal = false

  package init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, period: Period? = nil,
    isFiscal: Bool = false
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.period = period
    self.isFiscal = isFiscal
  }

  /// The fields of a day number.
  package init(dayNumber number: Int) {
    let date = Civil.date(number)
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

/// A time of day.
package struct TimeOfDay: Sendable, Hashable {
  /// A part of a day, by the `value` of the word tables.
  package enum Part: Int, Sendable, Hashable {
    case morning = 1
    case afternoon, evening, night, midday
  }

  package var hour: Int?
  package var minute: Int?
  package var second: Int?
  package var part: Part?
  /// Minutes east of Greenwich.
  package var zone: Int?
  /// Whether the hour is of the twelve-hour clock without a word that says which half.
  package var isAmbiguous = false

  package init(hour: Int? = nil, minute: Int? = nil, second: Int? = nil, part: Part? = nil, zone: Int? = nil) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.part = part
    self.zone = zone
  }
}

/// An amount of time: "two weeks and a half", "several days".
package struct TimeAmount: Sendable, Hashable {
  /// One unit and its number; nil is an unknown number.
  package struct Part: Sendable, Hashable {
    package var number: Double?
    package var unit: TimeUnit
  }
  package var parts: [Part]
}

/// What a temporal expression means, before it is resolved against an anchor and a tense.
package indirect enum TimeExpression: Sendable, Hashable {
  /// Which way a named date lies: "last May", "this May", "next May".
  package enum Direction: Int, Sendable, Hashable {
    case last = -1
    case this, next
    /// "coming Friday": the next that comes.
    case coming
  }
  /// From where a distance is counted.
  package enum Base: Sendable, Hashable {
    /// The document's or item's date.
    case anchor
    /// The date named last.
    case text
    /// The date named last in a history, else the document's or item's date.
    case story
    case date(TimeExpression)
  }
  /// A vague reference.
  package enum Reference: Int, Sendable, Hashable {
    case past = 1
    case present, future
  }

  /// A date, complete or not.
  case date(DateFields)
  /// "last week", "today", "the following year": whole units before or after.
  case unit(TimeUnit, Int, Base)
  /// "three Fridays ago": that many of the weekday before (-) or after (+) the anchor.
  case weekdays(Int, weekday: Int)
  /// "last November", "next Friday".
  case directed(DateFields, Direction)
  /// "three days ago", "two weeks before Easter": -1 before, +1 after.
  case distance(TimeAmount, sign: Int, Base)
  /// "first week of May", "last two days of 2024": ordinal from 1, from the end if negative.
  case nth(Int, count: Int, TimeUnit, of: TimeExpression)
  /// "the first Monday of May".
  case nthWeekday(Int, weekday: Int, of: TimeExpression)
  /// "Friday of last week", "the 20th of this month".
  case within(DateFields, TimeExpression)
  /// "the past three days": -1, "the next three days": +1.
  case span(TimeAmount, sign: Int)
  /// "three days from Monday on": so long, that date included.
  case stretch(TimeAmount, from: TimeExpression)
  /// A row of the holidays, with its year where it is named.
  case holiday(Int, year: TimeExpression?, Direction?)
  case at(TimeExpression?, TimeOfDay)
  /// Both ends inclusive.
  case range(TimeExpression, TimeExpression)
  case duration(TimeAmount)
  /// How often, every how long, or on which named date.
  case set(every: TimeAmount?, on: TimeExpression?)
  case reference(Reference)
}

extension TimeExpression {
  /// The amount of a stretch that TimeML takes for a duration: "the past three days", "the first nine months of 2024".
  var stretch: TimeAmount? {
    switch self {
    case .span(let amount, _), .stretch(let amount, _): amount
    case .nth(_, let count, let unit, _) where count > 1: TimeAmount(parts: [.init(number: Double(count), unit: unit)])
    default: nil
    }
  }
}
