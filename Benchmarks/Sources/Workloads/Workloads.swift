internal import DigestExport
internal import DigestFigures
internal import DigestGraph
internal import DigestStages
public import NewsCorpus

/// All that is measured.
public enum Workloads {
  /// How many names the lists hold, with the words for tables.
  public static let lists = [("1k", 1_000), ("10k", 10_000), ("100k", 100_000), ("1M", 1_000_000)]

  /// Boundaries of words and sentences, by ICU and by the tables.
  public static let boundaries: [Workload] = [
    ("words (ICU)", .word, .icu), ("words (portable)", .word, .portable), ("words", .word, .best),
    ("sentences (ICU)", .sentence, .icu), ("sentences (portable)", .sentence, .portable),
    ("sentences", .sentence, .best),
  ].map { (name: String, kind: BoundaryCounter.Kind, method: BoundaryCounter.Method) in
    Workload(name) {
      let counter = BoundaryCounter(kind, method: method)
      return { counter.count(in: $0) }
    }
  }

  /// Tokens and names, with lists of several sizes.
  public static func matching(_ corpus: NewsCorpus, upTo limit: Int = 1_000_000) -> [Workload] {
    lists.filter { $0.1 <= limit }.map { words, count in
      Workload("tokens and names, \(words)", expected: corpus.expected(knowing: count)) {
        let matcher = try NameMatcher(people: NameList(count: count).table)
        return { matcher.count(in: $0) }
      }
    }
  }

  /// Dates, quantities and changes on their own.
  public static let figures = Workload("figures", isSlow: true) {
    let extractor = try FigureExtractor()
    return { extractor.figures(in: String(decoding: $0, as: UTF8.self), anchor: "2025-05-09").figures.count }
  }

  /// The whole, to the bytes of JSON Lines; counts edges.
  public static let pipeline = Workload("extract to JSON Lines", isSlow: true) {
    let extractor = try Extractor()
    return { text in
      let graph = extractor.extract(utf8: text, id: "d", date: "2025-05-09")
      return graph.edges.count + min(0, graph.json().count)
    }
  }

  /// The whole without the output.
  public static let extraction = Workload("extract, no output", isSlow: true) {
    let extractor = try Extractor()
    return { extractor.extract(utf8: $0, id: "d", date: "2025-05-09").edges.count }
  }
}
