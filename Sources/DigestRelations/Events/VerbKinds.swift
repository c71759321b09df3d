internal import DigestLexicon
internal import DigestModel

/// What a verb does to what it governs, by row of `verbs.tsv`.
struct VerbKinds: OptionSet, Sendable {
  let rawValue: UInt16
  static let report = VerbKinds(rawValue: 1)
  static let light = VerbKinds(rawValue: 2)
  static let plan = VerbKinds(rawValue: 4)
  static let expect = VerbKinds(rawValue: 8)
  static let propose = VerbKinds(rawValue: 16)
  static let refuse = VerbKinds(rawValue: 32)
  static let cancel = VerbKinds(rawValue: 64)
  static let postpone = VerbKinds(rawValue: 128)
  static let purpose = VerbKinds(rawValue: 256)
  static let take = VerbKinds(rawValue: 512)
  static let share = VerbKinds(rawValue: 1024)
  static let tell = VerbKinds(rawValue: 2048)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let byName: [(String, VerbKinds)] = [
    ("report", .report), ("light", .light), ("plan", .plan), ("expect", .expect), ("propose", .propose),
    ("refuse", .refuse), ("cancel", .cancel), ("postpone", .postpone), ("purpose", .purpose), ("take", .take),
    ("share", .share), ("tell", .tell),
  ]

  /// The kinds of all verbs.
  static func table(_ lexicon: Lexicon) -> [VerbKinds] {
    let verbs = lexicon.table(.verbs)
    var table = [VerbKinds](repeating: [], count: verbs.rowCount)
    guard let column = verbs.column("kind") else { return table }
    for row in table.indices {
      let cell = verbs.list(row, column)
      for (name, kind) in byName where cell.contains(name) { table[row].insert(kind) }
    }
    return table
  }

  /// The status of an event that a verb of these kinds governs.
  var governedStatus: Status? {
    if contains(.refuse) { return .negated }
    if contains(.cancel) { return .cancelled }
    if contains(.postpone) { return .planned }
    if contains(.expect) { return .expected }
    if contains(.propose) { return .proposed }
    if contains(.plan) { return .planned }
    return nil
  }
}
