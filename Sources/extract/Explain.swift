import ArgumentParser
import DigestExport
import DigestGraph
import DigestModel

/// Prints why something is in the result of a digest.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why something is there, or why not: rule, trigger, rows of the tables, words.",
    discussion: """
      The ids are those of --format json. For a summary of what a text says, run extract FILE.

      EXAMPLES:
        extract explain digest.txt --relation r1
        extract explain digest.txt --mention m12
        extract explain digest.txt --at 340           what is at offset 340
        extract explain digest.txt --edge "Omarova, Harthi"
        extract explain digest.txt --why-not          sentences that stated no relation
      """)

  @ArgumentParser.Argument(help: ArgumentHelp("A text, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The id of a relation: r1.", valueName: "id"))
  var relation: String?

  @Option(help: ArgumentHelp("The id of a mention: m1.", valueName: "id"))
  var mention: String?

  @Option(help: ArgumentHelp("The id of a figure: f1.", valueName: "id"))
  var figure: String?

  @Option(help: ArgumentHelp("The id of an entity: country:PE.", valueName: "id"))
  var entity: String?

  @Option(help: ArgumentHelp("Ids or names of two entities, a comma between them.", valueName: "one, other"))
  var edge: String?

  @Flag(
    help: """
      Of the sentences with two known actors and a trigger those that stated no relation, and the first condition that
      failed.
      """)
  var whyNot = false

  @Option(help: ArgumentHelp("An offset in the text.", valueName: "offset"))
  var at: Int?

  @Option(help: "What offsets count: UTF-8 bytes, UTF-16 units or Unicode scalars.")
  var offsets: OffsetUnit = .scalar

  @Option(help: ArgumentHelp("The document's date, where it states none.", valueName: "date"))
  var date: String?

  func validate() throws {
    let wanted = [relation, mention, figure, entity, edge, at.map(String.init), whyNot ? "" : nil]
    if wanted.count(where: { $0 != nil }) != 1 {
      throw ValidationError(
        "write one of --relation ID, --mention ID, --figure ID, --entity ID, --edge 'ONE, OTHER', --at OFFSET and "
          + "--why-not")
    }
    if let date, DocumentDate(date) == nil { throw ValidationError("--date is '\(date)': \(DocumentDate.cure)") }
  }

  func run() throws {
    do {
      try ByteOutput(nil).write(explanation().text(Console.options(isFile: false)))
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
      throw ExitCode(1)
    }
  }

  private func explanation() throws -> Explanation {
    var options = ExtractionOptions()
    options.offsets = offsets
    options.derivations = true
    let bytes = try ByteInput(file).all()
    let graph = try Extractor(options: options).extract(
      utf8: bytes, id: file == "-" ? "stdin" : file, date: date.flatMap(DocumentDate.init)?.edtf)
    if let at {
      guard let found = Explanation(at: at, in: graph) else {
        throw Trouble("\(file): nothing was found at offset \(at): try an offset inside a name, a figure or a verb")
      }
      return found
    }
    if whyNot { return Explanation(whyNot: graph) }
    if let edge { return try explanation(ofEdge: edge, in: graph) }
    let wanted = [("relation", relation, graph.relations.map(\.id)), ("mention", mention, graph.mentions.map(\.id))]
    let others = [("figure", figure, graph.figures.map(\.id)), ("entity", entity, graph.entities.map(\.id))]
    for (kind, id, ids) in wanted + others {
      guard let id else { continue }
      if ids.contains(id), let found = Explanation(of: id, in: graph) { return found }
      let range = ids.isEmpty ? "there are none" : "there are \(ids[0]) to \(ids[ids.count - 1])"
      throw Trouble("\(file): no \(kind) is called '\(id)'; \(range)")
    }
    throw Trouble("nothing to explain")
  }

  private func explanation(ofEdge edge: String, in graph: DocumentGraph) throws -> Explanation {
    let names = edge.split(separator: ",", maxSplits: 1).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard names.count == 2 else { throw Trouble("--edge is '\(edge)': write two ids or names, a comma between them") }
    guard let found = Explanation(edgesBetween: names[0], and: names[1], in: graph) else {
      throw Trouble("\(file): no edge joins '\(names[0])' and '\(names[1])'; --format json lists the edges")
    }
    return found
  }
}
