internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What the shape of a line says, before its role is decided.
struct LineFeatures {
  /// Behind its bullet or number.
  var content: Range<Int>
  var isBulleted = false
  var number: Int?
  /// Few words, and no full stop at the end.
  var isShort = false
  /// Whether it closes like a sentence.
  var isClosed = false
  /// The colon of `Outlet: headline`, `Outlet, June 3: text`.
  var colon: Int?
  /// A caption, source or noise line by its words.
  var role: DigestLayout.LineRole?
}

extension Reading {
  /// The longest headline, in tokens.
  private static let maximumHeadline = 32

  /// Reads the shape of a line.
  func lineFeatures(_ line: Int) -> LineFeatures {
    let tokens = text.tokens(ofLine: line)
    var features = LineFeatures(content: tokens)
    readBullet(tokens, &features)
    guard !features.content.isEmpty else {
      features.role = .noise
      return features
    }
    features.isClosed = isClosed(features.content)
    features.isShort = !features.isClosed && features.content.count <= Self.maximumHeadline
    features.colon = labelColon(features.content)
    features.role = roleByWords(features)
    return features
  }

  private func readBullet(_ tokens: Range<Int>, _ features: inout LineFeatures) {
    let first = tokens.lowerBound
    guard tokens.count > 1 else { return }
    switch marks[first] {
    case .bullet:
      features.isBulleted = true
      features.content = first + 1..<tokens.upperBound
    case .dash, .hyphen:
      // A minus or a dialogue dash is glued to its word.
      var next = first + 1
      while next < tokens.upperBound, marks[next] == .hyphen, isGlued(next) { next += 1 }
      guard next < tokens.upperBound, !isGlued(next) else { return }
      features.isBulleted = true
      features.content = next..<tokens.upperBound
    default:
      guard shape(first).contains(.digit), tokens.count > 3, let number = smallNumber(first) else { return }
      let mark = marks[first + 1]
      guard mark == .stop || mark == .closeParen, isGlued(first + 1), !isGlued(first + 2) else { return }
      features.number = number
      features.content = first + 2..<tokens.upperBound
    }
  }

  /// A number of one or two digits.
  private func smallNumber(_ token: Int) -> Int? {
    let bytes = text.bytes[text.tokens[token].bytes]
    guard bytes.count <= 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Whether the last word or the last before closing quotes and brackets is a full stop.
  private func isClosed(_ tokens: Range<Int>) -> Bool {
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound,
      [.closeQuote, .quote, .closeParen, .apostrophe].contains(marks[last])
    {
      last -= 1
    }
    switch marks[last] {
    case .stop, .semicolon: return true
    case .question: return tokens.count > 24 || last + 1 < tokens.upperBound
    // "... Co., Ltd." and "U.S." may end a headline as well as a sentence: a long line is a sentence.
    case .none: return shape(last).contains(.dotted) && tokens.count > 20
    default: return false
    }
  }

  /// The colon that ends a label of capitalised words at the start of a line: `Muscat Herald:`, `MIA, May 3:`.
  private func labelColon(_ tokens: Range<Int>) -> Int? {
    for token in tokens.prefix(14) where marks[token] == .colon {
      let label = tokens.lowerBound..<token
      guard !label.isEmpty, isCapital(label.lowerBound) || shape(label.lowerBound).contains(.digit) else { return nil }
      return label.allSatisfy(canStandInLabel) ? token : nil
    }
    return nil
  }

  private func canStandInLabel(_ token: Int) -> Bool {
    if isCapital(token) || !isLetter(token) || figure(token) != nil { return marks[token] != .stop }
    return isClitic(token) || kinds[token].contains(.outlet) || lexicon.is(word(token), .preposition)
      || lexicon.is(word(token), .article) || lexicon.is(word(token), .nameParticle)
  }

  /// Captions, source lines and page furniture, known by their first words.
  private func roleByWords(_ features: LineFeatures) -> DigestLayout.LineRole? {
    let first = features.content.lowerBound
    let end = features.content.upperBound
    if let noun = noun(first) {
      let next = noun.end < end ? marks[noun.end] : .stop
      if noun.kinds.contains(.source), next == .colon { return .source }
      if noun.kinds.contains(.caption) || noun.kinds.contains(.credit) {
        if next == .colon || next == .openParen || next == .slash { return .caption }
        if noun.end < end, word(noun.end) == rules.by { return .caption }
        if noun.end < end, word(noun.end) == rules.of, features.content.count <= 40 { return .caption }
      }
      if noun.kinds.contains(.noise), features.content.count <= 12 { return .noise }
    }
    // "(Kabar, March 20)" alone on its line.
    if marks[first] == .openParen, features.content.count <= 12, closing(first, before: end) == end - 1,
      isBareSource(first + 1, end)
    {
      return .source
    }
    return features.content.count <= 60 && hasCredit(features.content) ? .caption : nil
  }

  /// A name, then nothing, a comma or a date: "(Kabar, March 20)"; not "(Reporting by ...)".
  private func isBareSource(_ token: Int, _ end: Int) -> Bool {
    guard isNameWord(token) else { return false }
    let next = nameRun(token, limit: end)
    return next < end && (marks[next] == .comma || marks[next] == .closeParen || figure(next) != nil)
  }

  /// `... Photo: Herald`, `Credit: AFP` near the end of a line.
  private func hasCredit(_ tokens: Range<Int>) -> Bool {
    for token in tokens.dropFirst() {
      guard let noun = noun(token), noun.end < tokens.upperBound, marks[noun.end] == .colon else { continue }
      if noun.kinds.contains(.credit) || noun.kinds.contains(.caption), isCapital(token) { return true }
    }
    return false
  }

  /// Whether a line is only a date, or a short label with a date: `Weekly briefing, 7 March 2025`; one that names
  /// several days may as well be a headline: `Week ahead, 7-11 March 2025`.
  func isDateLine(_ features: LineFeatures) -> Bool {
    guard features.content.count <= 12, features.isShort, let date = fullDate(in: features.content) else {
      return false
    }
    if case .range = figures.figures[date.figure].time { return false }
    return true
  }

  /// The first date of a range that has year, month and day.
  func fullDate(in tokens: Range<Int>) -> (figure: Int, edtf: String)? {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let index = figure(token) {
        let figure = figures.figures[index]
        if figure.figure.kind == .date, let value = figure.figure.edtf ?? dates.date(of: figure, document: nil),
          isFullDate(value)
        {
          return (index, value)
        }
        token = max(token + 1, figure.tokens.upperBound)
      } else {
        token += 1
      }
    }
    return nil
  }

  /// `2025-05-09`.
  private func isFullDate(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count == 10 else { return false }
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        if byte != UInt8(ascii: "-") { return false }
      } else if byte &- 0x30 >= 10 {
        return false
      }
    }
    return true
  }

  /// The first figure that is a date, in a range.
  func date(in tokens: Range<Int>) -> Int? {
    for token in tokens {
      if let index = figure(token), figures.figures[index].figure.kind == .date { return index }
    }
    return nil
  }
}
