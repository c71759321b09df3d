internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Decides what each line is, and where the items start and end.
  func findLayout() {
    let features = text.lines.indices.map { lineFeatures($0) }
    titleCase = text.lines.indices.map { !features[$0].isClosed && isTitleCase(text.tokens(ofLine: $0)) }
    layout.roles = Array(repeating: .body, count: features.count)
    for (line, feature) in features.enumerated() { if let role = feature.role { layout.roles[line] = role } }
    let headEnd = readHead(features)
    let heads = headlines(features).filter { $0 >= headEnd }
    let style = itemStyle(features, from: headEnd, heads)
    switch style {
    case .bullets: itemsByStart(features, from: headEnd) { $0.isBulleted }
    case .numbers: itemsByStart(features, from: headEnd) { $0.number != nil }
    case .labels: itemsByStart(features, from: headEnd) { $0.colon != nil }
    case .headlines: itemsByHeadline(features, heads, from: headEnd)
    case .article: oneItem(features, from: headEnd)
    }
    for index in layout.items.indices { finish(&layout.items[index], features) }
  }

  private enum ItemStyle { case bullets, numbers, labels, headlines, article }

  private func itemStyle(_ features: [LineFeatures], from start: Int, _ headlines: [Int]) -> ItemStyle {
    let lines = features[start...]
    if lines.count(where: { $0.isBulleted }) >= 2,
      lines.filter({ $0.isBulleted }).contains(where: { $0.content.count > 12 })
    {
      return .bullets
    }
    if lines.count(where: { $0.number != nil }) >= 2 { return .numbers }
    let labelled = features.indices.filter { $0 >= start && features[$0].colon != nil && !features[$0].isShort }
    if labelled.count >= 2, labelled.count > headlines.count { return .labels }
    if headlines.count >= 2 { return .headlines }
    if headlines.count == 1, start > 0, layout.roles[..<start].contains(.lead) { return .headlines }
    return .article
  }

  /// The short lines without a full stop over a line of text.
  private func headlines(_ features: [LineFeatures]) -> [Int] {
    var found: [Int] = []
    // The next line below that is neither caption nor page furniture, and whether it is a headline.
    var next: Int?
    var nextIsHeadline = false
    for line in features.indices.reversed() {
      let feature = features[line]
      if feature.role == .caption || feature.role == .noise { continue }
      var isHeadline = false
      if let next, feature.role == nil, feature.isShort, !feature.isBulleted, feature.content.count >= 2 {
        isHeadline =
          features[next].role == .source
          || features[next].role == nil && (!features[next].isShort || nextIsHeadline) && !isDateLine(feature)
      }
      if isHeadline { found.append(line) }
      next = line
      nextIsHeadline = isHeadline
    }
    return found.reversed()
  }

  // MARK: Items

  private func itemsByStart(_ features: [LineFeatures], from start: Int, _ starts: (LineFeatures) -> Bool) {
    let first = features.indices.first { $0 >= start && starts(features[$0]) } ?? features.count
    for line in start..<first where layout.roles[line] == .body { layout.roles[line] = .lead }
    var line = first
    while line < features.count {
      var end = line + 1
      while end < features.count, !starts(features[end]) { end += 1 }
      var item = ItemDraft(lines: line..<end)
      if features[line].isShort, end > line + 1 { setHeadline(&item, line, features[line]) }
      layout.items.append(item)
      line = end
    }
  }

  private func itemsByHeadline(_ features: [LineFeatures], _ heads: [Int], from start: Int) {
    let first = heads.first ?? features.count
    for line in start..<first where layout.roles[line] == .body { layout.roles[line] = .lead }
    var index = 0
    while index < heads.count {
      // A second line under a headline belongs to it.
      var last = index
      while last + 1 < heads.count, heads[last + 1] == heads[last] + 1 { last += 1 }
      let end = last + 1 < heads.count ? heads[last + 1] : features.count
      var item = ItemDraft(lines: heads[index]..<end)
      setHeadline(&item, heads[index], features[heads[index]])
      for line in heads[index]...heads[last] { layout.roles[line] = .headline }
      layout.items.append(item)
      index = last + 1
    }
  }

  private func oneItem(_ features: [LineFeatures], from start: Int) {
    guard start < features.count else { return }
    // A digest's lead with nothing under it is the text itself.
    for line in 0..<start where layout.roles[line] == .lead { layout.roles[line] = .body }
    let first = layout.roles.firstIndex { $0 == .body || $0 == .headline } ?? start
    var item = ItemDraft(lines: first..<features.count)
    let body = features.indices.first { $0 >= first && !features[$0].isShort && features[$0].role == nil } ?? first
    if let head = (first..<body).last(where: { features[$0].role == nil && !isDateLine(features[$0]) }) {
      setHeadline(&item, head, features[head])
      for line in first..<head where layout.roles[line] == .body { layout.roles[line] = .header }
      for line in head + 1..<body where layout.roles[line] == .body { layout.roles[line] = .header }
    }
    layout.items.append(item)
  }

  private func setHeadline(_ item: inout ItemDraft, _ line: Int, _ features: LineFeatures) {
    item.headline = line
    item.headlineTokens = features.content
    layout.roles[line] = .headline
  }

  /// Takes `Outlet:` off the headline.
  private func finish(_ item: inout ItemDraft, _ features: [LineFeatures]) {
    guard let line = item.headline, let colon = features[line].colon,
      isOutletLabel(features[line].content.lowerBound..<colon)
    else { return }
    item.headlineTokens = colon + 1..<features[line].content.upperBound
    if item.headlineTokens?.isEmpty == true { item.headlineTokens = nil }
  }

  /// Whether the words before a headline's colon can be an outlet: no country, no topic.
  func isOutletLabel(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    if let match = nameMatch(first), match.tokens.upperBound <= tokens.upperBound {
      let tables = lexical.matches.entries(of: match).map(\.table)
      if tables.contains(.outlets) { return true }
      if match.tokens == tokens { return false }
    }
    if marks[tokens.upperBound - 1] == .none, kinds[tokens.upperBound - 1].contains(.outlet), tokens.count > 1 {
      return true
    }
    if tokens.contains(where: { kinds[$0].contains(.author) || marks[$0] == .hyphen }) { return false }
    if let match = nameMatch(first), lexical.matches.entries(of: match).contains(where: { $0.table == .countries }) {
      return false
    }
    // "Opinion:", "Commentary:" and the like name a kind of text, "One:" counts.
    return tokens.count <= 5 && !classes(first).contains(.numberUnit) && !lexicon.is(word(first), .reportNoun)
      && kinds[first].isEmpty
      && classes(first).contains(.verb) == false
  }

  // MARK: Capitals

  /// Whether nearly all longer words of a line have a capital, or the line is written in capitals.
  private func isTitleCase(_ tokens: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    var allCaps = 0
    for token in tokens.dropFirst() where isLetter(token) && text.tokens[token].bytes.count > 3 {
      words += 1
      if isCapital(token) { capitals += 1 }
      // Title case spares articles and prepositions, never a verb.
      if !isCapital(token), classes(token).contains(.verb) { return false }
      if shape(token).contains(.allCaps) { allCaps += 1 }
    }
    if words >= 2, allCaps == words { return true }
    return words >= 4 && capitals * 10 >= words * 8 && marks[tokens.lowerBound] != .openParen
  }
}
