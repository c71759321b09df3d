/// What a single word can be. A word can be several things at once; rules decide by context.
///
/// The names stand in the `class` column of the word tables (`words.tsv`, `time-words.tsv`, `numbers.tsv`,
/// `measures.tsv`). A row of several words ("as well as") becomes a term match with the same class.
@frozen public enum WordClass: UInt8, CaseIterable, Sendable {
  // Grammar (words.tsv)
  case article, definite, demonstrative, quantifier, possessive, personalPronoun, singularPerson, relativePronoun,
    interrogative
  case preposition, coordinator, subordinator, negation, modal, toBe, toHave, toDo, adverb, adjective
  // Verbs (verbs.tsv): the forms; the sense `verb` holds the row
  case verb, verbBase, verbThird, verbPast, verbParticiple, verbGerund
  // A verb whose base and third forms are nouns as often: visit, talks, plan
  case nounVerb
  // Nouns with a class (nouns.tsv): the sense holds the row
  case noun, nounPlural
  // Names
  case givenName, maleName, femaleName, surname, commonName, nameParticle, honorific, nameSuffix, legalForm
  // Segmentation
  case abbreviation, finalAbbreviation, starter
  // Attribution and discourse (words.tsv)
  case reportVerb, reportNoun, group, planWord, cueWord
  // Words of a town's life, in a text as a whole and behind its name (words.tsv)
  case localWord, townNoun
  // Words behind which a person, a team or a thing is given its name (words.tsv)
  case namingWord
  // Set phrases that hold a country's name and name nothing (words.tsv)
  case stopPhrase
  // Events (words.tsv): the kind of a visit, a sign of a call or of the sidelines; what tells that an event is ahead, or
  // in doubt, or off ("preparations for", "the possibility of", "is likely")
  case eventKind, phone, sideline, outlook
  // A noun that counts or parts what "of" ties to it (words.tsv)
  case lightHead
  // Behind a length: it is a distance
  case direction
  // Numbers (numbers.tsv)
  case numberUnit, numberTens, numberScale, numberScaleSign, numberScalePlural, numberDozen, numberDozenPlural
  case numberPair, numberSeveral, numberFraction, numberFractionPlural, numberHalf, numberQuarter
  case numberFractionSign, numberOrdinal, ordinalSuffix, minusWord, numberPoint, numberArticle, numberAnd, numberOf
  case outWord, inWord, atWord, overWord, lengthWord, levelWord, numberNoun, halfBlocker, halfOpener
  case rangeTo, rangeOr, rangeDash, rangeBetween, fromWord
  // Measures (measures.tsv)
  case hedge, hedgeAfter, hedgeSkip, perWord, perSure, slashWord, powerMark, powerWord, powerDigit, eachNoun, notRate,
    rangeVerb
  case changeVerb, changeNoun, changeReach, changeMore, changeFactor, changeFactorBase, foldSuffix, timesWord,
    moreThanWord
  case byWord, toWord, compareWord, flowNoun, measureNoun, moneyCue, massCue, stakeNoun, irregularPlural, notPlural
  case designator, designatorSure, streetNoun, notCounted, winNoun
  // Time (time-words.tsv), begin: read by DigestFigures/Time
  case month, monthOrWord, weekday, weekdayOrWord, weekdays, timeUnit, timeUnits, timeUnitShort, timeAdverb
  case dayWord, timeLast, timeNext, timeThis, timeSame, dayPart, dayPartWord, season, seasonOrWord, clockWord, meridiem
  case timeZone, clockSign, clockSide, timeAgo, timeAhead, timeEarlier, timeLater, timeEarly, timePart
  case fiscalWord, yearPart, yearPartCode, timeNumber, timeVague, timeHalf, timeOrdinal, era
  case timeGlue, setEach, setTimes, timeReference, holiday, notTime, timeHedge, decadeWord, ageWord, agingWord
  case longWord, timeFiller, timeRecent, timeBound, timeBoundAfter
  // Time, end
}

/// A set of word classes; 192 fit.
@frozen public struct WordClassSet: Sendable, Hashable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var middle: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// The empty set.
  @inlinable public init() {}

  /// The set of these.
  @inlinable public init(_ classes: WordClass...) {
    for one in classes { insert(one) }
  }

  /// Whether the class is one of them.
  @inlinable @inline(__always) public func contains(_ one: WordClass) -> Bool {
    let bit: UInt64 = 1 << UInt64(one.rawValue & 63)
    return switch one.rawValue >> 6 {
    case 0: low & bit != 0
    case 1: middle & bit != 0
    default: high & bit != 0
    }
  }

  /// Whether any class of `other` is one of them.
  @inlinable @inline(__always) public func intersects(_ other: WordClassSet) -> Bool {
    low & other.low != 0 || middle & other.middle != 0 || high & other.high != 0
  }

  /// Whether all its classes are classes of `other`.
  package func isSubset(of other: WordClassSet) -> Bool {
    low & ~other.low == 0 && middle & ~other.middle == 0 && high & ~other.high == 0
  }

  /// Adds a class.
  @inlinable public mutating func insert(_ one: WordClass) {
    let bit: UInt64 = 1 << UInt64(one.rawValue & 63)
    switch one.rawValue >> 6 {
    case 0: low |= bit
    case 1: middle |= bit
    default: high |= bit
    }
  }

  /// Whether it has no class.
  @inlinable public var isEmpty: Bool { low | middle | high == 0 }
}

extension WordClass {
  private static let byName: [String: WordClass] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// The class with this name.
  static func named(_ name: String) -> WordClass? { byName[name] }
}

/// A meaning of a word: its class and the number that the class gives it (a month's number, a verb's row ...).
///
/// Eight bytes, laid out as in a compiled lexicon.
public struct WordSense: Sendable, Hashable {
  /// The class's number.
  public let code: UInt32
  /// What the class says of the word.
  public let value: Int32

  init(wordClass: WordClass, value: Int32) {
    code = UInt32(wordClass.rawValue)
    self.value = value
  }

  /// The class.
  @inlinable public var wordClass: WordClass { WordClass(rawValue: UInt8(truncatingIfNeeded: code)) ?? .article }
}
