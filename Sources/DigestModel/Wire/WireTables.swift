// The fields of `digest-graph/1`: every object's keys in the order in which they are written.

extension Span: WireObject {
  static let blank = Span(0, 0)
  static func describe(_ fields: inout some WireFields<Span>) {
    fields.required("start", \.start)
    fields.required("end", \.end)
  }
}

extension Producer: WireObject {
  static let blank = Producer(version: "", lexicons: "", asOf: "", icu: "")
  static func describe(_ fields: inout some WireFields<Producer>) {
    fields.required("version", \.version)
    fields.required("lexicons", \.lexicons)
    fields.required("asOf", \.asOf)
    fields.required("icu", \.icu)
  }
}

extension DocumentInfo: WireObject {
  static let blank = DocumentInfo(id: "", sha256: "")
  static func describe(_ fields: inout some WireFields<DocumentInfo>) {
    fields.required("id", \.id)
    fields.optional("date", \.date)
    fields.required("language", \.language)
    fields.required("sha256", \.sha256)
    fields.required("offsets", \.offsets)
  }
}

extension Item: WireObject {
  static let blank = Item(id: "", span: .blank)
  static func describe(_ fields: inout some WireFields<Item>) {
    fields.required("id", \.id)
    fields.required("start", \.start)
    fields.required("end", \.end)
    fields.optional("headline", \.headline)
    fields.optional("outlet", \.outlet)
    fields.optional("reported", \.reported)
  }
}

extension Mention: WireObject {
  static let blank = Mention(id: "", span: .blank, text: "", type: .person, form: .name, rule: "")
  static func describe(_ fields: inout some WireFields<Mention>) {
    fields.required("id", \.id)
    fields.required("start", \.start)
    fields.required("end", \.end)
    fields.required("text", \.text)
    fields.required("type", \.type)
    fields.required("form", \.form)
    fields.optional("entity", \.entity)
    fields.optional("group", \.group)
    fields.optional("country", \.country)
    fields.required("rule", \.rule)
  }
}

extension Entity: WireObject {
  static let blank = Entity(id: "", type: .person, name: "", basis: .text)
  static func describe(_ fields: inout some WireFields<Entity>) {
    fields.required("id", \.id)
    fields.required("type", \.type)
    fields.optional("subtype", \.subtype)
    fields.required("name", \.name)
    fields.optional("aliases", \.aliases)
    fields.optional("country", \.country)
    fields.optional("wikidata", \.wikidata)
    fields.required("basis", \.basis)
  }
}

extension Figure.Anchor: WireObject {
  static let blank = Figure.Anchor(date: "", from: .document)
  static func describe(_ fields: inout some WireFields<Figure.Anchor>) {
    fields.required("date", \.date)
    fields.required("from", \.from)
  }
}

extension Figure: WireObject {
  static let blank = Figure(id: "", span: .blank, text: "", kind: .date, rule: "")
  static func describe(_ fields: inout some WireFields<Figure>) {
    fields.required("id", \.id)
    fields.required("start", \.start)
    fields.required("end", \.end)
    fields.required("text", \.text)
    fields.required("kind", \.kind)
    fields.optional("timex", \.timex)
    fields.optional("edtf", \.edtf)
    fields.optional("mod", \.mod)
    fields.optional("anchor", \.anchor)
    fields.optional("value", \.value)
    fields.optional("low", \.low)
    fields.optional("high", \.high)
    fields.optional("bound", \.bound)
    fields.optional("unit", \.unit)
    fields.optional("ucum", \.ucum)
    fields.optional("currency", \.currency)
    fields.optional("of", \.of)
    fields.optional("equivalent", \.equivalent)
    fields.required("rule", \.rule)
  }
}

extension Change: WireObject {
  static let blank = Change(id: "", direction: .unchanged, rule: "")
  static func describe(_ fields: inout some WireFields<Change>) {
    fields.required("id", \.id)
    fields.optional("from", \.from)
    fields.optional("to", \.to)
    fields.optional("by", \.by)
    fields.required("direction", \.direction)
    fields.optional("ratio", \.ratio)
    fields.optional("difference", \.difference)
    fields.required("computed", \.computed)
    fields.optional("measure", \.measure)
    fields.required("rule", \.rule)
  }
}

