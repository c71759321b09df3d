import DigestModel

/// One project as a block: a row for each thing that is said of it, then the sentences that say so.
struct ProjectBlock {
  private struct Row {
    var label: String
    var text: StyledText
  }

  let index: SummaryIndex
  let project: Entity
  let relations: [Relation]

  func write(to page: inout Page, _ quoter: inout Quoter) {
    let kind = project.subtype.map { StyledText(" · " + $0, .dim) } ?? ""
    page.paragraph(StyledText(project.name, .name) + kind, indent: 2)
    var rows = rows
    if !quoter.isOn {
      let sources = quoter.sources(relations)
      if !sources.isEmpty { rows.append(Row(label: "source", text: StyledText(sources.joined(separator: "; ")))) }
    }
    let column = rows.map { Page.columns($0.label) }.filter { $0 <= Self.widestLabel }.max() ?? 0
    for row in rows {
      let space = String(repeating: " ", count: max(column - Page.columns(row.label), 0) + 2)
      page.paragraph(row.text, indent: 4, lead: StyledText(row.label, .label) + StyledText(space))
    }
    for line in quoter.lines(relations) { page.paragraph(line, indent: 4) }
  }

  /// The rows in the order of the table below; several relations of one kind share a row unless they are figures.
  private var rows: [Row] {
    var rows: [Row] = []
    let repeated = repeatedFigures
    for type in Self.order {
      let found = relations.filter { relation in
        relation.type == type && !relation.arguments.contains { $0.figure.map(repeated.contains) ?? false }
      }
      if found.isEmpty { continue }
      if Self.shared.contains(type) {
        rows.append(Row(label: label(found[0]), text: shared(found)))
      } else {
        rows += found.map { Row(label: label($0), text: text($0)) }
      }
    }
    return rows
  }

  /// Sums that another row gives in brackets behind its own currency; they have no row.
  var repeatedFigures: Set<String> {
    var repeated: Set<String> = []
    for id in relations.flatMap(\.arguments).compactMap(\.figure) where !repeated.contains(id) {
      if let other = index.figure(id)?.equivalent { repeated.insert(other) }
    }
    return repeated
  }

  /// Longer labels stand out of the column, so that they don't push it far to the right.
  private static let widestLabel = 16

  private static let order: [RelationType] =
    [.locatedIn, .involvesCountry, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf, .milestone]
    + [.hasCapacity, .capacityChange, .costs, .measures, .changed]
    + RelationType.allCases.filter { ![.involvesCountry, .locatedIn].contains($0) && !isProject($0) }

  private static let shared: Set<RelationType> = [
    .involvesCountry, .locatedIn, .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf,
  ]

  private static func isProject(_ type: RelationType) -> Bool {
    switch type {
    case .builtBy, .financedBy, .ownedBy, .operatedBy, .partOf, .milestone, .hasCapacity, .capacityChange, .costs,
      .measures, .changed:
      true
    default: false
    }
  }

  /// What a row about this relation is called.
  func label(_ relation: Relation) -> String {
    switch relation.type {
    case .involvesCountry: "countries"
    case .locatedIn: "where"
    case .hasCapacity: measure(relation) ?? "capacity"
    case .capacityChange, .changed: measure(relation) ?? "change"
    case .costs: measure(relation) ?? "cost"
    case .measures: measure(relation) ?? "measure"
    case .milestone: relation.argument(.stage)?.text ?? "milestone"
    default: relation.type.rawValue.replacing("-", with: " ")
    }
  }

  private func measure(_ relation: Relation) -> String? {
    if let text = relation.argument(.measure)?.text { return text }
    return relation.arguments(.change).lazy.compactMap { index.change($0)?.measure }.first
  }

  /// Several relations in one row; a status that all have stands once, at the end.
  private func shared(_ relations: [Relation]) -> StyledText {
    guard let status = relations.first?.status, relations.allSatisfy({ $0.status == status }) else {
      return relations.map(text).joined(by: ", ")
    }
    return relations.map(plainText).joined(by: ", ") + tag(status)
  }

  /// What the row says, with the status.
  func text(_ relation: Relation) -> StyledText { plainText(relation) + tag(relation.status) }

  private func tag(_ status: Status) -> StyledText {
    status == .happened ? "" : " " + StyledText("[\(status.rawValue)]", .notice)
  }

  /// The arguments other than the project itself; several of one role are listed.
  private func plainText(_ relation: Relation) -> StyledText {
    let others = relation.arguments.filter { $0.entity != project.id || $0.role == .whole }
    var roles: [Role] = []
    for argument in others where !roles.contains(argument.role) { roles.append(argument.role) }
    var parts: [StyledText] = []
    for role in roles {
      let words = others.filter { $0.role == role }.map { index.words($0, of: relation) }.listed()
      switch role {
      case .part where relation.type == .involvesCountry: parts.append("(" + words + ")")
      case .share: parts.append("(" + words + ")")
      case .officiant: parts.append("by " + words)
      case .measure, .stage, .kind: continue
      default: parts.append(words)
      }
    }
    var text = parts.joined(by: " ")
    if let time = index.time(of: relation) { text += (text.isEmpty ? "" : ", ") + time }
    if relation.type != .locatedIn, let place = index.place(of: relation) {
      text += (text.isEmpty ? "in " : ", ") + place
    }
    return text
  }
}
