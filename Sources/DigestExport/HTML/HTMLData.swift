import DigestModel

/// What the page shows, as JSON: the documents in pieces, the merged graph, and its picture.
///
/// The page's own short form, not the wire format: words for people come from here, so that the page has those of the
/// terminal; things, relations and documents refer to each other by number. Offsets are UTF-16 units of a piece.
struct HTMLData {
  /// The title of the page.
  let title: String
  private(set) var json: [UInt8] = []

  private let set: GraphSet
  private let index: SummaryIndex
  private let pieces: [HTMLPieces]
  private let titles: [String: String]
  private let documents: [String: Int]
  private let entities: [String: Int]
  private let relations: [String: Int]

  init(_ set: GraphSet, texts: [String: [UInt8]], titles: [String: String]) {
    self.set = set
    self.titles = titles
    index = SummaryIndex(set)
    pieces = set.documents.map { HTMLPieces($0, text: texts[$0.document.id]) }
    documents = Self.numbers(set.documents.map(\.document.id))
    entities = Self.numbers(set.graph.entities.map(\.id))
    relations = Self.numbers(set.graph.relations.map(\.id))
    let first = set.documents.first.map { titles[$0.document.id] ?? $0.document.id }
    title = set.documents.count == 1 ? first! : SVGText.count(set.documents.count, "document")
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("title", title)
      if let producer = set.documents.first?.producer {
        writer.member("producer", "extract \(producer.version), tables as of \(HumanDate.describe(producer.asOf))")
      }
      writer.list("documents", set.documents.indices) { document($0, &$1) }
      writer.list("entities", set.graph.entities) { entity($0, &$1) }
      writer.list("relations", set.graph.relations) { relation($0, &$1) }
      writer.list("projects", projects) { project($0, &$1) }
      writer.key("graph")
      HTMLGraph(Picture(set.graph), entities: entities, relations: relations).write(to: &writer)
      writer.member("edges", set.graph.edges.count)
    }
    json = writer.bytes
  }

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }
}

// Documents and things.
extension HTMLData {
  private func document(_ number: Int, _ writer: inout JSONWriter) {
    let graph = set.documents[number]
    let pieces = pieces[number]
    writer.object { writer in
      writer.member("id", graph.document.id)
      writer.member("title", titles[graph.document.id] ?? graph.document.id)
      writer.member("when", graph.document.date.map(HumanDate.describe))
      if graph.document.language != "en" { writer.member("language", graph.document.language) }
      writer.list("pieces", pieces.pieces) { piece($0, pieces, &$1) }
      writer.list("mentions", graph.mentions.compactMap { mention in pieces.place(mention.span).map { (mention, $0) } })
      {
        mention($0.0, $0.1, &$1)
      }
      writer.list("figures", graph.figures.compactMap { figure in pieces.place(figure.span).map { (figure, $0) } }) {
        figure($0.0, $0.1, &$1)
      }
      writer.list("notes", graph.diagnostics) { $1.string("\($0.code): \($0.message)") }
    }
  }

  private func piece(_ piece: HTMLPieces.Piece, _ pieces: HTMLPieces, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", piece.text)
      if let place = piece.item?.headline.flatMap(pieces.place) {
        writer.numbers("headline", [place.start, place.end])
      }
      let source = [(piece.item?.outlet).map(index.name), (piece.item?.reported).map(HumanDate.brief)]
      if piece.item?.outlet != nil { writer.member("source", source.compactMap { $0 }.joined(separator: ", ")) }
    }
  }

  private func mention(_ mention: Mention, _ place: HTMLPieces.Place, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.place(place)
      writer.member("type", mention.type.rawValue)
      writer.member("form", mention.form.rawValue)
      writer.member("rule", mention.rule)
      writer.member("entity", mention.entity.flatMap { entities[$0] })
    }
  }

  private func figure(_ figure: Figure, _ place: HTMLPieces.Place, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.place(place)
      writer.member("kind", figure.kind.rawValue)
      writer.member("words", HumanFigure.describe(figure))
      writer.member("value", figure.edtf ?? figure.timex)
      writer.member("rule", figure.rule)
    }
  }

  private func entity(_ entity: Entity, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", entity.id)
      writer.member("name", entity.name.isEmpty ? entity.id : entity.name)
      writer.member("type", entity.type.rawValue)
      writer.member("subtype", entity.subtype)
      writer.member("country", entity.country.map { index.name("country:" + $0) })
      writer.member("wikidata", entity.wikidata)
      writer.list("aliases", entity.aliases ?? []) { $1.string($0) }
    }
  }
}

