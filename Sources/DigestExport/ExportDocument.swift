public import DigestModel

/// A document on its way out: what was read from it, and what of the input goes with it.
public struct ExportDocument: Sendable {
  /// What was read.
  public var graph: DocumentGraph
  /// Its title, where the input has one.
  public var title: String?
  /// The text in UTF-8 after repair, which the offsets count; `nil` where results are read back without their texts.
  public var text: [UInt8]?

  /// Makes a document for export.
  public init(_ graph: DocumentGraph, title: String? = nil, text: [UInt8]? = nil) {
    self.graph = graph
    self.title = title
    self.text = text
  }
}
