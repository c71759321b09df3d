package import DigestExport
import DigestModel

/// What every exporter must do with every graph, whatever its format.
package enum ExporterConformance {
  /// Larger files say nothing new about the grammar, and the checks of tests are slow.
  private static let checkedSize = 2_000_000

  /// What is wrong; empty where nothing is.
  ///
  /// Checked are: the same bytes whether the output is emptied after each call or at the end; nothing written to a file
  /// that the format doesn't name; UTF-8; a format that is not merged asks for no set; the grammar, as far as
  /// ``FormatGrammar`` knows it, of files up to ``checkedSize`` bytes.
  package static func faults(_ format: ExportFormat, _ graph: HardGraph) throws -> [String] {
    let set = format.isMerged ? graph.set : nil
    let whole = try format.export(graph.documents, merged: set)
    var faults: [String] = []
    if try streamed(format, graph.documents, set) != files(whole) { faults.append("streaming gives other bytes") }
    let names = format.files.isEmpty ? [""] : format.files
    for (name, bytes) in files(whole) {
      if !names.contains(name) { faults.append("'\(name)' is none of the format's files") }
      if bytes.count > checkedSize { continue }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        faults.append("\(name) is not UTF-8")
        continue
      }
      faults += FormatGrammar.faults(text, format: format.name, file: name).map { "\(name) \($0)" }
    }
    return faults
  }

  private static func streamed(_ format: ExportFormat, _ documents: [ExportDocument], _ set: GraphSet?) throws
    -> [String: [UInt8]]
  {
    var exporter = format.makeExporter(ExportOptions())
    var output = ExportOutput()
    var chunks: [ExportOutput.Chunk] = []
    try exporter.begin(&output)
    chunks += output.take()
    for document in documents {
      try exporter.add(document, to: &output)
      chunks += output.take()
    }
    try exporter.end(set, to: &output)
    return files(chunks + output.take())
  }

  private static func files(_ chunks: [ExportOutput.Chunk]) -> [String: [UInt8]] {
    chunks.reduce(into: [:]) { $0[$1.file, default: []] += $1.bytes }
  }
}
