internal import DigestLexicon
internal import DigestText

/// Finds the nouns that numbers count and the substances that units measure.
struct NounReader {
  private let view: QuantityText
  /// Words at which no noun group goes on.
  private static let stops = WordClassSet(
    .article, .demonstrative, .possessive, .personalPronoun, .relativePronoun, .interrogative, .preposition,
    .coordinator, .subordinator, .negation, .modal, .toBe, .toHave, .toDo, .hedge, .perWord)
  /// Words that are no nouns where they stand behind another word of the group.
  private static let verbs = WordClassSet(.verbThird, .verbPast, .verbGerund, .verbBase)

  init(_ view: QuantityText) { self.view = view }

  /// The longest noun group of at most `most` words from a token on, verbs and function words excluded.
  func group(at start: Int, most: Int = 5) -> Range<Int> {
    var end = start
    while end - start < most, isPart(end, isFirst: end == start) { end += 1 }
    return start..<end
  }

  private func isPart(_ index: Int, isFirst: Bool) -> Bool {
    guard view.isFree(index) else { return false }
    let shape = view.shape(index)
    if view.has(index, .rangeDash) {
      return !isFirst && view.isGlued(index) && view.isGlued(index + 1) && view.shape(index + 1).contains(.letter)
    }
    guard shape.contains(.letter), !shape.contains(.clitic) else { return false }
    if index > view.sentence.lowerBound, view.isGlued(index), !isFirst, !view.has(index - 1, .rangeDash) {
      return false
    }
    let classes = view.classes(index)
    // "two further sections", "eight more picks": the number goes on to its noun.
    if isFirst, classes.contains(.timeFiller), view.shape(index + 1).contains(.letter),
      !view.has(index + 1, .moreThanWord)
    {
      return true
    }
    if classes.intersects(Self.stops) || view.isRateAdverb(index) { return false }
    if classes.contains(.quantifier) || classes.contains(.numberUnit) { return false }
    if classes.contains(.adverb), !classes.contains(.adjective) { return false }
    guard classes.intersects(Self.verbs) else { return true }
    if isFirst { return true }
    // A form that only verbs have ends the group; "works", "plans", "cut" may be nouns.
    if classes.contains(.verbPast) || classes.contains(.verbGerund) { return nounFollows(index) }
    return true
  }

  private func nounFollows(_ index: Int) -> Bool {
    let classes = view.classes(index + 1)
    return view.isFree(index + 1) && view.shape(index + 1).contains(.letter) && !classes.intersects(Self.stops)
      && !classes.intersects(Self.verbs) && !view.has(index - 1, .nounPlural) && !isPlural(index - 1)
  }

  /// The counted noun of a number: its group from `start` and the head, the first plural in it.
  func counted(at start: Int, isOne: Bool) -> (group: Range<Int>, head: Int)? {
    let group = group(at: start)
    guard !group.isEmpty else { return nil }
    if isOne { return one(group) }
    guard var head = group.first(where: { isPlural($0) && !isVerbHere($0, group) }) else { return nil }
    if head + 1 < group.upperBound, isPlural(head + 1), !view.classes(head + 1).contains(.verbThird) { head += 1 }
    return view.has(head, .notCounted) ? nil : (group.lowerBound..<head + 1, head)
  }

  private func isVerbHere(_ index: Int, _ group: Range<Int>) -> Bool {
    index > group.lowerBound && view.classes(index).contains(.verbThird) && !view.classes(index).contains(.nounPlural)
      && !view.shape(index - 1).isDisjoint(with: .capitalized) && false
  }

  /// "one company": the last word of a short group that is no verb.
  private func one(_ group: Range<Int>) -> (group: Range<Int>, head: Int)? {
    var end = group.lowerBound
    while end < group.upperBound, end - group.lowerBound < 4 {
      let classes = view.classes(end)
      if classes.intersects(Self.verbs), !classes.contains(.noun),
        end > group.lowerBound || classes.contains(.verbThird)
      {
        break
      }
      end += 1
    }
    guard end > group.lowerBound, !view.has(end - 1, .notCounted), !view.has(group.lowerBound, .verbPast) else {
      return nil
    }
    return (group.lowerBound..<end, end - 1)
  }

  /// Whether a word looks like a plural: an irregular one, or one in -s that is not known for something else.
  func isPlural(_ index: Int) -> Bool {
    let classes = view.classes(index)
    if classes.contains(.irregularPlural) || classes.contains(.nounPlural) { return true }
    if classes.contains(.notPlural) { return false }
    let bytes = view.text.bytes[view.token(index).bytes]
    guard bytes.count > 2, (bytes.last ?? 0) | 0x20 == UInt8(ascii: "s") else { return false }
    let before = bytes[bytes.endIndex - 2] | 0x20
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "'") { return false }
    return !(view.shape(index).contains(.capitalized) && classes.contains(.verbThird) == false && bytes.count < 4)
  }

  /// The substance behind a unit: "of crude oil", without the "of".
  func substance(at index: Int) -> (words: Range<Int>, end: Int)? {
    guard view.has(index, .numberOf) else { return nil }
    var start = index + 1
    while view.has(start, .article) || view.has(start, .possessive) { start += 1 }
    let group = group(at: start, most: 5)
    guard !group.isEmpty, !view.token(group.lowerBound).shape.contains(.digit) else { return nil }
    return (group, group.upperBound)
  }

  // MARK: Singulars

  /// The singular of a noun, folded to lower case: companies - company, people - person.
  func singular(_ index: Int) -> String {
    let word = view.token(index).word
    if let row = view.lexicon.value(word, .irregularPlural) {
      let forms = view.lexicon.table(.measures).list(row, "words")
      if let last = forms.last { return last }
    }
    let text = String(decoding: view.text.bytes[view.token(index).bytes], as: UTF8.self).lowercased()
    guard isPlural(index) else { return text }
    return Self.singular(text)
  }

  static func singular(_ plural: String) -> String {
    if plural.hasSuffix("ies"), plural.utf8.count > 4 { return plural.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zes"] where plural.hasSuffix(ending) {
      return String(plural.dropLast(2))
    }
    return plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }
}