// Relations and projects.
extension HTMLData {
  private func relation(_ relation: Relation, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", relation.id)
      writer.member("type", relation.type.rawValue)
      writer.member("kind", PictureStyle.LineKind(relation.type).rawValue)
      writer.member("section", relation.type.section.rawValue)
      writer.member("status", relation.status.rawValue)
      writer.member("phrase", Phrase(relation, index).line.plain)
      writer.member("reason", relation.reason)
      writer.member("confidence", relation.confidence.rawValue)
      if let days = (relation.time?.edtf).flatMap(DayRange.init)?.dates {
        writer.member("from", days.first)
        writer.member("to", days.last)
      }
      writer.member("when", index.time(of: relation)?.plain)
      writer.member("where", index.place(of: relation)?.plain)
      writer.list("arguments", relation.arguments) { argument($0, of: relation, &$1) }
      writer.list("evidence", relation.evidence) { evidence($0, &$1) }
      writer.list("conflicts", (relation.conflicts ?? []).compactMap { relations[$0] }) { $1.integer($0) }
    }
  }

  private func argument(_ argument: Argument, of relation: Relation, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("role", argument.role.rawValue)
      writer.member("words", index.words(argument, of: relation).plain)
      writer.member("entity", argument.entity.flatMap { entities[$0] })
      writer.member("relation", argument.entity.flatMap { relations[$0] })
    }
  }

  private func evidence(_ evidence: Evidence, _ writer: inout JSONWriter) {
    let document = evidence.document.flatMap { documents[$0] }
    writer.object { writer in
      writer.member("document", document)
      if let place = document.flatMap({ pieces[$0].place(evidence.span) }) {
        writer.place(place)
      } else {
        writer.member("text", evidence.text)
      }
      if let trigger = trigger(evidence) { writer.numbers("trigger", trigger) }
      writer.member("source", index.source(of: evidence))
      writer.member("outlet", (evidence.attribution?.outlet).map(index.name))
      writer.member("reported", (evidence.attribution?.date).flatMap(DayRange.init)?.dates.first)
      writer.member("rule", evidence.rule)
    }
  }

  /// Where the trigger stands in its sentence, in UTF-16 units.
  private func trigger(_ evidence: Evidence) -> [Int]? {
    guard let trigger = evidence.trigger, trigger.start >= evidence.start else { return nil }
    let unit = index.unit(of: evidence)
    guard let start = evidence.text.utf16Offset(of: trigger.start - evidence.start, unit),
      let end = evidence.text.utf16Offset(of: trigger.end - evidence.start, unit)
    else { return nil }
    return [start, end]
  }

  /// The projects of the merged graph and what is said of each.
  private var projects: [Project] {
    var told: [String: [Relation]] = [:]
    for relation in set.graph.relations where relation.type.section == .project {
      let subjects = relation.arguments.filter { [.project, .part, .subject].contains($0.role) }
      for id in Set(subjects.compactMap(\.entity)) { told[id, default: []].append(relation) }
    }
    return set.graph.entities.filter { $0.type == .project }.map { Project(entity: $0, relations: told[$0.id] ?? []) }
  }

  private func project(_ project: Project, _ writer: inout JSONWriter) {
    let block = ProjectBlock(index: index, project: project.entity, relations: project.relations)
    let repeated = block.repeatedFigures
    let shown = project.relations.filter { !$0.arguments.contains { $0.figure.map(repeated.contains) ?? false } }
    writer.object { writer in
      writer.member("entity", entities[project.entity.id])
      writer.list("rows", shown) { relation, writer in
        writer.object { writer in
          writer.member("relation", relations[relation.id])
          writer.member("label", block.label(relation))
          writer.member("words", block.text(relation).plain)
        }
      }
    }
  }
}

extension PictureStyle.LineKind {
  /// The colour of events of this type, which is that of their lines.
  init(_ type: RelationType) {
    switch type {
    case .met, .received, .called, .negotiated, .mediated: self = .meeting
    case .visited, .attended: self = .visit
    case .agreed, .signed, .issued, .upgradedRelations, .invited: self = .accord
    case .appointed: self = .office
    default: self.init(type.rawValue)
    }
  }
}
