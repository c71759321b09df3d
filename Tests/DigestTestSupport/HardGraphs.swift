package import DigestExport
import DigestGraph
package import DigestModel

/// A graph that is hard on an exporter, and the texts that it was made of.
package struct HardGraph: CustomStringConvertible, Sendable {
  package let name: String
  package let documents: [ExportDocument]

  /// The documents merged.
  package let set: GraphSet

  fileprivate init(name: String, documents: [ExportDocument]) {
    self.name = name
    self.documents = documents
    // The kit's documents have ids of their own, so merging can't fail.
    // swift-format-ignore: NeverUseForceTry
    set = try! GraphSet(merging: documents.map(\.graph))
  }

  package var description: String { name }
}

extension HardGraph {
  /// What every exporter has to bear.
  package static let all: [HardGraph] =
    [
      HardGraph(name: "none", documents: []),
      HardGraph(name: "empty", documents: [document("empty.txt", [])]),
      HardGraph(name: "one-edge", documents: [document("one.txt", ["Ana Quispe", "Tomás Rivas"])]),
      HardGraph(
        name: "two-documents",
        documents: [document("a.txt", ["Ana", "Tomás"]), document("b \"2\"/ü#?.txt", ["Ana", "Luz", "Tomás"])]),
    ]
    + words.map { HardGraph(name: $0.name, documents: [document("\($0.name).txt", $0.words)]) }
    + [HardGraph(name: "10000-edges", documents: [document("many.txt", (0...10_000).map { "P\($0)" })])]

  private static let words: [(name: String, words: [String])] = [
    (
      "quotes",
      ["\"", "'", "''' \"\"\"", "a\"b'c`d", "“x” «y»", "\\", "\\\\\"", "a\\", "C:\\users\\u0041", "\\'; DROP"]
    ),
    ("newlines", ["a\nb", "a\r\nb", "\n", "a\rb", "a\u{2028}b\u{2029}c", "a\u{85}b", " a  b ", "a\n\nb\n"]),
    ("tabs", ["a\tb", "\t", "\ta", "a\t", "a\u{B}b\u{C}c"]),
    ("right-to-left", ["محمد بن سلمان", "שלום", "a\u{202E}b\u{202C}", "\u{200F}x\u{200E}", "ا\u{200C}ب"]),
    ("emoji", ["👩🏽‍🚀", "🇰🇿", "e\u{301}", "𝔘𝔫𝔦", "\u{10FFFF}", "\u{FEFF}a", "中国"]),
    (
      "control-characters",
      ["a\u{0}b", "\u{1}\u{2}\u{1B}[31mred", "\u{7F}", "\u{80}\u{9F}", "\u{1F}|\u{1E}", "\u{FFFE}", "\u{FFFF}"]
    ),
    ("formulas", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "＝1", "'=1", " =1", "a,b;c", "|a|b"]),
    (
      "markup",
      [
        "<b>x</b>", "</script><script>alert(1)</script>", "&amp;", "]]>", "<!-- -->", "<?xml?>", "${x}", "{{x}}", "%s",
        "a -> b", "[x](y)", "\\N", "# x", "_:b", "<urn:x>", "@prefix x: <y> .", "^^xsd:date", "_x0041_", "x\") | (y",
      ]
    ),
    ("long", [String(repeating: "long ", count: 2_000), String(repeating: "ö", count: 5_000), "", " "]),
  ]

  /// A document in which the first of `names` met each of the others, every field of the format in use.
  private static func document(_ id: String, _ names: [String]) -> ExportDocument {
    var maker = HardDocument(id: id)
    for name in names { maker.add(name) }
    return maker.document
  }
}

/// Puts a text together and notes what stands where.
private struct HardDocument {
  private var text = "Lima, 5 May 2025\n"
  private var graph: DocumentGraph
  private var first: (id: String, name: String)?

