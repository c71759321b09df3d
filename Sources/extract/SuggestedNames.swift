import DigestExport
import DigestLexicon
import DigestModel
import DigestText

/// The names that documents use and no table has, and spellings of known names that no table has.
struct SuggestedNames {
  /// The tables for which names can be found.
  static let tables: [TableKind] = [
    .people, .organizations, .outlets, .places, .projects, .occasions, .agreements, .awards,
  ]

  private let lexicon: Lexicon
  private var unknown: [Key: Usage] = [:]
  /// Of the tables' rows, the names of known things spelled as no table does.
  private var spellings: [Key: Usage] = [:]
  /// Known names by table and skeleton.
  private let skeletons: [Key: String]

  /// A table, and a name or the skeleton of one.
  private struct Key: Hashable {
    var table: TableKind
    var name: String
  }

  /// Where and how a name is used.
  private struct Usage {
    var name: String
    /// The row that it may belong to.
    var row: String?
    var subtype: String?
    var country: String?
    var documents = 0
    var mentions = 0
    var relations = 0
    var example = ""
  }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    var skeletons: [Key: String] = [:]
    for kind in Self.tables {
      let table = lexicon.table(kind)
      for row in 0..<table.rowCount {
        for name in [table.cell(row, "name")] + table.list(row, "aliases") {
          let skeleton = NameSkeleton.of(name)
          let key = Key(table: kind, name: skeleton)
          if !skeleton.isEmpty, skeletons[key] == nil { skeletons[key] = table.cell(row, "id") }
        }
      }
    }
    self.skeletons = skeletons
  }

  /// Counts the names of one document.
  mutating func add(_ document: ExportDocument) {
    let graph = document.graph
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
    var relations: [String: Int] = [:]
    for argument in graph.relations.flatMap(\.arguments) {
      if let entity = argument.entity { relations[entity, default: 0] += 1 }
    }
    var seen: Set<Key> = []
    for mention in graph.mentions {
      guard let id = mention.entity, let entity = entities[id], let table = Self.table(of: entity),
        [.name, .acronym].contains(mention.form), isName(mention.text)
      else { continue }
      let isKnown = entity.basis == .lexicon
      if isKnown && (mention.form == .acronym || hasName(mention.text, id)) { continue }
      let name = isKnown ? mention.text : entity.name
      let key = Key(table: table, name: Self.folded(name))
      var usage =
        (isKnown ? spellings[key] : unknown[key])
        ?? Usage(
          name: name, row: isKnown ? id : nil, subtype: entity.subtype, country: entity.country,
          example: example(mention, document.text))
      usage.mentions += 1
      usage.country = usage.country ?? entity.country
      if seen.insert(key).inserted {
        usage.documents += 1
        usage.relations += relations[id, default: 0]
      }
      if isKnown { spellings[key] = usage } else { unknown[key] = usage }
    }
  }

  private static func table(of entity: Entity) -> TableKind? {
    switch entity.type {
    case .person: .people
    case .organization: entity.subtype == "media" ? .outlets : .organizations
    case .place: .places
    case .project: .projects
    case .occasion: .occasions
    case .agreement: .agreements
    case .award: .awards
    default: nil
    }
  }

  /// Whether words are a name and no description: each word but small ones has a capital.
  private func isName(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      word.utf8.count <= 3 || word.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true
    } && text.unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// Whether a row has the name as it is written.
  private func hasName(_ text: String, _ id: String) -> Bool {
    Lookup(text, in: lexicon).candidates.contains { $0.id == id && $0.words == text }
  }

  private static func folded(_ name: String) -> String {
    var key: [UInt8] = []
    Array(name.utf8).withUnsafeBufferPointer { Folding.shared.append($0, to: &key) }
    return String(decoding: key, as: UTF8.self)
  }

  /// The words around a mention, on one line.
  private func example(_ mention: Mention, _ text: [UInt8]?) -> String {
    guard let text, mention.end <= text.count else { return "" }
    let start = text[..<max(0, mention.start - 40)].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let end = text[min(text.count, mention.end + 40)...].firstIndex(of: 0x20) ?? text.count
    let words = String(decoding: text[start..<end], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  // MARK: What is printed

  /// The lines of one table: its head, the rows of unknown names, and those of known ones in unknown spellings.
  func lines(_ kind: TableKind, top: Int, minDocuments: Int) -> [String] {
    func ranked(_ names: [Key: Usage]) -> ArraySlice<Usage> {
      names.filter { $0.key.table == kind && $0.value.documents >= minDocuments }.map(\.value).sorted {
        ($1.documents, $1.relations, $1.mentions, $0.name) < ($0.documents, $0.relations, $0.mentions, $1.name)
      }.prefix(top)
    }
    let known = unknown.mapValues { usage in
      var usage = usage
      usage.row = skeletons[Key(table: kind, name: NameSkeleton.of(usage.name))]
      return usage
    }
    let new = ranked(known.filter { $0.value.row == nil })
    let similar = ranked(known.filter { $0.value.row != nil }.merging(spellings) { $1 })
    if new.isEmpty && similar.isEmpty { return [] }
    let columns = lexicon.table(kind).columns
    var lines = ["# \(kind.fileName): names that no table has", columns.joined(separator: "\t")]
    for usage in new { lines += [comment(usage), row(usage, kind, columns)] }
    if similar.isEmpty { return lines }
    lines.append("# \(kind.fileName): known names in spellings that no table has")
    for usage in similar { lines += [comment(usage), overriding(usage, kind, columns)] }
    return lines
  }

  private func comment(_ usage: Usage) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    return "# " + count(usage.documents, "document") + ", " + count(usage.mentions, "mention") + ", "
      + count(usage.relations, "relation") + ": " + usage.example
  }

  private func row(_ usage: Usage, _ kind: TableKind, _ columns: [String]) -> String {
    let short = kind == .people ? usage.name.split(separator: " ").last.map { "~" + $0 } ?? "" : ""
    var cells: [(column: String, value: String)] = [("name", usage.name)]
    for (column, value) in [("country", usage.country), ("subtype", usage.subtype), ("short", short)] {
      if let value, columns.contains(column) { cells.append((column, value)) }
    }
    // The id is made as "lexicon add" makes it.
    let head = Array((columns.joined(separator: "\t") + "\n").utf8)
    return (try? RowInsertion(cells, kind: kind, file: kind.fileName, table: head).row) ?? usage.name
  }

  /// The known row with the spelling among its aliases, which overrides it.
  private func overriding(_ usage: Usage, _ kind: TableKind, _ columns: [String]) -> String {
    let table = lexicon.table(kind)
    guard let id = usage.row, let row = table.row(id: id) else { return "" }
    return columns.map { column in
      let cell = table.cell(row, column)
      return column == "aliases" ? (cell.isEmpty ? usage.name : cell + "|" + usage.name) : cell
    }.joined(separator: "\t")
  }
}
