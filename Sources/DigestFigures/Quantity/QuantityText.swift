internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A text as the quantity rules see it: tokens, their classes, and the terms that start at each.
///
/// A class, so that the many small readers share it without copying; it lives and dies within one call.
final class QuantityText {
  let lexicon: Lexicon
  let table: UnitTable
  let reader: NumberReader
  let text: SegmentedText
  private let matches: Matches
  private let tokenClasses: TokenClasses
  /// By token: the index of the term that starts there, -1 = none.
  private let termAt: [Int32]
  /// By token: whether another figure has it.
  let claimed: [Bool]
  /// By token: whether what has it is a set or duration, which "a year" and "annually" behind a unit are not.
  private let soft: [Bool]
  /// The tokens at which a country is named, ascending, and its code.
  private lazy var countries = Self.countries(matches, table)
  /// The same of places, where no country is named.
  private lazy var homes = Self.homes(matches, lexicon)
  /// The durations of one unit and a known number, ascending: "nine days".
  let durations: [Duration]
  /// The sentence that is read now.
  @exclusivity(unchecked) var sentence = 0..<0
  /// How many quotation marks of the sentence stand before a token: counted once, as the reading goes on.
  private var quotes = (token: 0, count: 0)

  init(
    _ source: LexicalText, lexicon: Lexicon, table: UnitTable, reader: NumberReader,
    claimed figures: [RecognisedFigure],
    takesDurations: Bool
  ) {
    self.lexicon = lexicon
    self.table = table
    self.reader = reader
    text = source.text
    matches = source.matches
    tokenClasses = source.classes
    var termAt = [Int32](repeating: -1, count: text.tokens.count)
    for (index, term) in matches.terms.enumerated() { termAt[term.tokens.lowerBound] = Int32(index) }
    self.termAt = termAt
    var claimed = [Bool](repeating: false, count: text.tokens.count)
    var soft = claimed
    for figure in figures {
      let isRate = figure.figure.kind == .set || figure.figure.kind == .duration
      for token in figure.tokens {
        claimed[token] = true
        soft[token] = isRate
      }
    }
    self.claimed = claimed
    self.soft = soft
    durations = takesDurations ? Duration.all(figures, table, lexicon, source.text) : []
  }

  private static func countries(_ matches: Matches, _ table: UnitTable) -> [(token: Int, code: UInt16)] {
    var countries: [(token: Int, code: UInt16)] = []
    for name in matches.names {
      for entry in matches.entries(of: name) where entry.table == .countries {
        let code = table.countryCodes[Int(entry.row)]
        if code != 0 { countries.append((name.tokens.lowerBound, code)) }
      }
    }
    return countries
  }

  /// The countries of places that lie in one country alone.
  private static func homes(_ matches: Matches, _ lexicon: Lexicon) -> [(token: Int, code: UInt16)] {
    matches.names.compactMap { name in
      var home: UInt16?
      for entry in matches.entries(of: name) where entry.table == .places && !entry.isWeak {
        let code = UnitTable.code(lexicon.table(.places).cell(Int(entry.row), "country").utf8)
        home = home == nil || home == code ? code : 0
      }
      return home.flatMap { $0 == 0 ? nil : (name.tokens.lowerBound, $0) }
    }
  }

  // MARK: Tokens

  @inline(__always) func token(_ index: Int) -> Token { text.tokens[index] }

  /// Whether a token of this sentence is free and of a class.
  @inline(__always) func has(_ index: Int, _ wordClass: WordClass) -> Bool {
    sentence.contains(index) && tokenClasses[index].contains(wordClass)
  }

  /// The classes of a token of this sentence.
  @inline(__always) func classes(_ index: Int) -> WordClassSet {
    sentence.contains(index) ? tokenClasses[index] : WordClassSet()
  }

  /// The value that a class gives a token.
  func value(_ index: Int, _ wordClass: WordClass) -> Int? {
    has(index, wordClass) ? lexicon.value(text.tokens[index].word, wordClass) : nil
  }

  func shape(_ index: Int) -> TokenShape { sentence.contains(index) ? text.tokens[index].shape : [] }

  /// Whether a token of this sentence follows the one before it without a space.
  @inline(__always) func isGlued(_ index: Int) -> Bool {
    sentence.contains(index) && !text.tokens[index].shape.contains(.spaceBefore)
  }

  /// Whether a rate may take the token: "a year", "daily".
  func isFreeForRate(_ index: Int) -> Bool { sentence.contains(index) && (!claimed[index] || soft[index]) }

  func isFree(_ index: Int) -> Bool { sentence.contains(index) && !claimed[index] }

  /// Whether a token is this one ASCII sign.
  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    sentence.contains(index) && text.tokens[index].end - text.tokens[index].start == 1
      && text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: sign)
  }

  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text.bytes[text.byteRange(range)] }

  /// How many quotation marks of the sentence stand before a token.
  func quotesBefore(_ index: Int) -> Int {
    if index < quotes.token || quotes.token <= sentence.lowerBound { quotes = (sentence.lowerBound, 0) }
    for at in quotes.token..<max(quotes.token, index) where isSign(at, "\"") { quotes.count += 1 }
    quotes.token = max(quotes.token, index)
    return quotes.count
  }

  // MARK: Terms

  /// The longest term that starts at a token.
  func term(_ index: Int) -> Match? {
    guard sentence.contains(index), termAt[index] >= 0 else { return nil }
    return matches.terms[Int(termAt[index])]
  }

  func entries(_ match: Match) -> ArraySlice<NameEntry> { matches.entries(of: match) }

  /// A word or term of a class that starts at a token: its value and end.
  func classed(_ index: Int, _ wordClass: WordClass) -> (value: Int, end: Int)? {
    if let term = term(index) {
      for entry in entries(term) where entry.wordClass == wordClass && entry.table == .measures {
        return (table.measureValues[Int(entry.row)], term.tokens.upperBound)
      }
    }
    return value(index, wordClass).map { ($0, index + 1) }
  }

  /// A word or term of a class that ends before a token: its value and start.
  func classed(before end: Int, _ wordClass: WordClass) -> (value: Int, start: Int)? {
    for start in stride(from: end - 2, through: max(sentence.lowerBound, end - 5), by: -1) {
      if let found = classed(start, wordClass), found.end == end { return (found.value, start) }
    }
    return value(end - 1, wordClass).map { ($0, end - 1) }
  }

  /// The country that the text speaks of here: named most and nearest, else that of the places named.
  func nearestCountry(to index: Int, among codes: (UInt16) -> Bool) -> UInt16? {
    nearest(countries, to: index, among: codes) ?? nearest(homes, to: index, among: codes)
  }

  private func nearest(_ countries: [(token: Int, code: UInt16)], to index: Int, among codes: (UInt16) -> Bool)
    -> UInt16?
  {
    var low = 0
    var high = countries.count
    while low < high {
      let middle = (low + high) / 2
      if countries[middle].token < index { low = middle + 1 } else { high = middle }
    }
    var weights: [(code: UInt16, weight: Double)] = []
    for at in max(0, low - 64)..<min(countries.count, low + 32) where codes(countries[at].code) {
      let (token, code) = countries[at]
      // What stands before counts more than what comes later, and the sentence itself most.
      let distance = Double(token < index ? index - token : 2 * (token - index))
      let weight = 1 / (30 + distance) * (sentence.contains(token) ? 2 : 1)
      if let known = weights.firstIndex(where: { $0.code == code }) {
        weights[known].weight += weight
      } else {
        weights.append((code, weight))
      }
    }
    return weights.max { $0.weight < $1.weight }?.code
  }
}
