import DigestModel
import DigestPage

/// The page without its data: markup, style sheet and scripts of the folder `DigestPage`, and the policy that allows
/// these and nothing else.
struct HTMLPage {
  let title: String
  let language: String

  /// The whole file around the data, which is JSON.
  func around(_ json: [UInt8]) -> [UInt8] {
    let style = Self.colours + Self.file(digest_page_style)
    let script = Self.file(digest_page_script)
    let policy =
      "default-src 'none'; style-src '\(Self.hash(style))'; script-src '\(Self.hash(script))'; "
      + "base-uri 'none'; form-action 'none'"
    var page = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(SVGText.escaped(title))</title>
      <style>
      """.utf8)
    page += style + Array("</style>\n</head>\n<body>\n".utf8) + Self.file(digest_page_markup)
    page += Array("<script type=\"application/json\" id=\"data\">".utf8) + Self.inert(json)
    page += Array("</script>\n<script type=\"module\">".utf8) + script + Array("</script>\n</body>\n</html>\n".utf8)
    return page
  }

  /// JSON in which no string can end the element that holds it or open a comment.
  private static func inert(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): result += "\\u003c".utf8
      case UInt8(ascii: ">"): result += "\\u003e".utf8
      case UInt8(ascii: "&"): result += "\\u0026".utf8
      default: result.append(byte)
      }
    }
    return result
  }

  /// The colours of all pictures as `--tone` of the classes `type-person`, `kind-meeting` and so on.
  private static let colours: [UInt8] = {
    func rules(_ tone: (PictureStyle.Tone) -> String) -> String {
      let types = EntityType.allCases.map { ".type-\($0) { --tone: \(tone(PictureStyle.fill($0))) }" }
      let kinds = PictureStyle.LineKind.allCases.map { ".kind-\($0) { --tone: \(tone($0.tone)) }" }
      return (types + kinds).joined(separator: "\n") + "\n"
    }
    let dark = "@media screen and (prefers-color-scheme: dark) {\n" + rules(\.dark) + "}\n"
    return Array(("\n" + rules(\.light) + dark).utf8)
  }()

  private static func file(_ content: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
    var size = 0
    let bytes = content(&size)
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// The source expression by which a policy allows an element with this content.
  private static func hash(_ content: [UInt8]) -> String {
    let digits = Array(sha256(content).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) }
    return "sha256-" + base64(bytes)
  }

  private static func nibble(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }

  /// Base64 (RFC 4648) of some bytes.
  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        text.append(start + place <= bytes.count ? signs[Int(bits >> UInt32(18 - 6 * place) & 63)] : "=")
      }
    }
    return text
  }
}
