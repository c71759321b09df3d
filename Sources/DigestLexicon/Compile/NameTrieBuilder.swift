internal import DigestText

/// Collects names and makes the trie of them; what comes out depends on the order of the names and on nothing else.
struct NameTrieBuilder {
  /// What a ``NameTrie`` views.
  struct Layout {
    var roots: [UInt32]
    var states: [NameTrie.State] = []
    var words: [UInt32]
    var entries: [NameEntry]
  }

  /// By state in the order of their making; state 0 is the root.
  private var parents: [UInt32] = [0]
  private var words: [UInt32] = [0]
  /// Open addressing over (parent, word): states, 0 = free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var names: [(state: UInt32, entry: NameEntry)] = []

  /// Adds a name of one or more words.
  mutating func insert(_ name: some Sequence<Word>, _ entry: NameEntry) { insert(entry, at: state(of: name)) }

  /// Adds a name that ends in a state.
  mutating func insert(_ entry: NameEntry, at state: UInt32) { names.append((state, entry)) }

  /// The state in which a name ends, which is made where it is new.
  mutating func state(of name: some Sequence<Word>) -> UInt32 {
    name.reduce(0) { successor(of: $0, $1) }
  }

  /// By state: whether a name of a thing ends there.
  var isNameListed: [Bool] {
    var isListed = [Bool](repeating: false, count: parents.count)
    for name in names where name.entry.table.layer == .names { isListed[Int(name.state)] = true }
    return isListed
  }

  private mutating func successor(of parent: UInt32, _ word: Word) -> UInt32 {
    var slot = Self.hash(parent, word) & (slots.count - 1)
    while slots[slot] != 0 {
      let state = Int(slots[slot])
      if parents[state] == parent, words[state] == word { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let state = UInt32(parents.count)
    slots[slot] = state
    parents.append(parent)
    words.append(word)
    if parents.count * 2 > slots.count { grow() }
    return state
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for state in 1..<parents.count {
      var slot = Self.hash(parents[state], words[state]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(state)
    }
  }

  private static func hash(_ parent: UInt32, _ word: Word) -> Int {
    let product = (UInt64(parent) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> 32)
  }

  // MARK: Layout

  /// Numbers the states breadth first and lays them out.
  func layout(wordCount: Int) -> Layout {
    let byWord = Self.grouped(Array(1..<UInt32(max(1, parents.count))), groups: wordCount) { words[Int($0)] }
    let children = Self.grouped(byWord.members, groups: parents.count) { parents[Int($0)] }
    var order: [UInt32] = [0]
    var firstChild: [UInt32] = []
    while firstChild.count < order.count {
      let state = Int(order[firstChild.count])
      firstChild.append(UInt32(order.count))
      order.append(contentsOf: children.members[Int(children.starts[state])..<Int(children.starts[state + 1])])
    }
    firstChild.append(UInt32(order.count))
    return layout(order, firstChild, wordCount)
  }

  private func layout(_ order: [UInt32], _ firstChild: [UInt32], _ wordCount: Int) -> Layout {
    var number = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { number[Int(old)] = UInt32(new) }
    var roots = [UInt32](repeating: 0, count: wordCount)
    // Of the root's own range nobody asks, so that state 0 has neither successors nor entries.
    for state in 1..<max(1, Int(firstChild[1])) { roots[Int(words[Int(order[state])])] = UInt32(state) }
    let grouped = Self.grouped(Array(0..<UInt32(names.count)), groups: order.count) {
      number[Int(names[Int($0)].state)]
    }
    var layout = Layout(
      roots: roots, words: order.map { words[Int($0)] }, entries: grouped.members.map { names[Int($0)].entry })
    layout.states = (0...order.count).map { state in
      NameTrie.State(firstChild: state == 0 ? firstChild[1] : firstChild[state], firstEntry: grouped.starts[state])
    }
    return layout
  }

  /// Sorts by group, keeping the order within a group; group `g` is `members[starts[g]..<starts[g + 1]]`.
  private static func grouped(
    _ items: [UInt32], groups: Int, by group: (UInt32) -> UInt32
  ) -> (members: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: groups + 1)
    for item in items { starts[Int(group(item)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var members = [UInt32](repeating: 0, count: items.count)
    for item in items {
      let group = Int(group(item))
      members[Int(next[group])] = item
      next[group] += 1
    }
    return (members, starts)
  }
}
