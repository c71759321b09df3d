/// A document to be read.
public struct InputDocument: Hashable, Sendable {
  /// The caller's name for it.
  public var id: String
  /// Its text; ought to be UTF-8.
  public var utf8: [UInt8]
  /// Its date, where the caller knows it: EDTF (`2025-06-03`), or words with a full date.
  public var date: String?

  /// Makes a document of bytes that ought to be UTF-8.
  public init(id: String, utf8: [UInt8], date: String? = nil) {
    self.id = id
    self.utf8 = utf8
    self.date = date
  }

  /// Makes a document of a string.
  public init(id: String, text: String, date: String? = nil) {
    self.init(id: id, utf8: Array(text.utf8), date: date)
  }
}
