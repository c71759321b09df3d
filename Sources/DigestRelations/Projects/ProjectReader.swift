internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads what a sentence says of the projects in it: their places, figures, changes and countries.
struct ProjectReader {
  let reader: ClauseReader
  let text: SegmentedText
  let lexicon: Lexicon
  let measures: MeasureKinds
  let figures: FigureText
  let entities: EntityText
  /// The mentions of this sentence, by number.
  let mentionsHere: Range<Int>
  /// The figures and changes of this sentence, by number.
  let figuresHere: Range<Int>
  let changesHere: Range<Int>
  /// The project that the item spoke of last, for sentences that name none.
  let implied: Int?

  private var range: Range<Int> { reader.sentence.tokens }

  /// A project mention of the sentence.
  private struct Site {
    var entity: Int
    var tokens: Range<Int>
    var extent: Range<Int>
  }

  func relations() -> [RelationDraft] {
    let sites = sites()
    return sites.flatMap(countriesInName) + sites.flatMap(placesInside) + places(sites) + sites.flatMap(actors)
      + programmes(sites) + figureRelations(sites)
      + changeRelations(sites)
  }

  private func sites() -> [Site] {
    mentionsHere.compactMap { index in
      let mention = entities.mentions[index]
      guard mention.type == .project, let entity = mention.entity else { return nil }
      return Site(entity: entity, tokens: mention.tokens, extent: mention.extent)
    }
  }

  private func evidence(_ rule: String, _ trigger: Range<Int>?) -> [EvidenceDraft] {
    [EvidenceDraft(sentence: reader.sentence.sentence, trigger: trigger, rule: rule)]
  }

  /// The project that a token most likely speaks of: the nearest before it, else the nearest behind.
  private func site(for token: Int, _ sites: [Site]) -> Site? {
    sites.last { $0.tokens.lowerBound <= token } ?? sites.first
  }

  // MARK: Countries and places

  /// "the China-Kyrgyzstan-Uzbekistan railway": a route's name names its countries.
  private func countriesInName(_ site: Site) -> [RelationDraft] {
    mentionsHere.compactMap { index in
      let mention = entities.mentions[index]
      guard mention.type == .country, mention.form != .metonym, site.extent.contains(mention.tokens.lowerBound),
        let country = mention.country
      else { return nil }
      return RelationDraft(
        .involvesCountry,
        arguments: [
          ArgumentDraft(.project, entity: site.entity, tokens: site.tokens),
          ArgumentDraft(.country, entity: mention.entity, tokens: mention.tokens, country: country),
          ArgumentDraft(.part, text: "partner"),
        ], evidence: evidence("project.name-country", mention.tokens), confidence: .medium)
    }
  }

  /// "a 300 MW wind farm near Batumi", "the Kars-Nakhchivan railway": the places in the project's own words.
  private func placesInside(_ site: Site) -> [RelationDraft] {
    mentionsHere.flatMap { index -> [RelationDraft] in
      let mention = entities.mentions[index]
      guard site.extent.contains(mention.tokens.lowerBound), mention.tokens != site.tokens, mention.type == .place,
        mention.entity != nil, mention.form == .name, mention.country != nil
      else { return [] }
      return located(site, index)
    }
  }

  /// "a plant in Aktau": a place named by a preposition in the project's clause.
  private func places(_ sites: [Site]) -> [RelationDraft] {
    guard !sites.isEmpty else { return [] }
    return reader.chunks.indices.flatMap { index -> [RelationDraft] in
      guard reader.chunks[index].kind == .preposition, isLocal(index), index + 1 < reader.chunks.count,
        reader.chunks[index + 1].kind == .noun
      else { return [] }
      return reader.conjuncts(startingAt: index + 1).group.flatMap { chunk -> [RelationDraft] in
        guard let mention = placeMention(chunk),
          let site = site(for: entities.mentions[mention].tokens.lowerBound, sites),
          !site.extent.contains(entities.mentions[mention].tokens.lowerBound), isSameClause(site, chunk)
        else { return [] }
        return located(site, mention)
      }
    }
  }

