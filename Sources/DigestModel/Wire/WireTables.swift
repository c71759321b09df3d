// The tables of `digest-graph/1`: every object's keys in the order in which they are written.

extension Span: WireObject {
  static let blank = Span(0, 0)
  static let fields: [WireField<Span>] = [.required("start", \.start), .required("end", \.end)]
}

extension Producer: WireObject {
  static let blank = Producer(version: "", lexicons: "", asOf: "", icu: "")
  static let fields: [WireField<Producer>] = [
    .required("version", \.version), .required("lexicons", \.lexicons), .required("asOf", \.asOf),
    .required("icu", \.icu),
  ]
}

extension DocumentInfo: WireObject {
  static let blank = DocumentInfo(id: "", sha256: "")
  static let fields: [WireField<DocumentInfo>] = [
    .required("id", \.id), .optional("date", \.date), .required("language", \.language),
    .required("sha256", \.sha256), .required("offsets", \.offsets),
  ]
}

extension Item: WireObject {
  static let blank = Item(id: "", span: .blank)
  static let fields: [WireField<Item>] = [
    .required("id", \.id), .required("start", \.start), .required("end", \.end), .optional("headline", \.headline),
    .optional("outlet", \.outlet), .optional("reported", \.reported),
  ]
}

extension Mention: WireObject {
  static let blank = Mention(id: "", span: .blank, text: "", type: .person, form: .name, rule: "")
  static let fields: [WireField<Mention>] = [
    .required("id", \.id), .required("start", \.start), .required("end", \.end), .required("text", \.text),
    .required("type", \.type), .required("form", \.form), .optional("entity", \.entity), .optional("group", \.group),
    .optional("country", \.country), .required("rule", \.rule),
  ]
}

extension Entity: WireObject {
  static let blank = Entity(id: "", type: .person, name: "", basis: .text)
  static let fields: [WireField<Entity>] = [
    .required("id", \.id), .required("type", \.type), .optional("subtype", \.subtype), .required("name", \.name),
    .optional("aliases", \.aliases), .optional("country", \.country), .optional("wikidata", \.wikidata),
    .required("basis", \.basis),
  ]
}

extension Figure.Anchor: WireObject {
  static let blank = Figure.Anchor(date: "", from: .document)
  static let fields: [WireField<Figure.Anchor>] = [.required("date", \.date), .required("from", \.from)]
}

extension Figure: WireObject {
  static let blank = Figure(id: "", span: .blank, text: "", kind: .date, rule: "")
  static let fields: [WireField<Figure>] = [
    .required("id", \.id), .required("start", \.start), .required("end", \.end), .required("text", \.text),
    .required("kind", \.kind), .optional("timex", \.timex), .optional("edtf", \.edtf), .optional("mod", \.mod),
    .optional("anchor", \.anchor), .optional("value", \.value), .optional("low", \.low), .optional("high", \.high),
    .optional("bound", \.bound), .optional("unit", \.unit), .optional("ucum", \.ucum),
    .optional("currency", \.currency), .optional("of", \.of), .optional("equivalent", \.equivalent),
    .required("rule", \.rule),
  ]
}

extension Change: WireObject {
  static let blank = Change(id: "", direction: .unchanged, rule: "")
  static let fields: [WireField<Change>] = [
    .required("id", \.id), .optional("from", \.from), .optional("to", \.to), .optional("by", \.by),
    .required("direction", \.direction), .optional("ratio", \.ratio), .optional("difference", \.difference),
    .required("computed", \.computed), .optional("measure", \.measure), .required("rule", \.rule),
  ]
}

extension Argument: WireObject {
  static let blank = Argument(.participant)
  static let fields: [WireField<Argument>] = [
    .required("role", \.role), .optional("entity", \.entity), .optional("figure", \.figure),
    .optional("change", \.change), .optional("text", \.text), .optional("start", \.start), .optional("end", \.end),
    .optional("country", \.country),
  ]
}

extension RelationTime: WireObject {
  static let blank = RelationTime(edtf: "", timex: "")
  static let fields: [WireField<RelationTime>] = [
    .required("edtf", \.edtf), .required("timex", \.timex), .optional("figure", \.figure),
  ]
}

extension RelationPlace: WireObject {
  static let blank = RelationPlace(entity: nil)
  static let fields: [WireField<RelationPlace>] = [
    .optional("entity", \.entity), .optional("start", \.start), .optional("end", \.end),
  ]
}

extension Attribution: WireObject {
  static let blank = Attribution()
  static let fields: [WireField<Attribution>] = [
    .optional("outlet", \.outlet), .optional("date", \.date), .optional("speaker", \.speaker),
  ]
}

extension Evidence: WireObject {
  static let blank = Evidence(span: .blank, text: "", rule: "")
  static let isInline = false
  static let fields: [WireField<Evidence>] = [
    .optional("document", \.document), .optional("item", \.item), .required("start", \.start),
    .required("end", \.end), .required("text", \.text), .optional("trigger", \.trigger),
    .optional("attribution", \.attribution), .required("rule", \.rule),
  ]
}

extension Relation: WireObject {
  static let blank = Relation(id: "", type: .met, arguments: [], status: .happened, evidence: [])
  static let isInline = false
  static let fields: [WireField<Relation>] = [
    .required("id", \.id), .required("type", \.type), .required("arguments", \.arguments), .optional("time", \.time),
    .optional("place", \.place), .required("status", \.status), .optional("reason", \.reason),
    .required("evidence", \.evidence), .optional("conflicts", \.conflicts), .required("confidence", \.confidence),
  ]
}

extension Edge: WireObject {
  static let blank = Edge(source: "", target: "", type: "", relations: [], weight: 0)
  static let fields: [WireField<Edge>] = [
    .required("source", \.source), .required("target", \.target), .required("type", \.type),
    .required("relations", \.relations), .required("weight", \.weight),
  ]
}

extension Diagnostic: WireObject {
  static let blank = Diagnostic(code: "", message: "")
  static let fields: [WireField<Diagnostic>] = [
    .required("code", \.code), .required("message", \.message), .optional("start", \.start), .optional("end", \.end),
  ]
}

extension DocumentGraph: WireObject {
  static let blank = DocumentGraph(producer: .blank, document: .blank)
  static let isInline = false
  static let fields: [WireField<DocumentGraph>] = [
    .schema(schema), .required("producer", \.producer), .required("document", \.document),
    .required("items", \.items), .required("mentions", \.mentions), .required("entities", \.entities),
    .required("figures", \.figures), .required("changes", \.changes), .required("relations", \.relations),
    .required("edges", \.edges), .required("diagnostics", \.diagnostics),
  ]
}

extension MergedGraph: WireObject {
  static let blank = MergedGraph()
  static let isInline = false
  static let fields: [WireField<MergedGraph>] = [
    .required("entities", \.entities), .required("relations", \.relations), .required("edges", \.edges),
  ]
}

extension GraphSet: WireObject {
  static let blank = GraphSet(documents: [], graph: .blank)
  static let isInline = false
  static let fields: [WireField<GraphSet>] = [
    .schema(schema), .required("documents", \.documents), .required("graph", \.graph),
  ]
}
