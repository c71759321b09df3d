internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// A project mention of a sentence.
struct ProjectSite {
  var entity: Int
  var tokens: Range<Int>
  var extent: Range<Int>
  /// Up to where words can be about it; a project in a phrase of a clause that is about another ("crosses the pass
  /// through a tunnel") ends with the clause.
  var reach = Int.max
}

extension [ProjectSite] {
  /// The project that a token most likely speaks of: the nearest before it, else what the item is about, else the
  /// nearest behind.
  func site(for token: Int, implied: Int?) -> ProjectSite? {
    if let before = last(where: { $0.tokens.lowerBound <= token && token < $0.reach }) { return before }
    return first { $0.tokens.lowerBound > token } ?? (implied == nil ? last : nil)
  }
}

/// Reads what a sentence says of the projects in it: their places, figures, changes and countries.
final class ProjectReader {
  let reader: ClauseReader
  let text: SegmentedText
  let lexicon: Lexicon
  let measures: MeasureKinds
  let cues: PartCues
  let status: StatusReader
  let nouns: NounKinds
  let figures: FigureText
  let entities: EntityText
  /// The mentions of this sentence, by number.
  let mentionsHere: Range<Int>
  /// The figures and changes of this sentence, by number.
  let figuresHere: Range<Int>
  let changesHere: Range<Int>
  /// The project that the item spoke of last, for sentences that name none.
  let implied: Int?

  init(
    reader: ClauseReader, text: SegmentedText, lexicon: Lexicon, measures: MeasureKinds, cues: PartCues,
    status: StatusReader, nouns: NounKinds, figures: FigureText, entities: EntityText, mentionsHere: Range<Int>,
    figuresHere: Range<Int>, changesHere: Range<Int>, implied: Int?
  ) {
    self.reader = reader
    self.text = text
    self.lexicon = lexicon
    self.measures = measures
    self.cues = cues
    self.status = status
    self.nouns = nouns
    self.figures = figures
    self.entities = entities
    self.mentionsHere = mentionsHere
    self.figuresHere = figuresHere
    self.changesHere = changesHere
    self.implied = implied
  }

  var range: Range<Int> { reader.sentence.tokens }

  func relations() -> [RelationDraft] {
    let sites = sites()
    // What follows speaks of a project: of the sentence's, or of the one that the item spoke of.
    if sites.isEmpty, implied == nil { return [] }
    let parts = PartReader(
      reader: reader, status: status, cues: cues, nouns: nouns, entities: entities, figures: figures,
      figuresHere: figuresHere,
      sites: sites, implied: implied)
    return parts.relations() + sites.flatMap(countriesInName) + sites.flatMap(placesInside) + places(sites)
      + programmes(sites) + figureRelations(sites)
      + changeRelations(sites)
  }

  func sites() -> [ProjectSite] {
    var sites: [ProjectSite] = mentionsHere.compactMap { index in
      let mention = entities.mentions[index]
      guard mention.type == .project, let entity = mention.entity else { return nil }
      return ProjectSite(entity: entity, tokens: mention.tokens, extent: mention.extent)
    }
    for index in sites.indices where index > 0 || implied != nil && implied != sites[index].entity {
      if let end = end(ofAside: sites[index]) { sites[index].reach = end }
    }
    return sites
  }

  /// Where the words about a project end that "through", "by", "with" or the like governs: at the next finite verb.
  func end(ofAside site: ProjectSite) -> Int? {
    let chunks = reader.chunks
    // "Repairs to the cable will cost": what stands in the subject is what the sentence is about.
    guard let chunk = chunks.firstIndex(where: { $0.tokens.contains(site.tokens.lowerBound) }), chunk > 0,
      chunks[chunk - 1].kind == .preposition, reader.precedingFinite(before: chunk) != nil
    else { return nil }
    switch reader.slot(ofPreposition: chunk - 1) {
    case .through, .by, .with, .via, .to, .from, .near, .including, .under:
      let next = chunks[(chunk + 1)...].first { next in
        next.kind == .colon || next.kind == .coordinator || next.verb?.form == .finite
      }
      return next?.tokens.lowerBound
    default: return nil
    }
  }

  func evidence(_ rule: String, _ trigger: Range<Int>?) -> [EvidenceDraft] {
    [EvidenceDraft(sentence: reader.sentence.sentence, trigger: trigger, rule: rule)]
  }

  /// The project that a token most likely speaks of: the nearest before it, else the nearest behind.
  func site(for token: Int, _ sites: [ProjectSite]) -> ProjectSite? {
    sites.site(for: token, implied: implied)
  }

  // MARK: Countries and places

  /// "the China-Kyrgyzstan-Uzbekistan railway": a line's name names the countries that it joins; any other name of one
  /// country names where it is.
  func countriesInName(_ site: ProjectSite) -> [RelationDraft] {
    let inside = mentionsHere.filter { index in
      let mention = entities.mentions[index]
      return mention.type == .country && mention.form != .metonym && mention.country != nil
        && site.extent.contains(mention.tokens.lowerBound)
    }
    let isPlace = isLine(site) || inside.count == 1 && entities.entities[site.entity].subtype != "programme"
    return inside.map { index in
      let mention = entities.mentions[index]
      return RelationDraft(
        .involvesCountry,
        arguments: [
          ArgumentDraft(.project, entity: site.entity, tokens: site.tokens),
          ArgumentDraft(.country, entity: mention.entity, tokens: mention.tokens, country: mention.country),
          ArgumentDraft(.part, text: isPlace ? "host" : "partner"),
        ], evidence: evidence("project.name-country", mention.tokens), confidence: .medium)
    }
  }

