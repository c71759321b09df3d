import DigestExport
import DigestModel
import DigestTestSupport
import Testing

struct ExplanationTests {
  private var graph: DocumentGraph {
    var graph = AndeanDigest.graph
    graph.relations[1].arguments[0].start = graph.mentions[0].start
    graph.relations[1].arguments[0].end = graph.mentions[0].end
    graph.relations[1].time?.figure = "f1"
    graph.derivations = [
      Derivation(
        of: "r2", rule: "relation.received", rows: ["frames:receive.verb"], from: ["person:tomas-rivas", "f1"]),
      Derivation(
        of: "m1", rule: "mention.role", rows: ["positions:minister"], from: ["m2"], note: "last minister named"),
      Derivation(of: "m2", rule: "mention.group", from: ["m1"]),
      Derivation(of: "f1", rule: "figure.money", rows: ["currencies:USD"]),
    ]
    return graph
  }

  @Test func aRelationAsATree() throws {
    let explanation = try #require(Explanation(of: "r2", in: graph))
    #expect(goldenFault(String(decoding: explanation.text(), as: UTF8.self), "explain-r2.txt") == nil)
  }

  @Test func everythingHasAnExplanation() {
    let graph = graph
    let ids = graph.relations.map(\.id) + graph.mentions.map(\.id) + graph.figures.map(\.id) + graph.changes.map(\.id)
    for id in ids + graph.entities.map(\.id) { #expect(Explanation(of: id, in: graph) != nil, "\(id)") }
    #expect(Explanation(of: "r99", in: graph) == nil)
  }

  @Test func anOffsetFindsWhatIsThere() throws {
    let trigger = graph.relations[0].evidence[0].trigger!
    let found = try #require(Explanation(at: trigger.start, in: graph))
    #expect(String(decoding: found.text(), as: UTF8.self).hasPrefix("r1 visited"))
    #expect(Explanation(at: 0, in: graph) == nil)
    #expect(Explanation(at: -1, in: graph) == nil)
  }

  @Test func anEdgeIsItsRelations() throws {
    var graph = graph
    let (one, other) = (graph.entities[0], graph.entities[1])
    let edge = Edge(
      source: one.id, target: other.id, type: "met-with", relations: graph.relations.prefix(2).map(\.id), weight: 2)
    graph.edges = [edge]
    let name = other.name
    let found = try #require(Explanation(edgesBetween: edge.source, and: name, in: graph))
    let text = String(decoding: found.text(), as: UTF8.self)
    #expect(text.contains(edge.type))
    for relation in edge.relations { #expect(text.contains("\(relation) ")) }
    #expect(Explanation(edgesBetween: edge.source, and: "nobody", in: graph) == nil)
  }

  @Test func whatStatedNothingNamesItsCondition() {
    var graph = graph
    let sentence = graph.relations[0].evidence[0]
    graph.nearMisses = [
      NearMiss(
        span: sentence.span, text: sentence.text, actors: [graph.entities[0].id],
        triggers: [.init(span: sentence.span, text: "met", frame: "meet.verb", reason: "it takes two")])
    ]
    let text = String(decoding: Explanation(whyNot: graph).text(), as: UTF8.self)
    #expect(text.contains("trigger met (meet.verb): it takes two"))
    #expect(text.contains(graph.entities[0].name))
  }

  @Test(arguments: 0..<40)
  func anyResultCanBeExplained(seed: UInt64) {
    var model = RandomModel(seed: seed)
    let graph = model.document()
    for relation in graph.relations { _ = Explanation(of: relation.id, in: graph)?.text() }
  }
}
