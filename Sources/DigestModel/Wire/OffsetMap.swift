/// Translates offsets of one text between UTF-8 bytes, UTF-16 units and Unicode scalars.
///
/// The text is read once and counted at every 64th byte; each look-up then reads at most one block.
package struct OffsetMap {
  /// How many scalars start in a range, and how many of them are two units in UTF-16.
  private struct Count {
    var scalars = 0
    var pairs = 0

    func units(_ unit: OffsetUnit) -> Int { unit == .utf16 ? scalars + pairs : scalars }
  }

  private static let stride = 64
  private let text: [UInt8]
  /// By block, and one more: what stands before it. Empty for ASCII.
  private var counts: [Count] = []

  /// Reads the text.
  ///
  /// - Complexity: O(n) in the length of the text.
  package init(_ text: [UInt8]) {
    self.text = text
    text.withUnsafeBytes { text in
      if Self.isASCII(text) { return }
      var count = Count()
      counts.reserveCapacity(text.count / Self.stride + 1)
      for block in Swift.stride(from: 0, through: text.count, by: Self.stride) {
        counts.append(count)
        Self.add(text, block..<min(block + Self.stride, text.count), to: &count)
      }
    }
  }

  /// The offset of UTF-8 byte `offset` in `unit`; one beyond the text counts as its end.
  package func offset(utf8 offset: Int, in unit: OffsetUnit) -> Int {
    let offset = min(max(offset, 0), text.count)
    if counts.isEmpty || unit == .utf8 { return offset }
    var count = counts[offset / Self.stride]
    text.withUnsafeBytes { Self.add($0, (offset / Self.stride * Self.stride)..<offset, to: &count) }
    return count.units(unit)
  }

  /// The UTF-8 offset of `offset`, which counts in `unit`; inside a scalar it is the scalar's start.
  ///
  /// - Complexity: O(log n).
  package func utf8(_ offset: Int, in unit: OffsetUnit) -> Int {
    if counts.isEmpty || unit == .utf8 { return min(max(offset, 0), text.count) }
    var low = 0
    var high = counts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if counts[middle].units(unit) <= offset { low = middle } else { high = middle }
    }
    var count = counts[low].units(unit)
    var index = low * Self.stride
    var start = index
    while index < text.count {
      if text[index] & 0xC0 != 0x80 {
        if count >= offset { return index }
        start = index
        count += unit == .utf16 && text[index] >= 0xF0 ? 2 : 1
      }
      if count > offset { return start }
      index += 1
    }
    return text.count
  }

  // MARK: Eight bytes a step

  private static let high: UInt64 = 0x8080_8080_8080_8080

  private static func isASCII(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index &+ 8 <= text.count {
      if text.loadUnaligned(fromByteOffset: index, as: UInt64.self) & high != 0 { return false }
      index &+= 8
    }
    return text[index...].allSatisfy { $0 < 0x80 }
  }

  private static func add(_ text: UnsafeRawBufferPointer, _ range: Range<Int>, to count: inout Count) {
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      // The shifts bring the lower bits of each byte to its highest place.
      let bytes = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count.scalars += 8 &- (bytes & ~(bytes &<< 1) & high).nonzeroBitCount
      count.pairs += (bytes & bytes &<< 1 & bytes &<< 2 & bytes &<< 3 & high).nonzeroBitCount
      index &+= 8
    }
    while index < range.upperBound {
      if text[index] & 0xC0 != 0x80 { count.scalars += 1 }
      if text[index] >= 0xF0 { count.pairs += 1 }
      index &+= 1
    }
  }
}
