import Foundation

/// One case of `Tests/Cases/entities`: a text, the mentions that it must and must not have.
struct EntityCase: CustomStringConvertible, Sendable {
  /// An expected mention: its words by their place in the text, its type, form and entity.
  struct Mark: Sendable {
    var start: Int
    var end: Int
    var type: String
    var form: String?
    var entity: String
  }

  var name: String
  var date: String?
  var text = ""
  var marks: [Mark] = []
  var forbidden: [(words: String, type: String?)] = []
  var outlets: [String]?
  var items: Int?
  var foundDate: String?

  var description: String { name }

  /// Reads all cases of a folder.
  static func all() -> [EntityCase] {
    let folder = casesFolder("entities")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().flatMap { file in
      let string = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return read(string, file: file)
    }
  }

  private static func read(_ string: String, file: String) -> [EntityCase] {
    var cases: [EntityCase] = []
    for line in string.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
      if line.hasPrefix("= ") {
        cases.append(EntityCase(name: "\(file): \(line.dropFirst(2))"))
      } else if !cases.isEmpty {
        cases[cases.count - 1].add(String(line))
      }
    }
    return cases
  }

  private mutating func add(_ line: String) {
    let rest = line.dropFirst(2)
    switch line.prefix(2) {
    case "@ ": date = String(rest)
    case "! ":
      let parts = rest.split(separator: "|").map(String.init)
      forbidden.append((parts[0], parts.count > 1 ? parts[1] : nil))
    case "> ": outlets = (outlets ?? []) + (rest == "-" ? [] : [String(rest)])
    case "~ ":
      let parts = rest.split(separator: " ").map(String.init)
      if parts[0] == "items" { items = Int(parts[1]) } else { foundDate = parts[1] }
    default: addText(line)
    }
  }

  private mutating func addText(_ line: String) {
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false).map(
        String.init)
      let start = text.utf8.count
      text += parts[0]
      let type = parts[1].split(separator: ".").map(String.init)
      marks.append(
        Mark(
          start: start, end: text.utf8.count, type: type[0], form: type.count > 1 ? type[1] : nil,
          entity: parts.count > 2 ? parts[2] : ""))
      rest = rest[rest.index(after: close)...]
    }
    text += rest + "\n"
  }
}
