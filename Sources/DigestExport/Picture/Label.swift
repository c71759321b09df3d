/// Names as they are set in a picture, at 12 pixels in a sans-serif of common width.
enum Label {
  /// The distance between two lines.
  static let lineHeight = 15.0
  /// The longest line, in characters; a longer word stays whole up to ``longestWord``.
  private static let longestLine = 22
  private static let longestWord = 32
  private static let mostLines = 3

  /// A name in up to three lines, control characters and changes of direction left out.
  static func lines(_ name: String) -> [String] {
    var lines: [String] = []
    for word in clean(name).split(separator: " ") {
      if let last = lines.last, last.count + word.count < longestLine {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word.count > longestWord ? word.prefix(longestWord - 1) + "…" : String(word))
      }
    }
    if lines.count > mostLines {
      lines.removeSubrange(mostLines...)
      lines[mostLines - 1] += " …"
    }
    return lines.isEmpty ? ["?"] : lines
  }

  /// The text with everything that is not shown as itself replaced: white space by spaces, control characters and
  /// what XML can't hold by U+FFFD.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0x2028, 0x2029: result.append(" ")
      case ..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// About how many pixels the text takes, rather more than less.
  static func width(_ text: String) -> Double {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Double {
    guard let byte = character.asciiValue else { return Page.columns(String(character)) > 1 ? 12.5 : 7.4 }
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "'"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: "I"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ";"):
      return 3.4
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: " "), UInt8(ascii: "-"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"):
      return 4.2
    case UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "w"), UInt8(ascii: "W"): return 10.6
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 8.6
    default: return 6.9
    }
  }
}
