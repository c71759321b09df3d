import ArgumentParser
import DigestLexicon

/// The curator's tools.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Look into tables of names and words, check and compile them.",
    discussion: """
      EXAMPLES:
        extract lexicon lookup "Tokayev" --date 2014-05-01
        extract lexicon suggest digests/
        extract lexicon add people --to my-tables name="Ana Quispe" country=PE
        extract lexicon fresh --before 2025-01-01
        extract lexicon diff bundled my-tables/
        extract lexicon lint my-tables/
        extract lexicon compile my-tables/ -o my.lexicon
      """,
    subcommands: [
      LexiconAdd.self, LexiconCompile.self, LexiconDiff.self, LexiconFresh.self, LexiconLintCommand.self,
      LexiconLookup.self, LexiconStats.self, LexiconSuggest.self,
    ])

  /// Runs a command; faults and troubles go to standard error and make it fail.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as LexiconError {
      error.faults.forEach { Console.say("\($0)") }
      throw ExitCode(1)
    } catch let trouble as Trouble {
      Console.say("extract: \(trouble)")
      throw ExitCode(1)
    }
  }
}

/// Which lexicon is meant: the bundled one with tables of the user's over it.
struct LexiconOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Tables over the built-in ones; may be given several times.", valueName: "folder or file"))
  var lexicons: [String] = []

  @Flag(help: "Leave the built-in tables out.")
  var onlyLexicons = false

  /// The lexicon.
  func lexicon() throws -> Lexicon {
    let layers = try lexicons.map { path throws(LexiconError) in try LexiconLayer(path: path) }
    return try Lexicon(layers: layers, overBundled: !onlyLexicons)
  }
}

/// Makes one file of tables.
struct LexiconCompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Make one file of tables, which loads without being read.",
    discussion: "The built-in tables are part of it unless --only-lexicons is given.")

  @ArgumentParser.Argument(help: ArgumentHelp("Folders with tables, the last on top.", valueName: "folder"))
  var folders: [String]

  @Flag(help: "Leave the built-in tables out.")
  var onlyLexicons = false

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    try LexiconCommand.run {
      var options = LexiconOptions()
      options.lexicons = folders
      options.onlyLexicons = onlyLexicons
      let lexicon = try options.lexicon()
      let file = try ByteOutput(output)
      try file.write(lexicon.image.copy)
      try file.finish()
    }
  }
}

/// Names the faults of tables.
struct LexiconLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Name every fault of tables, with line and cure.",
    discussion: "EXIT STATUS: 0 no fault; 1 faults were found.")

  @ArgumentParser.Argument(
    help: ArgumentHelp("A folder with tables (default: the built-in ones).", valueName: "folder"))
  var folder: String?

  @Flag(help: "Count the faults by rule and name none.")
  var count = false

  func run() throws {
    try LexiconCommand.run {
      let faults = try lint().faults()
      if count {
        for (rule, faults) in Dictionary(grouping: faults, by: { "\($0.file)\t\($0.rule)" }).sorted(by: {
          $0.key < $1.key
        }) {
          try Console.print("\(rule)\t\(faults.count)")
        }
      } else {
        for fault in faults { try Console.print("\(fault)") }
      }
      if !faults.isEmpty { throw ExitCode(1) }
    }
  }

  private func lint() throws -> LexiconLint {
    guard let folder else { return LexiconLint(try Lexicon.bundled.get()) }
    guard case .tables(let files) = try LexiconLayer(path: folder) else {
      throw Trouble("\(folder): a compiled lexicon has no lines: name the folder of its tables")
    }
    return LexiconLint(files: files, over: try Lexicon.bundled.get())
  }
}
