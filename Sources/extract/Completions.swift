import ArgumentParser

/// Completions for shells: after `extract` both the commands and the options of reading digests, since that command's
/// name may be left out.
enum Completions {
  /// The tool as it looks to who types it.
  private struct Typed: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extract", subcommands: Extract.configuration.subcommands)

    @OptionGroup var digest: DigestOptions
  }

  /// The script that is asked for by `--generate-completion-script SHELL`; `nil` where none is, or none for that shell.
  static func script(_ arguments: [String]) -> String? {
    guard arguments.count == 2, arguments[0] == "--generate-completion-script" else { return nil }
    // Where no command or option fits, bash is to offer files.
    return CompletionShell(rawValue: arguments[1]).map { Typed.completionScript(for: $0) + "\n" }?
      .replacing("complete -o filenames ", with: "complete -o default -o filenames ")
  }
}
