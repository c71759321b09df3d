import DigestExport
import DigestModel

extension ExportFormat {
  /// One name a line.
  static let names = ExportFormat(name: "names", abstract: "the names of all things, one a line", isMerged: false) {
    _ in
    NamesExporter()
  }
}

/// Writes the names of a document's entities, one a line; keeps no document.
struct NamesExporter: GraphExporter {
  mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    for entity in document.graph.entities {
      output.write(entity.name.replacing("\n", with: " "))
      output.write("\n")
    }
  }
}
