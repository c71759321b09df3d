internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// `MUSCAT, June 3 (Xinhua) --`, `MUSCAT. KAZINFORM –`, `date 2025-06-03 MUSCAT –`.
struct Dateline {
  /// Its tokens, the closing dash included.
  var tokens: Range<Int>
  /// The name of the agency in it.
  var outlet: Range<Int>?
}

extension Reading {
  /// The longest dateline, in tokens.
  private static let maximumDateline = 22

  /// The dateline with which a line starts.
  func dateline(ofLine line: Int) -> Dateline? {
    let tokens = text.tokens(ofLine: line)
    var token = skipDateHeader(tokens)
    let start = token
    guard token < tokens.upperBound, isCapital(token) else {
      return token > tokens.lowerBound ? Dateline(tokens: tokens.lowerBound..<token) : nil
    }
    var outlet: Range<Int>?
    while token < tokens.upperBound, token - tokens.lowerBound < Self.maximumDateline {
      switch marks[token] {
      case .dash: return close(tokens.lowerBound, token, in: tokens, outlet)
      case .hyphen:
        // A hyphen with space around, or doubled.
        if !isGlued(token) || (token + 1 < tokens.upperBound && marks[token + 1] == .hyphen) {
          return close(tokens.lowerBound, token, in: tokens, outlet)
        }
      case .openParen:
        guard let end = closing(token, before: tokens.upperBound) else { return nil }
        outlet = token + 1..<end
        token = end
      case .stop:
        // "MUSCAT. KAZINFORM – "
        guard token + 1 < tokens.upperBound, shape(token + 1).contains(.allCaps), token == start + 1 else { return nil }
        outlet = token + 1..<token + 2
      case .comma, .slash: break
      default:
        if figure(token) == nil, !isCapital(token), !shape(token).contains(.digit), !isNameJoin(token) { return nil }
      }
      token += 1
    }
    return start > tokens.lowerBound ? Dateline(tokens: tokens.lowerBound..<start) : nil
  }

  /// Behind ` date 2025-05-09` at the start of a line.
  private func skipDateHeader(_ tokens: Range<Int>) -> Int {
    let first = tokens.lowerBound
    guard word(first) == rules.date, word(first) != 0, let next = tokens.dropFirst().first, let index = figure(next)
    else {
      return first
    }
    return min(figures.figures[index].tokens.upperBound, tokens.upperBound)
  }

  private func close(_ start: Int, _ dash: Int, in line: Range<Int>, _ outlet: Range<Int>?) -> Dateline? {
    var end = dash + 1
    while end < line.upperBound, marks[end] == .hyphen || marks[end] == .dash { end += 1 }
    // What follows is a sentence; a name before a dash in a sentence ("Vietnam – Kazakhstan") is no dateline.
    guard end < line.upperBound, !isGlued(end) || !isGlued(dash) else { return nil }
    let head = start..<dash
    let isPlace = head.contains { shape($0).contains(.allCaps) } || date(in: head) != nil || outlet != nil
    guard isPlace || line.count > 25 && dash - start == 1 else { return nil }
    return Dateline(tokens: start..<end, outlet: outlet)
  }

  /// The bracket that closes the one at `token`.
  func closing(_ token: Int, before end: Int) -> Int? {
    var index = token + 1
    while index < min(end, token + 24) {
      if marks[index] == .closeParen { return index }
      if marks[index] == .openParen { return nil }
      index += 1
    }
    return nil
  }

  /// Small words that stand inside names.
  func isNameJoin(_ token: Int) -> Bool {
    let classes = classes(token)
    return classes.contains(.nameParticle) || word(token) == rules.of || word(token) == rules.the || isClitic(token)
  }
}
