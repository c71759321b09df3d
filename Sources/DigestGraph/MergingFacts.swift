import DigestModel

/// What is known of entities, figures and changes over all documents, for comparing relations.
struct ReportFacts {
  private var countries: [String: String] = [:]
  private var figures: [String: Figure] = [:]
  private var changes: [String: Change] = [:]

  init(_ documents: [DocumentGraph]) {
    for document in documents {
      let id = document.document.id
      for entity in document.entities where countries[entity.id] == nil { countries[entity.id] = entity.country }
      for figure in document.figures { figures["\(id)#\(figure.id)"] = figure }
      for change in document.changes {
        var change = change
        change.from = change.from.map { "\(id)#\($0)" }
        change.to = change.to.map { "\(id)#\($0)" }
        change.by = change.by.map { "\(id)#\($0)" }
        changes["\(id)#\(change.id)"] = change
      }
    }
  }

  /// The country to which an entity belongs.
  func country(of entity: String) -> String? { countries[entity] }

  /// Who and what takes part, sorted. Figures count by what they measure and not by their value, so that reports that
  /// differ in the value meet.
  func participants(of relation: Relation, _ document: String) -> [String] {
    relation.arguments.compactMap { argument in
      switch argument.role {
      case .kind, .topic, .amount, .deadline, .officiant, .share: return nil
      case .occasion where relation.type != .attended: return nil
      default: return "\(argument.role.rawValue) \(identity(of: argument, document))"
      }
    }.sorted()
  }

  private func identity(of argument: Argument, _ document: String) -> String {
    // A visit to a capital is a visit to its country.
    if argument.role == .destination, let country = argument.country ?? argument.entity.flatMap(country) {
      return country
    }
    if let entity = argument.entity { return entity }
    if let figure = argument.figure.flatMap({ figures[$0] }) { return measure(figure) }
    if let change = argument.change.flatMap({ changes[$0] }) {
      let figure = [change.from, change.to, change.by].lazy.compactMap { $0.flatMap { figures[$0] } }.first
      return "\(change.measure ?? "") \(figure.map(measure) ?? "")"
    }
    if argument.role == .country, let country = argument.country { return country }
    guard let text = argument.text else { return argument.country ?? "" }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return argument.role.isPlainWords ? words : "\(document) \(words)"
  }

  /// The values that two reports of one event must share, as far as both give some.
  func amounts(of relation: Relation) -> Set<String> {
    var amounts: Set<String> = []
    for argument in relation.arguments {
      if let figure = argument.figure.flatMap({ figures[$0] }) { amounts.insert(value(figure)) }
      if let change = argument.change.flatMap({ changes[$0] }) {
        let values = [change.from, change.to, change.by].map { $0.flatMap { figures[$0] }.map(value) ?? "" }
        amounts.insert(values.joined(separator: " "))
      }
    }
    return amounts
  }

  private func measure(_ figure: Figure) -> String {
    "\(figure.kind.rawValue) \(figure.unit ?? "") \(figure.currency ?? "")"
  }

  private func value(_ figure: Figure) -> String {
    let numbers = [figure.value, figure.low, figure.high].map { $0.map(\.description) ?? "" }
    return "\(measure(figure)) \(figure.edtf ?? "") \(numbers.joined(separator: " "))"
  }
}

extension Role {
  /// Whether equal words mean the same thing in any text: "strategic partnership", not "the minister".
  fileprivate var isPlainWords: Bool {
    switch self {
    case .level, .stage, .part, .measure, .subject, .agreement, .award, .position: true
    default: false
    }
  }
}