  /// Whether nothing between a project and a place starts another clause; a place before its project opens the clause.
  private func isSameClause(_ site: Site, _ place: Int) -> Bool {
    let isBehind = site.tokens.lowerBound < reader.chunks[place].tokens.lowerBound
    for chunk in reader.chunks {
      let start = chunk.tokens.lowerBound
      let isBetween =
        isBehind
        ? start >= site.extent.upperBound && start < reader.chunks[place].tokens.lowerBound
        : start > reader.chunks[place].tokens.lowerBound && start < site.tokens.lowerBound
      guard isBetween else { continue }
      switch chunk.kind {
      case .relative, .subordinator, .colon, .quote, .dash: return false
      case .verb where !isBehind && chunk.verb?.isPassive != true: return false
      default: continue
      }
    }
    return true
  }

  private func isLocal(_ preposition: Int) -> Bool {
    switch reader.slot(ofPreposition: preposition) {
    case .in, .at, .near, .from, .to, .through, .across, .between, .via, .outside, .off: true
    default: false
    }
  }

  private func placeMention(_ chunk: Int) -> Int? {
    guard let index = reader.chunks[chunk].mention else { return nil }
    let mention = entities.mentions[index]
    guard mention.entity != nil, mention.form != .role, mention.form != .group, mention.form != .pronoun else {
      return nil
    }
    return mention.type == .place || mention.type == .country ? index : nil
  }

  private func located(_ site: Site, _ index: Int) -> [RelationDraft] {
    let mention = entities.mentions[index]
    let project = ArgumentDraft(.project, entity: site.entity, tokens: site.tokens)
    let place = ArgumentDraft(.place, entity: mention.entity, tokens: mention.tokens, country: mention.country)
    var found = [
      RelationDraft(.locatedIn, arguments: [project, place], evidence: evidence("project.located", mention.tokens))
    ]
    if let country = mention.country {
      found.append(involves(site, country: country, part: "host", tokens: mention.tokens, rule: "project.host"))
    }
    return found
  }

  private func involves(_ site: Site, country: String, part: String, tokens: Range<Int>, rule: String) -> RelationDraft
  {
    RelationDraft(
      .involvesCountry,
      arguments: [
        ArgumentDraft(.project, entity: site.entity, tokens: site.tokens),
        ArgumentDraft(.country, tokens: tokens, country: country), ArgumentDraft(.part, text: part),
      ], evidence: evidence(rule, tokens))
  }

  /// A company, bank or fund of a known country that stands in a sentence about the project takes part in it.
  private func actors(_ site: Site) -> [RelationDraft] {
    mentionsHere.compactMap { index in
      let mention = entities.mentions[index]
      guard mention.type == .organization, let entity = mention.entity,
        reader.sentence.tag(mention.tokens.lowerBound) != .masked,
        !site.extent.contains(mention.tokens.lowerBound),
        ["company", "bank", "fund"].contains(entities.entities[entity].subtype ?? ""),
        let country = mention.country ?? entities.entities[entity].country
      else { return nil }
      var found = involves(
        site, country: country, part: "partner", tokens: mention.tokens, rule: "project.actor-country")
      found.confidence = .medium
      return found
    }
  }

  /// "under the Belt and Road Initiative": a programme that stands behind "under", "within" or "as part of".
  private func programmes(_ sites: [Site]) -> [RelationDraft] {
    reader.chunks.indices.compactMap { index in
      guard reader.chunks[index].kind == .noun, reader.isGoverned(index), isFrame(index - 1),
        let mention = reader.chunks[index].mention, entities.mentions[mention].type == .project,
        let whole = entities.mentions[mention].entity
      else { return nil }
      let programme = entities.mentions[mention]
      let part =
        sites.last { $0.entity != whole && $0.tokens.lowerBound < programme.tokens.lowerBound }
        ?? sites.first { $0.entity != whole }
      guard let entity = part?.entity ?? implied, entity != whole else { return nil }
      return RelationDraft(
        .partOf,
        arguments: [
          ArgumentDraft(.part, entity: entity, tokens: part?.tokens),
          ArgumentDraft(.whole, entity: whole, tokens: programme.tokens),
        ], evidence: evidence("project.programme", programme.tokens), confidence: part == nil ? .medium : .high)
    }
  }

