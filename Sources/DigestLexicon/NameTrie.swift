internal import DigestText

/// One way of naming one row.
package struct NameEntry: Sendable, Hashable {
  package var table: TableKind
  package var row: UInt32
  package var form: NameForm
  /// Whether the name needs context: it is also a common word, or another thing's name.
  package var isWeak: Bool
  /// For entries of word tables: the class.
  package var wordClass: WordClass?
  /// The entry of a country's name that was found otherwise than by a match.
  package init(country row: Int, form: NameForm) {
    self.init(
      table: .countries, row: UInt32(row), form: form, isWeak: false, wordClass: nil, capitals: 0, allCaps: 0)
  }

  init(
    table: TableKind, row: UInt32, form: NameForm, isWeak: Bool, wordClass: WordClass?, capitals: UInt32,
    allCaps: UInt32
  ) {
    self.table = table
    self.row = row
    self.form = form
    self.isWeak = isWeak
    self.wordClass = wordClass
    self.capitals = capitals
    self.allCaps = allCaps
  }

  /// Bit i: token i must have a capital.
  var capitals: UInt32
  /// Bit i: token i must be in capitals throughout.
  var allCaps: UInt32
}

/// All names as paths of words. Immutable once built; a step is one probe of an open-addressing table.
struct NameTrie: Sendable {
  /// Key: state << 32 | word; 0 = free.
  private var keys: [UInt64] = []
  private var targets: [UInt32] = []
  /// By word: the state behind the root, 0 = none.
  private var roots: [UInt32] = []
  /// By state: the range of its entries.
  private var terminals: [UInt32] = []
  private(set) var entries: [NameEntry] = []

  /// The state behind the first word; 0 = no name starts with it.
  @inline(__always) func root(_ word: Word) -> UInt32 { Int(word) < roots.count ? roots[Int(word)] : 0 }

  /// The next state; 0 = no name goes on with this word.
  @inline(__always) func step(_ state: UInt32, _ word: Word) -> UInt32 {
    if word == 0 { return 0 }
    let key = UInt64(state) << 32 | UInt64(word)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The entries whose name ends in this state.
  @inline(__always) func entryRange(_ state: UInt32) -> Range<Int> {
    Int(terminals[Int(state)])..<Int(terminals[Int(state) + 1])
  }

  private static func hash(_ key: UInt64) -> UInt64 {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// Collects names and makes the trie of them.
  struct Builder {
    private var steps: [UInt64: UInt32] = [:]
    private var roots: [UInt32] = []
    private var stateCount: UInt32 = 1
    private var names: [(state: UInt32, entry: NameEntry)] = []

    mutating func insert(_ words: [Word], _ entry: NameEntry) {
      var state: UInt32 = 0
      for word in words {
        if state == 0 {
          while roots.count <= Int(word) { roots.append(contentsOf: repeatElement(0, count: max(1024, roots.count))) }
          if roots[Int(word)] == 0 {
            roots[Int(word)] = stateCount
            stateCount += 1
          }
          state = roots[Int(word)]
        } else {
          let key = UInt64(state) << 32 | UInt64(word)
          if let next = steps[key] {
            state = next
          } else {
            steps[key] = stateCount
            state = stateCount
            stateCount += 1
          }
        }
      }
      names.append((state, entry))
    }

    func build() -> NameTrie {
      var trie = NameTrie()
      trie.roots = roots
      var capacity = 64
      while capacity < steps.count * 2 { capacity *= 2 }
      trie.keys = Array(repeating: 0, count: capacity)
      trie.targets = Array(repeating: 0, count: capacity)
      for (key, target) in steps {
        var slot = Int(truncatingIfNeeded: NameTrie.hash(key)) & (capacity - 1)
        while trie.keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
        trie.keys[slot] = key
        trie.targets[slot] = target
      }
      trie.terminals = Array(repeating: 0, count: Int(stateCount) + 2)
      for name in names { trie.terminals[Int(name.state) + 1] += 1 }
      for state in 1..<trie.terminals.count { trie.terminals[state] += trie.terminals[state - 1] }
      var next = trie.terminals
      if let first = names.first {
        trie.entries = Array(repeating: first.entry, count: names.count)
        for name in names {
          trie.entries[Int(next[Int(name.state)])] = name.entry
          next[Int(name.state)] += 1
        }
      }
      return trie
    }
  }
}
