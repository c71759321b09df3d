/// Where an exporter writes: one stream of bytes, or the files of a folder.
///
/// It only collects; the caller empties it with ``take()`` as often as it likes, so that memory stays bounded.
public struct ExportOutput: Sendable {
  /// Some bytes and where they belong.
  public struct Chunk: Hashable, Sendable {
    /// The name of the file in the folder; empty for the format's only stream.
    public var file: String
    /// What is appended to it.
    public var bytes: [UInt8]
  }

  private var chunks: [Chunk] = []

  /// Makes an empty output.
  public init() {}

  /// Appends text, in UTF-8.
  ///
  /// - Parameters:
  ///   - text: what is appended.
  ///   - file: the file in the folder, one of the format's ``ExportFormat/files``; empty for its only stream.
  public mutating func write(_ text: String, to file: String = "") {
    chunks[index(of: file)].bytes += text.utf8
  }

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8], to file: String = "") {
    let index = index(of: file)
    if chunks[index].bytes.isEmpty { chunks[index].bytes = bytes } else { chunks[index].bytes += bytes }
  }

  /// Takes out what has been written since the last call, files in the order in which they were first written to.
  public mutating func take() -> [Chunk] {
    let taken = chunks.filter { !$0.bytes.isEmpty }
    for index in chunks.indices { chunks[index].bytes = [] }
    return taken
  }

  private mutating func index(of file: String) -> Int {
    if let index = chunks.firstIndex(where: { $0.file == file }) { return index }
    chunks.append(Chunk(file: file, bytes: []))
    return chunks.count - 1
  }
}
