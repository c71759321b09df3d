import DigestModel

/// The sections of one document's summary.
struct DocumentSummary {
  private let document: DocumentGraph
  private let index: SummaryIndex
  private let meetings: [Relation]
  private let acts: [Relation]
  private let projects: [Project]
  private let offices: [Relation]
  private let others: [Relation]
  private let block: EventBlock

  init(_ document: DocumentGraph) {
    self.document = document
    let index = SummaryIndex(document)
    self.index = index
    let projects = document.projects.map { project in
      Project(entity: project.entity, relations: project.relations.filter { $0.type.section == .project })
    }
    self.projects = projects
    let told = Set(projects.flatMap(\.relations).map(\.id))
    var parts: [String: [Relation]] = [:]
    var nested: Set<String> = []
    for relation in document.relations where relation.type == .partOf {
      guard let part = index.relation(relation.argument(.part)), let whole = index.relation(relation.argument(.whole)),
        part.type.section == .meeting, !Self.reaches(whole.id, from: part.id, parts)
      else { continue }
      parts[whole.id, default: []].append(part)
      nested.formUnion([part.id, relation.id])
    }
    block = EventBlock(index: index, parts: parts)
    func of(_ section: SummarySection) -> [Relation] {
      document.relations.filter { $0.type.section == section && !nested.contains($0.id) && !told.contains($0.id) }
    }
    meetings = of(.meeting)
    acts = of(.act)
    offices = of(.office)
    others = of(.project)
  }

  /// Whether `target` lies among the parts of `start`, so that nesting never runs in a circle.
  private static func reaches(_ target: String, from start: String, _ parts: [String: [Relation]]) -> Bool {
    var open = [start]
    var seen: Set<String> = []
    while let id = open.popLast() {
      if id == target { return true }
      if seen.insert(id).inserted { open += (parts[id] ?? []).map(\.id) }
    }
    return false
  }

  /// What was found.
  var counts: SummaryCounts {
    SummaryCounts(
      meetings: document.relations.filter { $0.type.section == .meeting }.count, acts: acts.count,
      projects: projects.count, entities: document.entities.count, figures: document.figures.count)
  }

  /// Writes the whole summary.
  func write(title: String?, hasQuotes: Bool = true, to page: inout Page) {
    var quoter = Quoter(index, isOn: hasQuotes)
    header(title, &page)
    section("Meetings and visits", block.groups(meetings), isDense: !hasQuotes, &page) {
      block.write($0, to: &$1, &quoter)
    }
    section("Acts", block.groups(acts), isDense: !hasQuotes, &page) { block.write($0, to: &$1, &quoter) }
    let described = projects.filter { !$0.relations.isEmpty }
    section("Projects", described, &page) {
      ProjectBlock(index: index, project: $0.entity, relations: $0.relations).write(to: &$1, &quoter)
    }
    section("Also stated", block.groups(others), isDense: !hasQuotes, &page) { block.write($0, to: &$1, &quoter) }
    writeOffices(&page)
    footer(&page)
  }

  /// Longer names stand out of the column of names, so that they don't push it far to the right.
  private static let widestHolder = 26

  private func writeOffices(_ page: inout Page) {
    let rows = officesByHolder.map { Phrase.offices($0, index) }
    if rows.isEmpty { return }
    page.gap()
    page.paragraph(StyledText("People and offices", .heading))
    let widths = rows.map { Page.columns($0.holder.plain) }
    let column = widths.filter { $0 <= Self.widestHolder }.max() ?? 0
    for (row, width) in zip(rows, widths) {
      // On a narrow terminal a column of names would leave too little for the offices.
      if page.width < 72 {
        page.paragraph(row.holder + StyledText(": " + row.offices), indent: 2)
        continue
      }
      let space = String(repeating: " ", count: max(column - width, 0) + 2)
      page.paragraph(StyledText(row.offices), indent: 2, lead: row.holder + StyledText(space))
    }
  }

  /// The offices, those of one person or body together, by first mention.
  private var officesByHolder: [[Relation]] {
    var order: [String] = []
    var groups: [String: [Relation]] = [:]
    for relation in offices {
      let holder = Phrase.holder(of: relation)
      let key = holder?.entity ?? holder?.text ?? relation.id
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(relation)
    }
    return order.map { groups[$0]! }
  }

  private func header(_ title: String?, _ page: inout Page) {
    let info = document.document
    var facts = [title == nil ? nil : info.id, info.date.map(HumanDate.describe) ?? "no date"].compactMap { $0 }
    facts.append(SummaryCounts.count(document.items.count, "item"))
    if info.language != "en" { facts.append("language \(info.language)") }
    page.paragraph(
      StyledText(title ?? info.id, .name) + StyledText(" · " + facts.joined(separator: " · "), .dim))
  }

  private func section<Value>(
    _ name: String, _ values: [Value], isDense: Bool = false, _ page: inout Page, _ write: (Value, inout Page) -> Void
  ) {
    if values.isEmpty { return }
    page.gap()
    page.paragraph(StyledText(name, .heading))
    for value in values {
      if !isDense { page.gap() }
      write(value, &page)
    }
  }

  private func footer(_ page: inout Page) {
    page.gap()
    let told = Set(projects.flatMap(\.relations).flatMap(\.arguments).compactMap(\.entity))
    let bare = projects.map(\.entity).filter { !told.contains($0.id) }.map { StyledText($0.name, .name) }
    if !bare.isEmpty { page.paragraph(bare.joined(by: ", "), lead: StyledText("Also named: ", .label)) }
    let open = unresolved
    if !open.isEmpty {
      page.paragraph(StyledText(open.joined(separator: ", "), .dim), lead: StyledText("Not resolved: ", .notice))
    }
    for diagnostic in document.diagnostics {
      page.paragraph(StyledText(diagnostic.message), lead: StyledText("\(diagnostic.code): ", .notice))
    }
    let isEmpty = document.relations.isEmpty && projects.isEmpty
    page.paragraph(StyledText((isEmpty ? "Nothing found: " : "") + counts.description + ".", .dim))
  }

  /// Words that refer to somebody or something that was not found out, each once.
  private var unresolved: [String] {
    var texts: [String] = []
    for mention in document.mentions where mention.entity == nil && (mention.group ?? []).isEmpty {
      let text = "“\(mention.text)”"
      if mention.form != .pronoun && !texts.contains(text) { texts.append(text) }
    }
    return texts
  }
}