  private func isFrame(_ preposition: Int) -> Bool {
    let chunk = reader.chunks[preposition]
    if chunk.tokens.count > 1 { return true }
    switch reader.slot(ofPreposition: preposition) {
    case .under, .within: return true
    default: return false
    }
  }

  // MARK: Figures

  private func figureRelations(_ sites: [Site]) -> [RelationDraft] {
    let changed = Set(figures.changes[changesHere].flatMap { [$0.from, $0.to, $0.by].compactMap(\.self) })
    return figuresHere.compactMap { index -> RelationDraft? in
      let recognised = figures.figures[index]
      guard !changed.contains(index) else { return nil }
      switch recognised.figure.kind {
      case .quantity, .money, .count, .percent: return figureRelation(index, recognised, sites)
      default: return nil
      }
    }
  }

  private func figureRelation(_ index: Int, _ recognised: RecognisedFigure, _ sites: [Site]) -> RelationDraft? {
    let figure = recognised.figure
    let cue = cue(recognised.tokens).flatMap { $0.measure.fits(figure) ? $0 : nil }
    let grouped = sites.first { isGrouped($0, with: recognised.tokens) }
    let site = grouped ?? site(for: recognised.tokens.lowerBound, sites)
    // Without a project in the sentence, only what a noun says to be a measure is the item's project's.
    guard !isDistance(recognised.tokens),
      let measure = cue?.measure ?? (site != nil ? measures.measure(byUnitOf: figure) : nil),
      let entity = site?.entity ?? implied
    else { return nil }
    return RelationDraft(
      measure.relation,
      arguments: [
        ArgumentDraft(.project, entity: entity, tokens: site?.tokens),
        ArgumentDraft(.figure, figure: index, tokens: recognised.tokens),
        ArgumentDraft(.measure, text: measure.rawValue),
      ], evidence: evidence("project.figure.\(measure.rawValue)", cue?.token ?? recognised.tokens),
      confidence: cue != nil && site != nil || grouped != nil ? .high : .medium)
  }

  /// "40 km from the border", "12 miles south-east of": where something is, not how long.
  private func isDistance(_ tokens: Range<Int>) -> Bool {
    guard tokens.upperBound < range.upperBound else { return false }
    return lexicon.is(text.tokens[tokens.upperBound].word, .direction)
  }

  /// Whether a figure stands in the noun group of a project: "a 300 MW wind farm".
  private func isGrouped(_ site: Site, with tokens: Range<Int>) -> Bool {
    site.extent.contains(tokens.lowerBound)
      || reader.chunks.contains {
        $0.kind == .noun && $0.tokens.contains(tokens.lowerBound) && $0.tokens.contains(site.tokens.lowerBound)
      }
  }

  /// The measuring noun beside a figure: "capacity of ...", "... in investment", up to eight words before or four behind.
  private func cue(_ tokens: Range<Int>) -> (measure: Measure, token: Range<Int>)? {
    var token = tokens.lowerBound - 1
    while token >= range.lowerBound, tokens.lowerBound - token <= 8 {
      if let measure = measures.measure(noun: token, in: text, lexicon) { return (measure, token..<token + 1) }
      if reader.sentence.tag(token) == .stop || reader.sentence.tag(token) == .colon { break }
      token -= 1
    }
    token = tokens.upperBound
    while token < range.upperBound, token - tokens.upperBound < 4 {
      if let measure = measures.measure(noun: token, in: text, lexicon) { return (measure, token..<token + 1) }
      if reader.sentence.tag(token) == .comma { break }
      token += 1
    }
    return nil
  }

  private func changeRelations(_ sites: [Site]) -> [RelationDraft] {
    changesHere.compactMap { index in
      let change = figures.changes[index]
      let site = site(for: change.tokens.lowerBound, sites)
      // Without a project in the sentence, only a change of what projects have: trade that grew is no port's.
      guard let entity = site?.entity ?? (cue(change.tokens) != nil ? implied : nil) else { return nil }
      return RelationDraft(
        .capacityChange,
        arguments: [
          ArgumentDraft(.subject, entity: entity, tokens: site?.tokens),
          ArgumentDraft(.change, change: index, tokens: change.tokens),
        ], evidence: evidence("project.change", change.tokens), confidence: site == nil ? .medium : .high)
    }
  }
}
