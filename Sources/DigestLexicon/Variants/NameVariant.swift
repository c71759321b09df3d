package import DigestText

/// Another spelling under which a lexicon finds a row, though no table lists it.
package struct NameVariant: Sendable, Hashable {
  /// As a text would have it.
  package var spelling: String
  /// The listed name of which it is a spelling.
  package var name: String
  /// The ids of the rules in `variants.tsv` that lead from the one to the other.
  package var rules: [String]
  /// Its words, as the lexicon numbers them.
  package var words: [Word]
}

extension Lexicon {
  /// The other spellings of all names of a row that the compiler has added; those that it left out, because something
  /// else has that name, are not among them.
  ///
  /// Works them out again by the rules: for curators, not for the hot path.
  /// - Complexity: O(size of `variants.tsv`).
  package func variants(of kind: TableKind, row: Int) -> [NameVariant] {
    var finder = VariantFinder(self)
    return finder.variants(of: kind, row)
  }

  /// How the words of a text spell a name of an entry's row; nil where a table lists it as it is spelled.
  package func variant(_ entry: NameEntry, words: [Word]) -> NameVariant? {
    guard entry.isVariant else { return nil }
    return variants(of: entry.table, row: Int(entry.row)).first { $0.words == words }
  }
}

/// Works out which other spellings of a row's names a lexicon has.
package struct VariantFinder {
  private let lexicon: Lexicon
  private var speller: NameSpeller
  private let segmenter: Segmenter

  /// Reads the rules of a lexicon.
  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    speller = NameSpeller(lexicon.table(.variants).source.map { VariantTable($0).rules } ?? [])
    segmenter = Segmenter(words: lexicon.segmentation)
  }

  /// See ``Lexicon/variants(of:row:)``.
  package mutating func variants(of kind: TableKind, _ row: Int) -> [NameVariant] {
    guard kind.hasVariants else { return [] }
    let table = lexicon.table(kind)
    let country = VariantRule.country(table.cell(row, "country").utf8)
    var found: [NameVariant] = []
    for column in kind.nameColumns {
      for name in table.list(row, column.column) {
        add(name.hasPrefix("~") ? String(name.dropFirst()) : name, kind, row, country, &found)
      }
    }
    return found
  }

  private mutating func add(
    _ name: String, _ kind: TableKind, _ row: Int, _ country: UInt16, _ found: inout [NameVariant]
  ) {
    let cut = SpelledName(name, segmenter)
    for spelling in speller.spellings(cut.lower, kind, country: country) {
      let text = cut.text(spelling)
      let rules = spelling.rules.map { speller.rules[$0].id }
      for text in [text, text.replacing("-", with: " ")] {
        let words = segmenter.segment(Array(text.utf8)).tokens.map(\.word)
        if lexicon.hasVariant(words, kind, row), !found.contains(where: { $0.words == words }) {
          found.append(NameVariant(spelling: text, name: name, rules: rules, words: words))
        }
      }
    }
  }
}

/// A name as it was cut, which can be written again with other letters.
private struct SpelledName {
  private let bytes: [UInt8]
  private let tokens: [Token]
  /// Its words in lower case.
  let lower: [[UInt8]]

  init(_ name: String, _ segmenter: Segmenter) {
    let bytes = Array(name.utf8)
    var tokens: [Token] = []
    bytes.withUnsafeBufferPointer { segmenter.tokens(ofName: $0, into: &tokens) }
    lower = tokens.map { NameSpeller.lowercased(bytes[$0.bytes]) }
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Another spelling, with the capitals and the spaces of the name.
  func text(_ spelling: NameSpeller.Spelling) -> String {
    var text = ""
    for piece in spelling.pieces {
      let token = tokens[piece.index]
      if piece.index > 0 {
        text += String(decoding: bytes[Int(tokens[piece.index - 1].end)..<Int(token.start)], as: UTF8.self)
      }
      switch piece {
      case .same: text += String(decoding: bytes[token.bytes], as: UTF8.self)
      case .respelled(_, let letters):
        let word = String(decoding: letters, as: UTF8.self)
        let isCapital = token.shape.contains(.capitalized) || token.shape.contains(.allCaps)
        text += isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word
      }
    }
    return text
  }
}

extension Lexicon {
  /// Whether words lead to a variant of a row's name.
  fileprivate func hasVariant(_ words: [Word], _ kind: TableKind, _ row: Int) -> Bool {
    withExtendedLifetime(image.storage) {
      guard let first = words.first else { return false }
      let trie = image.trie
      var state = image.root(first)
      for word in words.dropFirst() where state != 0 { state = trie.step(state, word) }
      return state != 0
        && trie.entryRange(state).contains { at in
          let entry = trie.entries[at]
          return entry.isVariant && entry.table == kind && Int(entry.row) == row
        }
    }
  }
}
