package import DigestText

/// A person's full name by the sound of its words, and the row of `people.tsv` that has it.
///
/// Sixteen bytes, laid out as in a compiled lexicon, which holds them by key, then row.
struct PersonKey: Sendable, Hashable {
  let key: NameKey
  let row: UInt32
  private let padding: UInt32

  init(key: NameKey, row: Int) {
    self.key = key
    self.row = UInt32(row)
    padding = 0
  }

  /// The keys of all names and aliases of more than one word that need no context.
  ///
  /// - Complexity: O(n log n).
  static func all(of people: SourceTable) -> [PersonKey] {
    let columns = ["name", "aliases"].compactMap(people.column)
    var keys: Set<PersonKey> = []
    people.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<people.rowCount {
        for column in columns {
          for name in bytes[people.range(row, column)].split(separator: UInt8(ascii: "|"))
          where name.first != UInt8(ascii: "~") {
            let key = NameKeys.key(ofName: UnsafeBufferPointer(rebasing: name))
            if key != 0 { keys.insert(PersonKey(key: key, row: row)) }
          }
        }
      }
    }
    return keys.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
  }
}

extension Lexicon {
  /// The rows of `people.tsv` that have a full name which sounds like this, ascending.
  ///
  /// - Complexity: O(log(names)).
  package func people(named key: NameKey) -> [Int] {
    withExtendedLifetime(image.storage) {
      let keys = image.personKeys
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle].key < key { low = middle + 1 } else { high = middle }
      }
      return keys[low...].prefix { $0.key == key }.map { Int($0.row) }
    }
  }

  /// The one name of one word that a country's row gives, or its demonym, where it needs no context.
  package func country(word: Word) -> NameEntry? {
    withExtendedLifetime(image.storage) {
      let trie = image.trie
      return trie.entryRange(image.root(word)).lazy.map { trie.entries[$0] }.first { entry in
        entry.table == .countries && !entry.isWeak
          && (entry.form == .demonym
            || entry.form == .name && self.word(table(.countries).cell(Int(entry.row), "name")) == word)
      }
    }
  }
}
