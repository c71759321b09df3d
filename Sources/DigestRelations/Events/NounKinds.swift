internal import DigestLexicon
internal import DigestText

/// What the heads of noun groups name: agreements, awards, occasions, ties, delegates; and which noun is a trigger.
final class NounKinds {
  private let lexicon: Lexicon
  private let text: LexicalText
  /// By token: the term that ends there, -1 = none.
  private let termEnd: [Int32]
  private let rowKinds: [FillerKind]
  private let rowIsDelegate: [Bool]
  private let rowIsProject: [Bool]
  private let rowIsRelative: [Bool]
  private let rowIsBody: [Bool]
  private let guestOfRow: [NounRowKinds.Guest?]

  init(_ lexicon: Lexicon, _ text: LexicalText, kinds: NounRowKinds) {
    self.lexicon = lexicon
    self.text = text
    rowKinds = kinds.kinds
    rowIsDelegate = kinds.isDelegate
    rowIsProject = kinds.isProject
    guestOfRow = kinds.guests
    rowIsRelative = kinds.isRelative
    rowIsBody = kinds.isBody
    var termEnd = [Int32](repeating: -1, count: text.text.tokens.count)
    for (index, match) in text.matches.terms.enumerated() where termEnd[match.tokens.upperBound - 1] < 0 {
      termEnd[match.tokens.upperBound - 1] = Int32(index)
    }
    self.termEnd = termEnd
  }

  /// The rows of `nouns.tsv` that name the word, or the words that end, at `head`.
  func rows(_ head: Int) -> [Int] {
    var found: [Int] = []
    rows(head) { found.append($0) }
    return found
  }

  /// Hands out the rows of `nouns.tsv` that name the word, or the words that end, at `head`.
  private func rows(_ head: Int, _ body: (Int) -> Void) {
    let classes = text.classes[head]
    if classes.contains(.noun) || classes.contains(.nounPlural) {
      for sense in lexicon.senses(of: text[head].word)
      where sense.wordClass == .noun || sense.wordClass == .nounPlural {
        body(Int(sense.value))
      }
    }
    if termEnd[head] >= 0 {
      for entry in text.matches.entries(of: text.matches.terms[Int(termEnd[head])]) where entry.table == .nouns {
        body(Int(entry.row))
      }
    }
  }

  func kind(_ head: Int) -> FillerKind {
    var kind: UInt16 = 0
    rows(head) { kind |= rowKinds[$0].rawValue }
    return FillerKind(rawValue: kind)
  }

  /// Whether the word is a pronoun for one person.
  func isSingularPerson(_ word: Word) -> Bool { lexicon.is(word, .singularPerson) }

  func isDelegate(_ head: Int) -> Bool { isAny(head) { rowIsDelegate[$0] } }

  /// Whether the noun names the one who is received, or the one who receives.
  func guestKind(_ head: Int) -> NounRowKinds.Guest? {
    guard !lexicon.is(text[head].word, .nounPlural) else { return nil }
    return first(head) { guestOfRow[$0] }
  }

  /// Whether the noun names a body, which is no person.
  func isBody(_ head: Int) -> Bool { rows(head).contains { rowIsBody[$0] } }

  /// Whether the noun tells what somebody is to another and no post: counterpart, guest, wife.
  func isRelative(_ head: Int) -> Bool { isAny(head) { rowIsRelative[$0] } }

  /// Whether the noun names works of some kind: plant, railway, mine.
  func isProject(_ head: Int) -> Bool { isAny(head) { rowIsProject[$0] } }

  private func isAny(_ head: Int, _ holds: (Int) -> Bool) -> Bool {
    first(head) { holds($0) ? true : nil } ?? false
  }

  private func first<Value>(_ head: Int, _ value: (Int) -> Value?) -> Value? {
    var found: Value?
    rows(head) { found = found ?? value($0) }
    return found
  }

  /// Whether a trigger may end at `head`: a cheap test for what ``triggers(_:)`` finds.
  func mayTrigger(_ head: Int) -> Bool { termEnd[head] >= 0 }

  /// The rows of `frames.tsv` whose trigger ends at `head`, and the trigger's tokens.
  func triggers(_ head: Int) -> (rows: [Int], tokens: Range<Int>)? {
    guard termEnd[head] >= 0 else { return nil }
    let match = text.matches.terms[Int(termEnd[head])]
    let rows = text.matches.entries(of: match).filter { $0.table == .frames }.map { Int($0.row) }
    return rows.isEmpty ? nil : (rows, match.tokens)
  }
}

/// The filler kinds of the rows of `nouns.tsv`, read once.
struct NounRowKinds: Sendable {
  /// The two parts of a reception.
  enum Guest { case guest, host }

  let kinds: [FillerKind]
  let isDelegate: [Bool]
  let isProject: [Bool]
  let guests: [Guest?]
  let isRelative: [Bool]
  let isBody: [Bool]

  init(_ lexicon: Lexicon) {
    let table = lexicon.table(.nouns)
    kinds = (0..<table.rowCount).map { FillerKind(name: table.cell($0, "class")) ?? [] }
    guests = (0..<table.rowCount).map { row in
      guard table.cell(row, "class") == "guest" else { return nil }
      switch table.cell(row, "subtype") {
      case "guest": return .guest
      case "host": return .host
      default: return nil
      }
    }
    isBody = (0..<table.rowCount).map { ["organization", "company", "firm"].contains(table.cell($0, "class")) }
    isRelative = (0..<table.rowCount).map { ["counterpart", "guest", "kin"].contains(table.cell($0, "class")) }
    isProject = (0..<table.rowCount).map { table.cell($0, "class") == "project" }
    isDelegate = (0..<table.rowCount).map {
      ["delegate", "leader", "organization", "company"].contains(table.cell($0, "class"))
    }
  }
}
