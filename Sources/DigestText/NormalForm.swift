internal import CDigestICU

/// Whether valid UTF-8 is in Unicode's normal form C.
///
/// - Complexity: O(n); ASCII needs no ICU.
package func isNormalFormC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = bytes.baseAddress, bytes.contains(where: { $0 >= 0x80 }) else { return true }
  return dg_is_nfc(base, Int32(clamping: bytes.count)) != 0
}
