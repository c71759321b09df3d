import ArgumentParser
import DigestGraph

/// The tool: reading digests is what it does unless another command is named.
@main
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read news digests: who met whom, and which project involves which country.",
    version: "extract \(Extractor.version)",
    subcommands: [
      Digest.self, Explain.self, Convert.self, Filter.self, Merge.self, Diff.self, Validate.self, LexiconCommand.self,
    ], defaultSubcommand: Digest.self)

  static func main() async {
    // A parent may have told its children to ignore closed pipes; as every Unix tool, this one ends on them.
    signal(SIGPIPE, SIG_DFL)
    // A file that grows beyond what the user may write is an error like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if !arguments.contains("--quiet") && !arguments.contains("-q") { noteFileNamedLikeCommand(arguments.first) }
    if let page = helpPage(arguments) ?? Completions.script(arguments) {
      do {
        return try ByteOutput(nil).write(Array(page.utf8))
      } catch {
        Console.say("extract: \(error)")
        exit(withError: ExitCode(1))
      }
    }
    do {
      // The tree of all commands costs more time than a short digest.
      if !isCommand(arguments.first), let digest = try? Digest.parse(arguments) {
        return try await digest.run()
      }
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  /// The page that is asked for, where it is a topic, or the tool as a whole: reading digests is most of it, so its
  /// options are shown.
  private static func helpPage(_ arguments: [String]) -> String? {
    if arguments.count == 2, arguments[0] == "help", let topic = HelpTopic.named(arguments[1]) { return topic.text }
    let isBare = arguments.isEmpty && isatty(STDIN_FILENO) == 1
    guard isBare || arguments.count == 1 && ["-h", "--help", "help"].contains(arguments[0]) else { return nil }
    return helpMessage(for: Digest.self) + "\n" + HelpTopic.list
  }

  /// Whether a first argument names a command.
  private static func isCommand(_ first: String?) -> Bool {
    first == "help" || configuration.subcommands.contains { $0.configuration.commandName == first }
  }

  /// A file that is named like a command is not swallowed silently.
  private static func noteFileNamedLikeCommand(_ first: String?) {
    guard let first, isCommand(first), access(first, F_OK) == 0 else { return }
    Console.say("extract: '\(first)' is read as a command; for the file of that name write ./\(first)")
  }
}
