internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// What a figure measures of a project; the word stands in results.
enum Measure: String, Sendable {
  case capacity, cost, loan, length, height, depth, area, speed, voltage, output, reserves, jobs, stake, progress, count

  /// The relation that states it.
  var relation: RelationType {
    switch self {
    case .capacity: .hasCapacity
    case .cost: .costs
    default: .measures
    }
  }

  /// Whether a figure of this kind can be such a measure.
  func fits(_ figure: Figure) -> Bool {
    switch self {
    case .cost, .loan: figure.kind == .money
    case .stake, .progress: figure.kind == .percent
    case .jobs, .count: figure.kind == .count
    case .length, .height, .depth, .area, .speed, .voltage: figure.kind == .quantity
    case .capacity, .output, .reserves: figure.kind == .quantity || figure.kind == .count
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
      case "speed": byUnit[units.cell(row, "id")] = .speed
      case "voltage": byUnit[units.cell(row, "id")] = .voltage
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

  /// What a figure without a measuring noun measures: a length is a length, money is what it costs, a rate is a
  /// capacity, things counted are counted.
  func measure(byUnitOf figure: Figure) -> Measure? {
    switch figure.kind {
    case .money: return .cost
    case .count: return figure.unit == nil ? nil : .count
    case .quantity:
      guard let unit = figure.unit else { return nil }
      if let measure = byUnit[unit] { return measure }
      return unit.hasSuffix("-per-year") || unit.hasSuffix("-per-day") ? .capacity : .output
    default: return nil
    }
  }
}
