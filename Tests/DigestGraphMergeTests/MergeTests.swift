import DigestGraph
import DigestTestSupport
import Testing

struct MergeTests {
  private func document(_ id: String, date: String? = "2025-05-09", hash: String = "0", _ relations: Relation...)
    -> DocumentGraph
  {
    DocumentGraph(
      producer: AndeanDigest.graph.producer, document: DocumentInfo(id: id, date: date, sha256: id + hash),
      entities: [
        Entity(id: "person:a", type: .person, name: "A", aliases: [id], basis: .lexicon),
        Entity(id: "place:astana", type: .place, name: "Astana", country: "KZ", basis: .lexicon),
      ], relations: relations)
  }

  private func met(
    _ id: String, time: String? = nil, place: String? = nil, status: Status = .happened, with other: String = "person:b"
  ) -> Relation {
    Relation(
      id: id, type: .met,
      arguments: [Argument(.participant, entity: "person:a"), Argument(.participant, entity: other)],
      time: time.map { RelationTime(edtf: $0, timex: $0) }, place: place.map { RelationPlace(entity: $0) },
      status: status,
      evidence: [Evidence(span: Span(0, 1), text: "x", rule: "r")])
  }

  private func merged(_ documents: DocumentGraph...) throws -> [Relation] {
    try GraphSet(merging: documents).graph.relations
  }

  @Test func twoReportsAreOneMeeting() throws {
    let relations = try merged(
      document("a", met("r1", time: "2025-05", place: "country:KZ")),
      document("b", met("r7", time: "2025-05-06", place: "place:astana")))
    #expect(relations.map(\.id) == ["a#r1"])
    #expect(relations[0].time?.edtf == "2025-05-06")
    #expect(relations[0].place?.entity == "place:astana")
    #expect(relations[0].evidence.map(\.document) == ["a", "b"])
    #expect(relations[0].conflicts == nil)
  }

  @Test func disagreeingDatesStaySideBySide() throws {
    let set = try GraphSet(
      merging: [document("a", met("r1", time: "2025-05-06")), document("b", met("r1", time: "2025-05-07"))])
    #expect(set.graph.relations.map(\.conflicts) == [["b#r1"], ["a#r1"]])
    #expect(set.graph.edges.map(\.weight) == [1])
  }

  @Test func otherMeetingsAreOthers() throws {
    let set = try GraphSet(
      merging: [document("a", met("r1", time: "2025-05-06")), document("b", met("r1", time: "2025-09-07"))])
    #expect(set.graph.relations.map(\.conflicts) == [nil, nil])
    #expect(set.graph.edges.map(\.weight) == [2])
    #expect(try merged(document("a", met("r1")), document("b", met("r1", with: "person:c"))).count == 2)
    #expect(try merged(document("a", date: "2018-01-05", met("r1")), document("b", met("r1"))).count == 2)
    #expect(try merged(document("a", met("r1"), met("r2"))).count == 2)
  }

  @Test func anUndatedReportThatFitsTwoStaysAlone() throws {
    let relations = try merged(
      document("a", met("r1", time: "2025-05-03"), met("r2", time: "2025-05-08")), document("b", met("r1")))
    #expect(relations.count == 3)
    #expect(relations.allSatisfy { $0.conflicts == nil })
  }

  @Test func deniedAndHappenedConflict() throws {
    let relations = try merged(
      document("a", met("r1", time: "2025-05-06")), document("b", met("r1", time: "2025-05-06", status: .negated)))
    #expect(relations.map(\.conflicts) == [["b#r1"], ["a#r1"]])
  }

  @Test func whatWasPlannedAndTookPlaceIsOne() throws {
    let relations = try merged(
      document("a", met("r1", time: "2025-05-06", status: .planned)), document("b", met("r1", time: "2025-05-06")))
    #expect(relations.map(\.status) == [.happened])
  }

  private func cost(_ value: Double, _ id: String) -> DocumentGraph {
    var figure = Figure(id: "f1", span: Span(0, 1), text: "x", kind: .money, rule: "")
    figure.value = value
    figure.currency = "USD"
    var graph = document(
      id,
      Relation(
        id: "r1", type: .costs, arguments: [Argument(.project, entity: "project:p"), Argument(.figure, figure: "f1")],
        status: .happened, evidence: [Evidence(span: Span(0, 1), text: id, rule: "r")]))
    graph.figures = [figure]
    return graph
  }

  @Test func amountsAreCompared() throws {
    let relations = try merged(cost(5, "a"), cost(7, "b"), cost(5, "c"))
    #expect(relations.map(\.id) == ["a#r1", "b#r1"])
    #expect(relations[0].evidence.count == 2)
    #expect(relations[0].conflicts == ["b#r1"])
    #expect(relations[0].arguments.compactMap(\.figure) == ["a#f1"])
  }

