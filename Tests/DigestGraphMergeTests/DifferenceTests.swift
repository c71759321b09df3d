import DigestGraph
import DigestTestSupport
import Testing

/// What differs between two results, and what doesn't count.
struct DifferenceTests {
  private let graph = AndeanDigest.graph.filtered(by: GraphFilter())

  @Test func equalResultsDoNotDiffer() {
    #expect(GraphDifference(from: [graph], to: [graph]).changes.isEmpty)
    #expect(GraphDifference(from: [], to: []).changes.isEmpty)
  }

  @Test func idsAndOffsetsDoNotCount() {
    var moved = graph
    for index in moved.relations.indices {
      for number in moved.relations[index].evidence.indices { moved.relations[index].evidence[number].start += 7 }
    }
    moved.mentions.removeAll()
    moved.relations.reverse()
    #expect(GraphDifference(from: [graph], to: [moved]).changes.isEmpty)
  }

  @Test func aStatusThatChangedIsNamed() throws {
    var other = graph
    let index = try #require(other.relations.firstIndex { $0.status == .happened })
    other.relations[index].status = .cancelled
    let changes = GraphDifference(from: [graph], to: [other]).changes
    #expect(changes.map(\.kind) == [.changed])
    #expect(changes.map(\.subject) == [.relation])
    #expect(changes.first?.fields == [.init(name: "status", old: "happened", new: "cancelled")])
    #expect(changes.first?.description.hasSuffix("status: happened -> cancelled") == true)
  }

  @Test func whatCameAndWentIsNamed() {
    var other = graph
    let gone = other.relations.removeLast()
    other.edges.removeFirst()
    let forth = GraphDifference(from: [graph], to: [other]).changes
    #expect(forth.map(\.kind) == [.removed, .removed])
    #expect(forth.map(\.subject) == [.relation, .edge])
    #expect(forth.first?.text.hasPrefix(gone.type.rawValue) == true)
    let back = GraphDifference(from: [other], to: [graph]).changes
    #expect(back.map(\.kind) == [.added, .added])
    #expect(GraphDifference(from: [graph], to: []).changes.map(\.kind) == [.removed])
  }
}
