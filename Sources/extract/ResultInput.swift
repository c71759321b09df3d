import DigestGraph
import DigestModel

/// Results that were written before: `digest-graph/1` and `digest-graph-set/1`, one a file or one a line.
///
/// A file whose first line is a whole object is read line by line and never held as a whole. Not `Sendable`.
struct ResultInput {
  /// One result as it stands, and where.
  struct Piece {
    var bytes: [UInt8]
    var file: String
    /// Its first line, counted from 1.
    var line: Int
    /// Whether the file holds one result a line.
    var isLine: Bool

    /// The place for messages.
    var place: String { isLine ? "\(file):\(line)" : file }
  }

  private let input: ByteInput
  private let file: String
  private var line = 0
  private var isWhole = false
  private var isAtEnd = false

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws {
    input = try ByteInput(path)
    file = path == "-" ? "stdin" : path
  }

  /// The next result; `nil` at the end.
  mutating func next() throws -> Piece? {
    if isAtEnd { return nil }
    while let bytes = try input.line() {
      line += 1
      if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      if line > 1 || Self.isWhole(bytes) { return Piece(bytes: bytes, file: file, line: line, isLine: true) }
      isAtEnd = true
      return Piece(bytes: bytes + [0x0A] + (try input.all()), file: file, line: 1, isLine: false)
    }
    isAtEnd = true
    if line == 0 { throw Trouble("\(file): this file is empty: it ought to hold results of --format json or jsonl") }
    return nil
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    return (try? reader.skip()) != nil && (try? reader.finish()) != nil
  }
}

extension ResultInput.Piece {
  /// The documents of the result.
  func documents() throws -> [DocumentGraph] {
    do {
      return Self.isSet(bytes) ? try GraphSet(json: bytes).documents : [try DocumentGraph(json: bytes)]
    } catch {
      let place = isLine ? "\(file):\(line), byte \(error.offset)" : "\(file):\(error.line)"
      throw Trouble("\(place): \(error.message): see extract validate")
    }
  }

  /// Whether the object calls itself a set; what is neither is refused as a result of one document.
  private static func isSet(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    var schema: String?
    try? reader.object { (name, reader) throws(JSONError) in
      if name == "schema", schema == nil, reader.peek() == UInt8(ascii: "\"") {
        schema = try reader.string()
        throw reader.error("enough was read")
      }
      try reader.skip()
    }
    return schema == GraphSet.schema
  }
}

/// The documents of all result files, one after the other; what can't be read comes as a failure, and the next call goes
/// on behind it.
struct ResultReader {
  private var paths: ArraySlice<String>
  private var input: ResultInput?
  private var documents: ArraySlice<DocumentGraph> = []

  /// Reads these files; none means standard input.
  init(_ paths: [String]) {
    self.paths = (paths.isEmpty ? ["-"] : paths)[...]
  }

  /// The next document; `nil` behind the last.
  mutating func next() -> Result<DocumentGraph, Trouble>? {
    while true {
      if let document = documents.popFirst() { return .success(document) }
      do {
        if let piece = try input?.next() {
          documents = try piece.documents()[...]
          continue
        }
        guard let path = paths.popFirst() else { return nil }
        input = nil
        input = try ResultInput(path)
      } catch {
        return .failure(error as? Trouble ?? Trouble("\(error)"))
      }
    }
  }
}
