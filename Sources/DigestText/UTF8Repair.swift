/// Bytes that are valid UTF-8, and how many broken parts were replaced to make them so.
package struct RepairedText: Sendable {
  package var bytes: [UInt8]
  package var replacements: Int

  /// Replaces each maximal broken part by U+FFFD (Unicode 3.9, "substitution of maximal subparts").
  ///
  /// - Complexity: O(n); valid input is only read once.
  package init(_ input: [UInt8]) {
    if input.withUnsafeBufferPointer(Self.isValid) {
      bytes = input
      replacements = 0
      return
    }
    bytes = []
    bytes.reserveCapacity(input.count)
    replacements = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var source = input.makeIterator()
    parsing: while true {
      switch decoder.parseScalar(from: &source) {
      case .valid(let scalar): bytes.append(contentsOf: scalar)
      case .error:
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replacements += 1
      case .emptyInput: break parsing
      }
    }
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
