/// Bytes at a fixed address that live as long as somebody holds this object: allocated, mapped from a file, or part of
/// the binary.
package final class ByteStorage: @unchecked Sendable {
  /// The bytes, which nobody writes to once the object is shared. Who reads them must hold the object until he has
  /// done so (`withExtendedLifetime`).
  package let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Bytes that somebody else made; `release` is called with them at the end.
  package init(
    _ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void = { _ in }
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// Room for `count` bytes, aligned to 64 and filled by `fill`, which finds zeros.
  package convenience init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 64), alignment: 64)
    room.initializeMemory(as: UInt8.self, repeating: 0)
    let used = UnsafeMutableRawBufferPointer(rebasing: room[..<count])
    fill(used)
    self.init(UnsafeRawBufferPointer(used)) { $0.deallocate() }
  }

  /// A copy of `bytes`.
  package convenience init(copying bytes: [UInt8]) {
    self.init(count: bytes.count) { room in bytes.withUnsafeBytes { room.copyMemory(from: $0) } }
  }

  deinit { release(bytes) }
}
