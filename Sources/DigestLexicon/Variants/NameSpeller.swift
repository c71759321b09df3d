internal import DigestText

/// Spells names in other ways, by rules: each rule by itself wherever it holds in the name, then two at a time.
///
/// A transliteration is used consistently within a name, so a rule changes all the places at which it holds.
struct NameSpeller {
  /// A name gets no more other spellings than this.
  static let limit = 16

  /// A word of a name: as it was cut, or spelled in another way.
  enum Piece: Hashable {
    case same(Int)
    /// The word that was cut there, or that and what hyphens tie to it, in other letters.
    case respelled(Int, [UInt8])
  }

  /// Another spelling of a name.
  struct Spelling {
    var pieces: [Piece]
    /// Of ``NameSpeller/rules``, ascending.
    var rules: [Int]
  }

  let rules: [VariantRule]
  /// Rules about letters, by the first byte of these.
  private var byLetter = [[Int]](repeating: [], count: 256)
  private var byWord: [[UInt8]: [Int]] = [:]
  private let hyphenRules: [Int]
  /// By table and country: which rules hold.
  private var scopes: [UInt32: [Bool]] = [:]

  init(_ rules: [VariantRule]) {
    self.rules = rules
    hyphenRules = rules.indices.filter { rules[$0].isHyphen }
    for (index, rule) in rules.enumerated() where !rule.isHyphen {
      if rule.isWord {
        byWord[rule.from, default: []].append(index)
      } else if let first = rule.from.first {
        byLetter[Int(first)].append(index)
      }
    }
  }

  /// The other spellings of a name of one table and country, cut into words, which are in lower case; a hyphen is a
  /// word of its own.
  ///
  /// - Complexity: O(``limit`` · length of the name).
  mutating func spellings(_ words: [[UInt8]], _ table: TableKind, country: UInt16) -> [Spelling] {
    let scope = scope(table, country)
    let ofWords = words.map { rules(for: $0, scope) }
    let joins = words.contains([UInt8(ascii: "-")]) ? hyphenRules.filter { scope[$0] } : []
    let all = Set(ofWords.joined()).union(joins).sorted()
    var result: [Spelling] = []
    for one in all where result.count < Self.limit { add([one], words, ofWords, &result) }
    for (place, one) in all.enumerated() {
      for other in all[(place + 1)...] where result.count < Self.limit { add([one, other], words, ofWords, &result) }
    }
    return result
  }

  private mutating func scope(_ table: TableKind, _ country: UInt16) -> [Bool] {
    let key = UInt32(table.rawValue) << 16 | UInt32(country)
    if let scope = scopes[key] { return scope }
    let scope = rules.map { $0.holds(for: table, country: country) }
    scopes[key] = scope
    return scope
  }

  /// The rules that change a word.
  private func rules(for word: [UInt8], _ scope: [Bool]) -> [Int] {
    var found = byWord[word]?.filter { scope[$0] } ?? []
    word.withUnsafeBufferPointer { word in
      for index in word.indices {
        for rule in byLetter[Int(word[index])]
        where scope[rule] && !found.contains(rule) && rules[rule].stands(at: index, of: word) {
          found.append(rule)
        }
      }
    }
    return found
  }

  private func add(_ chosen: [Int], _ words: [[UInt8]], _ ofWords: [[Int]], _ result: inout [Spelling]) {
    var pieces: [Piece] = words.indices.map { index in
      let here = chosen.filter(ofWords[index].contains)
      return here.isEmpty ? .same(index) : .respelled(index, respell(words[index], here))
    }
    if chosen.contains(where: { rules[$0].isHyphen }) { pieces = joined(pieces, words) }
    if result.contains(where: { $0.pieces == pieces }) { return }
    result.append(Spelling(pieces: pieces, rules: chosen))
  }

  private func respell(_ word: [UInt8], _ chosen: [Int]) -> [UInt8] {
    if let whole = chosen.first(where: { rules[$0].isWord }) { return rules[whole].to }
    return word.withUnsafeBufferPointer { word in
      var spelled: [UInt8] = []
      var index = 0
      while index < word.count {
        if let rule = chosen.first(where: { rules[$0].stands(at: index, of: word) }) {
          spelled += rules[rule].to
          index += rules[rule].from.count
        } else {
          spelled.append(word[index])
          index += 1
        }
      }
      return spelled
    }
  }

  /// Makes one word of words with a hyphen between them.
  private func joined(_ pieces: [Piece], _ words: [[UInt8]]) -> [Piece] {
    var result: [Piece] = []
    var index = 0
    while index < pieces.count {
      guard words[index] == [UInt8(ascii: "-")], index > 0, index + 1 < pieces.count, let last = result.popLast() else {
        result.append(pieces[index])
        index += 1
        continue
      }
      result.append(.respelled(last.index, last.bytes(words) + pieces[index + 1].bytes(words)))
      index += 2
    }
    return result
  }

  /// The key under which a word in lower case is looked up.
  static func folded(_ word: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    word.withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
    return key
  }

  /// A word as the rules see it: lower case, marks kept, apostrophes in one style.
  static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } }
    var result: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
      switch scalar.value {
      case 0x60, 0xB4, 0x2B9...0x2BC, 0x2018...0x201B, 0x2032: result.append(UInt8(ascii: "'"))
      default: result += String(scalar).utf8
      }
    }
    return result
  }
}

extension NameSpeller.Piece {
  /// The first of the words that were cut which it stands for.
  var index: Int {
    switch self {
    case .same(let index), .respelled(let index, _): index
    }
  }

  /// Its letters, where the name was cut into `words`.
  func bytes(_ words: [[UInt8]]) -> [UInt8] {
    switch self {
    case .same(let index): words[index]
    case .respelled(_, let bytes): bytes
    }
  }
}
