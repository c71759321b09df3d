@_exported public import DigestModel

/// Reads digest texts into graphs. Build one, keep it, and call it from as many tasks as you like.
public struct Extractor: Sendable {
  /// The version of this library.
  public static let version = "0.1.0"

  private let options: ExtractionOptions

  /// Makes an extractor with the bundled lexicons.
  public init(options: ExtractionOptions = ExtractionOptions()) throws {
    self.options = options
  }

  /// Reads one document.
  ///
  /// Never fails: what could not be read as text was replaced, and a diagnostic says so.
  /// - Parameters:
  ///   - text: the document.
  ///   - id: the caller's name for it.
  ///   - date: its date (EDTF), where the caller knows it.
  /// - Complexity: linear in the length of the text.
  public func extract(_ text: String, id: String = "text", date: String? = nil) -> DocumentGraph {
    extract(utf8: Array(text.utf8), id: id, date: date)
  }

  /// Reads one document from bytes that ought to be UTF-8.
  public func extract(utf8 bytes: [UInt8], id: String, date: String? = nil) -> DocumentGraph {
    DocumentGraph(
      producer: Producer(version: Self.version, lexicons: "", asOf: "", icu: ""),
      document: DocumentInfo(id: id, date: date, sha256: "", offsets: options.offsets))
  }
}
