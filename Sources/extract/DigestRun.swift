import DigestExport
import DigestGraph
import DigestModel

/// One run: documents in, one output.
struct DigestRun {
  /// Whether some document could not be read, or the output not written.
  private(set) var hasFailed = false
  private let format: ExportFormat
  private let sink: ExportSink
  private var exporter: any GraphExporter
  private var output = ExportOutput()
  private var documents: [DocumentGraph] = []
  private var count = 0
  /// Says how far the run is.
  var progress = Progress(isQuiet: true, isFile: false, documents: nil, bytes: nil)

  /// Opens the output before anything is read, so that a wrong path costs no work.
  init(format: ExportFormat, output path: String?, hasQuotes: Bool = true) throws {
    self.format = format
    sink = try ExportSink(path, format: format)
    exporter = format.makeExporter(Console.options(isFile: path != nil, hasQuotes: hasQuotes))
    try exporter.begin(&output)
    try flush()
  }

  /// Says what went wrong and goes on.
  mutating func report(_ message: String) {
    hasFailed = true
    progress.clear()
    Console.say("extract: " + message)
  }

  /// Reads all documents and writes those that can be written by themselves.
  nonisolated(nonsending) mutating func read(_ list: WorkList, jobs: Int, _ reader: DocumentReader) async throws {
    var list = list
    var failures: [String] = []
    try await inOrder(
      jobs: jobs,
      next: { list.batch { failures.append("\($0)") } },
      do: reader.read,
      emit: { for outcome in $0 { try take(outcome) } })
    progress.clear()
    failures.forEach { report($0) }
  }

  /// Writes what stands behind all documents, and puts the file in its place; where no document at all could be read,
  /// a file that was there before stays.
  mutating func finish() throws {
    if hasFailed && count == 0 { return }
    try exporter.end(format.isMerged ? try merged() : nil, to: &output)
    try flush()
    try sink.finish()
  }

  /// Writes one document, or keeps it for a format that needs all.
  mutating func add(_ document: ExportDocument) throws {
    count += 1
    try exporter.add(document, to: &output)
    if format.isMerged { documents.append(document.graph) }
    try flush()
  }

  private mutating func take(_ outcome: Outcome) throws {
    progress.add(bytes: outcome.bytes)
    switch outcome.result {
    case .failure(let trouble): report("\(trouble)")
    case .success(.document(let document)): try add(document)
    case .success(.written(let chunks)):
      count += 1
      try sink.write(chunks)
    }
  }

  private func merged() throws -> GraphSet {
    do {
      return try GraphSet(merging: documents)
    } catch {
      throw Trouble("\(error)")
    }
  }

  private mutating func flush() throws {
    try sink.write(output.take())
  }
}
