internal import Testing

@testable internal import DigestText

/// The fast paths of shape and fold against the plain ones.
@Suite struct TokenShapeTests {
  @Test func letterCasesAreTheStandardLibrarys() {
    let differing = (0..<UInt32(0x3000)).filter { LetterCase.of($0) != LetterCase.asked($0) }
    #expect(differing == [])
  }

  @Test func wordBytesGiveShapeFoldAndHash() {
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: WordBytes.capacity, alignment: 8)
    defer { scratch.deallocate() }
    var random = SeededGenerator(3)
    var taken = 0
    for turn in 0..<20_000 {
      var bytes = Self.word(turn, &random)
      let count = bytes.count
      // What stands behind the word must not matter.
      for _ in 0..<7 { bytes.append(.random(in: 0...255, using: &random)) }
      bytes.withUnsafeBufferPointer { bytes in
        let text = UnsafeBufferPointer(rebasing: bytes[..<count])
        guard let word = WordBytes(bytes.baseAddress!, length: count, scratch: scratch) else { return }
        taken += 1
        var key: [UInt8] = []
        Folding.shared.append(text, to: &key)
        #expect(word.shape == TokenShape(of: text))
        #expect(UnsafeRawBufferPointer(start: scratch, count: count).elementsEqual(key))
        #expect(word.hash == key.withUnsafeBufferPointer(WordHash.of))
      }
    }
    #expect(taken > 10_000)
  }

  @Test func wordBytesLeaveOthersAlone() {
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: WordBytes.capacity, alignment: 8)
    defer { scratch.deallocate() }
    for text in [
      "Oman's", "13.5mn", "2nd", "U.S", "a1", "É", "5é", "_", "`", "@home", "x_y", String(repeating: "a", count: 65),
    ] {
      let bytes = Array(text.utf8) + Array(repeating: 0, count: 7)
      #expect(WordBytes(bytes, length: text.utf8.count, scratch: scratch) == nil, "\(text)")
    }
  }

  /// Letters, or a number, of 1 to 64 bytes; now and then with another character in it.
  private static func word(_ turn: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let letters = Array("abcxyzABCXYZ".utf8)
    let digits = Array("0123456789.,'".utf8)
    let count = Int.random(in: 1...(turn % 3 == 0 ? 64 : 17), using: &random)
    var bytes = (0..<count).map { _ in (turn % 4 == 0 ? digits : letters).randomElement(using: &random)! }
    if turn % 4 == 0 { bytes[0] = .random(in: 0x30...0x39, using: &random) }
    if turn % 5 == 0 { bytes[.random(in: 0..<count, using: &random)] = .random(in: 0...127, using: &random) }
    return bytes
  }
}
