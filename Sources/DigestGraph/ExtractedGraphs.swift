extension Extractor {
  /// Reads many documents, several at a time.
  ///
  /// ```swift
  /// let documents = [InputDocument(id: "a", text: "..."), InputDocument(id: "b", text: "...")]
  /// for await graph in extractor.graphs(of: documents) { print(graph.document.id, graph.edges.count) }
  /// ```
  ///
  /// The graphs come in the order of the documents and are the same whatever the number of jobs. Documents are taken from the
  /// sequence only as they are needed, so that one that reads files or lines as it goes needs little memory.
  /// - Parameters:
  ///   - documents: what to read; each iteration of the result goes through it once.
  ///   - jobs: how many documents are read at the same time, 1 or more; the machine's cores are a good number.
  /// - Complexity: at most `jobs` documents and graphs are kept.
  public func graphs<Documents: Sequence<InputDocument>>(
    of documents: Documents, jobs: Int = 2
  ) -> ExtractedGraphs<Documents> {
    ExtractedGraphs(extractor: self, documents: documents, jobs: max(1, jobs))
  }
}

/// The graphs of many documents, in their order; see ``Extractor/graphs(of:jobs:)``.
public struct ExtractedGraphs<Documents: Sequence<InputDocument>>: AsyncSequence {
  /// A graph a document.
  public typealias Element = DocumentGraph

  let extractor: Extractor
  let documents: Documents
  let jobs: Int

  /// Starts at the first document.
  public func makeAsyncIterator() -> Iterator {
    Iterator(extractor: extractor, documents: documents.makeIterator(), jobs: jobs)
  }

  /// Reads ahead of whoever asks for graphs, by as many documents as there are jobs.
  ///
  /// Where the task that asks is cancelled the graphs end; what is being read then is read to its end and dropped.
  public struct Iterator: AsyncIteratorProtocol {
    let extractor: Extractor
    var documents: Documents.Iterator
    let jobs: Int
    private var running: ArraySlice<Task<DocumentGraph, Never>> = []

    init(extractor: Extractor, documents: Documents.Iterator, jobs: Int) {
      self.extractor = extractor
      self.documents = documents
      self.jobs = jobs
    }

    /// The next document's graph; nil after the last.
    public mutating func next() async -> DocumentGraph? {
      while running.count < jobs, !Task.isCancelled, let document = documents.next() {
        running.append(
          Task.detached { [extractor] in extractor.extract(utf8: document.utf8, id: document.id, date: document.date) })
      }
      guard !Task.isCancelled, let first = running.popFirst() else { return nil }
      return await first.value
    }
  }
}