  @Test func partsFollowTheirEvents() throws {
    let visit = Relation(
      id: "r2", type: .visited,
      arguments: [
        Argument(.visitor, entity: "person:a"), Argument(.destination, entity: "place:astana"),
        Argument(.host, entity: "person:b"),
      ],
      time: RelationTime(edtf: "2025-05-05/2025-05-07", timex: ""), status: .happened, evidence: [])
    let part = Relation(
      id: "r3", type: .partOf, arguments: [Argument(.part, entity: "r1"), Argument(.whole, entity: "r2")],
      status: .happened, evidence: [])
    let set = try GraphSet(
      merging: ["a", "b"].map { document($0, met("r1", time: "2025-05-06"), visit, part) })
    #expect(set.graph.relations.map(\.id) == ["a#r1", "a#r2", "a#r3"])
    #expect(set.graph.relations[2].arguments.map(\.entity) == ["a#r1", "a#r2"])
    #expect(set.graph.edges.map(\.weight) == [1, 1])
  }

  @Test func entitiesAreUnited() throws {
    let set = try GraphSet(merging: [document("b", met("r1")), document("a", met("r1"))])
    #expect(set.graph.entities.map(\.id) == ["person:a", "place:astana"])
    #expect(set.graph.entities[0].aliases == ["a", "b"])
  }

  @Test func oneIdForTwoTextsIsAnError() {
    let error = #expect(throws: MergeError.self) {
      try GraphSet(merging: [document("a", met("r1")), document("a", hash: "1", met("r1"))])
    }
    #expect(error?.document == "a")
  }

  @Test func manyReportsOfOnePairTakeLittleTime() throws {
    let documents = (0..<1500).map { index in
      let day = 10 + index % 20
      let time = "\(1980 + index % 40)-0\(1 + index % 9)-\(day)"
      return document("d\(index)", date: time, met("r1", time: time))
    }
    let clock = ContinuousClock()
    var edges: [Edge] = []
    let time = try clock.measure { edges = try GraphSet(merging: documents).graph.edges }
    #expect(edges.count == 1)
    print("merging 1500 reports of one pair: \(time)")
  }

  /// Any grouping and order of any documents gives the same bytes, and a document twice is one.
  @Test(arguments: 0..<150)
  func mergingIsASemilattice(seed: UInt64) throws {
    var source = CrowdedModel(seed: seed)
    var documents = (0..<6).map { source.document($0) }
    let whole = try GraphSet(merging: documents)
    documents.shuffle(using: &source.generator)
    let split = Int.random(in: 0...6, using: &source.generator)
    let left = try GraphSet(merging: Array(documents[..<split]) + documents.prefix(2))
    let right = try GraphSet(merging: Array(documents[split...]))
    #expect(try left.merging(right) == whole)
    #expect(try right.merging(left) == whole)
    #expect(try whole.merging(whole) == whole)
    #expect(try right.merging(left).json() == whole.json())
    let evidence = documents.flatMap(\.relations).flatMap(\.evidence).count
    #expect(whole.graph.relations.flatMap(\.evidence).count == evidence)
  }
}

/// Documents in which few people meet on few days, so that many reports could be of one event.
private struct CrowdedModel {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func document(_ index: Int) -> DocumentGraph {
    let id = "d\(index)"
    var figures: [Figure] = []
    let relations = (1...8).map { number in relation("r\(number)", id, &figures) }
    return DocumentGraph(
      producer: AndeanDigest.graph.producer,
      document: DocumentInfo(id: id, date: generator.maybe { $0.one(of: ["2025-05-09", "2025-05-20"]) }, sha256: id),
      entities: [Entity(id: "place:x", type: .place, name: "X", country: "KZ", basis: .lexicon)], figures: figures,
      relations: relations)
  }

  private mutating func relation(_ id: String, _ document: String, _ figures: inout [Figure]) -> Relation {
    let type = generator.one(of: [RelationType.met, .received, .visited, .costs, .partOf])
    var arguments = [
      Argument(.participant, entity: generator.one(of: ["a", "b"])), Argument(.participant, entity: "c"),
    ]
    if type == .partOf {
      arguments = [
        Argument(.part, entity: generator.one(of: ["r1", "r2"])),
        Argument(.whole, entity: generator.one(of: ["r3", "p"])),
      ]
    } else if generator.chance(40) {
      var figure = Figure(id: "f\(figures.count + 1)", span: Span(0, 1), text: "x", kind: .money, rule: "")
      figure.value = generator.one(of: [1, 2])
      figures.append(figure)
      arguments.append(Argument(.amount, figure: figure.id))
    }
    let times = ["2025-05-06", "2025-05-07", "2025-05", "2025-05-05/2025-05-07", "2025-07-01", "201X"]
    return Relation(
      id: id, type: type, arguments: arguments,
      time: generator.maybe { $0.one(of: times) }.map { RelationTime(edtf: $0, timex: $0) },
      place: generator.maybe { $0.one(of: ["place:x", "place:y", "country:KZ"]) }.map { RelationPlace(entity: $0) },
      status: generator.one(of: [.happened, .happened, .ongoing, .planned, .cancelled]),
      evidence: [Evidence(span: Span(0, 1), text: "\(document) \(id)", rule: "r")])
  }
}
