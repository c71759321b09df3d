import DigestModel

/// One document's relation with what decides whether it reports the same event as another document's.
struct Report {
  /// How two reports of the same participants stand to each other.
  enum Verdict { case same, disagreeing, different }

  /// What two reports must share to be compared at all.
  struct Key: Hashable, Comparable {
    var type: RelationType
    var participants: [String]

    static func < (left: Key, right: Key) -> Bool {
      left.type == right.type
        ? left.participants.lexicographicallyPrecedes(right.participants)
        : left.type.rawValue < right.type.rawValue
    }
  }

  /// By how many days reports of one event may be wrong.
  private static let slip = 3

  let relation: Relation
  /// Its place among all relations of all documents.
  let order: Int
  /// The index of the document.
  let document: Int
  let key: Key
  /// The days on which the text says that it happened.
  let days: DayRange?
  private let isEvent: Bool
  /// For an event without date, the days around its report.
  private let about: DayRange?
  private let amounts: Set<String>
  private let place: String?
  /// The country of the place.
  private let land: String?

  /// Prepares a relation whose ids are qualified already.
  init(_ relation: Relation, order: Int, document index: Int, in document: DocumentGraph, _ facts: ReportFacts) {
    self.relation = relation
    self.order = order
    self.document = index
    isEvent = relation.type.isEvent
    key = Key(type: relation.type, participants: facts.participants(of: relation, document.document.id))
    days = (relation.time?.edtf).flatMap(DayRange.init)
    let reported = relation.evidence.lazy.compactMap { $0.attribution?.date }.first ?? document.document.date
    about = reported.flatMap(DayRange.init)?.widened(by: 10)
    amounts = facts.amounts(of: relation)
    place = relation.place?.entity
    land = place.flatMap { facts.country(of: $0) }
  }

  /// Days beyond which no report of the same event, and none that disagrees about it, can lie; `nil` where nothing is
  /// too far away.
  var reach: DayRange? { isEvent ? (days ?? about)?.widened(by: Self.slip) : nil }

  /// Whether the other report, which has the same ``key``, is of the same event.
  ///
  /// One event: times of which one lies inside the other (a report without date is near to its own date), places that
  /// are one or of which one is the country of the other, equal amounts, a status that fits. What a report leaves out
  /// contradicts nothing. Reports that differ in these disagree, where their dates differ by three days at most;
  /// otherwise they are of different events.
  func verdict(_ other: Report) -> Verdict {
    let time = time(other)
    let status = status(other)
    if time == .different || status == .different { return .different }
    let amountsAgree = amounts.isEmpty || other.amounts.isEmpty || amounts == other.amounts
    return time == .same && status == .same && amountsAgree && placesAgree(other) ? .same : .disagreeing
  }

  private func time(_ other: Report) -> Verdict {
    if let days, let theirs = other.days {
      if days.nests(theirs) { return .same }
      return isEvent && days.gap(to: theirs) <= Self.slip ? .disagreeing : .different
    }
    guard isEvent, let mine = days ?? about, let theirs = other.days ?? other.about else { return .same }
    return mine.gap(to: theirs) == 0 ? .same : .different
  }

  private func status(_ other: Report) -> Verdict {
    let mine = relation.status
    let theirs = other.relation.status
    if mine == theirs || (mine.isActual && theirs.isActual) || (mine.isProspective && theirs.isProspective) {
      return .same
    }
    // What one text plans for a day and another one reports of that day is one event.
    if (mine.isActual && theirs.isProspective) || (mine.isProspective && theirs.isActual) {
      return days != nil && other.days != nil ? .same : .different
    }
    return (mine.isActual && theirs.isDenied) || (mine.isDenied && theirs.isActual) ? .disagreeing : .different
  }

  private func placesAgree(_ other: Report) -> Bool {
    guard let place, let theirs = other.place, place != theirs else { return true }
    return "country:" + (land ?? "") == theirs || "country:" + (other.land ?? "") == place
  }

  /// Dated reports first, the most exact ones before the others; then by document and place in it.
  static func precedes(_ left: Report, _ right: Report) -> Bool {
    switch (left.days, right.days) {
    case (let a?, let b?) where a != b:
      return (a.last - a.first, a.first) < (b.last - b.first, b.first)
    case (.some, nil): return true
    case (nil, .some): return false
    default: return false
    }
  }
}

extension Status {
  fileprivate var isProspective: Bool { self == .planned || self == .proposed || self == .expected }
  fileprivate var isDenied: Bool { self == .negated || self == .cancelled }
}

extension RelationType {
  /// Whether it happens at a time; other relations are facts that hold.
  fileprivate var isEvent: Bool {
    switch self {
    case .met, .received, .visited, .called, .negotiated, .mediated, .attended, .invited, .agreed, .signed, .issued,
      .upgradedRelations, .awarded, .appointed, .milestone:
      true
    default: false
    }
  }
}
