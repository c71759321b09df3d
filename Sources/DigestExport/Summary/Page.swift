/// Lays styled text out in lines of a given width.
struct Page {
  private struct Word {
    var runs: [StyledText.Run] = []
    var width = 0
  }

  /// What was written so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  let width: Int
  private let isColored: Bool
  /// The style that is in force on the terminal; lines end without any.
  private var active: Style = .plain

  init(options: ExportOptions) {
    width = max(options.width, 20)
    isColored = options.isColored
  }

  /// Writes one paragraph: its first line starts with `lead` at column `indent`, the other lines stand under the text
  /// that follows the lead, or start with `under`. White space becomes single spaces; a word that is too long for a line
  /// stays whole.
  mutating func paragraph(_ text: StyledText, indent: Int = 0, lead: StyledText = "", under: StyledText = "") {
    // On a very narrow terminal deep indentation would leave no room for words.
    let indent = min(indent, width / 4)
    let hanging = indent + Self.columns(lead)
    let padding = max(hanging - indent - Self.columns(under), 0)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    for run in lead.runs { write(StyledText.Run(text: Self.cleaned(run.text), style: run.style)) }
    var column = hanging
    var isFirst = true
    for word in Self.words(text) {
      if !isFirst && column + 1 + word.width > width {
        newline()
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        under.runs.forEach { write($0) }
        use(.plain)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
        column = hanging
      } else if !isFirst {
        // A space between two words of one style has it too, so that an underline is not broken.
        if word.runs.first?.style != active { use(.plain) }
        bytes.append(UInt8(ascii: " "))
        column += 1
      }
      word.runs.forEach { write($0) }
      column += word.width
      isFirst = false
    }
    newline()
  }

  /// Writes an empty line, unless one stands there or nothing was written yet.
  mutating func gap() {
    let end = UInt8(ascii: "\n")
    if bytes.isEmpty || bytes.last == end && bytes.dropLast().last == end { return }
    newline()
  }

  private mutating func newline() {
    use(.plain)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ run: StyledText.Run) {
    use(run.style)
    bytes.append(contentsOf: run.text.utf8)
  }

  private mutating func use(_ style: Style) {
    guard isColored, style != active else { return }
    if active != .plain { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
    if let ansi = style.ansi { bytes.append(contentsOf: "\u{1B}[\(ansi)m".utf8) }
    active = style
  }

  private static func words(_ text: StyledText) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for run in text.runs {
      var piece = String.UnicodeScalarView()
      func finish() {
        guard !piece.isEmpty else { return }
        let text = String(piece)
        word.runs.append(StyledText.Run(text: text, style: run.style))
        word.width += columns(text)
        piece.removeAll()
      }
      for scalar in run.text.unicodeScalars {
        if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
          finish()
          if !word.runs.isEmpty { words.append(word) }
          word = Word()
        } else {
          piece.append(isSafe(scalar) ? scalar : "\u{FFFD}")
        }
      }
      finish()
    }
    if !word.runs.isEmpty { words.append(word) }
    return words
  }

  private static func cleaned(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isSafe($0) ? $0 : "\u{FFFD}" }))
  }

  /// Whether a terminal shows the scalar and does not obey it: no control characters, no reordering of the line.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  private static func columns(_ text: StyledText) -> Int { text.runs.reduce(0) { $0 + columns($1.text) } }

  /// How many columns a terminal gives the text.
  static func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ character: Character) -> Bool {
    switch character.unicodeScalars.first!.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
