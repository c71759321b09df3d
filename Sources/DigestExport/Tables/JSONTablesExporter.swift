import DigestModel

extension ExportFormat {
  /// A folder with one JSON Lines file for each kind of thing; see ``JSONTablesExporter``.
  public static let tables = ExportFormat(
    name: "tables",
    abstract: "a folder of JSON Lines files, one for each kind of thing, with the same columns in every row",
    isMerged: false, files: JSONTable.allCases.map(\.file)
  ) { _ in JSONTablesExporter() }
}

/// The files of ``ExportFormat/tables``.
private enum JSONTable: String, CaseIterable {
  case documents, items, mentions, entities, figures, changes, relations, arguments, evidence, edges

  var file: String { rawValue + ".jsonl" }
}

/// Writes flat rows of JSON, one file for each kind of thing, as DuckDB, pandas and Spark read them.
///
/// Every row of a file has the same columns, `null` where nothing is known, each of one type. A row is known by its
/// document and its id; `arguments` and `evidence` belong to a relation by `document` and `relation`. Entities stand once
/// for each document that names them. Streams: keeps no document.
public struct JSONTablesExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the rows of one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    let graph = document.graph
    let (info, producer) = (graph.document, graph.producer)
    var rows = Rows(document: info.id)
    rows.add(.documents) { row in
      row.text("title", document.title)
      row.text("date", info.date)
      row.text("language", info.language)
      row.text("sha256", info.sha256)
      row.text("offsets", info.offsets.rawValue)
      row.text("version", producer.version)
      row.text("lexicons", producer.lexicons)
      row.text("as_of", producer.asOf)
      row.text("icu", producer.icu)
    }
    for item in graph.items {
      rows.add(.items) { row in
        row.text("id", item.id)
        row.span(item.span)
        row.span(item.headline, prefix: "headline_")
        row.text("outlet", item.outlet)
        row.text("reported", item.reported)
      }
    }
    for mention in graph.mentions {
      rows.add(.mentions) { row in
        row.text("id", mention.id)
        row.span(mention.span)
        row.text("text", mention.text)
        row.text("type", mention.type.rawValue)
        row.text("form", mention.form.rawValue)
        row.text("entity", mention.entity)
        row.texts("group", mention.group ?? [])
        row.text("country", mention.country)
        row.text("rule", mention.rule)
      }
    }
    for entity in graph.entities {
      rows.add(.entities) { row in
        row.text("id", entity.id)
        row.text("type", entity.type.rawValue)
        row.text("subtype", entity.subtype)
        row.text("name", entity.name)
        row.texts("aliases", entity.aliases ?? [])
        row.text("country", entity.country)
        row.text("wikidata", entity.wikidata)
        row.text("basis", entity.basis.rawValue)
      }
    }
    for figure in graph.figures { rows.add(figure) }
    for change in graph.changes {
      rows.add(.changes) { row in
        row.text("id", change.id)
        row.text("from_figure", change.from)
        row.text("to_figure", change.to)
        row.text("by_figure", change.by)
        row.text("direction", change.direction.rawValue)
        row.number("ratio", change.ratio)
        row.number("difference", change.difference)
        row.texts("computed", change.computed)
        row.text("measure", change.measure)
        row.text("rule", change.rule)
      }
    }
    for relation in graph.relations { rows.add(relation) }
    for edge in graph.edges {
      rows.add(.edges) { row in
        row.text("source", edge.source)
        row.text("target", edge.target)
        row.text("type", edge.type)
        row.integer("weight", edge.weight)
        row.texts("relations", edge.relations)
      }
    }
    for (table, bytes) in rows.bytes { output.write(bytes, to: table.file) }
  }
}

/// The rows of one document.
private struct Rows {
  let document: String
  private(set) var bytes: [(table: JSONTable, bytes: [UInt8])] = JSONTable.allCases.map { ($0, []) }

  init(document: String) { self.document = document }

  mutating func add(_ table: JSONTable, _ fill: (inout JSONWriter) -> Void) {
    var row = JSONWriter()
    row.object { row in
      row.text("document", document)
      fill(&row)
    }
    let index = JSONTable.allCases.firstIndex(of: table)!
    bytes[index].bytes += row.bytes
    bytes[index].bytes.append(UInt8(ascii: "\n"))
  }

  mutating func add(_ figure: Figure) {
    add(.figures) { row in
      row.text("id", figure.id)
      row.span(figure.span)
      row.text("text", figure.text)
      row.text("kind", figure.kind.rawValue)
      row.text("timex", figure.timex)
      row.text("edtf", figure.edtf)
      row.text("mod", figure.mod)
      row.text("anchor_date", figure.anchor?.date)
      row.text("anchor_from", figure.anchor?.from.rawValue)
      row.number("value", figure.value)
      row.number("low", figure.low)
      row.number("high", figure.high)
      row.text("bound", figure.bound?.rawValue)
      row.text("unit", figure.unit)
      row.text("ucum", figure.ucum)
      row.text("currency", figure.currency)
      row.text("of", figure.of)
      row.text("equivalent", figure.equivalent)
      row.text("rule", figure.rule)
    }
  }

  mutating func add(_ relation: Relation) {
    add(.relations) { row in
      row.text("id", relation.id)
      row.text("type", relation.type.rawValue)
      row.text("status", relation.status.rawValue)
      row.text("time", relation.time?.edtf)
      row.text("timex", relation.time?.timex)
      row.text("time_figure", relation.time?.figure)
      row.text("place", relation.place?.entity)
      row.text("reason", relation.reason)
      row.texts("conflicts", relation.conflicts ?? [])
      row.text("confidence", relation.confidence.rawValue)
    }
    for (position, argument) in relation.arguments.enumerated() {
      add(.arguments) { row in
        row.text("relation", relation.id)
        row.integer("position", position)
        row.text("role", argument.role.rawValue)
        row.text("entity", argument.entity)
        row.text("figure", argument.figure)
        row.text("change", argument.change)
        row.text("text", argument.text)
        row.span(argument.span)
        row.text("country", argument.country)
      }
    }
    for (position, evidence) in relation.evidence.enumerated() {
      add(.evidence) { row in
        row.text("relation", relation.id)
        row.integer("position", position)
        row.text("item", evidence.item)
        row.span(evidence.span)
        row.text("text", evidence.text)
        row.span(evidence.trigger, prefix: "trigger_")
        row.text("outlet", evidence.attribution?.outlet)
        row.text("reported", evidence.attribution?.date)
        row.text("speaker", evidence.attribution?.speaker)
        row.text("rule", evidence.rule)
      }
    }
  }
}

/// The columns of one row in order, absent values as `null`.
extension JSONWriter {
  fileprivate mutating func text(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  fileprivate mutating func texts(_ name: String, _ values: [String]) {
    key(name)
    array(inline: true) { writer in
      for value in values {
        writer.element()
        writer.string(value)
      }
    }
  }

  fileprivate mutating func integer(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  fileprivate mutating func number(_ name: String, _ value: Double?) {
    key(name)
    if let value { real(value) } else { null() }
  }

  fileprivate mutating func span(_ span: Span?, prefix: String = "") {
    integer(prefix + "start", span?.start)
    integer(prefix + "end", span?.end)
  }
}