extension Argument: WireObject {
  static let blank = Argument(.participant)
  static func describe(_ fields: inout some WireFields<Argument>) {
    fields.required("role", \.role)
    fields.optional("entity", \.entity)
    fields.optional("figure", \.figure)
    fields.optional("change", \.change)
    fields.optional("text", \.text)
    fields.optional("start", \.start)
    fields.optional("end", \.end)
    fields.optional("country", \.country)
  }
}

extension RelationTime: WireObject {
  static let blank = RelationTime(edtf: "", timex: "")
  static func describe(_ fields: inout some WireFields<RelationTime>) {
    fields.required("edtf", \.edtf)
    fields.required("timex", \.timex)
    fields.optional("figure", \.figure)
  }
}

extension RelationPlace: WireObject {
  static let blank = RelationPlace(entity: nil)
  static func describe(_ fields: inout some WireFields<RelationPlace>) {
    fields.optional("entity", \.entity)
    fields.optional("start", \.start)
    fields.optional("end", \.end)
  }
}

extension Attribution: WireObject {
  static let blank = Attribution()
  static func describe(_ fields: inout some WireFields<Attribution>) {
    fields.optional("outlet", \.outlet)
    fields.optional("date", \.date)
    fields.optional("speaker", \.speaker)
  }
}

extension Evidence: WireObject {
  static let blank = Evidence(span: .blank, text: "", rule: "")
  static let isInline = false
  static func describe(_ fields: inout some WireFields<Evidence>) {
    fields.optional("document", \.document)
    fields.optional("item", \.item)
    fields.required("start", \.start)
    fields.required("end", \.end)
    fields.required("text", \.text)
    fields.optional("trigger", \.trigger)
    fields.optional("attribution", \.attribution)
    fields.required("rule", \.rule)
  }
}

extension Relation: WireObject {
  static let blank = Relation(id: "", type: .met, arguments: [], status: .happened, evidence: [])
  static let isInline = false
  static func describe(_ fields: inout some WireFields<Relation>) {
    fields.required("id", \.id)
    fields.required("type", \.type)
    fields.required("arguments", \.arguments)
    fields.optional("time", \.time)
    fields.optional("place", \.place)
    fields.required("status", \.status)
    fields.optional("reason", \.reason)
    fields.required("evidence", \.evidence)
    fields.optional("conflicts", \.conflicts)
    fields.required("confidence", \.confidence)
  }
}

extension Edge: WireObject {
  static let blank = Edge(source: "", target: "", type: "", relations: [], weight: 0)
  static func describe(_ fields: inout some WireFields<Edge>) {
    fields.required("source", \.source)
    fields.required("target", \.target)
    fields.required("type", \.type)
    fields.required("relations", \.relations)
    fields.required("weight", \.weight)
  }
}

extension Diagnostic: WireObject {
  static let blank = Diagnostic(code: "", message: "")
  static func describe(_ fields: inout some WireFields<Diagnostic>) {
    fields.required("code", \.code)
    fields.required("message", \.message)
    fields.optional("start", \.start)
    fields.optional("end", \.end)
  }
}

extension DocumentGraph: WireObject {
  static let blank = DocumentGraph(producer: .blank, document: .blank)
  static let isInline = false
  static func describe(_ fields: inout some WireFields<DocumentGraph>) {
    fields.schema(schema)
    fields.required("producer", \.producer)
    fields.required("document", \.document)
    fields.required("items", \.items)
    fields.required("mentions", \.mentions)
    fields.required("entities", \.entities)
    fields.required("figures", \.figures)
    fields.required("changes", \.changes)
    fields.required("relations", \.relations)
    fields.required("edges", \.edges)
    fields.required("diagnostics", \.diagnostics)
  }
}

extension MergedGraph: WireObject {
  static let blank = MergedGraph()
  static let isInline = false
  static func describe(_ fields: inout some WireFields<MergedGraph>) {
    fields.required("entities", \.entities)
    fields.required("relations", \.relations)
    fields.required("edges", \.edges)
  }
}

extension GraphSet: WireObject {
  static let blank = GraphSet(documents: [], graph: .blank)
  static let isInline = false
  static func describe(_ fields: inout some WireFields<GraphSet>) {
    fields.schema(schema)
    fields.required("documents", \.documents)
    fields.required("graph", \.graph)
  }
}
