import ArgumentParser

@main
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extract", abstract: "Reads news digests into graphs.")
}
