import ArgumentParser
import DigestExport
import DigestGraph
import DigestLexicon

/// Lists the names that texts use and no table has.
struct LexiconSuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "List the names that texts use and no table has, as rows to complete.",
    discussion: """
      Names are ranked by the documents that use them, by what they take part in, and by how often they stand. Each row \
      is ready to be completed and pasted; the comment above it tells where it was seen. Behind them stand names that \
      sound like one the tables have: rows that add the spelling, if it is one.

      EXAMPLES:
        extract lexicon suggest digests/ | less
        extract lexicon suggest --table people --top 20 digests/ > people.tsv
        extract lexicon suggest digests/ --output new-rows/      one file a table, for lexicon lint and --lexicons
      """)

  @ArgumentParser.Argument(help: ArgumentHelp("Texts, folders with texts, or - for standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "What the input is: text or jsonl.")
  var input: Inputs.Kind = .text

  @Option(help: ArgumentHelp("The date of documents that state none.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Only this table: people, organizations, outlets, places ...", valueName: "table"))
  var table: String?

  @Option(help: ArgumentHelp("How many rows of each table at most.", valueName: "n"))
  var top = 50

  @Option(help: ArgumentHelp("Only names that this many documents use.", valueName: "n"))
  var minDocuments = 1

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write one file for each table into this folder.", valueName: "folder"))
  var output: String?

  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if let table, TableKind(named: table).map({ !SuggestedNames.tables.contains($0) }) ?? true {
      throw ValidationError(
        "--table is '\(table)': use one of " + SuggestedNames.tables.map(\.name).joined(separator: ", "))
    }
    if top < 1 { throw ValidationError("--top is \(top): write 1 or more") }
    if let date, DocumentDate(date) == nil { throw ValidationError("--date is '\(date)': \(DocumentDate.cure)") }
  }

  func run() throws {
    try LexiconCommand.run {
      let lexicon = try lexicon.lexicon()
      var names = SuggestedNames(lexicon)
      let hasFailed = try read(&names)
      let kinds = SuggestedNames.tables.filter { table == nil || TableKind(named: table!) == $0 }
      for kind in kinds {
        let lines = names.lines(kind, top: top, minDocuments: minDocuments)
        if lines.isEmpty { continue }
        try write(lines, kind)
      }
      if hasFailed { throw ExitCode(1) }
    }
  }

  /// Reads all documents; whether some could not be read.
  private func read(_ names: inout SuggestedNames) throws -> Bool {
    var options = ExtractionOptions()
    options.offsets = .utf8
    let extractor = try Extractor(
      options: options,
      lexicons: try lexicon.lexicons.map { path throws(LexiconError) in try LexiconSource(path: path) },
      overBundled: !lexicon.onlyLexicons)
    let reader = DocumentReader(extractor: extractor, date: date.flatMap(DocumentDate.init)?.edtf, format: nil)
    let inputs = Inputs(files, kind: input)
    var hasFailed = !inputs.troubles.isEmpty
    inputs.troubles.forEach { Console.say("extract: \($0)") }
    var list = WorkList(inputs, kind: input)
    while true {
      do {
        guard let work = try list.next() else { return hasFailed }
        for outcome in reader.read([work]) {
          if case .document(let document) = try outcome.result.get() { names.add(document) }
        }
      } catch let trouble as Trouble {
        hasFailed = true
        Console.say("extract: \(trouble)")
      }
    }
  }

  private func write(_ lines: [String], _ kind: TableKind) throws {
    let text = lines.map { $0 + "\n" }.joined()
    guard let output else {
      try ByteOutput(nil).write(Array((text + "\n").utf8))
      return
    }
    if mkdir(output, 0o777) != 0 && errno != EEXIST {
      throw Trouble("\(output): \(Trouble.reason): choose a folder that can be written")
    }
    let file = try ByteOutput(output + "/" + kind.fileName)
    try file.write(Array(text.utf8))
    try file.finish()
  }
}
