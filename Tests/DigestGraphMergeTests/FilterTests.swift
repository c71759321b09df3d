import DigestGraph
import DigestTestSupport
import Testing

/// What a filter keeps: the wanted relations and all that they speak of, and nothing else.
struct FilterTests {
  private let graph = AndeanDigest.graph

  @Test func anEmptyFilterKeepsAllRelations() throws {
    let all = graph.filtered(by: GraphFilter())
    #expect(all.relations == graph.relations)
    let edges = try GraphSet(merging: [graph]).graph.edges
    #expect(all.edges.map { [$0.source, $0.target, $0.type] } == edges.map { [$0.source, $0.target, $0.type] })
  }

  @Test func typesStatusesAndCountries() throws {
    for type in Set(graph.relations.map(\.type)) {
      let kept = graph.filtered(by: GraphFilter(types: [type])).relations
      #expect(kept.filter { $0.type != .partOf }.allSatisfy { $0.type == type })
    }
    let planned = graph.filtered(by: GraphFilter(statuses: [.planned])).relations
    #expect(planned == graph.relations.filter { $0.status == .planned })
    #expect(graph.filtered(by: GraphFilter(countries: ["ZW"])).relations.isEmpty)
    #expect(graph.filtered(by: GraphFilter(countries: ["ZW"])).entities.isEmpty)
  }

  @Test func namesInAnyCase() throws {
    let person = try #require(
      graph.entities.first { entity in
        entity.type == .person && graph.relations.contains { $0.arguments.contains { $0.entity == entity.id } }
      })
    for name in [person.id, person.name, person.name.uppercased()] {
      let kept = graph.filtered(by: GraphFilter(entities: [name]))
      #expect(!kept.relations.isEmpty)
      #expect(
        kept.relations.allSatisfy { relation in
          relation.type == .partOf || relation.arguments.contains { $0.entity == person.id }
        })
    }
  }

  @Test func datesAreInclusive() throws {
    let dated = try #require(graph.relations.first { $0.time?.edtf.count == 10 && $0.type != .partOf })
    let day = try #require(dated.time?.edtf)
    #expect(graph.filtered(by: GraphFilter(from: day, to: day)).relations.contains(dated))
    #expect(graph.filtered(by: GraphFilter(from: "2099")).relations.isEmpty)
    #expect(graph.filtered(by: GraphFilter(to: "1900-01")).relations.isEmpty)
  }

  @Test func nothingLeadsNowhere() {
    for type in RelationType.allCases {
      let kept = graph.filtered(by: GraphFilter(types: [type]))
      let entities = Set(kept.entities.map(\.id))
      let figures = Set(kept.figures.map(\.id))
      let relations = Set(kept.relations.map(\.id))
      for relation in kept.relations {
        for argument in relation.arguments {
          #expect(argument.entity.map { entities.contains($0) || relations.contains($0) } ?? true)
          #expect(argument.figure.map(figures.contains) ?? true)
        }
      }
      for mention in kept.mentions { #expect(mention.entity.map(entities.contains) ?? true) }
      for edge in kept.edges { #expect(entities.isSuperset(of: [edge.source, edge.target])) }
    }
  }
}
