import DigestModel

extension ExportFormat {
  /// PLOVER events as JSON lines.
  public static let plover = ExportFormat(
    name: "plover", abstract: "PLOVER events with CAMEO codes, one JSON object a line, for event-data analysis",
    isMerged: false
  ) { _ in PloverExporter() }
}

/// Writes PLOVER events as JSON lines, with the CAMEO code of each; keeps no document.
///
/// The event, the mode and the code follow from the relation when it is written. The visitor is the source, who receives is
/// the recipient; where neither is known all who took part are sources. What is planned or expected becomes AGREE, the
/// intent to do it, with the context `future`; what is proposed, refused, denied, cancelled or hypothetical is left out, and
/// so is what the format can't hold: an event without any date, or material cooperation without a recipient. `date` is that
/// of the event, else of the report, else of the document; `date_from` tells which. Countries are ISO 3166-1 alpha-3.
/// - Note: Source: Open Event Data Alliance, PLOVER 0.7 (draft) with its CAMEO equivalents.
public struct PloverExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the events of one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    let actors = PloverActors(document.graph)
    for relation in document.graph.relations {
      guard let event = PloverEvent(relation, in: document.graph, actors) else { continue }
      output.write(event.line(document, actors))
    }
  }
}

/// One event, derived from a relation.
private struct PloverEvent {
  let relation: Relation
  let code: EventCode
  let sources: [String]
  let recipients: [String]
  let date: (days: (first: String, last: String), from: String)

  /// `nil` where the relation is no event of PLOVER's, or lacks what one must have.
  init?(_ relation: Relation, in graph: DocumentGraph, _ actors: PloverActors) {
    guard let code = EventCode(relation), let date = Self.date(relation, graph) else { return nil }
    let sides = actors.sides(relation)
    guard !sides.sources.isEmpty, !sides.recipients.isEmpty || !code.needsRecipient else { return nil }
    self.relation = relation
    self.code = code
    self.date = date
    (sources, recipients) = sides
  }

  private static func date(_ relation: Relation, _ graph: DocumentGraph)
    -> (days: (first: String, last: String), from: String)?
  {
    if let days = (relation.time?.edtf).flatMap(DayRange.init)?.dates { return (days, "event") }
    for evidence in relation.evidence {
      if let days = (evidence.attribution?.date).flatMap(DayRange.init)?.dates { return (days, "report") }
    }
    return graph.document.date.flatMap(DayRange.init).map { ($0.dates, "document") }
  }

  func line(_ document: ExportDocument, _ actors: PloverActors) -> [UInt8] {
    let info = document.graph.document
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", "\(info.id)#\(relation.id)")
      writer.field("date", date.days.first)
      if date.days.last != date.days.first { writer.field("enddate", date.days.last) }
      writer.field("date_from", date.from)
      writer.key("source")
      actors.write(sources, to: &writer)
      if !recipients.isEmpty {
        writer.key("recipient")
        actors.write(recipients, to: &writer)
      }
      writer.list("event", [code.event])
      if let mode = code.mode { writer.list("mode", [mode]) }
      if !code.context.isEmpty { writer.list("context", code.context) }
      writer.field("cameo", code.cameo)
      writer.key("quad_code")
      writer.integer(code.quad)
      actors.writePlace(relation, to: &writer)
      writer.field("status", relation.status.rawValue)
      writer.field("confidence", relation.confidence.rawValue)
      writeText(to: &writer)
      writeCitation(document, actors, to: &writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func writeText(to writer: inout JSONWriter) {
    writer.list("event_text", relation.evidence.map(\.text))
    guard let evidence = relation.evidence.first else { return }
    writer.field("text", evidence.text)
    writer.key("text_info")
    writer.object { writer in
      writer.key("start")
      writer.integer(evidence.start)
      writer.key("end")
      writer.integer(evidence.end)
    }
  }

  private func writeCitation(_ document: ExportDocument, _ actors: PloverActors, to writer: inout JSONWriter) {
    let graph = document.graph
    writer.key("cite_info")
    writer.object { writer in
      writer.field("citation", graph.document.id)
      if let title = document.title { writer.field("title", title) }
      writer.field("language", graph.document.language)
      if let outlet = relation.evidence.lazy.compactMap({ $0.attribution?.outlet }).first {
        writer.field("publication", actors.name(outlet))
      }
      writer.field("coder", "DigestGraph \(graph.producer.version)")
      writer.field("codebook", "plover-0.7")
    }
  }
}
