internal import CDigestICU

/// Folds words for matching: lower case, marks dropped, apostrophes, quotes and dashes in one style each.
///
/// The text itself is never altered; what is folded is only the key under which a word is looked up.
package struct Folding: @unchecked Sendable {
  /// The fold of each code point below 0x2000: two UTF-16 units packed in 32 bits, 0 = unchanged.
  ///
  /// Written once and kept for good, so that no task counts who holds it.
  private let table: UnsafePointer<UInt32>

  /// The one table that all folding uses.
  package static let shared = Folding()

  private init() {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 0x2000)
    table.initialize(repeating: 0, count: 0x2000)
    for index in 0..<dg_folding_count {
      let row = dg_folding_row(index)
      table[Int(row[0])] = row[1] | row[2] << 16
    }
    self.table = UnsafePointer(table)
  }

  /// Appends the fold of `word` to `key`.
  ///
  /// - Complexity: O(n), no allocation but for the growth of `key`.
  package func append(_ word: UnsafeBufferPointer<UInt8>, to key: inout [UInt8], droppingStops: Bool = false) {
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        index += 1
        if droppingStops && byte == UInt8(ascii: ".") { continue }
        if byte == UInt8(ascii: "`") {
          key.append(UInt8(ascii: "'"))
        } else {
          key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        continue
      }
      let (scalar, length) = decodeScalar(word, at: index)
      appendFolded(scalar, original: word[index..<(index + length)], to: &key)
      index += length
    }
  }

  private func appendFolded(_ scalar: UInt32, original: Slice<UnsafeBufferPointer<UInt8>>, to key: inout [UInt8]) {
    if scalar < 0x2000 {
      let folded = table[Int(scalar)]
      if folded != 0 {
        appendUTF8(folded & 0xFFFF, to: &key)
        if folded >> 16 != 0 { appendUTF8(folded >> 16, to: &key) }
        return
      }
    }
    switch scalar {
    case 0x00AD, 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFEFF: break
    case 0x00B4, 0x02B9, 0x02BB...0x02BD, 0x02C8, 0x2018...0x201B, 0x2032: key.append(UInt8(ascii: "'"))
    case 0x00AB, 0x00BB, 0x201C...0x201F, 0x2033: key.append(UInt8(ascii: "\""))
    case 0x2010...0x2013, 0x2212: key.append(UInt8(ascii: "-"))
    default: key.append(contentsOf: original)
    }
  }
}

/// Decodes the scalar that starts at `index` of valid UTF-8.
@inlinable
package func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (first, 1) }
  let second = UInt32(bytes[index + 1] & 0x3F)
  if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
  let third = UInt32(bytes[index + 2] & 0x3F)
  if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
  return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
}

private func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80: bytes.append(UInt8(scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
