import ArgumentParser
import DigestGraph

/// Says how two results differ.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say how two results differ in what they say.",
    discussion: """
      Offsets, running ids and order don't count. Each line begins with + (only in the new result), - (only in the \
      old) or ~ (changed).

      EXAMPLE:
        extract diff before.jsonl after.jsonl

      EXIT STATUS: 0 no difference; 1 some; 2 a file could not be read.
      """)

  @ArgumentParser.Argument(help: "The results before.")
  var old: String

  @ArgumentParser.Argument(help: "The results after.")
  var new: String

  func run() throws {
    do {
      let difference = GraphDifference(from: try documents(old), to: try documents(new))
      let text = difference.changes.map { "\($0)\n" }.joined()
      try ByteOutput(nil).write(Array(text.utf8))
      if !difference.changes.isEmpty { throw ExitCode(1) }
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
      throw ExitCode(2)
    }
  }

  private func documents(_ path: String) throws -> [DocumentGraph] {
    var reader = ResultReader([path])
    var documents: [DocumentGraph] = []
    while let result = reader.next() { documents.append(try result.get()) }
    return documents
  }
}
