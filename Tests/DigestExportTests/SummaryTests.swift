import DigestExport
import DigestModel
import DigestTestSupport
import Foundation
import Testing

struct SummaryTests {
  private func summary(_ documents: [DocumentGraph], _ options: ExportOptions = ExportOptions(), title: String? = nil)
    throws -> String
  {
    let chunks = try ExportFormat.summary.export(
      documents.map { ExportDocument($0, title: title) }, merged: nil, options: options)
    return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self)
  }

  @Test(arguments: [44, 80, 120])
  func look(width: Int) throws {
    var options = ExportOptions()
    options.width = width
    let text = try summary([AndeanDigest.graph], options)
    #expect(goldenFault(text, "summary-\(width).txt") == nil)
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func withoutSentences() throws {
    var options = ExportOptions()
    options.hasQuotes = false
    #expect(goldenFault(try summary([AndeanDigest.graph], options), "summary-only.txt") == nil)
  }

  @Test func eventsOfOneSentenceShareIt() throws {
    var builder = FixtureBuilder(id: "a", date: "2025-05-09", text: "• Ana Quispe met Tomás Rivas and Inés Vega.")
    for name in ["Ana Quispe", "Tomás Rivas", "Inés Vega"] { builder.addEntity("person:\(name)", .person, name) }
    for name in ["Tomás Rivas", "Inés Vega"] {
      builder.addRelation(
        .met, [Argument(.participant, entity: "person:Ana Quispe"), Argument(.participant, entity: "person:\(name)")],
        sentence: "• Ana Quispe met Tomás Rivas and Inés Vega.", trigger: "met")
    }
    #expect(
      try summary([builder.graph]).contains(
        """
          Ana Quispe met Tomás Rivas
          Ana Quispe met Inés Vega
            “Ana Quispe met Tomás Rivas and Inés Vega.”
        """))
  }

  @Test func colours() throws {
    var options = ExportOptions()
    options.isColored = true
    let text = try summary([AndeanDigest.graph], options)
    #expect(goldenFault(text.replacingOccurrences(of: "\u{1B}", with: "␛"), "summary-color.txt") == nil)
    let plain = text.replacing(try! Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(try plain == summary([AndeanDigest.graph]))
  }

  @Test func offsetUnitsGiveTheSameText() throws {
    let text = Array(AndeanDigest.text.utf8)
    for unit in OffsetUnit.allCases {
      #expect(try summary([AndeanDigest.graph.converting(to: unit, text: text)]) == summary([AndeanDigest.graph]))
    }
  }

  @Test func everyRelationIsThere() throws {
    let text = try summary([AndeanDigest.graph]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for relation in AndeanDigest.graph.relations where relation.type != .reportedBy {
      for evidence in relation.evidence where ![.holdsPosition, .represents, .memberOf].contains(relation.type) {
        #expect(text.contains(evidence.text), "\(relation.type)")
      }
    }
  }

  @Test func nothingFound() throws {
    let empty = DocumentGraph(
      producer: AndeanDigest.graph.producer, document: DocumentInfo(id: "empty.txt", sha256: ""))
    #expect(
      try summary([empty]) == """
        empty.txt · no date · 0 items

        Nothing found: 0 meetings, 0 acts, 0 projects, 0 entities, 0 figures.

        """)
  }

  @Test func severalDocumentsHaveASum() throws {
    #expect(try summary([AndeanDigest.graph, AndeanDigest.graph]).contains("\n2 documents: "))
  }

  @Test(arguments: 0..<60)
  func anyResultCanBeShown(seed: UInt64) throws {
    var model = RandomModel(seed: seed)
    var options = ExportOptions()
    options.width = Int.random(in: 1...100, using: &model.generator)
    let text = try summary([model.document()], options, title: model.text())
    let unsafe = text.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || 0x7F...0x9F ~= $0.value) }
    #expect(unsafe.isEmpty)
  }

  @Test func partsInACircleEnd() throws {
    var graph = AndeanDigest.graph
    let part = graph.relations.first { $0.type == .partOf && $0.argument(.part)?.entity == "r2" }!
    var back = part
    back.id = "r99"
    back.arguments = [Argument(.part, entity: "r1"), Argument(.whole, entity: "r2")]
    var own = part
    own.id = "r98"
    own.arguments = [Argument(.part, entity: "r1"), Argument(.whole, entity: "r1")]
    graph.relations += [back, own]
    #expect(try summary([graph]).contains("received Ana Quispe"))
  }

  /// Each of two sums names the other as its equivalent; one row shows both.
  @Test func equivalentSumsShareARow() throws {
    var graph = AndeanDigest.graph
    let cost = graph.relations.first { $0.type == .costs }!
    let soles = graph.figures.firstIndex { $0.id == cost.argument(.figure)?.figure }!
    var dollars = graph.figures[soles]
    dollars.id = "f99"
    dollars.currency = "USD"
    dollars.value = 330_000_000
    dollars.equivalent = graph.figures[soles].id
    graph.figures[soles].equivalent = dollars.id
    graph.figures.append(dollars)
    var second = cost
    second.id = "r99"
    second.arguments = [cost.arguments[0], Argument(.figure, figure: dollars.id)]
    graph.relations.append(second)
    let text = try summary([graph])
    #expect(text.contains("cost         about 1.2 billion PEN (about $330 million)"))
    #expect(text.components(separatedBy: "$330 million").count == 2)
  }
}
