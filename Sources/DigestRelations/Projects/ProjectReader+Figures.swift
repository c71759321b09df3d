internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What the figures of a sentence measure, and of which project.
extension ProjectReader {
  func figureRelations(_ sites: [ProjectSite]) -> [RelationDraft] {
    let changed = Set(figures.changes[changesHere].flatMap { [$0.from, $0.to, $0.by].compactMap(\.self) })
    var hasShare = false
    return figuresHere.compactMap { index -> RelationDraft? in
      let recognised = figures.figures[index]
      guard !changed.contains(index) else { return nil }
      switch recognised.figure.kind {
      case .quantity, .money, .count, .percent:
        let isInside = sites.contains { $0.extent.contains(recognised.tokens.lowerBound) }
        let found = measure(recognised, isInside: isInside, hasShare: hasShare)
        if found?.measure == .stake { hasShare = true }
        return found.flatMap { figureRelation(index, recognised, $0, sites) }
      default: return nil
      }
    }
  }

  /// What a figure measures, and the word that tells it, where one does.
  func measure(
    _ recognised: RecognisedFigure, isInside: Bool, hasShare: Bool
  ) -> (measure: Measure, token: Range<Int>?)? {
    let figure = recognised.figure
    guard isInside || !isDistance(recognised.tokens), reader.sentence.tag(recognised.tokens.lowerBound) != .masked
    else { return nil }
    if let cue = cue(recognised.tokens, figure) { return cue }
    if figure.kind == .percent, isOfProject(recognised.tokens.upperBound) { return (.stake, nil) }
    if figure.kind == .percent { return hasShare ? (.stake, nil) : nil }
    if figure.kind == .count {
      let counts = measures.countsParts(noun: recognised.tokens.upperBound - 1, in: text, lexicon)
      if counts { return (.count, nil) }
      return Measure.jobs.fits(figure) && figure.unit == "x-job" ? (.jobs, nil) : nil
    }
    return measures.measure(byUnitOf: figure).map { ($0, nil) }
  }

  /// "20 percent of the mine"
  func isOfProject(_ token: Int) -> Bool {
    guard token < range.upperBound, text.tokens[token].word == reader.words.of else { return false }
    return mentionsHere.contains { index in
      let mention = entities.mentions[index]
      return mention.type == .project && mention.tokens.lowerBound > token && mention.tokens.lowerBound <= token + 2
    }
  }

  func figureRelation(
    _ index: Int, _ recognised: RecognisedFigure, _ found: (measure: Measure, token: Range<Int>?),
    _ sites: [ProjectSite]
  ) -> RelationDraft? {
    let grouped = sites.first { isGrouped($0, with: recognised.tokens) }
    let site = grouped ?? site(for: recognised.tokens.lowerBound, sites)
    // Without a project in the sentence, a sum or a share needs a word that tells what it is.
    let isTold = found.token != nil
    let isPlain = recognised.figure.kind == .quantity
    guard site != nil || isTold || isPlain || found.measure == .stake, let entity = site?.entity ?? implied else {
      return nil
    }
    return RelationDraft(
      found.measure.relation,
      arguments: [
        ArgumentDraft(.project, entity: entity, tokens: site?.tokens),
        ArgumentDraft(.figure, figure: index, tokens: recognised.tokens),
        ArgumentDraft(.measure, text: found.measure.rawValue),
      ], evidence: evidence("project.figure.\(found.measure.rawValue)", found.token ?? recognised.tokens),
      confidence: isTold && site != nil || grouped != nil ? .high : .medium)
  }

  /// "40 km from the border", "12 miles south-east of": where something is, not how long.
  func isDistance(_ tokens: Range<Int>) -> Bool {
    var end = tokens.upperBound
    // "12 miles (19 km) from the port"
    if end < range.upperBound, reader.sentence.tag(end) == .open {
      while end < range.upperBound, end < tokens.upperBound + 8, reader.sentence.tag(end) != .close { end += 1 }
      end += 1
    } else if end < range.upperBound, reader.sentence.tag(end) == .close {
      end += 1
    }
    guard end < range.upperBound else { return false }
    return reader.classes[end].contains(.direction)
  }

  /// Whether a figure stands in the noun group of a project: "a 300 MW wind farm".
  func isGrouped(_ site: ProjectSite, with tokens: Range<Int>) -> Bool {
    site.extent.contains(tokens.lowerBound)
      || reader.chunks.contains {
        $0.kind == .noun && $0.tokens.contains(tokens.lowerBound) && $0.tokens.contains(site.tokens.lowerBound)
      }
  }

  /// The word beside a figure that tells what it measures: the noun right behind ("a 60% stake"), else the nearest before
  /// ("capacity of", "employs"), up to eight words away, else one of the next five ("54% complete").
  func cue(_ tokens: Range<Int>, _ figure: Figure) -> (measure: Measure, token: Range<Int>?)? {
    func cue(at token: Int) -> (measure: Measure, token: Range<Int>?)? {
      guard
        let measure = measures.measure(noun: token, in: text, lexicon)
          ?? measures.measure(verb: token, of: figure, in: text, lexicon), measure.fits(figure)
      else { return nil }
      return (measure, token..<token + 1)
    }
    let behind = tokens.upperBound
    if behind < range.upperBound, let found = cue(at: behind) ?? cue(at: behind - 1) { return found }
    var token = tokens.lowerBound - 1
    while token >= range.lowerBound, tokens.lowerBound - token <= 8 {
      if let found = cue(at: token) { return found }
      if reader.sentence.tag(token) == .stop || reader.sentence.tag(token) == .colon { break }
      token -= 1
    }
    token = behind
    while token < range.upperBound, token - behind < 5 {
      if let found = cue(at: token) { return found }
      if reader.sentence.tag(token) == .comma { break }
      token += 1
    }
    return nil
  }

  /// Whether a measuring noun stands close before a change: "capacity grew from".
  func isMeasured(_ tokens: Range<Int>) -> Bool {
    (max(range.lowerBound, tokens.lowerBound - 8)..<tokens.lowerBound).contains {
      measures.measure(noun: $0, in: text, lexicon) != nil
    }
  }

  func changeRelations(_ sites: [ProjectSite]) -> [RelationDraft] {
    changesHere.compactMap { index in
      let change = figures.changes[index]
      let site = site(for: change.tokens.lowerBound, sites)
      // Without a project in the sentence, only a change of what projects have: trade that grew is no port's.
      let isTold =
        change.tokens.contains { measures.measure(noun: $0, in: text, lexicon) != nil } || isMeasured(change.tokens)
      guard let entity = site?.entity ?? (isTold ? implied : nil) else { return nil }
      return RelationDraft(
        .capacityChange,
        arguments: [
          ArgumentDraft(.subject, entity: entity, tokens: site?.tokens),
          ArgumentDraft(.change, change: index, tokens: change.tokens),
        ], evidence: evidence("project.change", change.tokens), confidence: site == nil ? .medium : .high)
    }
  }
}
