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
    case .jobs: figure.kind == .count && figure.isOfPeople
    case .count: figure.kind == .count
    case .length, .height, .depth, .area, .speed, .voltage: figure.kind == .quantity
    case .capacity, .output, .reserves: figure.kind == .quantity || figure.kind == .count
    }
  }
}

/// Finds what figures measure: by the noun beside them, else by their unit.
final class MeasureKinds: Sendable {
  /// By row of `nouns.tsv`.
  private let byNoun: [Measure?]
  /// By row of `verbs.tsv`: what a figure beside the verb measures.
  private let byVerb: [[Measure]]
  /// By row of `nouns.tsv`: whether parts of works bear the name, so that their number tells something.
  private let isPart: [Bool]
  /// By unit identifier: what a project's own figure of that dimension measures.
  private let byUnit: [String: Measure]

  init(_ lexicon: Lexicon) {
    let nouns = lexicon.table(.nouns)
    byNoun = (0..<nouns.rowCount).map {
      nouns.cell($0, "class") == "measure" ? Measure(rawValue: nouns.cell($0, "subtype")) : nil
    }
    isPart = (0..<nouns.rowCount).map { ["project", "ref", "goods"].contains(nouns.cell($0, "class")) }
    let verbs = lexicon.table(.verbs)
    byVerb = (0..<verbs.rowCount).map { row in
      let kinds = verbs.list(row, "kind")
      return Self.verbKinds.filter { kinds.contains($0.kind) }.map(\.measure)
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

  /// What a figure measures by the `kind` of the verb beside it.
  private static let verbKinds: [(kind: String, measure: Measure)] = [
    ("lend", .loan), ("employ", .jobs), ("carry", .capacity), ("make", .output), ("cost", .cost), ("own", .stake),
    ("hold", .stake), ("finish", .progress),
    ("build", .cost),
  ]

  /// What the verb at a token says that a figure measures.
  func measure(verb token: Int, of figure: Figure, in text: SegmentedText, _ lexicon: Lexicon) -> Measure? {
    guard lexicon.is(text.tokens[token].word, .verb), let row = lexicon.value(text.tokens[token].word, .verb) else {
      return nil
    }
    return byVerb[row].first { $0.fits(figure) }
  }

  /// Whether things counted by the noun at a token are parts of works: bridges, turbines, stations.
  func countsParts(noun token: Int, in text: SegmentedText, _ lexicon: Lexicon) -> Bool {
    lexicon.senses(of: text.tokens[token].word).contains {
      ($0.wordClass == .noun || $0.wordClass == .nounPlural) && isPart[Int($0.value)]
    }
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
    case .count: return nil
    case .quantity:
      guard let unit = figure.unit else { return nil }
      if unit == "millimeter" || unit == "centimeter" || unit == "inch" { return nil }
      if let measure = byUnit[unit] { return measure }
      return unit.hasSuffix("-per-year") || unit.hasSuffix("-per-day") ? .capacity : .output
    default: return nil
    }
  }
}

extension Figure {
  /// Whether people or jobs are counted.
  fileprivate var isOfPeople: Bool {
    guard let unit else { return false }
    return [
      "x-job", "x-person", "x-people", "x-worker", "x-employee", "x-workplace", "x-specialist", "x-staff", "x-builder",
    ]
    .contains(unit)
  }
}
