internal import DigestLexicon
internal import DigestText

/// The part of a country in a project; the word stands in results.
enum ProjectPart: String, Sendable {
  case host, builder, investor, lender, supplier, buyer, transit, partner
}

/// What a verb tells of those who stand beside it, by the column `kind` of `verbs.tsv`.
struct PartVerb: OptionSet, Sendable {
  let rawValue: UInt32
  static let build = PartVerb(rawValue: 1)
  static let finance = PartVerb(rawValue: 2)
  static let own = PartVerb(rawValue: 4)
  /// With a share only: "holds 40 percent".
  static let hold = PartVerb(rawValue: 8)
  static let lend = PartVerb(rawValue: 16)
  static let supply = PartVerb(rawValue: 32)
  static let buy = PartVerb(rawValue: 64)
  static let sell = PartVerb(rawValue: 128)
  static let cross = PartVerb(rawValue: 256)
  static let entrust = PartVerb(rawValue: 512)
  static let come = PartVerb(rawValue: 1024)
  static let join = PartVerb(rawValue: 2048)
  static let lease = PartVerb(rawValue: 4096)
  /// With a loan or money: "promised a credit".
  static let pledge = PartVerb(rawValue: 8192)
  static let run = PartVerb(rawValue: 16384)
  static let belong = PartVerb(rawValue: 32768)
  static let choose = PartVerb(rawValue: 65536)
  static let sign = PartVerb(rawValue: 131072)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  static let byName: [(String, PartVerb)] = [
    ("build", .build), ("finance", .finance), ("own", .own), ("hold", .hold), ("lend", .lend), ("supply", .supply),
    ("buy", .buy), ("sell", .sell), ("cross", .cross), ("entrust", .entrust), ("come", .come), ("join", .join),
    ("lease", .lease), ("pledge", .pledge), ("run", .run),
    ("belong", .belong), ("choose", .choose), ("sign", .sign),
  ]
}

/// The words that tell who plays which part in a project.
struct PartCues: Sendable {
  /// By row of `verbs.tsv`.
  private let verbs: [PartVerb]
  /// By row of `nouns.tsv`: the part that a noun names.
  private let nouns: [ProjectPart?]
  /// By row of `nouns.tsv`: whether it names a body that can act, things delivered, a share.
  private let actors: [Bool]
  private let goods: [Bool]
  private let shares: [Bool]
  private let works: [Bool]
  private let funds: [Bool]
  private let lines: [Bool]

  init(_ lexicon: Lexicon) {
    let verbTable = lexicon.table(.verbs)
    verbs = (0..<verbTable.rowCount).map { row in
      let kinds = verbTable.list(row, "kind")
      return PartVerb.byName.reduce(into: PartVerb()) { if kinds.contains($1.0) { $0.insert($1.1) } }
    }
    let table = lexicon.table(.nouns)
    let classes = (0..<table.rowCount).map { table.cell($0, "class") }
    nouns = classes.indices.map { row in
      classes[row] == "part" || classes[row] == "funds" ? ProjectPart(rawValue: table.cell(row, "subtype")) : nil
    }
    actors = classes.map { ["firm", "company", "part", "organization"].contains($0) }
    works = classes.map { ["project", "ref", "works", "contract"].contains($0) }
    lines = classes.map { $0 == "line" }
    funds = classes.map { $0 == "funds" }
    goods = classes.map { $0 == "goods" }
    shares = classes.indices.map { classes[$0] == "measure" && table.cell($0, "subtype") == "stake" }
  }

  func verb(_ row: Int) -> PartVerb { row >= 0 ? verbs[row] : [] }

  /// The part that a noun of these rows names: "lender".
  func part(_ rows: [Int]) -> ProjectPart? { rows.lazy.compactMap { nouns[$0] }.first }
  func isLine(_ rows: [Int]) -> Bool { rows.contains { lines[$0] } }
  func isFunds(_ rows: [Int]) -> Bool { rows.contains { funds[$0] } }
  func isActor(_ rows: [Int]) -> Bool { rows.contains { actors[$0] } }
  func isGoods(_ rows: [Int]) -> Bool { rows.contains { goods[$0] } }
  func isWorks(_ rows: [Int]) -> Bool { rows.contains { works[$0] } }
  func isShare(_ rows: [Int]) -> Bool { rows.contains { shares[$0] } }
}
