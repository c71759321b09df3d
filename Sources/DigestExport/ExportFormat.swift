/// A format in which graphs are written.
public struct ExportFormat: Sendable {
  /// The name by which a user asks for it.
  public var name: String
  /// What it is, in a few words.
  public var abstract: String
  /// Whether it is written only once all documents are known and merged, so that memory grows with their number.
  public var isMerged: Bool
  /// Whether each document is written by itself, so that several may be written at a time, each by an exporter of its
  /// own, and put together in order; nothing stands before or behind them all.
  public var isIndependent: Bool
  /// The names of the files that it writes into a folder; empty for a format that is one stream of bytes.
  public var files: [String]
  /// Makes an exporter for one run.
  public var makeExporter: @Sendable (ExportOptions) -> any GraphExporter

  /// Makes a format.
  public init(
    name: String, abstract: String, isMerged: Bool, isIndependent: Bool = false, files: [String] = [],
    makeExporter: @escaping @Sendable (ExportOptions) -> any GraphExporter
  ) {
    self.name = name
    self.abstract = abstract
    self.isMerged = isMerged
    self.isIndependent = isIndependent
    self.files = files
    self.makeExporter = makeExporter
  }

  /// All formats, the default one first.
  public static let all: [ExportFormat] = [
    .summary, .json, .jsonLines, .dot, .svg, .html, .graphML, .gexf, .csv, .neo4jCSV, .cypher, .tables, .turtle,
    .jsonLD, .annotations, .followTheMoney, .plover,
  ]

  /// The format with this name.
  public static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }
}
