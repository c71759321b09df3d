import ArgumentParser

/// Reads digests and writes what they say: the command that runs where none is named.
struct Digest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Read news digests: who met whom, and which project involves which country.",
    usage: """
      extract [options] <file or folder> ...
      extract [options] -
      extract explain <file> (--relation <id> | --mention <id> | --at <offset>)
      """,
    discussion: """
      Reads English news digests and writes what they say, each statement with its sentence. Folders are searched for \
      *.txt and *.text. Nothing is sent anywhere.

      EXAMPLES:
        extract digest.txt                          a summary to read
        extract --format json digest.txt            everything, with offsets
        extract --format jsonl digests/ -o out.jsonl
        extract --format dot digests/ | dot -Tsvg -o graph.svg
        extract --input jsonl --format jsonl < articles.jsonl > graphs.jsonl
        extract --split tables/ digests/            JSON Lines by kind, for DuckDB, pandas or Spark
        extract --format html digests/ -o page.html one page to look at, in any browser
        extract explain digest.txt --relation r1    why a relation is there
        extract convert graphs.jsonl --format dot   results read back: also filter, merge, diff, validate

      EXIT STATUS: 0 all well; 1 some documents could not be read (the others are written); 64 wrong usage.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("Texts, folders with texts, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var options: DigestOptions

  nonisolated(nonsending) func run() async throws {
    do {
      if try await !options.succeeds(files) { throw ExitCode(1) }
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
      throw ExitCode(1)
    }
  }
}
