import DigestGraph
import Foundation
import Testing

/// Names that no table has are found by the language around them.
struct UnknownNamesTests {
  static let text = """
    MAPUTO – What newspapers abroad wrote about the region in the week to February 20, 2026.

    Kestrel Tribune: Turbines turn at Vandori

    The Vandori Thermal Power Plant in Nampula, Mozambique, was inaugurated on Wednesday, the Kestrel Tribune reported on February 19. Built by China’s Hongtai Dynamics Co., Ltd., the plant raised its capacity from 120 to 180 megawatts. It cost $95 million and employs some 400 people. Farmers in the district complain that the river has become warmer since the tests began, and a committee of the provincial assembly is to hear them in April.

    Zambia and Finland talk about forests

    Zambian President Chanda Mwelwa-Phiri met with Finnish Prime Minister Aino Rautavuori in Lusaka on February 17, the newspaper Lusaka Ledger reported on February 18. The two leaders discussed satellite maps of forests, school radio and a direct flight. “We planted the first tree before lunch,” Rautavuori told reporters, “and the second one after it.” A delegation of foresters stays in the country until the end of the month.

    An order for a bridge builder

    Malawian President Thoko Banda-Mzumara awarded the Order of the Silver Heron, Second Class, to Portuguese engineer Duarte Fontanela at the State House on February 16, according to the Shire Valley Observer. The engineer spent eleven years on the bridges of the south and never missed a rainy season, the outlet noted. He intends to give the purse that comes with the order to a school for surveyors.

    Short of cables

    The power line between the two provinces will be late, writes the Limpopo Dispatch. Suppliers blame a shortage of insulators, while the ministry speaks of the weather. In the meantime the towns along the line rely on generators, and the price of diesel has risen by 12 percent since the beginning of the year. Nobody was ready to say when the first of the three sections will be switched on.
    """

  static let invented = [
    "Vandori", "Kestrel Tribune", "Hongtai Dynamics", "Mwelwa-Phiri", "Rautavuori", "Lusaka Ledger", "Silver Heron",
    "Banda-Mzumara", "Fontanela", "Shire Valley Observer", "Limpopo Dispatch",
  ]

  static let graph = Result { try Digest.extractor.get().extract(text, id: "unknown", date: "2026-02-20") }

  private func name(_ id: String?) throws -> String? { try id.flatMap { try Self.graph.get().entity($0)?.name } }

  private func names(_ relation: Relation, _ role: Role) throws -> [String] {
    try relation.arguments(role).compactMap { try name($0.entity) ?? $0.text }
  }

  @Test func noTableHasThem() throws {
    let folder = Digest.root.appending(path: "Lexicons")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "tsv" {
      let table = try String(contentsOf: file, encoding: .utf8)
      for name in Self.invented { #expect(!table.contains(name), "\(file.lastPathComponent) has \(name)") }
    }
  }

  @Test func outlets() throws {
    let items = try Self.graph.get().items
    #expect(
      try items.map { try name($0.outlet) } == [
        "Kestrel Tribune", "Lusaka Ledger", "Shire Valley Observer", "Limpopo Dispatch",
      ])
    #expect(items.prefix(2).map(\.reported) == ["2026-02-19", "2026-02-18"])
  }

  @Test func project() throws {
    let graph = try Self.graph.get()
    let plant = try vandori
    #expect(plant.entity.name == "Vandori Thermal Power Plant")
    #expect(plant.entity.basis == .text)
    #expect(plant.countries.contains("MZ"))
    #expect(try parts(of: plant).contains("MZ host"))
    let builder = try #require(plant.relations.first { $0.type == .builtBy })
    #expect(try names(builder, .by).first?.hasPrefix("Hongtai Dynamics") == true)
    let change = try #require(plant.relations.first { $0.type == .capacityChange }?.argument(.change)?.change)
    let ends = graph.change(change).map { [$0.from, $0.to].map { $0.flatMap(graph.figure)?.value } }
    #expect(ends == [120, 180])
  }

  private var vandori: Project {
    get throws {
      let projects = try Self.graph.get().projects
      return try #require(projects.first { $0.entity.name.contains("Vandori") }, "\(projects.map(\.entity.name))")
    }
  }

  private func parts(of project: Project) throws -> Set<String> {
    Set(
      project.relations.filter { $0.type == .involvesCountry }.flatMap { relation in
        relation.arguments(.country).map { "\($0.country ?? "-") \(relation.argument(.part)?.text ?? "-")" }
      })
  }

  /// The country of a company comes from its possessive: "China’s Hongtai Dynamics".
  @Test func countryOfTheBuilder() throws {
    #expect(try parts(of: vandori) == ["MZ host", "CN builder"])
  }

  /// Two phrases stand between the project and its verb: "in Nampula, Mozambique, was inaugurated".
  @Test func opening() throws {
    withKnownIssue("a place with its country behind the subject hides the verb") { () throws in
      let opening = try #require(vandori.relations.first { $0.type == .milestone })
      #expect(opening.argument(.stage)?.text == "inaugurated")
      #expect(opening.time?.edtf == "2026-02-18")
    }
  }

  /// The award stands before the recipient: "awarded the Order … to …".
  @Test func award() throws {
    let award = try #require(Self.graph.get().relations.first { $0.type == .awarded })
    #expect(try names(award, .conferrer) == ["Thoko Banda-Mzumara"])
    #expect(try names(award, .recipient) == ["Duarte Fontanela"])
    #expect(try names(award, .award).first?.contains("Order of the Silver Heron") == true)
    #expect(award.time?.edtf == "2026-02-16")
    #expect(try name(award.place?.entity) == "State House")
  }

  @Test func meeting() throws {
    let meetings = try Self.graph.get().meetings.filter { $0.type == .met }
    let meeting = try #require(meetings.first)
    #expect(meetings.count == 1)
    #expect(Set(try names(meeting, .participant)) == ["Chanda Mwelwa-Phiri", "Aino Rautavuori"])
    #expect(meeting.time?.edtf == "2026-02-17")
    #expect(try name(meeting.place?.entity) == "Lusaka")
    #expect(meeting.status == .happened)
    #expect(try name(meeting.evidence.first?.attribution?.outlet) == "Lusaka Ledger")
  }
}
