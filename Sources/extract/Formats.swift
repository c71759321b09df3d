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

  /// What the formats are.
  static var help: ArgumentHelp {
    ArgumentHelp(
      "What to write: \(all.map { "\($0.name) (\($0.abstract))" }.joined(separator: "; ")).", valueName: "name")
  }
}
