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
  private let guestOfRow: [NounRowKinds.Guest?]

  init(_ lexicon: Lexicon, _ text: LexicalText, kinds: NounRowKinds) {
    self.lexicon = lexicon
    self.text = text
    rowKinds = kinds.kinds
    rowIsDelegate = kinds.isDelegate
    rowIsProject = kinds.isProject
    guestOfRow = kinds.guests
    rowIsRelative = kinds.isRelative
    var termEnd = [Int32](repeating: -1, count: text.text.tokens.count)
    for (index, match) in text.matches.terms.enumerated() where termEnd[match.tokens.upperBound - 1] < 0 {
      termEnd[match.tokens.upperBound - 1] = Int32(index)
    }
    self.termEnd = termEnd
  }

  /// The rows of `nouns.tsv` that name the word, or the words that end, at `head`.
  func rows(_ head: Int) -> [Int] {
    var rows: [Int] = []
    for sense in lexicon.senses(of: text[head].word)
    where sense.wordClass == .noun || sense.wordClass == .nounPlural {
      rows.append(Int(sense.value))
    }
    if termEnd[head] >= 0 {
      for entry in text.matches.entries(of: text.matches.terms[Int(termEnd[head])]) where entry.table == .nouns {
        rows.append(Int(entry.row))
      }
    }
    return rows
  }

  func kind(_ head: Int) -> FillerKind {
    rows(head).reduce(into: []) { $0.formUnion(rowKinds[$1]) }
  }

  /// Whether the word is a pronoun for one person.
  func isSingularPerson(_ word: Word) -> Bool { lexicon.is(word, .singularPerson) }

  func isDelegate(_ head: Int) -> Bool { rows(head).contains { rowIsDelegate[$0] } }

  /// Whether the noun names the one who is received, or the one who receives.
  func guestKind(_ head: Int) -> NounRowKinds.Guest? {
    guard !lexicon.is(text[head].word, .nounPlural) else { return nil }
    return rows(head).lazy.compactMap { guestOfRow[$0] }.first
  }

  /// Whether the noun tells what somebody is to another and no post: counterpart, guest, wife.
  func isRelative(_ head: Int) -> Bool { rows(head).contains { rowIsRelative[$0] } }

  /// Whether the noun names works of some kind: plant, railway, mine.
  func isProject(_ head: Int) -> Bool { rows(head).contains { rowIsProject[$0] } }

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
    isRelative = (0..<table.rowCount).map { ["counterpart", "guest", "kin"].contains(table.cell($0, "class")) }
    isProject = (0..<table.rowCount).map { table.cell($0, "class") == "project" }
    isDelegate = (0..<table.rowCount).map {
      ["delegate", "leader", "organization", "company"].contains(table.cell($0, "class"))
    }
  }
}
