/// A row of comma-separated values (RFC 4180), without the end of its line.
struct CSVRow {
  private(set) var text = ""
  private var isFirst = true
  private let kept: String

  /// Makes an empty row.
  ///
  /// - Parameter kept: control characters that cells may hold beside tabs and line ends.
  init(keeping kept: String = "") {
    self.kept = kept
  }

  /// Appends a cell for a spreadsheet: one that could start a formula, or that starts with `'`, gets a `'` before it,
  /// which says "text" to a spreadsheet.
  mutating func cell(_ value: String) {
    raw(Self.startsFormula(value) ? "'" + value : value)
  }

  /// Appends a cell as it is; `nil` is an empty cell, an empty text a quoted one.
  mutating func raw(_ value: String?) {
    if !isFirst { text += "," }
    isFirst = false
    guard let value else { return }
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { ![0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09, 0x27].contains($0) }
    if isPlain && value.first != " " && value.last != " " {
      text += cleaned(value)
    } else {
      text += "\"" + cleaned(value).replacing("\"", with: "\"\"") + "\""
    }
  }

  /// A text that a spreadsheet takes for a formula: `=`, `+`, `-` or `@` first, in their full-width forms too, white
  /// space and marks without width left aside, or a tab or line end first.
  private static func startsFormula(_ value: String) -> Bool {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}", "'", "\t", "\r", "\n":
        return true
      case "\u{FEFF}", "\u{AD}", "\u{0}"..." ", "\u{7F}"..."\u{9F}": continue
      default:
        if !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint { return false }
      }
    }
    return false
  }

  /// The text with control characters that no reader expects replaced; tabs and line ends stay.
  private func cleaned(_ value: String) -> String {
    let isClean = value.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isClean { return value }
    var result = ""
    for scalar in value.unicodeScalars {
      let isKept =
        scalar.value >= 0x20 || "\n\r\t".unicodeScalars.contains(scalar) || kept.unicodeScalars.contains(scalar)
      result.unicodeScalars.append(isKept ? scalar : "\u{FFFD}")
    }
    return result
  }
}
