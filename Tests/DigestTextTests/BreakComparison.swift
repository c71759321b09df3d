internal import DigestText
internal import Testing

/// Compares the ways to boundaries on many strings, and counts which of them served.
final class BreakComparison {
  private let kind: Breaker.Kind
  private let icu: FastBreaker
  private let others: [FastBreaker]
  /// How many strings were compared, and how many of them each way served itself.
  private(set) var compared = 0
  private(set) var served: [FastBreaker.Method: Int] = [:]
  private(set) var differing: [String] = []

  init(_ kind: Breaker.Kind) {
    self.kind = kind
    icu = FastBreaker(kind, method: .icu)
    others = [FastBreaker(kind, method: .portable), FastBreaker(kind, method: .best)]
  }

  /// Breaks the text each way.
  func compare(_ bytes: [UInt8]) {
    compared += 1
    bytes.withUnsafeBufferPointer { text in
      let expected = icu.boundaries(of: text)
      for other in others {
        let found = other.boundaries(of: text)
        if other.lastMethod == .icu { continue }
        served[other.lastMethod, default: 0] += 1
        if !found.elementsEqual(expected), differing.count < 10 {
          differing.append("\(kind) \(other.lastMethod) \(bytes): \(Array(found)), ICU has \(Array(expected))")
        }
      }
    }
  }

  func compare(_ text: String) { compare(Array(text.utf8)) }
}

extension Breaker.Kind {
  static let all: [Breaker.Kind] = [.word, .sentence]
}

/// Numbers that look random and are the same in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
