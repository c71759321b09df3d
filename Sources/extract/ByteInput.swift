/// A file or standard input, read in large pieces.
///
/// Not `Sendable`: one task reads.
final class ByteInput {
  private static let size = 1 << 18
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws {
    name = path == "-" ? "stdin" : path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Trouble("\(name): \(Trouble.reason): check the name and the right to read it") }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads everything that is left.
  func all() throws -> [UInt8] {
    while !isAtEnd { try fill() }
    return Array(buffer[position...])
  }

  /// Reads up to the next line feed, which is dropped; `nil` at the end.
  func line() throws -> [UInt8]? {
    var searched = position
    while true {
      if let end = lineFeed(from: searched) {
        defer { position = end + 1 }
        return Array(buffer[position..<end])
      }
      if isAtEnd { break }
      searched = buffer.count - position
      buffer.removeFirst(position)
      position = 0
      try fill()
    }
    defer { position = buffer.count }
    return position < buffer.count ? Array(buffer[position...]) : nil
  }

  /// Where the next line feed stands.
  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func fill() throws {
    let used = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.size))
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + used, Self.size) }
    } while count < 0 && errno == EINTR
    let failure = count < 0 ? Trouble("\(name): \(Trouble.reason)") : nil
    buffer.removeLast(Self.size - max(count, 0))
    if let failure { throw failure }
    isAtEnd = count == 0
  }
}
