#if SQLite
  import DigestGraph
  import DigestModel
  import GRDB

  /// Fills the tables of a new database.
  struct StoreWriter {
    let database: Database
    /// The documents' titles, by id.
    let titles: [String: String]

    /// Writes everything: each value stands in one row of one table.
    func write(_ set: GraphSet) throws {
      try database.execute(sql: StoreSchema.tables)
      var entities = set.graph.entities
      // A merged graph has all of its documents' entities; one that was put together by hand may not.
      let known = Set(entities.map(\.id))
      entities += set.documents.flatMap(\.entities).filter { !known.contains($0.id) }
      try write(entities)
      try write(set.graph)
      let events = set.events
      var sources = SourceTable(database: database)
      for document in set.documents { try write(document, events, &sources) }
      try database.execute(sql: StoreSchema.indexes)
    }

    private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
      let values = values.map { ($0 as? String).map(Self.text) ?? $0 }
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      try statement.execute(arguments: StatementArguments(values))
    }

    /// SQLite's texts end at a NUL, so one in a text is written as U+FFFD.
    static func text(_ text: String) -> String {
      text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }

    private func write(_ entities: [Entity]) throws {
      for entity in entities {
        try insert(
          "entity",
          [
            entity.id, entity.type.rawValue, entity.subtype, entity.name, entity.country, entity.wikidata,
            entity.basis.rawValue,
          ])
        for alias in Set(entity.aliases ?? []).sorted() { try insert("alias", [entity.id, alias]) }
      }
    }

    private func write(_ graph: MergedGraph) throws {
      for relation in graph.relations {
        try insert(
          "event",
          [
            relation.id, relation.type.rawValue, relation.status.rawValue, relation.time?.edtf, relation.place?.entity,
            relation.reason, relation.confidence.rawValue,
          ])
      }
      for relation in graph.relations {
        for other in Set(relation.conflicts ?? []).sorted() { try insert("conflict", [relation.id, other]) }
      }
      for edge in graph.edges {
        try insert("edge", [edge.source, edge.target, edge.type, edge.weight])
        for id in Set(edge.relations).sorted() { try insert("edge_event", [edge.source, edge.target, edge.type, id]) }
      }
    }

    private func write(_ graph: DocumentGraph, _ events: [String: String], _ sources: inout SourceTable) throws {
      let (document, producer) = (graph.document, graph.producer)
      try insert(
        "document",
        [
          document.id, titles[document.id], document.date, document.language, document.sha256,
          document.offsets.rawValue, producer.version, producer.lexicons, producer.asOf, producer.icu,
        ])
      for (position, diagnostic) in graph.diagnostics.enumerated() {
        try insert(
          "diagnostic",
          [document.id, position, diagnostic.code, diagnostic.message, diagnostic.start, diagnostic.end])
      }
      for item in graph.items {
        let source = try sources.id(outlet: item.outlet, date: item.reported, speaker: nil)
        try insert(
          "item", [document.id, item.id, item.start, item.end, item.headline?.start, item.headline?.end, source])
      }
      for mention in graph.mentions { try write(mention, document.id) }
      for figure in graph.figures { try write(figure, document.id) }
      for change in graph.changes { try write(change, document.id) }
      // A relation may stand before the ones that it ties together.
      for relation in graph.relations {
        try insert(
          "relation",
          [
            document.id, relation.id, events["\(document.id)#\(relation.id)"], relation.type.rawValue,
            relation.status.rawValue, relation.time?.edtf, relation.time?.timex, relation.time?.figure,
            relation.place?.entity, relation.place?.start, relation.place?.end, relation.reason,
            relation.confidence.rawValue,
          ])
      }
      let relations = Set(graph.relations.map(\.id))
      for relation in graph.relations {
        for (position, argument) in relation.arguments.enumerated() {
          let isRelation = argument.entity.map(relations.contains) ?? false
          try insert(
            "argument",
            [
              document.id, relation.id, position, argument.role.rawValue, isRelation ? nil : argument.entity,
              isRelation ? argument.entity : nil, argument.figure, argument.change, argument.text, argument.start,
              argument.end, argument.country,
            ])
        }
        for evidence in relation.evidence { try write(evidence, of: relation.id, document.id, &sources) }
      }
    }

    private func write(_ mention: Mention, _ document: String) throws {
      try insert(
        "mention",
        [
          document, mention.id, mention.start, mention.end, mention.text, mention.type.rawValue, mention.form.rawValue,
          mention.entity, mention.country, mention.rule,
        ])
      for member in Set(mention.group ?? []).sorted() { try insert("group_member", [document, mention.id, member]) }
    }

    private func write(_ figure: Figure, _ document: String) throws {
      try insert(
        "figure",
        [
          document, figure.id, figure.start, figure.end, figure.text, figure.kind.rawValue, figure.timex, figure.edtf,
          figure.mod, figure.anchor?.date, figure.anchor?.from.rawValue, figure.value, figure.low, figure.high,
          figure.bound?.rawValue, figure.unit, figure.ucum, figure.currency, figure.of, figure.equivalent, figure.rule,
        ])
    }

    private func write(_ change: Change, _ document: String) throws {
      try insert(
        "change",
        [
          document, change.id, change.from, change.to, change.by, change.direction.rawValue, change.ratio,
          change.difference, change.computed.contains("ratio"), change.computed.contains("difference"), change.measure,
          change.rule,
        ])
    }

    private func write(
      _ evidence: Evidence, of relation: String, _ document: String, _ sources: inout SourceTable
    ) throws {
      let attribution = evidence.attribution
      let source = try sources.id(
        outlet: attribution?.outlet, date: attribution?.date, speaker: attribution?.speaker)
      try insert(
        "evidence",
        [
          nil, document, relation, evidence.item, evidence.start, evidence.end, evidence.text, evidence.trigger?.start,
          evidence.trigger?.end, source, evidence.rule,
        ])
    }
  }

  /// Who said something and when; each source is one row.
  private struct SourceTable {
    let database: Database
    private var ids: [[String?]: Int64] = [:]

    init(database: Database) {
      self.database = database
    }

    /// The id of a source; `nil` where nothing is known of it.
    mutating func id(outlet: String?, date: String?, speaker: String?) throws -> Int64? {
      let key = [outlet, date, speaker]
      if key.allSatisfy({ $0 == nil }) { return nil }
      if let id = ids[key] { return id }
      let statement = try database.cachedStatement(
        sql: "INSERT INTO source (outlet, date, speaker) VALUES (?, ?, ?)")
      let values: [(any DatabaseValueConvertible)?] = key.map { $0.map(StoreWriter.text) }
      try statement.execute(arguments: StatementArguments(values))
      ids[key] = database.lastInsertedRowID
      return database.lastInsertedRowID
    }
  }
#endif
