import DigestGraph
import DigestValidation
import Testing

/// Good results pass; each kind of fault is found at its place.
struct ResultValidatorTests {
  private static let text = """
    Weekly digest, 13 June 2025

    Presidents of Peru and Chile meet
    Peru’s President Dina Boluarte met Chile’s President Gabriel Boric in Lima on June 10, Andina reported on June 11. \
    The two leaders discussed a 300 MW wind farm near Ica.
    """

  private let validator = ResultValidator()
  private let graph: DocumentGraph

  init() throws {
    var options = ExtractionOptions()
    options.offsets = .utf16
    graph = try Extractor(options: options).extract(Self.text, id: "a")
  }

  private func faults(_ graph: DocumentGraph, source: String? = text) -> [ResultFault] {
    validator.validate(graph.json(pretty: true)) { _ in source.map { Array($0.utf8) } }.faults
  }

  @Test func aGoodResultPasses() throws {
    #expect(faults(graph) == [])
    let set = try GraphSet(merging: [graph])
    let report = validator.validate(set.json()) { _ in nil }
    #expect(report.faults == [])
    #expect(report.documents == ["a"])
    #expect(report.unverified == ["a"])
  }

  @Test func aChangedWordIsFound() throws {
    var graph = self.graph
    let index = try #require(graph.mentions.firstIndex { $0.text == "Dina Boluarte" })
    graph.mentions[index].text = "Dina Boluarta"
    let found = faults(graph)
    #expect(found.map(\.pointer) == ["/mentions/\(index)/text"])
    #expect(found.first?.message == "'Dina Boluarta' stands here, but the source has 'Dina Boluarte'")
  }

  @Test func aChangedSourceIsFound() {
    #expect(faults(graph, source: Self.text + " ").map(\.pointer) == ["/document/sha256"])
  }

  @Test func referencesThatLeadNowhereAreFound() throws {
    var graph = self.graph
    graph.entities.removeAll { $0.id == "country:PE" }
    let pointers = faults(graph).map(\.pointer)
    #expect(!pointers.isEmpty)
    #expect(pointers.contains { $0.hasPrefix("/mentions/") && $0.hasSuffix("/entity") })
    graph = self.graph
    graph.edges[0].relations = ["r99"]
    #expect(faults(graph).map(\.pointer) == ["/edges/0/relations"])
    graph = self.graph
    graph.mentions[1].id = graph.mentions[0].id
    #expect(faults(graph).map(\.pointer) == ["/mentions/1/id"])
  }

  @Test func spansOutsideTheTextAreFound() {
    var graph = self.graph
    graph.figures[0].end = 100_000
    #expect(faults(graph).map(\.pointer) == ["/figures/0"])
    graph = self.graph
    graph.figures[0].start = graph.figures[0].end + 1
    #expect(faults(graph).map(\.pointer) == ["/figures/0"])
  }

  @Test(arguments: [
    ("\"status\": \"happened\"", "\"status\": \"dreamt\"", "/status"),
    ("\"confidence\": ", "\"sureness\": ", "/confidence"),
    ("\"weight\": 1", "\"weight\": 0", "/weight"), ("\"language\": \"en\"", "\"language\": 7", "/document/language"),
  ])
  func whatTheSchemaForbidsIsFoundInItsLine(old: String, new: String, place: String) throws {
    let text = String(decoding: graph.json(pretty: true), as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    let line = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
    let found = validator.validate(Array(text.replacing(old, with: new, maxReplacements: 1).utf8)).faults
    #expect(found.contains { $0.pointer.hasSuffix(place) || $0.message.contains("confidence") }, "\(found)")
    #expect(found.contains { abs($0.line - line) <= 12 }, "\(found)")
  }

  @Test func aNewerSchemaIsRefusedWithAClearWord() {
    let report = validator.validate(Array(#"{"schema":"digest-graph/2"}"#.utf8))
    #expect(
      report.faults.map(\.message) == [
        "the schema is 'digest-graph/2'; this version knows 'digest-graph/1' and 'digest-graph-set/1': take a newer one"
      ])
  }

  @Test(arguments: ["", "{", "[]", "null", "{}", "{\"schema\":\"digest-graph/1\"}", "\u{FEFF}{}", "{\"schema\":7}"])
  func whatIsNoResultGivesAFault(text: String) {
    #expect(!validator.validate(Array(text.utf8)).faults.isEmpty)
  }
}
