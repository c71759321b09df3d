import DigestGraph
import DigestTestSupport
import Testing

struct EdgeTests {
  private func relation(
    _ id: String, _ type: RelationType, _ arguments: [(Role, String)], _ status: Status = .happened
  ) -> Relation {
    Relation(
      id: id, type: type, arguments: arguments.map { Argument($0.0, entity: $0.1) }, status: status, evidence: [])
  }

  private func lines(_ relations: [Relation]) -> [String] {
    EdgeBuilder.edges(from: relations).map { "\($0.source) \($0.type) \($0.target) ×\($0.weight)" }
  }

  @Test func theTable() {
    #expect(
      lines(AndeanDigest.graph.relations).map { $0.replacing("text:andes-2025-09-12.txt/", with: "text:") }.sorted()
        == [
          "country:BO met-with country:CL ×1", "country:BO met-with organization:holy-see ×1",
          "country:CL agreed-with country:PE ×1", "country:CL met-with organization:holy-see ×1",
          "country:CL signed-with country:PE ×2", "country:EC member-of occasion:forum ×1",
          "person:ana-quispe attended occasion:forum ×1", "person:ana-quispe met-with person:tomas-rivas ×1",
          "person:ana-quispe visited country:CL ×1", "person:tomas-rivas awarded person:ana-quispe ×1",
          "person:tomas-rivas met-with text:person/luz-cardenas ×1",
          "project:punta-lobos built-by organization:vientos ×1",
          "project:punta-lobos financed-by organization:adb ×1", "project:punta-lobos involves-country country:CN ×1",
          "project:punta-lobos involves-country country:DK ×1", "project:punta-lobos involves-country country:PE ×1",
          "project:punta-lobos located-in place:talara ×1", "project:punta-lobos operated-by organization:sol ×1",
          "project:punta-lobos owned-by organization:nordvind ×1",
          "project:punta-lobos part-of project:green-coast ×1", "text:person/luz-cardenas holds-position country:EC ×1",
          "text:person/luz-cardenas represents country:EC ×1",
        ])
  }

  @Test(arguments: Status.allCases)
  func onlyWhatTookPlaceIsAMeeting(status: Status) {
    let edges = lines([relation("r1", .met, [(.participant, "b"), (.participant, "a")], status)])
    #expect(edges == (status.isActual ? ["a met-with b ×1"] : []))
  }

  @Test func plannedProjectsCount() {
    #expect(lines([relation("r1", .builtBy, [(.project, "p"), (.by, "c")], .planned)]) == ["p built-by c ×1"])
    #expect(lines([relation("r1", .builtBy, [(.project, "p"), (.by, "c")], .negated)]).isEmpty)
  }

  @Test func aReceptionInsideAVisitIsOneEvent() {
    let visit = relation("r1", .visited, [(.visitor, "a"), (.destination, "x"), (.host, "b")])
    let reception = relation("r2", .received, [(.host, "b"), (.guest, "a")])
    let part = relation("r3", .partOf, [(.part, "r2"), (.whole, "r1")])
    #expect(lines([visit, reception, part]) == ["a met-with b ×1", "a visited x ×1"])
    #expect(lines([visit, reception]) == ["a met-with b ×2", "a visited x ×1"])
    let again = relation("r4", .met, [(.participant, "b"), (.participant, "a")])
    let second = relation("r5", .partOf, [(.part, "r4"), (.whole, "r1")])
    #expect(lines([visit, reception, part, again, second]).first == "a met-with b ×2")
  }

  @Test func conflictingReportsAreOneEvent() {
    var first = relation("r1", .met, [(.participant, "b"), (.participant, "a")])
    first.conflicts = ["r2"]
    let second = relation("r2", .met, [(.participant, "b"), (.participant, "a")])
    #expect(lines([first, second]) == ["a met-with b ×1"])
  }

  @Test func whoHasNoEntityHasNoEdge() {
    var met = relation("r1", .met, [(.participant, "a")])
    met.arguments.append(Argument(.participant, text: "the minister"))
    #expect(lines([met]).isEmpty)
    #expect(lines([relation("r1", .met, [(.participant, "a"), (.participant, "a")])]).isEmpty)
  }

  @Test func partsInACircleEnd() {
    let first = relation("r1", .met, [(.participant, "b"), (.participant, "a")])
    let second = relation("r2", .met, [(.participant, "b"), (.participant, "a")])
    let there = relation("r3", .partOf, [(.part, "r1"), (.whole, "r2")])
    let back = relation("r4", .partOf, [(.part, "r2"), (.whole, "r1")])
    #expect(lines([first, second, there, back]) == ["a met-with b ×1"])
  }
}
