public import ArgumentParser
import DigestExport
import DigestGraph
public import DigestModel

extension Inputs.Kind: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}

/// How digests are read and written: all that `extract` takes beside the names of files.
struct DigestOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: Formats.help, completion: Formats.completion)
  var format = Formats.all[0].name

  @OptionGroup var summary: SummaryOptions

  @Option(help: "What the input is: text, or jsonl with {\"id\",\"text\",\"date\"?,\"title\"?,\"source\"?} a line.")
  var input: Inputs.Kind = .text

  @Option(help: ArgumentHelp("The date of documents that state none: 2025-05-09, 2025-05 or 2025.", valueName: "date"))
  var date: String?

  @Option(help: "What offsets count: UTF-8 bytes, UTF-16 units or Unicode scalars.")
  var offsets: OffsetUnit = .scalar

  @Option(
    help: ArgumentHelp(
      "A folder of tables to lay over the bundled ones, or a compiled lexicon; may be given several times.",
      valueName: "path"))
  var lexicons: [String] = []

  @Flag(help: "Use the tables of --lexicons alone, without the bundled ones.")
  var onlyLexicons = false

  @Flag(help: "Read 03.04.2025 as March 4.")
  var monthFirst = false

  @Flag(help: "Mark dates and times as TimeML does.")
  var timeml = false

  @Flag(help: "Read what one says to a calendar: dates look ahead, spans take in 'before', 'from' and the like.")
  var queries = false

  @Flag(help: "Read 1,500 as one and a half.")
  var decimalComma = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write here and not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Write --format tables into this folder.", valueName: "folder"), completion: .directory)
  var split: String?

  @Option(name: .shortAndLong, help: "How many documents to read at a time (default: one for each processor).")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Write nothing but errors to standard error.")
  var quiet = false

  func validate() throws {
    try Formats.check(format)
    if split != nil, output != nil { throw ValidationError("--split and --output: write one of them") }
    if let date, DocumentDate(date) == nil { throw ValidationError("--date is '\(date)': \(DocumentDate.cure)") }
    if onlyLexicons, lexicons.isEmpty { throw ValidationError("--only-lexicons: say which with --lexicons") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs): write 1 or more") }
  }

  /// Reads and writes everything; whether nothing went wrong with any document.
  nonisolated(nonsending) func succeeds(_ files: [String]) async throws -> Bool {
    var options = ExtractionOptions()
    options.offsets = offsets
    options.timeML = timeml
    options.queries = queries
    options.decimalComma = decimalComma
    options.dayFirst = !monthFirst
    let format = split == nil ? Formats.named(format)! : .tables
    var run = try DigestRun(format: format, output: split ?? output, hasQuotes: !summary.only)
    let reader = DocumentReader(
      extractor: try extractor(options), date: date.flatMap(DocumentDate.init)?.edtf,
      format: format.isIndependent ? format : nil)
    let inputs = Inputs(files, kind: input)
    inputs.troubles.forEach { run.report($0.description) }
    run.progress = Progress(
      isQuiet: quiet, isFile: split ?? output != nil, documents: input == .text ? inputs.paths.count : nil,
      bytes: inputs.bytes)
    try await run.read(
      WorkList(inputs, kind: input), jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), reader)
    try run.finish()
    return !run.hasFailed
  }

  private func extractor(_ options: ExtractionOptions) throws -> Extractor {
    do {
      return try Extractor(
        options: options, lexicons: try lexicons.map { path throws(LexiconError) in try LexiconSource(path: path) },
        overBundled: !onlyLexicons)
    } catch {
      throw Trouble("the lexicons have faults:\n\(error)")
    }
  }
}
