public import DigestModel

extension ExportFormat {
  /// W3C Web Annotations.
  public static let annotations = ExportFormat(
    name: "annotations",
    abstract: "W3C Web Annotations on the texts: mentions, figures and relations, by position and by quote",
    isMerged: false
  ) { _ in AnnotationsExporter() }
}

/// Writes W3C Web Annotations, one a line, in one collection; keeps no document.
///
/// Mentions identify their entity, figures describe their value, and each piece of evidence describes its relation; the
/// names are those of ``TurtleExporter``. A target has a `TextQuoteSelector` and, where positions in Unicode scalars are
/// known, a `TextPositionSelector`: the document counts scalars, or its text is at hand. The words before and after a quote
/// stand in it where the text is at hand.
/// - Note: Source: W3C, Web Annotation Data Model.
public struct AnnotationsExporter: GraphExporter {
  private var total = 0

  /// Makes an exporter.
  public init() {}

  /// Opens the collection.
  public mutating func begin(_ output: inout ExportOutput) {
    output.write(
      """
      {"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:digest-graph:annotations","type":"AnnotationCollection",\
      "label":"DigestGraph","first":{"id":"urn:digest-graph:annotations:1","type":"AnnotationPage","startIndex":0,"items":[
      """)
  }

  /// Writes the annotations of one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    var page = AnnotationPage(document, total: total)
    page.write()
    total = page.total
    output.write(page.bytes)
  }

  /// Closes the collection.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    output.write("\n]},\"total\":\(total)}\n")
  }
}

/// The annotations of one document.
private struct AnnotationPage {
  private let graph: DocumentGraph
  private let document: ResourceName
  private let quotes: QuoteFinder
  private(set) var total: Int
  private(set) var bytes: [UInt8] = []

  init(_ export: ExportDocument, total: Int) {
    graph = export.graph
    document = .document(graph.document.id)
    quotes = QuoteFinder(text: export.text, offsets: graph.document.offsets)
    self.total = total
  }

  mutating func write() {
    for mention in graph.mentions {
      let entities = [mention.entity].compactMap { $0 } + (mention.group ?? [])
      add(
        mention.id, entities.isEmpty ? "tagging" : "identifying", mention.span, mention.text,
        things: entities.map(ResourceName.entity), tags: [mention.type.rawValue, mention.form.rawValue])
    }
    for figure in graph.figures {
      let value = figure.edtf ?? figure.timex ?? Self.amount(figure)
      add(figure.id, "describing", figure.span, figure.text, words: value, tags: [figure.kind.rawValue])
    }
    for relation in graph.relations {
      for (position, evidence) in relation.evidence.enumerated()
      where evidence.document ?? graph.document.id == graph.document.id {
        add(
          document.part(relation.id).piece("evidence", position), "describing", evidence.span, evidence.text,
          things: [document.part(relation.id)], tags: [relation.type.rawValue, relation.status.rawValue])
      }
    }
  }

  private mutating func add(
    _ id: String, _ motivation: String, _ span: Span, _ text: String, things: [ResourceName] = [], words: String? = nil,
    tags: [String]
  ) {
    add(document.part(id), motivation, span, text, things: things, words: words, tags: tags)
  }

  private mutating func add(
    _ name: ResourceName, _ motivation: String, _ span: Span, _ text: String, things: [ResourceName] = [],
    words: String? = nil, tags: [String]
  ) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", name.iri + ".annotation")
      writer.field("type", "Annotation")
      writer.field("motivation", motivation)
      writer.key("body")
      writer.array { writer in
        for thing in things { writer.body("SpecificResource", "source", thing.iri, "identifying") }
        if let words { writer.body("TextualBody", "value", words, "describing") }
        for tag in tags { writer.body("TextualBody", "value", tag, "tagging") }
      }
      writer.key("target")
      writer.object { writer in
        writer.field("source", document.iri)
        writer.key("selector")
        writer.array { quotes.write(span, text, to: &$0) }
      }
    }
    bytes += total == 0 ? "\n".utf8 : ",\n".utf8
    bytes += writer.bytes
    total += 1
  }

  /// A quantity in a few words: its number and its unit or currency.
  private static func amount(_ figure: Figure) -> String? {
    guard let value = figure.value ?? figure.low else { return nil }
    let number = Int(exactly: value)?.description ?? value.description
    return [number, figure.currency, figure.unit].compactMap { $0 }.joined(separator: " ")
  }
}

/// Writes the selectors of a place in a text.
private struct QuoteFinder {
  /// How many bytes, at most, stand before and after a quote.
  private static let context = 32
  private let text: [UInt8]?
  private let offsets: OffsetUnit
  private let map: OffsetMap?

  init(text: [UInt8]?, offsets: OffsetUnit) {
    self.text = text
    self.offsets = offsets
    map = text.map(OffsetMap.init)
  }

  func write(_ span: Span, _ exact: String, to writer: inout JSONWriter) {
    if let start = scalars(span.start), let end = scalars(span.end) {
      writer.element()
      writer.object { writer in
        writer.field("type", "TextPositionSelector")
        writer.key("start")
        writer.integer(start)
        writer.key("end")
        writer.integer(end)
      }
    }
    writer.element()
    writer.object { writer in
      writer.field("type", "TextQuoteSelector")
      writer.field("exact", exact)
      guard let text, let map else { return }
      let (start, end) = (map.utf8(span.start, in: offsets), map.utf8(span.end, in: offsets))
      writer.field("prefix", words(text, max(0, start - Self.context)..<start))
      writer.field("suffix", words(text, end..<min(text.count, end + Self.context)))
    }
  }

  private func scalars(_ offset: Int) -> Int? {
    if offsets == .scalar { return offset }
    return map.map { $0.offset(utf8: $0.utf8(offset, in: offsets), in: .scalar) }
  }

  /// The whole scalars of a range of bytes.
  private func words(_ text: [UInt8], _ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end && text[start] & 0xC0 == 0x80 { start += 1 }
    if end < text.count { while end > start && text[end] & 0xC0 == 0x80 { end -= 1 } }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}

extension JSONWriter {
  /// Writes a member that is a string.
  mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func body(_ type: String, _ name: String, _ value: String, _ purpose: String) {
    element()
    object { writer in
      writer.field("type", type)
      writer.field(name, value)
      writer.field("purpose", purpose)
    }
  }
}
