import ArgumentParser
import DigestLexicon

/// Says what of the offices may have aged.
struct LexiconFresh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fresh", abstract: "Name offices that nobody has confirmed since a date, and what can't be true.",
    discussion: """
      Three lists: terms without an end that were last confirmed before the date, the oldest first; two people in one \
      office at a time; states without a known head of state or of government. To confirm a term, write the day into \
      its as-of; to end it, the last day into its to.

      EXAMPLE:
        extract lexicon fresh --before 2025-01-01 --country KZ
      """)

  @Option(help: ArgumentHelp("Terms last confirmed before this day are stale.", valueName: "date"))
  var before: String

  @Option(help: ArgumentHelp("Only the offices of this country.", valueName: "code"))
  var country: String?

  @Flag(help: "Count and name nothing.")
  var count = false

  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if DocumentDate(before) == nil { throw ValidationError("--before is '\(before)': \(DocumentDate.cure)") }
  }

  func run() throws {
    try LexiconCommand.run {
      let lexicon = try lexicon.lexicon()
      let body = country.map { "country:" + $0.uppercased() }
      if let body, lexicon.table(.countries).row(id: body) == nil {
        throw Trouble("--country is '\(country ?? "")': no row is called '\(body)': write an ISO code, as KZ")
      }
      let found = Freshness(lexicon, before: before)
      let stale = found.stale.filter { body == nil || $0.body == body }
      let overlaps = found.overlaps.filter { body == nil || $0.first.body == body }
      let vacant = found.vacant.filter { body == nil || $0.country == body }
      try Console.print("\(stale.count) running terms last confirmed before \(before)")
      for term in stale where !count {
        try Console.print("  \(term.asOf.isEmpty ? "never" : term.asOf)  \(term.id)  \(term.place)")
      }
      try Console.print("\(overlaps.count) terms that overlap")
      if !count {
        for (first, second) in overlaps {
          try Console.print(
            "  \(first.id) ..\(first.to)  \(first.place)\n  \(second.id) \(second.from)..  \(second.place)")
        }
      }
      try Console.print("\(vacant.count) states without a holder")
      for state in vacant where !count { try Console.print("  \(state.country)  \(state.name): \(state.missing)") }
    }
  }
}

/// Says how two folders of tables differ.
struct LexiconDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say how two lexicons differ in rows and names.",
    discussion: """
      Order, files and spaces don't count. Each line begins with + (only in the new), - (only in the old) or ~ (a \
      changed cell, with the values that came and went). Each side is a folder of tables or a compiled lexicon; \
      "bundled" is the built-in one.

      EXAMPLE:
        extract lexicon diff bundled my-tables/

      EXIT STATUS: 0 no difference; 1 some, or a fault.
      """)

  @ArgumentParser.Argument(help: "The lexicon before.")
  var old: String

  @ArgumentParser.Argument(help: "The lexicon after.")
  var new: String

  func run() throws {
    try LexiconCommand.run {
      let difference = LexiconDifference(from: try lexicon(old), to: try lexicon(new))
      for change in difference.changes { try Console.print("\(change)") }
      if !difference.changes.isEmpty { throw ExitCode(1) }
    }
  }

  private func lexicon(_ path: String) throws -> Lexicon {
    if path == "bundled" { return try Lexicon.bundled.get() }
    return try Lexicon(layers: [try LexiconLayer(path: path)], overBundled: false)
  }
}

/// Adds a row to a table.
struct LexiconAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add one row to a table, checked and in its sorted place.",
    discussion: """
      The row is given as COLUMN=VALUE; several values of a cell are separated by '|', a '~' before a name says that \
      it needs context. Where the table's ids are made of names, id= may be left out. A row that brings a new fault \
      into the table is refused, and the file stays as it was.

      EXAMPLES:
        extract lexicon add people --to my-tables name="Ana Quispe" short="~Quispe" gender=f country=PE
        extract lexicon add offices --to my-tables person=person:ana-quispe \\
          position=position:foreign-minister body=country:PE from=2026-03-01 as-of=2026-03-01 source=own
      """)

  @ArgumentParser.Argument(help: ArgumentHelp("The table: people, offices, places ...", valueName: "table"))
  var table: String

  @ArgumentParser.Argument(help: ArgumentHelp("The cells.", valueName: "column=value"))
  var cells: [String]

  @Option(
    help: ArgumentHelp("The folder in which the table stands; a table that is not there is made.", valueName: "folder"))
  var to: String

  @Flag(help: "Show the row and its place, and write nothing.")
  var dryRun = false

  func validate() throws {
    if TableKind(named: table) == nil {
      throw ValidationError(
        "no table is called '\(table)': use one of " + TableKind.allCases.map(\.name).joined(separator: ", "))
    }
    for cell in cells where !cell.contains("=") { throw ValidationError("'\(cell)': write it as column=value") }
  }

  func run() throws {
    try LexiconCommand.run {
      let kind = TableKind(named: table)!
      let file = to.hasSuffix("/") ? to + kind.fileName : to + "/" + kind.fileName
      var status = stat()
      guard stat(to, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw Trouble("\(to): no such folder: make it, or name the folder of your tables")
      }
      let before = stat(file, &status) == 0 ? try ByteInput(file).all() : nil
      let pairs = cells.map { cell in
        let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (column: String(parts[0]), value: String(parts[1]))
      }
      let insertion = try RowInsertion(pairs, kind: kind, file: file, table: before)
      try check(insertion, file, before)
      if !dryRun {
        let output = try ByteOutput(file)
        try output.write(insertion.bytes)
        try output.finish()
      }
      try Console.print(
        "\(file):\(insertion.line): \(dryRun ? "would add" : "added") \(insertion.id)\n\(insertion.row)")
    }
  }

  /// Throws the faults that the table has with the row and has not without it.
  private func check(_ insertion: RowInsertion, _ file: String, _ before: [UInt8]?) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    if case .tables(let tables)? = try? LexiconLayer(path: to) { files = tables.filter { $0.name != file } }
    let base = try Lexicon.bundled.get()
    func faults(_ bytes: [UInt8]?) -> [LexiconError.Fault] {
      LexiconLint(files: files + (bytes.map { [(name: file, bytes: $0)] } ?? []), over: base).faults()
    }
    // A fault is the same wherever the line has moved.
    let known = Set(faults(before).map { "\($0.file) \($0.column ?? "") \($0.rule) \($0.message)" })
    let new = faults(insertion.bytes).filter {
      !known.contains("\($0.file) \($0.column ?? "") \($0.rule) \($0.message)") && $0.rule != "no-head-field"
    }
    if !new.isEmpty { throw LexiconError(faults: new) }
  }
}