  init(id: String) {
    graph = DocumentGraph(
      producer: Producer(version: "0.0.0", lexicons: "0123456789abcdef", asOf: "2025-01-01", icu: "72"),
      document: DocumentInfo(id: id, date: "2025-05-05", sha256: String(repeating: "0", count: 64)))
  }

  mutating func add(_ name: String) {
    guard let first else {
      self.first = (addEntity(name), name)
      return addFacts(name)
    }
    let (start, number) = (text.utf8.count, graph.relations.count + 1)
    let sentence = "\(first.name) met \(name) on 5 May."
    text += sentence + "\n"
    let end = text.utf8.count - 1
    let other = addEntity(name, at: start + first.name.utf8.count + 5)
    let trigger = start + first.name.utf8.count + 1
    graph.relations.append(
      Relation(
        id: "r\(number)", type: .met,
        arguments: [Argument(.participant, entity: first.id), Argument(.participant, entity: other, country: "PE")],
        time: RelationTime(edtf: "2025-05-05/2025-05-07", timex: "2025-05-05/2025-05-07", figure: "f1"),
        place: RelationPlace(entity: first.id), status: number % 5 == 4 ? .planned : .happened, reason: name,
        evidence: [
          Evidence(
            item: "i1", span: Span(start, end), text: sentence, trigger: Span(trigger, trigger + 3),
            attribution: Attribution(outlet: first.id, date: "2025-05-06", speaker: other), rule: "hard")
        ],
        confidence: .medium))
    guard graph.relations[number - 1].status.isActual else { return }
    graph.edges.append(
      Edge(
        source: min(first.id, other), target: max(first.id, other), type: "met-with", relations: ["r\(number)"],
        weight: 1))
  }

  private mutating func addEntity(_ name: String, at start: Int? = nil) -> String {
    let id = "text:\(graph.document.id)/person/\(name)"
    graph.entities.append(
      Entity(
        id: id, type: EntityType.allCases[graph.entities.count % 9], subtype: name, name: name,
        aliases: [name + "|", name],
        country: "PE", wikidata: "Q\(graph.entities.count + 1)", basis: .text))
    let span = start.map { Span($0, $0 + name.utf8.count) } ?? Span(0, 4)
    graph.mentions.append(
      Mention(
        id: "m\(graph.mentions.count + 1)", span: span, text: start == nil ? "Lima" : name, type: .person, form: .name,
        entity: id, country: "PE", rule: "hard"))
    return id
  }

  /// An item, figures and a change; once.
  private mutating func addFacts(_ name: String) {
    graph.figures = ["5", "May", "2025"].enumerated().map { position, words in
      let start = [6, 8, 12][position]
      var figure = Figure(
        id: "f\(position + 1)", span: Span(start, start + words.utf8.count), text: words, kind: .date, rule: "hard")
      figure.edtf = "2025-05-05"
      figure.timex = "2025-05-05"
      figure.mod = name
      figure.anchor = Figure.Anchor(date: "2025-05-05", from: .document)
      figure.value = [1.5e6, -0.25, 1e21][position]
      figure.low = 0.1
      figure.high = 9_007_199_254_740_992
      figure.bound = .about
      figure.unit = "x-\(name)"
      figure.ucum = name
      figure.currency = "PEN"
      figure.of = name
      figure.equivalent = "f1"
      return figure
    }
    graph.changes = [
      Change(
        id: "c1", from: "f1", to: "f2", by: "f3", direction: .up, ratio: 1.0 / 3, difference: -7, computed: ["ratio"],
        measure: name, rule: "hard")
    ]
    graph.diagnostics = [Diagnostic(code: "DG001", message: name, span: Span(0, 4))]
  }

  /// The document, its item around all of it.
  var document: ExportDocument {
    var graph = graph
    let bytes = Array(text.utf8)
    graph.document.sha256 = sha256(bytes)
    if let first {
      graph.items = [
        Item(id: "i1", span: Span(0, bytes.count), headline: Span(0, 16), outlet: first.id, reported: "2025-05-06")
      ]
    }
    return ExportDocument(graph, title: first?.name, text: bytes)
  }
}
