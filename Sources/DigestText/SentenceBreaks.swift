internal import CDigestICU

/// ICU's sentence boundaries by table: only terminators and line ends are looked at, and what stands round them.
struct SentenceBreaks {
  private typealias Class = SentenceBreakClass
  private let text: ClassedText
  private let nextCandidate: @convention(c) (UnsafePointer<UInt8>, Int, Int) -> Int

  /// `vector` chooses the fast search for terminators where this machine has one; what it finds is the same.
  init(_ text: ClassedText, vector: Bool = true) {
    self.text = text
    nextCandidate = vector ? dg_next_terminator : dg_next_terminator_portable
  }

  /// Writes the boundaries after 0, ascending; there must be room for as many as the text has bytes. Returns their
  /// number.
  ///
  /// - Complexity: O(n): each look ahead ends at the next terminator, where the search goes on.
  func write(to boundaries: UnsafeMutablePointer<Int32>) -> Int {
    var count = 0
    var last = 0
    var index = nextCandidate(text.base, 0, text.count)
    while index < text.count {
      let (kind, length) = text.sentence(at: index)
      let found = Self.isTerminator(kind) ? resolve(kind, at: index, length) : (next: index &+ length, boundary: 0)
      if found.boundary > 0 {
        last = found.boundary
        boundaries[count] = Int32(truncatingIfNeeded: last)
        count &+= 1
      }
      index = nextCandidate(text.base, found.next, text.count)
    }
    if last < text.count {
      boundaries[count] = Int32(truncatingIfNeeded: text.count)
      count &+= 1
    }
    return count
  }

  /// What the terminator at `index` does: the boundary that it makes, if any (else 0), and where to look on.
  private func resolve(_ kind: UInt8, at index: Int, _ length: Int) -> (next: Int, boundary: Int) {
    guard kind == Class.stop || kind == Class.terminator else { return lineEnd(kind, index &+ length) }
    var after = skip(Class.extend, from: index &+ length)
    if kind == Class.stop, joins(stopAt: index, after) { return (after, 0) }
    after = skipWithExtends(Class.close, from: after)
    after = skipWithExtends(Class.space, from: after)
    let (next, nextLength) = text.sentence(at: after)
    if next == Class.end { return (after, after) }
    if kind == Class.stop, let lower = lowerAhead(from: after) { return (lower, 0) }
    switch next {
    case Class.continuation, Class.stop, Class.terminator: return (after, 0)
    case Class.carriageReturn, Class.lineFeed, Class.separator: return lineEnd(next, after &+ nextLength)
    default: return (after, after)
    }
  }

  /// SB3, SB4.
  private func lineEnd(_ kind: UInt8, _ end: Int) -> (next: Int, boundary: Int) {
    let joins = kind == Class.carriageReturn && end < text.count && text.base[end] == 0x0A
    return joins ? (end + 1, end + 1) : (end, end)
  }

  /// SB6, SB7: the full stop of `3.5` and of `U.S`.
  private func joins(stopAt index: Int, _ after: Int) -> Bool {
    let next = text.sentence(at: after).class
    if next == Class.numeric { return true }
    guard next == Class.upper else { return false }
    var before = index
    while before > 0 {
      before = text.previous(before)
      let kind = text.sentence(at: before).class
      if kind != Class.extend { return kind == Class.upper || kind == Class.lower }
    }
    return false
  }

  /// SB8: where a lower-case letter follows before any other letter or terminator.
  private func lowerAhead(from start: Int) -> Int? {
    var index = start
    while true {
      let (kind, length) = text.sentence(at: index)
      switch kind {
      case Class.lower: return index
      case Class.letter, Class.upper, Class.separator, Class.carriageReturn, Class.lineFeed, Class.stop,
        Class.terminator, Class.end:
        return nil
      default: index &+= length
      }
    }
  }

  @inline(__always)
  private func skip(_ kind: UInt8, from start: Int) -> Int {
    var index = start
    while true {
      let (next, length) = text.sentence(at: index)
      guard next == kind else { return index }
      index &+= length
    }
  }

  /// Skips characters of one class, with the marks behind each (SB5).
  private func skipWithExtends(_ kind: UInt8, from start: Int) -> Int {
    var index = start
    while true {
      let (next, length) = text.sentence(at: index)
      guard next == kind else { return index }
      index = skip(Class.extend, from: index &+ length)
    }
  }

  @inline(__always)
  private static func isTerminator(_ kind: UInt8) -> Bool {
    switch kind {
    case Class.stop, Class.terminator, Class.carriageReturn, Class.lineFeed, Class.separator: true
    default: false
    }
  }
}
