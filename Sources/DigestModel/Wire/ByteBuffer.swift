/// Bytes that grow at their end.
///
/// What an array does, without asking at each byte whether it is shared. All that is below `count` has been written.
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Makes an empty buffer with room for some bytes.
  init(capacity: Int = 1024) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// A copy of the bytes.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Makes room for `extra` more bytes.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity &- count < extra { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  /// Appends text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal value: Int) {
    // 19 digits and a sign.
    reserve(20)
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var length = 1
    var limit: UInt = 10
    while length < 19, rest >= limit {
      length += 1
      limit &*= 10
    }
    var place = count + length
    repeat {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    count += length
  }

  /// Appends the bytes before the first that JSON may want escaped, and tells how many there are.
  mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let source = text.baseAddress else { return 0 }
    // Eight bytes are stored at a time.
    reserve(text.count &+ 8)
    let target = UnsafeMutableRawPointer(base + count)
    var done = 0
    while done &+ 8 <= text.count {
      let eight = UInt64(
        littleEndian: UnsafeRawPointer(source).loadUnaligned(fromByteOffset: done, as: UInt64.self))
      target.storeBytes(of: eight.littleEndian, toByteOffset: done, as: UInt64.self)
      let special = Self.special(eight)
      if special != 0 {
        done &+= special.trailingZeroBitCount >> 3
        count &+= done
        return done
      }
      done &+= 8
    }
    while done < text.count, Self.special(UInt64(source[done])) & 0x80 == 0 {
      target.storeBytes(of: source[done], toByteOffset: done, as: UInt8.self)
      done &+= 1
    }
    count &+= done
    return done
  }

  /// The high bit of each byte that may need an escape: controls, quotes, backslashes, DEL, and the first bytes 0xC2
  /// and 0xE2. Exact up to the first such byte; those behind it may be marked in error.
  @inline(__always)
  private static func special(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    func equal(_ byte: UInt64) -> UInt64 {
      let rest = bytes ^ byte &* ones
      return (rest &- ones) & ~rest
    }
    let controls = (bytes &- 0x20 &* ones) & ~bytes
    return (controls | equal(0x22) | equal(0x5C) | equal(0x7F) | equal(0xC2) | equal(0xE2)) & high
  }
}
