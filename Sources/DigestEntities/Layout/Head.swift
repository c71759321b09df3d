internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Reads title, date line, dateline and lead; the number of lines that they take.
  func readHead(_ features: [LineFeatures]) -> Int {
    guard !features.isEmpty else { return 0 }
    var line = 0
    // Short lines over everything else: a title, a date.
    while line < min(features.count, 8), features[line].role != nil || isHeadLine(line, features) {
      if let date = fullDate(in: text.tokens(ofLine: line)), layout.date == nil { layout.date = date.edtf }
      if features[line].role == nil { layout.roles[line] = .header }
      line += 1
    }
    readDateline(from: line, features)
    guard line < features.count else { return 0 }
    return isLead(line, features) ? markLead(line) : line
  }

  /// A title of a digest or a date line; a headline over its text is neither.
  private func isHeadLine(_ line: Int, _ features: [LineFeatures]) -> Bool {
    let feature = features[line]
    guard feature.isShort, !feature.isBulleted, feature.number == nil else { return false }
    if isDateLine(feature) { return true }
    if isDigestTitle(feature.content) { return true }
    // A title stands over the date line.
    let next = line + 1
    return next < features.count && isDateLine(features[next])
      && !features.suffix(from: next + 1).prefix(1).contains { $0.role == .source }
  }

  private func isDigestTitle(_ tokens: Range<Int>) -> Bool {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let noun = noun(token), noun.kinds.contains(.digest) { return true }
      token += 1
    }
    return false
  }

  private func readDateline(from line: Int, _ features: [LineFeatures]) {
    for candidate in line..<min(line + 3, features.count) where features[candidate].role == nil {
      guard !features[candidate].isBulleted, let dateline = dateline(ofLine: candidate) else { continue }
      layout.dateline = dateline.tokens
      if layout.date == nil { layout.date = fullDate(in: dateline.tokens)?.edtf }
      return
    }
  }

  /// A paragraph over the first headline: behind a dateline or a digest's title, with headlines to follow.
  private func isLead(_ line: Int, _ features: [LineFeatures]) -> Bool {
    let feature = features[line]
    guard !feature.isShort, !feature.isBulleted, feature.number == nil, feature.colon == nil || line == 0 else {
      return false
    }
    let next = features.indices.first { $0 > line && features[$0].role == nil }
    guard let next else { return false }
    return features[next].isShort || features[next].isBulleted || features[next].number != nil
      || features[next].colon != nil
  }

  private func markLead(_ line: Int) -> Int {
    layout.roles[line] = .lead
    return line + 1
  }
}
