public import DigestModel

extension ExportFormat {
  /// One page to look at.
  public static let html = ExportFormat(
    name: "html",
    abstract: "one page for a browser: graph, meetings, projects, timeline, and the texts with highlights",
    isMerged: true
  ) { _ in HTMLExporter() }
}

/// Writes one HTML file that needs nothing else: the merged graph to drag, zoom and filter, tables of events and
/// projects, a timeline, and the texts with what was found in them.
///
/// The file opens from disk, asks no network (its Content-Security-Policy forbids it) and has the same bytes for the
/// same input. Words of a text reach the page as data only, never as markup or script. A document that comes without
/// its text is shown by the sentences that support its relations. The page is made for 300 things in the graph and for
/// some thousand relations; larger sets are better filtered first.
public struct HTMLExporter: GraphExporter {
  private var texts: [String: [UInt8]] = [:]
  private var titles: [String: String] = [:]

  /// Makes an exporter.
  public init() {}

  /// Keeps the document's text and title.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    let id = document.graph.document.id
    if texts[id] == nil { texts[id] = document.text }
    if titles[id] == nil { titles[id] = document.title }
  }

  /// Writes the page.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    guard let set else { return }
    let data = HTMLData(set, texts: texts, titles: titles)
    output.write(HTMLPage(title: data.title, language: "en").around(data.json))
  }
}
