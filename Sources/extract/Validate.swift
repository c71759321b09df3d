import ArgumentParser
import DigestGraph
import DigestModel
import DigestValidation

/// Checks results against the schema and against their texts.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check results against the JSON Schema and against the texts that they were read from.",
    discussion: """
      Checked are the schema of digest-graph/1, ids and references, and that the words of every mention, figure and \
      sentence are those of the text at their place. A text is known by the SHA-256 that the result names, whatever \
      its file is called; a document whose id is the path of a file is compared with that file.

      EXAMPLES:
        extract validate graphs.jsonl
        extract validate graph.json --source digest.txt
        extract validate graphs.jsonl --source articles.jsonl
        extract validate --schema > digest-graph-1.schema.json

      EXIT STATUS: 0 all well; 1 some fault.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("Results of --format json or jsonl, or - for standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A text, a folder of texts, or a JSON Lines file of texts (*.jsonl); may be given several times.",
      valueName: "path"))
  var source: [String] = []

  @Flag(help: "Print the JSON Schema and check nothing.")
  var schema = false

  @Flag(name: .shortAndLong, help: "Write faults only.")
  var quiet = false

  func run() throws {
    do {
      if schema { return try ByteOutput(nil).write(ResultValidator.schema) }
      if try !succeeds() { throw ExitCode(1) }
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
      throw ExitCode(1)
    }
  }

  /// Checks everything; whether no fault was found.
  private func succeeds() throws -> Bool {
    let sources = try Sources(source)
    let validator = ResultValidator()
    var faults = sources.troubles
    faults.forEach { Console.say("extract: \($0)") }
    var (documents, unverified) = (0, 0)
    for path in files.isEmpty ? ["-"] : files {
      do {
        var input = try ResultInput(path)
        while let piece = try input.next() {
          let report = validator.validate(piece.bytes, firstLine: piece.line, source: sources.text)
          var found = report.faults.map { "\(piece.file):\($0)" }
          if !source.isEmpty {
            found += report.unverified.map { "\(piece.place): no --source has the SHA-256 of '\($0)': it was changed" }
          }
          found.forEach { Console.say($0) }
          faults += found
          documents += report.documents.count
          unverified += report.unverified.count
        }
      } catch let trouble as Trouble {
        faults.append(trouble.description)
        Console.say("extract: \(trouble)")
      }
    }
    if !quiet {
      let verified = documents - unverified
      let note = unverified > 0 ? "; \(unverified) without their text (give it with --source)" : ""
      Console.say("\(documents) documents, \(verified) compared with their text\(note); \(faults.count) faults")
    }
    return faults.isEmpty
  }
}

/// The texts from which results were read, by their SHA-256.
private struct Sources {
  private enum Place {
    case file(String)
    case bytes([UInt8])
  }

  private(set) var troubles: [String] = []
  private var places: [String: Place] = [:]

  init(_ paths: [String]) throws {
    let isLines = { (path: String) in path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") }
    let texts = paths.filter { !isLines($0) }
    if !texts.isEmpty {
      let inputs = Inputs(texts, kind: .text)
      troubles = inputs.troubles.map(\.description)
      for path in inputs.paths { places[sha256(try ByteInput(path).all())] = .file(path) }
    }
    for path in paths.filter(isLines) {
      let input = try ByteInput(path)
      while let line = try input.line() {
        // A line that is no text can't be anybody's source.
        if let text = try? DocumentLine(json: line).text { places[sha256(text)] = .bytes(text) }
      }
    }
  }

  /// The text of a document: one of the given ones, else the file that its id names, if that holds it.
  func text(of document: DocumentInfo) -> [UInt8]? {
    switch places[document.sha256] {
    case .bytes(let bytes): return bytes
    case .file(let path): return try? ByteInput(path).all()
    case nil:
      guard Self.isOrdinaryFile(document.id), let bytes = try? ByteInput(document.id).all() else { return nil }
      return sha256(bytes) == document.sha256 ? bytes : nil
    }
  }

  /// Whether reading the file comes to an end.
  private static func isOrdinaryFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
