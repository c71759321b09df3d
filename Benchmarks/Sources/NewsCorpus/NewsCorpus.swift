/// Invented digests: datelines, headlines, sentences with names, dates, sums and quantities in the variety of news.
public struct NewsCorpus: Sendable {
  /// A digest and the names of ``NameList`` that stand in it.
  public struct Document: Sendable {
    /// Its words in UTF-8.
    public let text: [UInt8]
    /// Each mention's place in the list.
    public let names: [Int]
  }

  /// The digests.
  public let documents: [Document]

  /// Makes digests of about 4.5 KB until they hold `bytes`.
  ///
  /// - Parameter names: who may be named; the first often, the last seldom.
  public init(bytes: Int, names: NameList, seed: UInt64 = 1) {
    var writer = DigestWriter(names: names.names, seed: seed)
    var documents: [Document] = []
    var size = 0
    while size < bytes {
      documents.append(writer.document())
      size += documents[documents.count - 1].text.count
    }
    self.documents = documents
  }

  /// The size of all texts in bytes.
  public var bytes: Int { documents.reduce(0) { $0 + $1.text.count } }

  /// How many names there are to find for who knows the first `count` of the list.
  public func expected(knowing count: Int) -> Int {
    documents.reduce(0) { $0 + $1.names.count { $0 < count } }
  }
}
