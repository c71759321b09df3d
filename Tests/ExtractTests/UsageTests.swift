import Testing

/// The command line itself.
struct UsageTests {
  @Test(arguments: [
    ["--format", "nothing", "a"], ["--date", "May 9", "a"], ["--date", "2025-02-30", "a"], ["--jobs", "0", "a"],
    ["--input", "xml", "a"], ["--offsets", "bytes", "a"], ["--unknown", "a"],
    ["explain", "a"], ["explain", "a", "--relation", "r1", "--at", "3"], ["explain"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", "A")
    let result = try tool.shell("extract " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test func helpShowsTheOptions() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for arguments in ["--help", "-h", "help"] {
      let result = try tool.run(arguments)
      #expect(result.status == 0)
      for option in [
        "--format", "--input", "--date", "--offsets", "--lexicons", "--output", "--jobs", "--quiet", "explain",
      ] {
        #expect(result.output.contains(option), "\(arguments): \(option)")
      }
    }
    #expect(try tool.run("explain", "--help").output.contains("--relation"))
    #expect(try tool.run("--version").output.hasPrefix("extract "))
  }

  @Test(arguments: ["formats", "input", "dates", "outputs", "completions"])
  func topicsHaveExamples(topic: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let result = try tool.run("help", topic)
    #expect(result.status == 0)
    #expect(result.output.contains("  extract "))
    #expect(try tool.run("--help").output.contains("extract help \(topic)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWritten(shell: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let result = try tool.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.output.contains("neo4j-csv"))
    // The options of reading digests are offered without that command's name, beside those of the commands.
    let counts = ["summary-only", "jobs"].map { option in result.output.split(separator: option).count - 1 }
    #expect(counts[0] >= 3 && counts[1] >= 2, "\(counts)")
  }

  @Test func theSummaryAlone() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      "a.txt", "Peru’s President Dina Boluarte met Chile’s President Gabriel Boric in Lima, Andina reported.")
    let whole = try tool.run("a.txt").output
    let short = try tool.run("a.txt", "--summary-only").output
    #expect(whole.contains("“Peru’s President"))
    #expect(short.contains("Dina Boluarte met Gabriel Boric"))
    #expect(short.contains("Andina"))
    #expect(!short.contains("“"))
  }

  @Test(arguments: ["explain", "digest", "help"])
  func aFileNamedLikeACommandIsNotSwallowed(name: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(name, "A")
    let note = "extract: '\(name)' is read as a command; for the file of that name write ./\(name)\n"
    #expect(try tool.run(name, input: "").errors.hasPrefix(note))
    let file = try tool.run("./\(name)")
    #expect(file.status == 0)
    #expect(file.errors.isEmpty)
  }

  @Test(arguments: ["2025-05-09", "2025-05", "2025", "2025-05-09T10:00:00+03:00", "2024-02-29"])
  func datesOfAllKinds(date: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", "A")
    let result = try tool.run("--format", "jsonl", "--date", date, "a")
    #expect(result.status == 0)
    #expect(result.output.contains(#""date":"\#(date.prefix(10))""#))
  }

  @Test func explainNamesWhatIsThere() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", "")
    let result = try tool.run("explain", "a", "--relation", "r1")
    #expect(result.status == 1)
    #expect(result.errors == "extract: a: no relation is called 'r1'; there are none\n")
    #expect(try tool.run("explain", "a", "--at", "0").status == 1)
    #expect(try tool.run("explain", "none", "--at", "0").errors.contains("No such file"))
  }

  @Test func explainSaysWhyNot() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", "Salim Harthi spoke of Dana Quispe.\nLuka Kos met Dana Quispe.")
    let result = try tool.run("explain", "a", "--why-not")
    #expect(result.status == 0)
    #expect(result.output.contains("trigger spoke (talk.verb)"))
    #expect(!result.output.contains("met (meet.verb)"))
    let edge = try tool.run("explain", "a", "--edge", "Luka Kos, Dana Quispe")
    #expect(edge.output.contains("met-with"))
    #expect(try tool.run("explain", "a", "--edge", "Luka Kos").status == 1)
    #expect(try tool.run("explain", "a", "--edge", "Luka Kos, Salim Harthi").status == 1)
    #expect(try tool.run("explain", "a", "--entity", "text:a/person/luka-kos").output.contains("Luka Kos"))
  }
}
