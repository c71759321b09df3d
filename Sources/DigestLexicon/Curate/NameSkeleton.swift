internal import DigestText

/// What stays of a name in most romanisations: its consonants, by sound.
///
/// `Zhaparov` and `Japarov`, `Mirziyoev` and `Mirziyoyev`, `Qyzylorda` and `Kyzylorda` have one skeleton. For finding
/// candidates that a person decides on, not for linking.
package enum NameSkeleton {
  /// The skeleton of a name; empty where too little of it stays to tell names apart.
  ///
  /// - Complexity: O(n).
  package static func of(_ name: String) -> String {
    var folded: [UInt8] = []
    Array(name.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &folded) }
    var skeleton: [UInt8] = []
    for word in folded.split(whereSeparator: { !(0x61...0x7A ~= $0) && $0 != UInt8(ascii: "'") }) {
      append(Array(word), to: &skeleton)
    }
    return skeleton.count < 4 ? "" : String(decoding: skeleton, as: UTF8.self)
  }

  /// Letters of one sound, or of one letter without its mark (`Ševčenko`), the longer first.
  private static let sounds: [(written: [UInt8], sound: UInt8)] = [
    ("dzh", "j"), ("sch", "s"), ("tch", "k"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"), ("ch", "k"),
    ("ts", "k"), ("tz", "k"), ("ph", "v"), ("ck", "k"), ("dj", "j"), ("q", "k"), ("w", "v"), ("f", "v"), ("c", "k"),
    ("x", "k"),
  ].map { (Array($0.0.utf8), $0.1.utf8.first!) }

  private static func append(_ word: [UInt8], to skeleton: inout [UInt8]) {
    var index = 0
    while index < word.count {
      let rest = word[index...]
      var letter = word[index]
      var length = 1
      if let sound = sounds.first(where: { rest.starts(with: $0.written) }) {
        letter = sound.sound
        length = sound.written.count
      }
      let isVowel = "aeiouy'".utf8.contains(letter) || letter == UInt8(ascii: "h") && index > 0 && length == 1
      if isVowel {
        if index == 0, letter != UInt8(ascii: "y"), letter != UInt8(ascii: "'") { skeleton.append(UInt8(ascii: "a")) }
      } else if skeleton.last != letter || index == 0 {
        skeleton.append(letter)
      }
      index += length
    }
  }
}
