/// One line of JSON Lines input: `{"id","text","date"?,"title"?,"source"?}`; other members are passed over.
package struct DocumentLine: Hashable, Sendable {
  /// The document's name; a number is kept in its own spelling.
  package var id: String
  /// The text as bytes, escapes resolved. Broken UTF-8 is left for the extractor to see.
  package var text: [UInt8]
  /// The document's date, as it stands.
  package var date: String?
  /// Its title.
  package var title: String?
  /// Where it comes from.
  package var source: String?

  /// Reads one line; `null` members count as absent.
  ///
  /// - Complexity: O(n) in the length of the line, without an object tree.
  package init(json bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    var id: String?
    var text: [UInt8]?
    var others: [String: String] = [:]
    try reader.object { (name, reader) throws(JSONError) in
      if reader.null() { return }
      switch name {
      case "id": id = reader.peek() == UInt8(ascii: "\"") ? try reader.string() : try reader.numberText()
      case "text": text = try reader.stringBytes()
      case "date", "title", "source": others[name] = try reader.string()
      default: try reader.skip()
      }
    }
    try reader.finish()
    guard let id, !id.isEmpty else { throw reader.error("the line has no \"id\": give each document one") }
    guard let text else { throw reader.error("the line has no \"text\": put the document's text there") }
    self.id = id
    self.text = text
    date = others["date"]
    title = others["title"]
    source = others["source"]
  }
}
