internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a figure measures of a project.
enum Measure: String, Sendable {
  case capacity, cost, length, area, jobs, stake

  /// The relation that states it.
  var relation: RelationType {
    switch self {
    case .capacity: .hasCapacity
    case .cost: .costs
    default: .measures
    }
  }
}

/// Finds what figures measure: by the noun beside them, else by their unit.
struct MeasureKinds: Sendable {
  /// By row of `nouns.tsv`.
  private let byNoun: [Measure?]
  /// By unit identifier: what a project's own figure of that dimension measures.
  private let byUnit: [String: Measure]

  init(_ lexicon: Lexicon) {
    let nouns = lexicon.table(.nouns)
    byNoun = (0..<nouns.rowCount).map {
      nouns.cell($0, "class") == "measure" ? Measure(rawValue: nouns.cell($0, "subtype")) : nil
    }
    let units = lexicon.table(.units)
    var byUnit: [String: Measure] = [:]
    for row in 0..<units.rowCount {
      switch units.cell(row, "dimension") {
      case "power": byUnit[units.cell(row, "id")] = .capacity
      case "length": byUnit[units.cell(row, "id")] = .length
      case "area": byUnit[units.cell(row, "id")] = .area
      default: continue
      }
    }
    self.byUnit = byUnit
  }

  /// What the noun at a token measures.
  func measure(noun token: Int, in text: SegmentedText, _ lexicon: Lexicon) -> Measure? {
    for sense in lexicon.senses(of: text.tokens[token].word)
    where sense.wordClass == .noun || sense.wordClass == .nounPlural {
      if let measure = byNoun[Int(sense.value)] { return measure }
    }
    return nil
  }

  /// What a figure of this unit measures when it stands in a project's own noun group: "a 300 MW wind farm".
  func measure(ofUnit figure: Figure) -> Measure? {
    guard let unit = figure.unit else { return figure.kind == .money ? .cost : nil }
    if let measure = byUnit[unit] { return measure }
    return unit.hasSuffix("-per-year") || unit.hasSuffix("-per-day") ? .capacity : nil
  }
}
