public import ArgumentParser
import DigestExport
import DigestGraph
public import DigestModel

extension RelationType: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}

/// Keeps the part of results that somebody wants to see.
struct Filter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Keep the events that fit, with all that they speak of.",
    discussion: """
      Options of different names must all hold; of one that is given several times, one value must. Documents without \
      any event that fits are left out.

      EXAMPLES:
        extract filter graphs.jsonl --type met --type visited --status happened
        extract filter graphs.jsonl --country KZ --from 2025-05 --to 2025-06 --format dot
        extract filter graphs.jsonl --entity 'To Lam' --format summary
      """)

  @OptionGroup var results: ResultOptions

  @Option(help: ArgumentHelp("A type of relation: met, visited, built-by ...", valueName: "type"))
  var type: [RelationType] = []

  @Option(help: ArgumentHelp("A status: happened, planned, cancelled ...", valueName: "status"))
  var status: [Status] = []

  @Option(help: ArgumentHelp("The ISO 3166-1 code of a country that takes part: PE.", valueName: "code"))
  var country: [String] = []

  @Option(
    help: ArgumentHelp("The name or id of a person, organisation, project ... that takes part.", valueName: "name"))
  var entity: [String] = []

  @Option(help: ArgumentHelp("The name or id of the outlet that reports.", valueName: "name"))
  var outlet: [String] = []

  @Option(help: ArgumentHelp("The first day: 2025-05-09, 2025-05 or 2025.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day.", valueName: "date"))
  var to: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("What to write: see extract help formats.", valueName: "name"),
    completion: Formats.completion)
  var format = "json"

  @OptionGroup var summary: SummaryOptions

  func validate() throws {
    try Formats.check(format)
    for (name, date) in [("from", from), ("to", to)] {
      if let date, DocumentDate(date) == nil { throw ValidationError("--\(name) is '\(date)': \(DocumentDate.cure)") }
    }
    for code in country where code.utf8.count != 2 {
      throw ValidationError("--country is '\(code)': write a code of two letters, such as PE")
    }
  }

  func run() throws {
    let filter = GraphFilter(
      types: Set(type), statuses: Set(status), countries: Set(country.map { $0.uppercased() }), entities: Set(entity),
      outlets: Set(outlet), from: from, to: to)
    try results.write(format, hasQuotes: !summary.only) { document in
      let kept = document.filtered(by: filter)
      return kept.relations.isEmpty ? nil : kept
    }
  }
}
