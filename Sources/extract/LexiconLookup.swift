import ArgumentParser
import DigestLexicon

/// Says what a name may mean.
struct LexiconLookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "Say which rows a name matches, and what its words can be.",
    discussion: """
      Each line: the words that match, the row's id, how they name it, whether the name is safe alone, the row's place. \
      With --date also the offices of people on that day, and who held an office that the words tell.

      EXAMPLES:
        extract lexicon lookup "Tokayev" --date 2014-05-01
        extract lexicon lookup "the Uzbek foreign minister" --date 2020-01-01
      """)

  @ArgumentParser.Argument(help: "The name, as it stands in a text.")
  var name: String

  @Option(help: ArgumentHelp("The day on which a person's offices are wanted.", valueName: "date"))
  var date: String?

  @Flag(help: "Show the other spellings under which each row is found.")
  var spellings = false

  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if let date, DocumentDate(date) == nil { throw ValidationError("--date is '\(date)': \(DocumentDate.cure)") }
  }

  func run() throws {
    try LexiconCommand.run {
      let found = Lookup(
        name, in: try lexicon.lexicon(), date: date.flatMap(DocumentDate.init)?.edtf,
        spellings: spellings)
      if found.candidates.isEmpty { try Console.print("no row has this name") }
      for candidate in found.candidates {
        let strength = candidate.isWeak ? "needs context" : "safe alone"
        try Console.print(
          "\(candidate.words)  \(candidate.id)  \(candidate.form), \(strength)  \(candidate.file):\(candidate.line)"
            + (candidate.listed.map { "  listed as '\($0)'" } ?? "") + (candidate.country.map { "  \($0)" } ?? ""))
        if let variant = candidate.variant {
          try Console.print("    a spelling of '\(variant.name)' by \(variant.rules.joined(separator: ", "))")
        }
        for office in candidate.offices { try Console.print("    \(office)") }
        for spelling in candidate.spellings {
          try Console.print(
            "    also \(spelling.spelling): '\(spelling.name)' by \(spelling.rules.joined(separator: ", "))")
        }
      }
      for holder in found.holders { try Console.print("holder on \(date ?? ""): \(holder)") }
      for word in found.words where !word.classes.isEmpty {
        try Console.print("\(word.word): \(word.classes.joined(separator: ", "))")
      }
    }
  }
}

/// Counts what the tables hold.
struct LexiconStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count rows and names of all tables.")

  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    try LexiconCommand.run {
      let lexicon = try lexicon.lexicon()
      try Console.print("table\trows\tnames\tneed context\tas of")
      for table in lexicon.tableCounts() {
        try Console.print("\(table.file)\t\(table.rows)\t\(table.names)\t\(table.weakNames)\t\(table.asOf)")
      }
      try Console.print("words\t\(lexicon.wordCount)")
      try Console.print("bytes\t\(lexicon.byteCount)")
      try Console.print("fingerprint\t\(lexicon.fingerprint)")
    }
  }
}
