package import DigestModel

/// A realistic digest with relations of every type. The people, companies and events are invented.
package enum AndeanDigest {
  package static let text = """
    LIMA – What the press wrote about the Andes in the week to September 12, 2025.

    Quispe pays state visit to Chile
    Peruvian President Ana Quispe paid a state visit to Chile on September 8-9, La Jornada Andina reported on September 10. President Tomás Rivas received her at La Moneda Palace on September 8. The two presidents elevated relations to a strategic partnership and agreed to open a border office by 2026. Peru and Chile signed an agreement on transit worth $12 million. The two sides issued a joint declaration. Rivas awarded Quispe the Order of the Andes. On the second day she attended the Andean Forum. She invited Rivas to Cusco.

    Telephone diplomacy
    Quispe “saw eye to eye” with her guest’s host again: “Rivas received Quispe as an old friend,” wrote Diario del Sur on September 11. Ecuador’s Foreign Minister Luz Cárdenas spoke by telephone with Rivas on September 9. Cárdenas held talks with the Bolivian side in Quito. The Holy See mediated between Bolivia and Chile. Rivas is to visit Ecuador in October. A meeting of Cárdenas and the minister was called off because of fog. Inés Vega was appointed ambassador to Peru.

    Wind farm at Punta Lobos grows
    The Punta Lobos wind farm near Talara was inaugurated on Monday by Quispe, Energía Hoy reported on September 9. The 250 MW plant cost about 1.2 billion soles. Built by Vientos del Norte S.A. and financed by the Andean Development Bank, it raised output from 1 million to 1.5 million megawatt-hours a year. Danish company Nordvind supplies the turbines and owns 51%. Sol y Viento operates the plant, which is part of the Green Coast programme. Its towers are 120 meters high. China will buy the power of a second phase. Trade between Peru and Denmark grew to $142 million. Cárdenas represents Ecuador; Ecuador is a member of the Andean Forum.
    """

  /// What an extractor would read from ``text``, offsets in bytes.
  package static let graph: DocumentGraph = {
    var builder = FixtureBuilder(id: "andes-2025-09-12.txt", date: "2025-09-12", text: text)
    addItems(to: &builder)
    addEntities(to: &builder)
    addVisit(to: &builder)
    addTalks(to: &builder)
    addProject(to: &builder)
    builder.graph.diagnostics = [Diagnostic(code: "DG001", message: "1 broken byte sequence was replaced by U+FFFD")]
    return builder.graph
  }()

  private static func addItems(to builder: inout FixtureBuilder) {
    builder.addItem(
      "Quispe pays state visit to Chile", to: "She invited Rivas to Cusco.", outlet: "outlet:jornada-andina",
      reported: "2025-09-10")
    builder.addItem(
      "Telephone diplomacy", to: "ambassador to Peru.", outlet: "outlet:diario-del-sur", reported: "2025-09-11")
    builder.addItem(
      "Wind farm at Punta Lobos grows", to: "member of the Andean Forum.", outlet: "outlet:energia-hoy",
      reported: "2025-09-09")
  }

  private static func addEntities(to builder: inout FixtureBuilder) {
    for (code, name) in [
      ("PE", "Peru"), ("CL", "Chile"), ("EC", "Ecuador"), ("BO", "Bolivia"), ("CN", "China"), ("DK", "Denmark"),
    ] {
      builder.addEntity("country:\(code)", .country, name, country: code)
    }
    builder.addEntity("person:ana-quispe", .person, "Ana Quispe", country: "PE")
    builder.addEntity("person:tomas-rivas", .person, "Tomás Rivas", country: "CL")
    builder.addEntity("text:andes-2025-09-12.txt/person/luz-cardenas", .person, "Luz Cárdenas", country: "EC")
    builder.addEntity("text:andes-2025-09-12.txt/person/ines-vega", .person, "Inés Vega")
    for (id, name) in [
      ("jornada-andina", "La Jornada Andina"), ("diario-del-sur", "Diario del Sur"), ("energia-hoy", "Energía Hoy"),
    ] {
      builder.addEntity("outlet:\(id)", .organization, name, subtype: "media")
    }
    builder.addEntity("organization:holy-see", .organization, "Holy See", subtype: "government")
    builder.addEntity(
      "organization:vientos", .organization, "Vientos del Norte S.A.", subtype: "company", country: "PE")
    builder.addEntity("organization:adb", .organization, "Andean Development Bank", subtype: "bank")
    builder.addEntity("organization:nordvind", .organization, "Nordvind", subtype: "company", country: "DK")
    builder.addEntity("organization:sol", .organization, "Sol y Viento", subtype: "company")
    builder.addEntity("place:moneda", .place, "La Moneda Palace", subtype: "building", country: "CL")
    builder.addEntity("place:quito", .place, "Quito", subtype: "city", country: "EC")
    builder.addEntity("place:talara", .place, "Talara", subtype: "city", country: "PE")
    builder.addEntity("award:andes", .award, "Order of the Andes")
    builder.addEntity("occasion:forum", .occasion, "Andean Forum")
    builder.addEntity("project:punta-lobos", .project, "Punta Lobos wind farm", subtype: "power", country: "PE")
    builder.addEntity("project:green-coast", .project, "Green Coast programme", subtype: "programme")
    builder.addMention("the minister", .person, .role)
    builder.addMention("Bolivian side", .organization, .group)
  }

  private static let quispe = "person:ana-quispe"
  private static let rivas = "person:tomas-rivas"
  private static let cardenas = "text:andes-2025-09-12.txt/person/luz-cardenas"

  private static func addVisit(to builder: inout FixtureBuilder) {
    let visit = builder.addRelation(
      .visited,
      [
        Argument(.visitor, entity: quispe), Argument(.destination, entity: "country:CL", country: "CL"),
        Argument(.kind, text: "state"),
      ],
      time: "2025-09-08/2025-09-09",
      sentence:
        "Peruvian President Ana Quispe paid a state visit to Chile on September 8-9, La Jornada Andina reported on September 10.",
      trigger: "paid a state visit")
    let reception = builder.addRelation(
      .received, [Argument(.host, entity: rivas), Argument(.guest, entity: quispe)], time: "2025-09-08",
      place: "place:moneda", sentence: "President Tomás Rivas received her at La Moneda Palace on September 8.",
      trigger: "received")
    builder.addEvidence(
      reception,
      sentence:
        "Quispe “saw eye to eye” with her guest’s host again: “Rivas received Quispe as an old friend,” wrote Diario del Sur on September 11.",
      trigger: "received")
    let summit =
      "The two presidents elevated relations to a strategic partnership and agreed to open a border office by 2026."
    builder.addRelation(
      .partOf, [Argument(.part, entity: reception), Argument(.whole, entity: visit)],
      sentence: "President Tomás Rivas received her at La Moneda Palace on September 8.")
    let parties = [Argument(.party, entity: "country:PE"), Argument(.party, entity: "country:CL")]
    builder.addRelation(
      .upgradedRelations, parties + [Argument(.level, text: "strategic partnership")], sentence: summit,
      trigger: "elevated")
    builder.addRelation(
      .agreed, parties + [Argument(.subject, text: "open a border office"), Argument(.deadline, text: "2026")],
      sentence: summit, trigger: "agreed")
    let amount = builder.addFigure("$12 million", .money) {
      $0.value = 12_000_000
      $0.currency = "USD"
    }
    builder.addRelation(
      .signed, parties + [Argument(.agreement, text: "agreement on transit"), Argument(.amount, figure: amount)],
      sentence: "Peru and Chile signed an agreement on transit worth $12 million.", trigger: "signed")
    builder.addRelation(
      .issued, parties + [Argument(.agreement, text: "joint declaration")],
      sentence: "The two sides issued a joint declaration.", trigger: "issued")
    builder.addRelation(
      .awarded,
      [
        Argument(.conferrer, entity: rivas), Argument(.recipient, entity: quispe),
        Argument(.award, entity: "award:andes"),
      ],
      sentence: "Rivas awarded Quispe the Order of the Andes.", trigger: "awarded")
    builder.addRelation(
      .attended, [Argument(.attendee, entity: quispe), Argument(.occasion, entity: "occasion:forum")],
      time: "2025-09-09",
      sentence: "On the second day she attended the Andean Forum.", trigger: "attended")
    builder.addRelation(
      .invited,
      [Argument(.inviter, entity: quispe), Argument(.invitee, entity: rivas), Argument(.destination, text: "Cusco")],
      sentence: "She invited Rivas to Cusco.", trigger: "invited")
  }

  private static func addTalks(to builder: inout FixtureBuilder) {
    builder.addRelation(
      .called, [Argument(.participant, entity: cardenas), Argument(.participant, entity: rivas)], time: "2025-09-09",
      sentence: "Ecuador’s Foreign Minister Luz Cárdenas spoke by telephone with Rivas on September 9.",
      trigger: "spoke by telephone")
    builder.addRelation(
      .negotiated,
      [Argument(.party, entity: cardenas), Argument(.party, text: "the Bolivian side", country: "BO")],
      place: "place:quito",
      sentence: "Cárdenas held talks with the Bolivian side in Quito.", trigger: "held talks")
    builder.addRelation(
      .mediated,
      [
        Argument(.mediator, entity: "organization:holy-see"), Argument(.party, entity: "country:BO"),
        Argument(.party, entity: "country:CL"),
      ],
      sentence: "The Holy See mediated between Bolivia and Chile.", trigger: "mediated")
    builder.addRelation(
      .visited, [Argument(.visitor, entity: rivas), Argument(.destination, entity: "country:EC", country: "EC")],
      time: "2025-10", status: .planned, sentence: "Rivas is to visit Ecuador in October.", trigger: "is to visit")
    builder.addRelation(
      .met, [Argument(.participant, entity: cardenas), Argument(.participant, span: builder.span("the minister"))],
      status: .cancelled, reason: "because of fog",
      sentence: "A meeting of Cárdenas and the minister was called off because of fog.", trigger: "meeting")
    builder.addRelation(
      .appointed,
      [
        Argument(.appointee, entity: "text:andes-2025-09-12.txt/person/ines-vega"),
        Argument(.position, text: "ambassador to Peru"),
      ],
      sentence: "Inés Vega was appointed ambassador to Peru.", trigger: "appointed")
  }

  private static func addProject(to builder: inout FixtureBuilder) {
    let farm = Argument(.project, entity: "project:punta-lobos")
    let opening =
      "The Punta Lobos wind farm near Talara was inaugurated on Monday by Quispe, Energía Hoy reported on September 9."
    let size = "The 250 MW plant cost about 1.2 billion soles."
    let built =
      "Built by Vientos del Norte S.A. and financed by the Andean Development Bank, it raised output from 1 million to 1.5 million megawatt-hours a year."
    let owned = "Danish company Nordvind supplies the turbines and owns 51%."
    let part = "Sol y Viento operates the plant, which is part of the Green Coast programme."
    builder.addRelation(
      .locatedIn, [farm, Argument(.place, entity: "place:talara")], sentence: opening, trigger: "near")
    builder.addRelation(
      .involvesCountry, [farm, Argument(.country, entity: "country:PE", country: "PE"), Argument(.part, text: "host")],
      sentence: opening)
    builder.addRelation(
      .involvesCountry,
      [farm, Argument(.country, entity: "country:DK", country: "DK"), Argument(.part, text: "supplier")],
      sentence: owned, trigger: "supplies")
    builder.addRelation(
      .involvesCountry,
      [farm, Argument(.country, entity: "country:CN", country: "CN"), Argument(.part, text: "buyer")],
      status: .planned, sentence: "China will buy the power of a second phase.", trigger: "will buy")
    builder.addRelation(
      .milestone, [farm, Argument(.stage, text: "inaugurated"), Argument(.officiant, entity: quispe)],
      time: "2025-09-08",
      sentence: opening, trigger: "inaugurated")
    let power = builder.addFigure("250 MW", .quantity) {
      $0.value = 250
      $0.unit = "megawatt"
    }
    let cost = builder.addFigure("1.2 billion soles", .money) {
      $0.value = 1_200_000_000
      $0.currency = "PEN"
      $0.bound = .about
    }
    builder.addRelation(
      .hasCapacity, [farm, Argument(.figure, figure: power)], sentence: size, trigger: "250 MW plant")
    builder.addRelation(.costs, [farm, Argument(.figure, figure: cost)], sentence: size, trigger: "cost")
    builder.addRelation(
      .builtBy, [farm, Argument(.by, entity: "organization:vientos")], sentence: built, trigger: "Built by")
    builder.addRelation(
      .financedBy, [farm, Argument(.by, entity: "organization:adb")], sentence: built, trigger: "financed by")
    addFigures(farm, built, owned, to: &builder)
    builder.addRelation(
      .operatedBy, [farm, Argument(.by, entity: "organization:sol")], sentence: part, trigger: "operates")
    builder.addRelation(
      .partOf, [Argument(.part, entity: "project:punta-lobos"), Argument(.whole, entity: "project:green-coast")],
      sentence: part, trigger: "part of")
    let last = "Cárdenas represents Ecuador; Ecuador is a member of the Andean Forum."
    builder.addRelation(
      .represents, [Argument(.holder, entity: cardenas), Argument(.country, entity: "country:EC")], sentence: last,
      trigger: "represents")
    builder.addRelation(
      .memberOf, [Argument(.participant, entity: "country:EC"), Argument(.body, entity: "occasion:forum")],
      sentence: last, trigger: "member")
    builder.addRelation(
      .holdsPosition,
      [
        Argument(.holder, entity: cardenas), Argument(.position, text: "Foreign Minister"),
        Argument(.country, entity: "country:EC"),
      ],
      sentence: "Ecuador’s Foreign Minister Luz Cárdenas spoke by telephone with Rivas on September 9.",
      trigger: "Foreign Minister")
    builder.addRelation(
      .reportedBy, [Argument(.item, text: "i3"), Argument(.outlet, entity: "outlet:energia-hoy")], sentence: opening,
      trigger: "reported")
  }

  private static func addFigures(_ farm: Argument, _ built: String, _ owned: String, to builder: inout FixtureBuilder) {
    func energy(_ value: Double) -> (inout Figure) -> Void {
      {
        $0.value = value
        $0.unit = "megawatt-hour-per-year"
      }
    }
    let from = builder.addFigure("1 million", .quantity, energy(1_000_000))
    let to = builder.addFigure("1.5 million megawatt-hours a year", .quantity, energy(1_500_000))
    let share = builder.addFigure("51%", .percent) { $0.value = 51 }
    let height = builder.addFigure("120 meters", .quantity) {
      $0.value = 120
      $0.unit = "meter"
    }
    let trade = builder.addFigure("$142 million", .money) {
      $0.value = 142_000_000
      $0.currency = "USD"
    }
    builder.graph.changes = [
      Change(
        id: "c1", from: from, to: to, direction: .up, ratio: 1.5, difference: 500_000,
        computed: ["ratio", "difference"],
        measure: "output", rule: "change.from-to"),
      Change(id: "c2", to: trade, direction: .up, measure: "trade", rule: "change.to"),
    ]
    builder.addRelation(.capacityChange, [farm, Argument(.change, change: "c1")], sentence: built, trigger: "raised")
    builder.addRelation(
      .ownedBy, [farm, Argument(.by, entity: "organization:nordvind"), Argument(.share, figure: share)],
      sentence: owned, trigger: "owns")
    builder.addRelation(
      .measures, [farm, Argument(.figure, figure: height), Argument(.measure, text: "height")],
      sentence: "Its towers are 120 meters high.",
      trigger: "high")
    builder.addRelation(
      .changed, [Argument(.subject, text: "Trade between Peru and Denmark"), Argument(.change, change: "c2")],
      sentence: "Trade between Peru and Denmark grew to $142 million.", trigger: "grew")
  }
}
