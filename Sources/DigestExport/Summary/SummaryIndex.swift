import DigestModel

/// Look-ups over one document, or over a set of them: the names behind ids and spans.
struct SummaryIndex {
  private let entities: [String: Entity]
  private let figures: [String: Figure]
  private let changes: [String: Change]
  private let relations: [String: Relation]
  private let words: [Place: String]
  /// What the offsets of each document count; that of the only document has no id.
  private let units: [String?: OffsetUnit]

  private struct Place: Hashable {
    var document: String?
    var span: Span
  }

  init(_ document: DocumentGraph) {
    entities = Self.byKey(document.entities, \.id)
    figures = Self.byKey(document.figures, \.id)
    changes = Self.byKey(document.changes, \.id)
    relations = Self.byKey(document.relations, \.id)
    words = Self.byKey(document.mentions) { Place(document: nil, span: $0.span) }.mapValues(\.text)
    units = [nil: document.document.offsets]
  }

  /// Looks up what the merged graph speaks of, by its qualified ids.
  init(_ set: GraphSet) {
    entities = Self.byKey(set.graph.entities, \.id)
    relations = Self.byKey(set.graph.relations, \.id)
    figures = Self.byKey(set.documents.flatMap { $0.qualifiedFigures }, \.id)
    changes = Self.byKey(set.documents.flatMap { $0.qualifiedChanges }, \.id)
    let mentions = set.documents.flatMap { document in document.mentions.map { (document.document.id, $0) } }
    words = Self.byKey(mentions) { Place(document: $0.0, span: $0.1.span) }.mapValues(\.1.text)
    units = Self.byKey(set.documents) { $0.document.id }.mapValues(\.document.offsets)
  }

  private static func byKey<Value, Key: Hashable>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
    Dictionary(values.map { (key($0), $0) }) { first, _ in first }
  }

  /// What the offsets of a piece of evidence count.
  func unit(of evidence: Evidence) -> OffsetUnit { units[evidence.document] ?? units[nil] ?? .utf8 }

  func figure(_ id: String) -> Figure? { figures[id] }

  func change(_ id: String) -> Change? { changes[id] }

  func entity(_ id: String) -> Entity? { entities[id] }

  func relation(_ id: String) -> Relation? { relations[id] }

  /// The relation to which an argument of `part-of` refers.
  func relation(_ argument: Argument?) -> Relation? {
    (argument?.entity).flatMap { relations[$0] } ?? (argument?.text).flatMap { relations[$0] }
  }

  /// The name of an entity; of an id that has no entity here, its readable part.
  func name(_ id: String) -> String {
    entities[id]?.name ?? id.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? id
  }

  /// An argument in words; names stand out, words of the text that name no known thing do not.
  func words(_ argument: Argument, of relation: Relation) -> StyledText {
    if argument.role == .country, let country = argument.country, let known = entities["country:" + country] {
      return StyledText(known.name, .name)
    }
    if let id = argument.entity { return StyledText(self.relation(argument).map(\.type.rawValue) ?? name(id), .name) }
    if let figure = argument.figure.flatMap({ figures[$0] }) {
      let same = figure.equivalent.flatMap { figures[$0] }.map { " (\(HumanFigure.describe($0)))" }
      return StyledText(HumanFigure.describe(figure) + (same ?? ""))
    }
    if let change = argument.change.flatMap({ changes[$0] }) {
      return StyledText(HumanFigure.describe(change, figure))
    }
    if let text = argument.text ?? argument.span.flatMap({ slice($0, relation) }) {
      return StyledText(Self.inside(text))
    }
    if let country = argument.country { return StyledText(name("country:" + country), .name) }
    return StyledText("?")
  }

  /// Words as they stand inside a line: "A parade" is "a parade".
  private static func inside(_ text: String) -> String {
    for article in ["A ", "An ", "The "] where text.hasPrefix(article) {
      return article.lowercased() + text.dropFirst(article.count)
    }
    return text
  }

  func change(_ argument: Argument) -> Change? { argument.change.flatMap { changes[$0] } }

  /// The words of a span of the relation's document: those of a mention, or a part of the relation's sentences.
  private func slice(_ span: Span, _ relation: Relation) -> String? {
    let document = relation.evidence.first?.document.flatMap { _ in relation.document }
    if let words = words[Place(document: document, span: span)] { return words }
    let sentences = relation.evidence.lazy.filter { document == nil || $0.document == document }
    return sentences.compactMap { $0.slice(span, unit(of: $0)) }.first
  }

  /// Where a relation held: the names of the place and, where it says more, of the place's country.
  func place(of relation: Relation) -> StyledText? {
    guard let place = relation.place else { return nil }
    guard let id = place.entity else {
      guard let start = place.start, let end = place.end else { return nil }
      return slice(Span(start, end), relation).map { StyledText($0) }
    }
    let country = entities[id].flatMap { $0.type == .place ? $0.country : nil }
    let land = country.flatMap { entities["country:" + $0]?.name }
    return StyledText(name(id) + (land.map { ", " + $0 } ?? ""))
  }

  /// When a relation held.
  func time(of relation: Relation) -> StyledText? {
    relation.time.map { StyledText(HumanDate.describe($0.edtf)) }
  }

  /// Who reported it and when: "Nova News, 6 May 2025".
  func source(of evidence: Evidence) -> String? {
    let outlet = (evidence.attribution?.outlet).map(name)
    let date = (evidence.attribution?.date).map(HumanDate.brief)
    let parts = [outlet, date].compactMap { $0 }
    let speaker = (evidence.attribution?.speaker).map { "quoting " + name($0) }
    let source = ([parts.isEmpty ? nil : parts.joined(separator: ", "), speaker]).compactMap { $0 }
    return source.isEmpty ? nil : source.joined(separator: ", ")
  }
}

extension Relation {
  /// The document of which a merged relation's id and spans speak: what stands before the last `#` of its id.
  fileprivate var document: String? { id.lastIndex(of: "#").map { String(id[..<$0]) } }
}

extension DocumentGraph {
  private func qualified(_ id: String) -> String { "\(document.id)#\(id)" }

  /// The figures under the ids by which a merged graph knows them.
  fileprivate var qualifiedFigures: [Figure] {
    figures.map {
      var figure = $0
      figure.id = qualified(figure.id)
      figure.equivalent = figure.equivalent.map(qualified)
      return figure
    }
  }

  /// The changes under the ids by which a merged graph knows them.
  fileprivate var qualifiedChanges: [Change] {
    changes.map {
      var change = $0
      change.id = qualified(change.id)
      (change.from, change.to) = (change.from.map(qualified), change.to.map(qualified))
      change.by = change.by.map(qualified)
      return change
    }
  }
}

extension Evidence {
  /// The words at `span` of the document, where they lie in this sentence; offsets count `unit`.
  func slice(_ span: Span, _ unit: OffsetUnit) -> String? {
    guard let range = range(of: span, unit) else { return nil }
    return String(text[range])
  }

  /// Where `span` of the document lies in ``text``.
  func range(of span: Span, _ unit: OffsetUnit) -> Range<String.Index>? {
    guard start <= span.start, span.start < span.end, span.end <= end else { return nil }
    func index(_ offset: Int) -> String.Index? {
      switch unit {
      case .utf8: text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
      case .utf16: text.utf16.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
      case .scalar: text.unicodeScalars.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
      }
    }
    guard let from = index(span.start - start), let to = index(span.end - start) else { return nil }
    return from..<to
  }
}
