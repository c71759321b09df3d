public import DigestModel

extension ExportFormat {
  /// A text for people.
  public static let summary = ExportFormat(
    name: "summary", abstract: "a text to read: meetings, acts and projects, each with its sentence", isMerged: false
  ) { SummaryExporter(options: $0) }
}

/// Writes, for people, what the documents say: meetings, acts and projects, each with its sentences.
///
/// It shows names and not ids, and leaves nothing out: a relation that fits no section stands under "Also stated".
/// Control characters of the text never reach the terminal.
public struct SummaryExporter: GraphExporter {
  private let options: ExportOptions
  private var counts: [SummaryCounts] = []

  /// Makes an exporter.
  public init(options: ExportOptions = ExportOptions()) {
    self.options = options
  }

  /// Writes a document's sections.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    var page = Page(options: options)
    let summary = DocumentSummary(document.graph)
    if !counts.isEmpty {
      page.paragraph(StyledText(String(repeating: "─", count: min(page.width, 100)), .dim))
      output.write("\n")
    }
    summary.write(title: document.title, hasQuotes: options.hasQuotes, to: &page)
    output.write(page.bytes)
    counts.append(summary.counts)
  }

  /// Writes the sums over all documents, where there are several.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard counts.count > 1 else { return }
    var page = Page(options: options)
    let sum = counts.reduce(SummaryCounts(), +)
    page.paragraph(StyledText("\(counts.count) documents: \(sum)", .heading))
    output.write("\n")
    output.write(page.bytes)
  }
}

/// How much was found.
struct SummaryCounts: CustomStringConvertible {
  var meetings = 0
  var acts = 0
  var projects = 0
  var entities = 0
  var figures = 0

  static func + (left: SummaryCounts, right: SummaryCounts) -> SummaryCounts {
    SummaryCounts(
      meetings: left.meetings + right.meetings, acts: left.acts + right.acts,
      projects: left.projects + right.projects, entities: left.entities + right.entities,
      figures: left.figures + right.figures)
  }

  var description: String {
    [
      Self.count(meetings, "meeting"), Self.count(acts, "act"), Self.count(projects, "project"),
      entities == 1 ? "1 entity" : "\(entities) entities", Self.count(figures, "figure"),
    ].joined(separator: ", ")
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
