import DigestModel

/// The relations of several documents, reports of one event made one.
///
/// Reports are one where type, participants, time, place, amounts and status agree; each document gives at most one
/// report to an event, since what one text tells as two is two. Reports are taken in a fixed order, dated ones first,
/// and join an event only if they agree with all of its reports; a report that would fit several events is left by
/// itself. Events of which a report disagrees with another document's are linked by ``Relation/conflicts``.
struct RelationUnion {
  /// The merged relations, in the order of their first reports.
  private(set) var relations: [Relation] = []
  /// The id of the merged relation to which each report belongs, by the report's qualified id.
  private(set) var events: [String: String] = [:]

  /// Unites the relations of documents that are sorted by id.
  init(_ documents: [DocumentGraph]) {
    let facts = ReportFacts(documents)
    var reports: [(relation: Relation, document: Int)] = []
    for (index, document) in documents.enumerated() {
      let ids = Set(document.relations.map(\.id))
      reports += document.relations.map { ($0.qualified(document.document.id, relations: ids), index) }
    }
    let ids = Set(reports.map(\.relation.id))
    // Relations about relations (`part-of`) are compared once it is known which event each of them is.
    func isNested(_ relation: Relation) -> Bool {
      relation.arguments.contains { $0.entity.map(ids.contains) ?? false }
    }
    var union = EventUnion()
    for isSecond in [false, true] {
      union.add(
        reports.enumerated().filter { isNested($0.element.relation) == isSecond }.map { order, report in
          Report(
            report.relation.renaming(union.names), order: order, document: report.document,
            in: documents[report.document], facts)
        })
    }
    relations = union.relations
    events = union.names
  }
}

/// The reports of one event.
private struct Event {
  var reports: [Report]
  /// Days beyond which nothing can concern this event; `nil` where nothing is too far away.
  private var reach: DayRange?

  init(_ report: Report) {
    reports = [report]
    reach = report.reach
  }

  mutating func add(_ report: Report) {
    reports.append(report)
    guard let mine = reach, let more = report.reach else {
      reach = nil
      return
    }
    reach = mine.joined(with: more)
  }

  /// Whether the report is of this event; one document never reports an event twice.
  func fits(_ report: Report) -> Bool {
    isNear(report.reach) && reports.allSatisfy { $0.document != report.document && $0.verdict(report) == .same }
  }

  /// Whether some document's report disagrees with another one's about the event.
  func disagrees(with other: Event) -> Bool {
    guard isNear(other.reach) else { return false }
    let documents = Set(reports.map(\.document))
    if other.reports.contains(where: { documents.contains($0.document) }) { return false }
    return reports.contains { mine in other.reports.contains { mine.verdict($0) == .disagreeing } }
  }

  private func isNear(_ other: DayRange?) -> Bool {
    guard let reach, let other else { return true }
    return reach.gap(to: other) == 0
  }
}

/// Events and the reports of each.
private struct EventUnion {
  /// The id of the event to which each report belongs.
  private(set) var names: [String: String] = [:]
  private var events: [Event] = []
  private var disagreements: [(Int, Int)] = []

  mutating func add(_ reports: [Report]) {
    for (_, bucket) in Dictionary(grouping: reports, by: \.key).sorted(by: { $0.key < $1.key }) { join(bucket) }
  }

  /// Finds the events among reports of the same participants, which come by document and place in it.
  private mutating func join(_ bucket: [Report]) {
    let first = events.count
    // The sort is stable: equal dates keep the order of the documents.
    for report in bucket.sorted(by: Report.precedes) {
      let fitting = events.indices[first...].filter { events[$0].fits(report) }
      if fitting.count == 1 {
        events[fitting[0]].add(report)
      } else {
        events.append(Event(report))
      }
    }
    for left in events.indices[first...] {
      events[left].reports.sort { $0.order < $1.order }
      let reports = events[left].reports
      for report in reports { names[report.relation.id] = reports[0].relation.id }
      for right in events.indices[first..<left] where events[left].disagrees(with: events[right]) {
        disagreements.append((right, left))
      }
    }
  }

  /// The events as relations.
  var relations: [Relation] {
    var conflicts: [Int: Set<String>] = [:]
    for (left, right) in disagreements {
      conflicts[left, default: []].insert(events[right].reports[0].relation.id)
      conflicts[right, default: []].insert(events[left].reports[0].relation.id)
    }
    let united = events.enumerated().map { index, event in
      let reports = event.reports
      var relation = reports[0].relation
      for report in reports.dropFirst() { relation.unite(with: report.relation) }
      if let best = reports.filter({ $0.days != nil }).sorted(by: Report.precedes).first {
        relation.time = best.relation.time
      }
      let own = reports.flatMap { $0.relation.conflicts ?? [] }.map { names[$0] ?? $0 }
      let all = conflicts[index, default: []].union(own).subtracting([relation.id])
      relation.conflicts = all.isEmpty ? nil : all.sorted()
      return (order: reports[0].order, relation: relation)
    }
    return united.sorted { $0.order < $1.order }.map(\.relation)
  }
}

extension Relation {
  /// The relation with the document's id before the ids that count within a document: `DOCUMENT#r1`.
  fileprivate func qualified(_ document: String, relations: Set<String>) -> Relation {
    func qualify(_ id: String) -> String { "\(document)#\(id)" }
    var relation = self
    relation.id = qualify(id)
    relation.conflicts = conflicts.map { $0.map(qualify) }
    relation.time?.figure = (time?.figure).map(qualify)
    for (index, argument) in arguments.enumerated() {
      relation.arguments[index].figure = argument.figure.map(qualify)
      relation.arguments[index].change = argument.change.map(qualify)
      if let entity = argument.entity, relations.contains(entity) { relation.arguments[index].entity = qualify(entity) }
    }
    for index in evidence.indices { relation.evidence[index].document = document }
    return relation
  }

  /// The relation with the ids of other relations replaced.
  fileprivate func renaming(_ names: [String: String]) -> Relation {
    var relation = self
    for index in arguments.indices {
      relation.arguments[index].entity = arguments[index].entity.map { names[$0] ?? $0 }
    }
    return relation
  }

  /// Adds another report of the same event. What is added has no span, since spans count in the first report's text.
  fileprivate mutating func unite(with other: Relation) {
    for var argument in other.arguments {
      argument.start = nil
      argument.end = nil
      if !arguments.contains(where: { $0.says(the: argument) }) { arguments.append(argument) }
    }
    if var place = other.place, self.place?.entity == nil || (self.place?.entity ?? "").hasPrefix("country:") {
      place.start = nil
      place.end = nil
      if place.entity != nil { self.place = place }
    }
    if other.status.rank < status.rank { status = other.status }
    if other.confidence == .high || confidence == .low { confidence = other.confidence }
    reason = reason ?? other.reason
    evidence += other.evidence
  }
}

extension Argument {
  /// Whether this argument says what `other` says, wherever the words stand. Figures differ between texts; one is enough.
  fileprivate func says(the other: Argument) -> Bool {
    guard role == other.role else { return false }
    if figure != nil && other.figure != nil || change != nil && other.change != nil { return true }
    return entity == other.entity && text == other.text && country == other.country
  }
}

extension Status {
  /// What took place goes before what was planned.
  fileprivate var rank: Int { Status.allCases.firstIndex(of: self) ?? 0 }
}
