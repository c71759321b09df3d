package import DigestText

/// A name of the lexicon found in a text, before any decision: all rows that it may name.
public struct Match: Sendable, Hashable {
  /// Its tokens.
  public var tokens: Range<Int>
  /// Which entries of ``Matches/entries`` it may be.
  public var entries: Range<Int>
}

/// The raw matches of a text: at each token and in each layer the longest name that starts there, also where it
/// starts inside another, since the outer one may yet be rejected.
public struct Matches: Sendable {
  /// Names of things.
  public var names: [Match] = []
  /// Positions and titles.
  public var titles: [Match] = []
  /// Everything else of more than one word.
  public var terms: [Match] = []
  /// The entries to which the matches refer.
  public var entries: [NameEntry] = []

  /// The entries of a match.
  @inlinable public func entries(of match: Match) -> ArraySlice<NameEntry> { entries[match.entries] }
}

extension Lexicon {
  /// Finds names: the longest at each token, within a sentence, with the case that each name asks for.
  ///
  /// - Complexity: O(n · longest name); two table probes for most tokens.
  package func matches(in text: SegmentedText) -> Matches {
    var matches = Matches()
    withExtendedLifetime(image.storage) {
      let trie = image.trie
      for sentence in text.sentences {
        for start in sentence {
          let state = image.root(text.tokens[start].word)
          if state != 0 { match(trie, text, from: start, to: sentence.upperBound, state: state, into: &matches) }
        }
      }
    }
    return matches
  }

  /// The longest name that starts at a token and ends before `limit`, inside a longer one.
  package func name(in text: SegmentedText, from start: Int, to limit: Int) -> (end: Int, entries: [NameEntry])? {
    guard start < limit else { return nil }
    return withExtendedLifetime(image.storage) {
      let state = image.root(text.tokens[start].word)
      if state == 0 { return nil }
      var matches = Matches()
      match(image.trie, text, from: start, to: limit, state: state, into: &matches)
      return matches.names.first.map { ($0.tokens.upperBound, Array(matches.entries(of: $0))) }
    }
  }

  private func match(
    _ trie: NameTrie, _ text: SegmentedText, from start: Int, to limit: Int, state first: UInt32,
    into matches: inout Matches
  ) {
    var state = first
    var capitals: UInt32 = 0
    var allCaps: UInt32 = 0
    var best: (names: (Int, UInt32)?, titles: (Int, UInt32)?, terms: (Int, UInt32)?) = (nil, nil, nil)
    var index = start
    while true {
      let bit: UInt32 = 1 << UInt32(min(index - start, 31))
      let shape = text.tokens[index].shape
      if shape.contains(.capitalized) { capitals |= bit }
      if shape.contains(.allCaps) || shape.contains(.capitalized) && shape.contains(.single) { allCaps |= bit }
      index += 1
      for at in trie.entryRange(state) where trie.entries[at].accepts(capitals: capitals, allCaps: allCaps) {
        switch trie.entries[at].table.layer {
        case .names: best.names = (index, state)
        case .titles: best.titles = (index, state)
        case .terms: best.terms = (index, state)
        }
      }
      if index == limit { break }
      state = trie.step(state, text.tokens[index].word)
      if state == 0 { break }
    }
    if let found = best.names {
      matches.names.append(make(trie, .names, start, found, capitals, allCaps, &matches.entries))
    }
    if let found = best.titles {
      matches.titles.append(make(trie, .titles, start, found, capitals, allCaps, &matches.entries))
    }
    if let found = best.terms {
      matches.terms.append(make(trie, .terms, start, found, capitals, allCaps, &matches.entries))
    }
  }

  private func make(
    _ trie: NameTrie, _ layer: MatchLayer, _ start: Int, _ found: (end: Int, state: UInt32), _ capitals: UInt32,
    _ allCaps: UInt32, _ entries: inout [NameEntry]
  ) -> Match {
    let first = entries.count
    for at in trie.entryRange(found.state) {
      let entry = trie.entries[at]
      if entry.table.layer == layer, entry.accepts(capitals: capitals, allCaps: allCaps) { entries.append(entry) }
    }
    return Match(tokens: start..<found.end, entries: first..<entries.count)
  }
}
