import ArgumentParser
import DigestExport
import DigestGraph

/// Where the commands on results write, and what they read.
struct ResultOptions: ParsableArguments {
  @ArgumentParser.Argument(
    help: ArgumentHelp("Results of --format json or jsonl, or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write here and not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?
}

/// Writes results that were read before in another format.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write results in another format, without reading the texts again.",
    discussion: """
      EXAMPLES:
        extract --format jsonl digests/ -o graphs.jsonl
        extract convert graphs.jsonl --format dot | dot -Tsvg -o graph.svg
        extract convert graphs.jsonl --format summary
      """)

  @OptionGroup var results: ResultOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("What to write: see extract help formats.", valueName: "name"),
    completion: Formats.completion)
  var format = "json"

  @OptionGroup var summary: SummaryOptions

  func validate() throws { try Formats.check(format) }

  func run() throws {
    try results.write(format, hasQuotes: !summary.only) { $0 }
  }
}

/// Makes one graph of results that were read before.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge results into one digest-graph-set/1.",
    discussion: """
      The merged graph has one entity, one event and one edge each, however many documents report it; what reports \
      disagree about is kept side by side. The order of the files makes no difference.

      EXAMPLE:
        extract merge may.jsonl june.jsonl -o all.json
      """)

  @OptionGroup var results: ResultOptions

  func run() throws {
    try results.reporting {
      let output = try ByteOutput(results.output)
      var documents: [DocumentGraph] = []
      var hasFailed = false
      results.read {
        switch $0 {
        case .success(let document): documents.append(document)
        case .failure(let trouble):
          hasFailed = true
          Console.say("extract: \(trouble)")
        }
      }
      if documents.isEmpty && hasFailed { return false }
      do {
        try output.write(try GraphSet(merging: documents).json(pretty: true) + [0x0A])
      } catch let error as MergeError {
        throw Trouble("\(error)")
      }
      try output.finish()
      return !hasFailed
    }
  }
}

extension ResultOptions {
  /// Writes the documents, each changed by `transform`, which may leave some out.
  func write(_ format: String, hasQuotes: Bool, _ transform: (DocumentGraph) -> DocumentGraph?) throws {
    try reporting {
      var run = try DigestRun(format: Formats.named(format)!, output: output, hasQuotes: hasQuotes)
      try read {
        switch $0 {
        case .success(let document): if let document = transform(document) { try run.add(ExportDocument(document)) }
        case .failure(let trouble): run.report("\(trouble)")
        }
      }
      try run.finish()
      return !run.hasFailed
    }
  }

  /// Hands all documents to `body`, in order, and what could not be read.
  func read(_ body: (Result<DocumentGraph, Trouble>) throws -> Void) rethrows {
    var reader = ResultReader(files)
    while let result = reader.next() { try body(result) }
  }

  /// Ends with 1 where something could not be read or written, having said what.
  func reporting(_ succeeds: () throws -> Bool) throws {
    do {
      if try succeeds() { return }
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
    }
    throw ExitCode(1)
  }
}
