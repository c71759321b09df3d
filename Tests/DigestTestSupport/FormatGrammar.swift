import DigestModel
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether a file keeps to the grammar of its format, as far as that can be told without other programs; the readers of
/// `Scripts/test-readers` tell more.
enum FormatGrammar {
  static func faults(_ text: String, format: String, file: String) -> [String] {
    switch format {
    case "json", "jsonld", "annotations": json([text])
    case "jsonl", "tables", "ftm", "plover": json(text.split(separator: "\n").map(String.init)) + oneLineEach(text)
    case "svg", "graphml", "gexf": xml(text)
    case "csv": csv(text, lineEnd: "\r\n", isForSpreadsheets: true)
    case "neo4j-csv" where file.hasSuffix(".csv"): csv(text, lineEnd: "\n", isForSpreadsheets: false)
    case "html": html(text)
    default: []
    }
  }

  private static func json(_ texts: [String]) -> [String] {
    for text in texts {
      var reader = JSONReader(Array(text.utf8))
      do {
        try reader.skip()
        try reader.finish()
      } catch {
        return ["is not JSON: \(error)"]
      }
    }
    return []
  }

  /// Readers differ in what they take for the end of a line, so none of the others may stand in one.
  private static func oneLineEach(_ text: String) -> [String] {
    let ends: Set<Unicode.Scalar> = [
      "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    return text.unicodeScalars.contains { ends.contains($0) } ? ["has a line end inside a line"] : []
  }

  private static func xml(_ text: String) -> [String] {
    let parser = XMLParser(data: Data(text.utf8))
    let elements = OpenElements()
    parser.delegate = elements
    // Not every Foundation calls an element that is not closed an error.
    if parser.parse() && parser.parserError == nil && elements.count == 0 && elements.hasRoot { return [] }
    return ["is not XML: line \(parser.lineNumber), \(String(describing: parser.parserError))"]
  }

  /// RFC 4180: as many cells in each row as in the first; for spreadsheets, no cell that starts a formula.
  private static func csv(_ text: String, lineEnd: String, isForSpreadsheets: Bool) -> [String] {
    guard let rows = CSVText.rows(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text, lineEnd)
    else { return ["has a quote that is out of place"] }
    var faults: [String] = []
    if rows.contains(where: { $0.count != rows[0].count }) { faults.append("has rows of different lengths") }
    if isForSpreadsheets {
      for cell in rows.joined() {
        let start = cell.unicodeScalars.first {
          !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        if let start, "=+-@＝＋－＠".unicodeScalars.contains(start) {
          faults.append("has a cell that starts a formula: \(cell)")
        }
      }
    }
    return faults
  }

  private static func html(_ text: String) -> [String] {
    ["alert(1)</script>", "<b>x</b>"].filter(text.contains).map { "has markup of the text in it: \($0)" }
  }
}

/// Counts the elements that are open.
private final class OpenElements: NSObject, XMLParserDelegate {
  var count = 0
  /// Whether there was any.
  var hasRoot = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    count += 1
    hasRoot = true
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    count -= 1
  }
}

/// A strict reader of RFC 4180.
struct CSVText {
  private let bytes: [UInt8]
  private let lineEnd: [UInt8]
  private var place = 0

  /// The rows; `nil` where a quote is out of place.
  static func rows(_ text: String, _ lineEnd: String) -> [[String]]? {
    var reader = CSVText(bytes: Array(text.utf8), lineEnd: Array(lineEnd.utf8))
    return reader.rows()
  }

  private mutating func rows() -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    while place < bytes.count {
      guard let cell = cell() else { return nil }
      row.append(cell)
      if isAtLineEnd {
        place += lineEnd.count
        rows.append(row)
        row = []
      } else if place < bytes.count, bytes[place] == UInt8(ascii: ",") {
        place += 1
      } else {
        return nil
      }
    }
    return row.isEmpty ? rows : nil
  }

  private var isAtLineEnd: Bool {
    place < bytes.count && bytes[place] == lineEnd[0] && bytes[place...].prefix(lineEnd.count).elementsEqual(lineEnd)
  }

  private mutating func cell() -> String? {
    var cell: [UInt8] = []
    let isQuoted = place < bytes.count && bytes[place] == UInt8(ascii: "\"")
    if isQuoted { place += 1 }
    while place < bytes.count {
      let byte = bytes[place]
      if !isQuoted && (byte == UInt8(ascii: ",") || isAtLineEnd) { return String(decoding: cell, as: UTF8.self) }
      place += 1
      if byte == UInt8(ascii: "\"") {
        if !isQuoted { return nil }
        if place == bytes.count || bytes[place] != byte { return String(decoding: cell, as: UTF8.self) }
        place += 1
      }
      cell.append(byte)
    }
    return isQuoted ? nil : String(decoding: cell, as: UTF8.self)
  }
}
