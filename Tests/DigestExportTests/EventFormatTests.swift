import DigestModel
import DigestTestSupport
import Foundation
import Testing

@testable import DigestExport

struct EventFormatTests {
  private func lines(_ format: ExportFormat, _ graph: DocumentGraph) throws -> [[String: Any]] {
    let bytes = try format.export([ExportDocument(graph)], merged: nil).flatMap(\.bytes)
    return try bytes.split(separator: UInt8(ascii: "\n")).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  /// A president of Peru, one of Chile, a port in Peru, and what `relations` says of them.
  private func graph(_ relations: [Relation], date: String? = "2025-09-12") -> DocumentGraph {
    DocumentGraph(
      producer: Producer(version: "0", lexicons: "", asOf: "", icu: ""),
      document: DocumentInfo(id: "d", date: date, sha256: ""),
      entities: [
        Entity(id: "person:a", type: .person, name: "Ana", country: "PE", wikidata: "Q1", basis: .lexicon),
        Entity(id: "person:b", type: .person, name: "Benito", country: "CL", basis: .lexicon),
        Entity(id: "country:PE", type: .country, name: "Peru", country: "PE", basis: .lexicon),
        Entity(id: "country:DK", type: .country, name: "Denmark", country: "DK", basis: .lexicon),
        Entity(id: "place:lima", type: .place, name: "Lima", country: "PE", basis: .lexicon),
        Entity(id: "project:port", type: .project, name: "Port", basis: .lexicon),
      ], relations: relations)
  }

  private func relation(
    _ type: RelationType, _ arguments: [Argument], _ status: Status = .happened, time: String? = "2025-09-08/2025-09-09"
  ) -> Relation {
    Relation(
      id: "r1", type: type, arguments: arguments, time: time.map { RelationTime(edtf: $0, timex: $0) }, status: status,
      evidence: [Evidence(span: Span(0, 1), text: "Words.", attribution: Attribution(date: "2025-09-10"), rule: "x")])
  }

  private func ids(_ actors: Any?) -> [String] {
    (actors as? [[String: Any]])?.compactMap { $0["entity"] as? String } ?? []
  }

  @Test func theVisitorActsAndTheHostReceives() throws {
    let received = relation(.received, [Argument(.host, entity: "person:b"), Argument(.guest, entity: "person:a")])
    let event = try #require(try lines(.plover, graph([received])).first)
    #expect(event["event"] as? [String] == ["CONSULT"])
    #expect(event["mode"] as? [String] == ["visit"])
    #expect(event["cameo"] as? String == "043")
    #expect(ids(event["source"]) == ["person:a"])
    #expect(ids(event["recipient"]) == ["person:b"])
    #expect(event["date"] as? String == "2025-09-08")
    #expect(event["enddate"] as? String == "2025-09-09")
    #expect((event["source"] as? [[String: Any]])?.first?["code"] as? String == "PER")

    let visit = relation(
      .visited, [Argument(.visitor, entity: "person:b"), Argument(.destination, entity: "place:lima")])
    let visited = try #require(try lines(.plover, graph([visit])).first)
    #expect(visited["cameo"] as? String == "042")
    #expect(ids(visited["source"]) == ["person:b"])
    #expect(ids(visited["recipient"]) == ["country:PE"])
  }

  @Test(arguments: Status.allCases) func whatIsIntendedIsAgreedAndWhatIsRefusedLeftOut(status: Status) throws {
    let met = relation(
      .met, [Argument(.participant, entity: "person:a"), Argument(.participant, entity: "person:b")], status)
    let events = try lines(.plover, graph([met]))
    switch status {
    case .happened, .ongoing: #expect(events.map { $0["event"] as? [String] } == [["CONSULT"]])
    case .planned, .expected:
      #expect(events.map { $0["event"] as? [String] } == [["AGREE"]])
      #expect(events.map { $0["cameo"] as? String } == ["036"])
      #expect(events.map { $0["context"] as? [String] } == [["diplomatic", "future"]])
    case .proposed, .negated, .cancelled, .hypothetical: #expect(events.isEmpty)
    }
    #expect(try lines(.followTheMoney, graph([met])).contains { $0["schema"] as? String == "Event" } == status.isActual)
  }

  @Test func cooperationNeedsTheCountryOfTheProject() throws {
    let built = relation(
      .involvesCountry,
      [
        Argument(.project, entity: "project:port"), Argument(.country, entity: "country:DK"),
        Argument(.part, text: "investor"),
      ]
    )
    #expect(try lines(.plover, graph([built])).isEmpty)
    var place = relation(
      .locatedIn, [Argument(.project, entity: "project:port"), Argument(.place, entity: "place:lima")])
    place.id = "r2"
    let events = try lines(.plover, graph([built, place]))
    #expect(events.map { $0["event"] as? [String] } == [["COOPERATE"]])
    #expect(ids(events[0]["source"]) == ["country:DK"])
    #expect(ids(events[0]["recipient"]) == ["country:PE"])
  }

  @Test func theDateIsTheEventsElseTheReportsElseTheDocuments() throws {
    let parties = [Argument(.participant, entity: "person:a"), Argument(.participant, entity: "person:b")]
    let undated = relation(.met, parties, time: nil)
    #expect(try lines(.plover, graph([undated]))[0]["date_from"] as? String == "report")
    var unreported = undated
    unreported.evidence[0].attribution = nil
    #expect(try lines(.plover, graph([unreported]))[0]["date"] as? String == "2025-09-12")
    #expect(try lines(.plover, graph([unreported], date: nil)).isEmpty)
  }

  @Test func idsOfFollowTheMoneyDiffer() {
    let ids = ["a:b", "a.b", "a/b", "a-b", "a", "a-", "a:", "", "é", "a.-b", String(repeating: "x", count: 400)]
    let names = ids.map(FTMName.id)
    #expect(Set(names).count == ids.count)
    for name in names {
      #expect(name.wholeMatch(of: /[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?/) != nil && name.count <= 200, "\(name)")
    }
  }

  /// The codes are those of the tables.
  @Test func countriesHaveTheCodesOfTheTables() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Lexicons/countries.tsv"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let column = try #require(rows[0].firstIndex(of: "iso3"))
    let codes = rows.dropFirst().filter { !$0[column].isEmpty }.map { ($0[0].dropFirst(8), $0[column]) }
    #expect(CountryCodes.table == Dictionary(uniqueKeysWithValues: codes.map { (String($0), String($1)) }))
  }
}
