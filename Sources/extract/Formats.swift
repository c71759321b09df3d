import ArgumentParser
import DigestExport
import DigestStore

/// The formats of this build.
enum Formats {
  /// All formats, the default one first.
  static let all: [ExportFormat] = {
    #if SQLite
      return ExportFormat.all + [.sqlite]
    #else
      return ExportFormat.all
    #endif
  }()

  /// The format with this name.
  static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// Refuses a name that no format has.
  static func check(_ name: String) throws {
    if named(name) != nil { return }
    if name == "sqlite" {
      throw ValidationError("this build has no format sqlite: build it with swift build --traits SQLite")
    }
    throw ValidationError("no format is called '\(name)'; there are \(all.map(\.name).joined(separator: ", "))")
  }

  /// The names, for shells.
  static var completion: CompletionKind { .list(all.map(\.name)) }

  /// What the formats are; the same in every build.
  static var help: ArgumentHelp {
    let names = ExportFormat.all.map(\.name).joined(separator: ", ")
    return ArgumentHelp(
      "What to write: \(names), or sqlite where it was built in; extract help formats tells what they are.",
      valueName: "name")
  }
}

/// How the summary is written.
struct SummaryOptions: ParsableArguments {
  @Flag(name: .customLong("summary-only"), help: "Name the sources in the summary, without the sentences.")
  var only = false
}
