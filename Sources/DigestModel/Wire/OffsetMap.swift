/// Translates offsets of one text between UTF-8 bytes, UTF-16 units and Unicode scalars.
///
/// The text is read once and counted at every 64th byte; each look-up then reads at most one block.
package struct OffsetMap {
  private struct Count {
    var scalars = 0
    var utf16 = 0
  }

  private static let stride = 64
  private let text: [UInt8]
  private var counts: [Count] = []
  private let isASCII: Bool

  /// Reads the text.
  ///
  /// - Complexity: O(n) in the length of the text.
  package init(_ text: [UInt8]) {
    self.text = text
    isASCII = text.allSatisfy { $0 < 0x80 }
    if isASCII { return }
    var count = Count()
    counts.reserveCapacity(text.count / Self.stride + 1)
    for (index, byte) in text.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      Self.add(byte, to: &count)
    }
    if text.count % Self.stride == 0 { counts.append(count) }
  }

  /// The offset of UTF-8 byte `offset` in `unit`; one beyond the text counts as its end.
  package func offset(utf8 offset: Int, in unit: OffsetUnit) -> Int {
    let offset = min(max(offset, 0), text.count)
    if isASCII || unit == .utf8 { return offset }
    var count = counts[offset / Self.stride]
    for byte in text[(offset / Self.stride * Self.stride)..<offset] { Self.add(byte, to: &count) }
    return unit == .utf16 ? count.utf16 : count.scalars
  }

  /// The UTF-8 offset of `offset`, which counts in `unit`; inside a scalar it is the scalar's start.
  ///
  /// - Complexity: O(log n).
  package func utf8(_ offset: Int, in unit: OffsetUnit) -> Int {
    if isASCII || unit == .utf8 { return min(max(offset, 0), text.count) }
    func units(_ count: Count) -> Int { unit == .utf16 ? count.utf16 : count.scalars }
    var low = 0
    var high = counts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if units(counts[middle]) <= offset { low = middle } else { high = middle }
    }
    var count = counts[low]
    var index = low * Self.stride
    var start = index
    while index < text.count {
      if text[index] & 0xC0 != 0x80 {
        if units(count) >= offset { return index }
        start = index
      }
      Self.add(text[index], to: &count)
      if units(count) > offset { return start }
      index += 1
    }
    return text.count
  }

  private static func add(_ byte: UInt8, to count: inout Count) {
    guard byte & 0xC0 != 0x80 else { return }
    count.scalars += 1
    count.utf16 += byte >= 0xF0 ? 2 : 1
  }
}
