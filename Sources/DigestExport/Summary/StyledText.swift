/// What a piece of text for people is, from which its look follows.
enum Style {
  case plain, name, heading, label, dim, trigger, notice, alarm

  /// The parameters of its ANSI escape sequence.
  var ansi: String? {
    switch self {
    case .plain: nil
    case .name: "1"
    case .heading: "1;36"
    case .label: "36"
    case .dim: "2"
    case .trigger: "1;4"
    case .notice: "33"
    case .alarm: "31"
    }
  }
}

/// Text in pieces of different styles.
struct StyledText: ExpressibleByStringInterpolation {
  struct Run {
    var text: String
    var style: Style
  }

  var runs: [Run] = []

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { runs = [Run(text: text, style: style)] }
  }

  var isEmpty: Bool { runs.isEmpty }

  /// The text without its styles.
  var plain: String { runs.map(\.text).joined() }

  /// The same with a capital at the start; a name is written as it is.
  var capitalized: StyledText {
    guard let first = runs.first, first.style != .name else { return self }
    var result = self
    result.runs[0].text = first.text.prefix(1).uppercased() + first.text.dropFirst()
    return result
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  static func += (left: inout StyledText, right: StyledText) { left.runs += right.runs }
}

extension [StyledText] {
  /// The parts with `separator` between them.
  func joined(by separator: StyledText) -> StyledText {
    guard var result = first else { return "" }
    for part in dropFirst() { result += separator + part }
    return result
  }

  /// "A", "A and B", "A, B and C".
  func listed() -> StyledText {
    guard count > 1 else { return first ?? "" }
    return Array(dropLast()).joined(by: ", ") + " and " + self[count - 1]
  }
}