  /// "a 300 MW wind farm near Batumi", "the Kars-Nakhchivan railway": the places in the project's own words.
  func placesInside(_ site: ProjectSite) -> [RelationDraft] {
    mentionsHere.flatMap { index -> [RelationDraft] in
      let mention = entities.mentions[index]
      guard site.extent.contains(mention.tokens.lowerBound), mention.tokens != site.tokens, mention.type == .place,
        mention.entity != nil, mention.form == .name, mention.country != nil, !isCrossed(mention)
      else { return [] }
      return located(site, index)
    }
  }

  /// "the dam on the Indus", "a bridge over the Danube": a river may flow through other countries, too.
  func isCrossed(_ mention: MentionDraft) -> Bool {
    var token = mention.tokens.lowerBound - 1
    if token > range.lowerBound, lexicon.is(text.tokens[token].word, .article) { token -= 1 }
    guard token > range.lowerBound else { return false }
    switch reader.words.slots[text.tokens[token].word] {
    case .on, .over, .across, .under: return true
    default: return false
    }
  }

  /// "a plant in Aktau": a place named by a preposition in the project's clause.
  func places(_ sites: [ProjectSite]) -> [RelationDraft] {
    guard !sites.isEmpty else { return [] }
    return reader.chunks.indices.flatMap { index -> [RelationDraft] in
      guard reader.chunks[index].kind == .preposition, isLocal(index, isLine: true), index + 1 < reader.chunks.count,
        reader.chunks[index + 1].kind == .noun
      else { return [] }
      return reader.conjuncts(startingAt: index + 1).group.flatMap { chunk -> [RelationDraft] in
        guard let mention = placeMention(chunk),
          let site = site(for: entities.mentions[mention].tokens.lowerBound, sites),
          !site.extent.contains(entities.mentions[mention].tokens.lowerBound), isSameClause(site, chunk),
          isLocal(index, isLine: isLine(site))
        else { return [] }
        return located(site, mention)
      }
    }
  }

  /// Whether nothing between a project and a place starts another clause; a place before its project opens the clause.
  func isSameClause(_ site: ProjectSite, _ place: Int) -> Bool {
    let isBehind = site.tokens.lowerBound < reader.chunks[place].tokens.lowerBound
    // "In Peru, a contractor builds the road"
    let isFrame = !isBehind && place == 1 && isWorksClause(behind: place, before: site)
    for chunk in reader.chunks {
      let start = chunk.tokens.lowerBound
      let isBetween =
        isBehind
        ? start >= site.extent.upperBound && start < reader.chunks[place].tokens.lowerBound
        : start > reader.chunks[place].tokens.lowerBound && start < site.tokens.lowerBound
      guard isBetween else { continue }
      switch chunk.kind {
      case .relative, .subordinator, .colon, .quote, .dash: return false
      case .verb where !isBehind && !isFrame && chunk.verb?.isPassive != true: return false
      default: continue
      }
    }
    return true
  }

  /// Whether all verbs between a place and a project tell of works.
  func isWorksClause(behind place: Int, before site: ProjectSite) -> Bool {
    reader.chunks[(place + 1)...].prefix { $0.tokens.lowerBound < site.tokens.lowerBound }.allSatisfy { chunk in
      chunk.verb.map { !cues.verb($0.verb).isEmpty } ?? true
    }
  }

  /// Whether a preposition tells where works of a kind stand; only lines go "from" and "to".
  func isLocal(_ preposition: Int, isLine: Bool) -> Bool {
    switch reader.slot(ofPreposition: preposition) {
    case .in, .at, .near, .between, .outside, .off: true
    case .from, .to, .through, .across, .via: isLine
    default: false
    }
  }

  /// Railways, roads, pipelines; of power works those that are cables or lines.
  func isLine(_ site: ProjectSite) -> Bool {
    switch entities.entities[site.entity].subtype {
    case "railway", "road", "pipeline", "corridor": true
    default: site.tokens.contains { cues.isLine(nouns.rows($0)) }
    }
  }

  func placeMention(_ chunk: Int) -> Int? {
    guard let index = reader.chunks[chunk].mention else { return nil }
    let mention = entities.mentions[index]
    guard mention.entity != nil, mention.form != .role, mention.form != .group, mention.form != .pronoun else {
      return nil
    }
    return mention.type == .place || mention.type == .country ? index : nil
  }

  func located(_ site: ProjectSite, _ index: Int) -> [RelationDraft] {
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

  func involves(_ site: ProjectSite, country: String, part: String, tokens: Range<Int>, rule: String)
    -> RelationDraft
  {
    RelationDraft(
      .involvesCountry,
      arguments: [
        ArgumentDraft(.project, entity: site.entity, tokens: site.tokens),
        ArgumentDraft(.country, tokens: tokens, country: country), ArgumentDraft(.part, text: part),
      ], evidence: evidence(rule, tokens))
  }

  /// "under the Belt and Road Initiative": a programme that stands behind "under", "within" or "as part of".
  func programmes(_ sites: [ProjectSite]) -> [RelationDraft] {
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

  func isFrame(_ preposition: Int) -> Bool {
    let chunk = reader.chunks[preposition]
    if chunk.tokens.count > 1 { return true }
    switch reader.slot(ofPreposition: preposition) {
    case .under, .within: return true
    default: return false
    }
  }
}
