public import DigestModel

extension GraphSet {
  /// Merges documents into one graph.
  public init(merging documents: [DocumentGraph]) throws {
    self.init(
      documents: documents,
      graph: MergedGraph(entities: documents.flatMap(\.entities), edges: documents.flatMap(\.edges)))
  }
}
