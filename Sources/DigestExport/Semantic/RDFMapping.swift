import DigestModel

/// Says in RDF what was read from one document, so that every notation says the same.
///
/// Every thing has a name, so that documents can be loaded one after the other: things that several documents name come
/// together by their names, and nothing is a blank node. Relations stay their document's own (see `extract merge` for one
/// record of one event); each is an entity of PROV-O that derives from its pieces of evidence, which are quoted from the
/// item and the document and hold the offsets.
struct RDFMapping {
  let graph: DocumentGraph
  let title: String?
  let document: ResourceName
  let producer: ResourceName
  let extraction: ResourceName
  /// The ids of the document's relations: an argument's `entity` may name one.
  let relations: Set<String>

  init(_ export: ExportDocument) {
    graph = export.graph
    title = export.title
    document = .document(graph.document.id)
    producer = .producer(version: graph.producer.version, lexicons: graph.producer.lexicons)
    extraction = document.part("extraction")
    relations = Set(graph.relations.map(\.id))
  }

  /// Writes everything, the document first.
  func write<Sink: RDFSink>(to sink: inout Sink) {
    writeDocument(to: &sink)
    for item in graph.items { write(item, to: &sink) }
    for entity in graph.entities { write(entity, to: &sink) }
    for mention in graph.mentions { write(mention, to: &sink) }
    for figure in graph.figures { write(figure, to: &sink) }
    for change in graph.changes { write(change, to: &sink) }
    for relation in graph.relations { write(relation, to: &sink) }
    for (position, edge) in graph.edges.enumerated() { write(edge, position, to: &sink) }
    for (position, diagnostic) in graph.diagnostics.enumerated() {
      sink.resource(document.part("diagnostic-\(position + 1)"), RDFClass.diagnostic) { fields in
        fields.link(.isPartOf, document)
        fields.text(.code, diagnostic.code)
        fields.text(.message, diagnostic.message)
        fields.whole(.start, diagnostic.start)
        fields.whole(.end, diagnostic.end)
      }
    }
  }

  /// The thing that an argument or an end of an edge names: an entity, or a relation of this document.
  func thing(_ id: String) -> ResourceName { relations.contains(id) ? document.part(id) : .entity(id) }

  private func writeDocument<Sink: RDFSink>(to sink: inout Sink) {
    let (info, made) = (graph.document, graph.producer)
    sink.resource(document, RDFClass.document) { fields in
      fields.text(.id, info.id)
      fields.text(.name, title)
      fields.text(.date, info.date)
      fields.text(.language, info.language)
      fields.text(.sha256, info.sha256)
      fields.text(.offsets, info.offsets.rawValue)
    }
    sink.resource(producer, RDFClass.producer) { fields in
      fields.text(.name, "DigestGraph")
      fields.text(.softwareVersion, made.version)
      fields.text(.lexicons, made.lexicons)
      fields.text(.asOf, made.asOf)
      fields.text(.icu, made.icu)
    }
    sink.resource(extraction, RDFClass.extraction) { fields in
      fields.link(.used, document)
      fields.link(.wasAssociatedWith, producer)
    }
  }

  private func write<Sink: RDFSink>(_ item: Item, to sink: inout Sink) {
    sink.resource(document.part(item.id), RDFClass.item) { fields in
      fields.text(.id, item.id)
      fields.link(.isPartOf, document)
      fields.span(item.span)
      fields.span(item.headline, .headlineStart, .headlineEnd)
      fields.link(.outlet, entity: item.outlet)
      fields.link(.publisher, entity: item.outlet)
      fields.text(.reported, item.reported)
    }
  }

  private func write<Sink: RDFSink>(_ entity: Entity, to sink: inout Sink) {
    sink.resource(.entity(entity.id), RDFClass.entity(entity)) { fields in
      fields.text(.id, entity.id)
      fields.text(.type, entity.type.rawValue)
      fields.text(.subtype, entity.subtype)
      fields.text(.name, entity.name)
      fields.texts(.alternateName, entity.aliases)
      fields.text(.countryCode, entity.country)
      fields.text(.wikidata, entity.wikidata)
      fields.link(.sameAs, entity.wikidata.flatMap(ResourceName.wikidata))
      fields.text(.basis, entity.basis.rawValue)
    }
  }

  private func write<Sink: RDFSink>(_ mention: Mention, to sink: inout Sink) {
    sink.resource(document.part(mention.id), RDFClass.mention) { fields in
      fields.text(.id, mention.id)
      fields.link(.isPartOf, document)
      fields.span(mention.span)
      fields.text(.text, mention.text)
      fields.text(.type, mention.type.rawValue)
      fields.text(.form, mention.form.rawValue)
      fields.link(.refersTo, entity: mention.entity)
      if let group = mention.group, !group.isEmpty {
        fields.links(.term(.member), group.unique.map(ResourceName.entity))
      }
      fields.text(.countryCode, mention.country)
      fields.text(.rule, mention.rule)
    }
  }

  private func write<Sink: RDFSink>(_ edge: Edge, _ position: Int, to sink: inout Sink) {
    let (source, target) = (thing(edge.source), thing(edge.target))
    sink.resource(document.part("edge-\(position + 1)"), RDFClass.edge) { fields in
      fields.link(.source, source)
      fields.link(.target, target)
      fields.text(.type, edge.type)
      fields.whole(.weight, edge.weight)
      if !edge.relations.isEmpty {
        fields.links(.term(.relation), edge.relations.unique.map { document.part($0) })
      }
      fields.link(.wasGeneratedBy, extraction)
    }
    sink.resource(source, ["prov:Entity"]) { $0.links(.edge(.edgeType(edge.type)), [target]) }
  }
}
