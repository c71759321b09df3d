public import DigestModel

extension ExportFormat {
  /// Writes documents in this format, whole and in memory.
  ///
  /// - Parameters:
  ///   - documents: the documents in order.
  ///   - set: the same documents merged (`GraphSet(merging:)`), which a format with ``isMerged`` needs.
  ///   - options: how it is written.
  /// - Returns: the bytes of the only stream, or of each file that was written to.
  /// - Throws: what the exporter throws; the formats of this module throw nothing.
  public func export(
    _ documents: [ExportDocument], merged set: GraphSet?, options: ExportOptions = ExportOptions()
  ) throws -> [ExportOutput.Chunk] {
    var exporter = makeExporter(options)
    var output = ExportOutput()
    try exporter.begin(&output)
    for document in documents { try exporter.add(document, to: &output) }
    try exporter.end(isMerged ? set : nil, to: &output)
    return output.take()
  }

  /// Writes one document by itself, where the format ``isIndependent``.
  public func write(_ document: ExportDocument, options: ExportOptions = ExportOptions()) throws -> [ExportOutput.Chunk]
  {
    var exporter = makeExporter(options)
    var output = ExportOutput()
    try exporter.add(document, to: &output)
    return output.take()
  }
}
