extension String {
  /// The text between tags or in a quoted attribute of XML 1.0.
  ///
  /// Markup is escaped; tabs and line ends are written as references, so that no parser normalises them away; what XML
  /// can't hold at all (other control characters, U+FFFE, U+FFFF) becomes U+FFFD.
  var xml: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case "\u{85}", "\u{2028}": result += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as an XML name token: what a token can't hold is written `_xHHHH_`, as SQL/XML does; an empty text `_`.
  var nameToken: String {
    if isEmpty { return "_" }
    var result = ""
    for (index, scalar) in unicodeScalars.enumerated() {
      let next = unicodeScalars.dropFirst(index + 1).first
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", ":": result.unicodeScalars.append(scalar)
      case "_" where next != "x": result += "_"
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
      }
    }
    return result
  }
}
