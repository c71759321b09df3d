internal import DigestText

/// All names as paths of words: a view of a compiled lexicon.
///
/// States are numbered breadth first, so the states behind one state stand side by side, by word; state 0 is none.
struct NameTrie {
  /// Where a state's successors and entries start; they end where the next state's start.
  struct State {
    let firstChild: UInt32
    let firstEntry: UInt32
  }

  /// One more than there are states, state 0 included.
  let states: UnsafeBufferPointer<State>
  /// By state: the word that leads to it.
  let words: UnsafeBufferPointer<UInt32>
  let entries: UnsafeBufferPointer<NameEntry>

  /// The next state; 0 = no name goes on with this word.
  ///
  /// - Complexity: O(log(words that may follow)).
  @inline(__always) func step(_ state: UInt32, _ word: Word) -> UInt32 {
    var low = Int(states[Int(state)].firstChild)
    var high = Int(states[Int(state) &+ 1].firstChild)
    while high &- low > 8 {
      let middle = (low &+ high) >> 1
      if words[middle] <= word { low = middle } else { high = middle }
    }
    while low < high {
      if words[low] == word { return UInt32(truncatingIfNeeded: low) }
      low &+= 1
    }
    return 0
  }

  /// The entries whose name ends in this state.
  @inline(__always) func entryRange(_ state: UInt32) -> Range<Int> {
    Int(states[Int(state)].firstEntry)..<Int(states[Int(state) &+ 1].firstEntry)
  }
}
