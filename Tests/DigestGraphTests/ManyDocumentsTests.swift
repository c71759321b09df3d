internal import DigestGraph
internal import DigestModel
internal import Testing

/// Documents read several at a time come out as those read one by one, in order and only as they are asked for.
@Suite struct ManyDocumentsTests {
  private static let extractor = Result { try Extractor() }
  private let extractor: Extractor
  private let documents: [InputDocument]

  init() throws {
    extractor = try Self.extractor.get()
    let paragraph = "LIMA, March 3 – President Dina Boluarte met Chilean President Gabriel Boric in Lima on Monday.\n\n"
    documents = (0..<24).map { index in
      InputDocument(
        id: "d\(index)", text: String(repeating: paragraph, count: index % 5 * 4), date: "2025-03-0\(index % 9 + 1)")
    }
  }

  @Test(arguments: [1, 2, 3, 100])
  func equalsOneByOne(jobs: Int) async {
    var graphs: [DocumentGraph] = []
    for await graph in extractor.graphs(of: documents, jobs: jobs) { graphs.append(graph) }
    let expected = documents.map { extractor.extract(utf8: $0.utf8, id: $0.id, date: $0.date) }
    #expect(graphs.map { $0.json() } == expected.map { $0.json() })
  }

  @Test func noDocumentsGiveNoGraphs() async {
    for await _ in extractor.graphs(of: [], jobs: 2) { Issue.record("a graph of nothing") }
  }

  @Test func readsAheadByTheJobsAlone() async {
    let taken = Counter()
    let counted = documents.lazy.map { document in
      taken.count += 1
      return document
    }
    var given = 0
    for await _ in extractor.graphs(of: counted, jobs: 3) {
      given += 1
      #expect(taken.count <= given + 2)
    }
    #expect(given == documents.count)
  }

  @Test func endsWhereItsTaskIsCancelled() async {
    let extractor = extractor
    let documents = documents
    let task = Task {
      var given = 0
      for await _ in extractor.graphs(of: documents, jobs: 2) {
        given += 1
        withUnsafeCurrentTask { $0?.cancel() }
      }
      return given
    }
    #expect(await task.value == 1)
  }

  private final class Counter {
    var count = 0
  }
}
