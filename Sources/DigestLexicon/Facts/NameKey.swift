internal import DigestText

/// A hash of a name's word in which spelling variants coincide: marks, letter case, Q and K, ZH and J, IY and Y,
/// doubled letters. 0 = no letters.
package typealias NameKey = UInt64

/// Makes ``NameKey`` values.
package enum NameKeys {
  /// The key of one word.
  ///
  /// - Complexity: O(length of the word).
  package static func key(_ bytes: ArraySlice<UInt8>) -> NameKey { bytes.withUnsafeBufferPointer(wordKey) }

  private static func wordKey(_ bytes: UnsafeBufferPointer<UInt8>) -> NameKey {
    var folded: [UInt8] = []
    Folding.shared.append(bytes, to: &folded)
    return key(folded: folded)
  }

  /// The key of a whole name: of its words, in order; 0 where it is one word.
  ///
  /// - Complexity: O(length of the name).
  package static func key(ofName name: UnsafeBufferPointer<UInt8>) -> NameKey {
    let words = name.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    return words.count < 2 ? 0 : combine(words.map { wordKey(UnsafeBufferPointer(rebasing: $0)) })
  }

  /// The key of a whole name whose words have these keys.
  package static func combine(_ keys: [NameKey]) -> NameKey {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for key in keys where key != 0 { hash = (hash ^ key) &* 0xFF51_AFD7_ED55_8CCD }
    return hash
  }

  /// The key of a folded word.
  package static func key(folded: [UInt8]) -> NameKey {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var last: UInt8 = 0
    var count = 0
    var index = 0
    while index < folded.count {
      let (letter, length) = letter(folded, at: index)
      index += length
      guard letter != 0, letter != last else { continue }
      last = letter
      count += 1
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
    }
    return count == 0 ? 0 : hash
  }

  /// The sound of the letter or letters at `index`; 0 = none.
  private static func letter(_ word: [UInt8], at index: Int) -> (UInt8, Int) {
    let byte = word[index]
    let next = index + 1 < word.count ? word[index + 1] : 0
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."): return (0, 1)
    case UInt8(ascii: "q"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "z") where next == UInt8(ascii: "h"): return (UInt8(ascii: "j"), 2)
    case UInt8(ascii: "d") where next == UInt8(ascii: "j"): return (UInt8(ascii: "j"), 2)
    case UInt8(ascii: "i") where next == UInt8(ascii: "y"): return (UInt8(ascii: "i"), 2)
    case UInt8(ascii: "y") where next == UInt8(ascii: "i"): return (UInt8(ascii: "i"), 2)
    case UInt8(ascii: "a") where next == UInt8(ascii: "e") && index + 2 < word.count:
      return (UInt8(ascii: "a"), 1)
    case UInt8(ascii: "y") where index > 0 && isVowel(word[index - 1]) && isVowel(next): return (0, 1)
    case UInt8(ascii: "y"): return (UInt8(ascii: "i"), 1)
    default: return (byte, 1)
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
