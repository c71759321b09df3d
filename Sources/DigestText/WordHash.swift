/// The hash of a folded word, eight bytes a step: no seed, the same on every machine.
package enum WordHash {
  /// The hash before the first eight bytes of a word of this length.
  @inline(__always)
  static func start(_ length: Int) -> UInt64 { UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15 }

  /// Adds the next eight bytes, the first the lowest; those behind the word's end are 0.
  @inline(__always)
  static func add(_ bytes: UInt64, to hash: UInt64) -> UInt64 {
    let product = (hash ^ bytes).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// The hash of a word: of its bytes in eights, the last filled up with 0.
  package static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(word)
    var hash = start(word.count)
    var index = 0
    while index &+ 8 <= word.count {
      hash = add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)), to: hash)
      index &+= 8
    }
    guard index < word.count else { return hash }
    var last: UInt64 = 0
    for place in (index..<word.count).reversed() { last = last << 8 | UInt64(word[place]) }
    return add(last, to: hash)
  }

  /// Whether two words of `count` bytes are the same.
  @inline(__always)
  package static func equal(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, count: Int) -> Bool {
    let one = UnsafeRawPointer(one)
    let other = UnsafeRawPointer(other)
    func differ<Bits: FixedWidthInteger & BitwiseCopyable>(_ index: Int, _: Bits.Type) -> Bool {
      one.loadUnaligned(fromByteOffset: index, as: Bits.self)
        != other.loadUnaligned(fromByteOffset: index, as: Bits.self)
    }
    if count >= 8 {
      var index = 0
      while index < count &- 8 {
        if differ(index, UInt64.self) { return false }
        index &+= 8
      }
      // The last eight overlap those before, and end with the word.
      return !differ(count &- 8, UInt64.self)
    }
    if count >= 4 { return !differ(0, UInt32.self) && !differ(count &- 4, UInt32.self) }
    for index in 0..<count where differ(index, UInt8.self) { return false }
    return true
  }
}
