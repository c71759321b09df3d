@testable import DigestExport
import DigestGraph
import DigestModel
import DigestTestSupport
import Foundation
import Testing

struct HTMLTests {
  private func page(_ document: DocumentGraph, text: String?, title: String? = nil) throws -> String {
    let exported = ExportDocument(document, title: title, text: text.map { Array($0.utf8) })
    let chunks = try ExportFormat.html.export([exported], merged: try GraphSet(merging: [document]))
    return String(decoding: chunks[0].bytes, as: UTF8.self)
  }

  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let from = try #require(page.range(of: start)).upperBound
    return String(page[from..<(try #require(page.range(of: end, range: from..<page.endIndex))).lowerBound])
  }

  private func data(_ page: String) throws -> [String: Any] {
    let json = try part(page, from: "id=\"data\">", to: "</script>")
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func theSameInputHasTheSameBytes() throws {
    let first = try page(AndeanDigest.graph, text: AndeanDigest.text)
    #expect(first == (try page(AndeanDigest.graph, text: AndeanDigest.text)))
    #expect(first.hasPrefix("<!DOCTYPE html>\n"))
    #expect(first.hasSuffix("</html>\n"))
  }

  @Test func everythingIsThereOnce() throws {
    let set = try GraphSet(merging: [AndeanDigest.graph])
    let data = try data(try page(AndeanDigest.graph, text: AndeanDigest.text))
    #expect((data["entities"] as? [Any])?.count == set.graph.entities.count)
    #expect((data["relations"] as? [Any])?.count == set.graph.relations.count)
    let graph = try #require(data["graph"] as? [String: Any])
    let lines = try #require(graph["lines"] as? [[String: Any]])
    #expect(lines.filter { $0["isEdge"] != nil }.count == set.graph.edges.count)
    // What is planned or called off is drawn as well.
    #expect(lines.count > set.graph.edges.count)
  }

  /// The words that the page cuts out of its pieces are those of the result, in every unit and with the widest
  /// characters.
  @Test(arguments: OffsetUnit.allCases, [true, false])
  func placesAreThoseOfTheText(unit: OffsetUnit, hasText: Bool) throws {
    let text = AndeanDigest.text.replacing("Quispe", with: "Quíspe")
    var builder = FixtureBuilder(id: "a", date: "2025-09-12", text: "😀 é " + text)
    builder.addEntity("country:CL", .country, "Chile", country: "CL")
    builder.addRelation(
      .received, [Argument(.guest, entity: "country:CL")],
      sentence: "Ecuador’s Foreign Minister Luz Cárdenas spoke by telephone with Rivas on September 9.",
      trigger: "spoke by telephone")
    let document = builder.graph.converting(to: unit, text: Array(("😀 é " + text).utf8))
    let data = try data(try page(document, text: hasText ? "😀 é " + text : nil))
    let documents = try #require(data["documents"] as? [[String: Any]])
    let pieces = try #require(documents[0]["pieces"] as? [[String: Any]]).compactMap { $0["text"] as? String }
    func words(_ value: [String: Any]) throws -> String {
      let at = try #require(value["at"] as? [Int])
      let units = Array(pieces[at[0]].utf16)
      return String(decoding: units[at[1]..<at[2]], as: UTF16.self)
    }
    let relations = try #require(data["relations"] as? [[String: Any]])
    let evidence = try #require(relations[0]["evidence"] as? [[String: Any]])
    #expect(try words(evidence[0]) == document.relations[0].evidence[0].text)
    let trigger = try #require(evidence[0]["trigger"] as? [Int])
    let sentence = Array(try words(evidence[0]).utf16)
    #expect(String(decoding: sentence[trigger[0]..<trigger[1]], as: UTF16.self) == "spoke by telephone")
    for mention in documents[0]["mentions"] as? [[String: Any]] ?? [] {
      #expect(document.mentions.map(\.text).contains(try words(mention)))
    }
  }

  @Test func wordsNeverBecomeMarkup() throws {
    let hostile = "</script><script>alert(1)</script><!-- ]]>\u{2028}\u{2029}\u{202E}\u{0}\u{7}\"'`&amp;<img src=x>"
    var document = AndeanDigest.graph
    document.entities[0].name = hostile
    document.document.id = hostile
    for index in document.relations.indices {
      document.relations[index].evidence[0].text = hostile
      document.relations[index].reason = hostile
    }
    let page = try page(document, text: hostile + AndeanDigest.text, title: hostile)
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script").count == 3)
    #expect(!page.contains("<img") && !page.contains("<!-- ]]"))
    for scalar in ["\u{2028}", "\u{2029}", "\u{202E}", "\u{0}"] {
      #expect(!(try part(page, from: "<title>", to: "</title>")).contains(scalar))
    }
    let json = try part(page, from: "id=\"data\">", to: "</script>")
    #expect(!json.contains { "<>&\u{2028}\u{2029}\u{0}\u{7}".contains($0) })
    #expect(try data(page)["title"] as? String == hostile)
  }

  @Test func thePolicyAllowsThePagesOwnScriptAlone() throws {
    let page = try page(AndeanDigest.graph, text: nil)
    let policy = try part(page, from: "Content-Security-Policy\" content=\"", to: "\">")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
    for (name, content) in [
      ("style", try part(page, from: "<style>", to: "</style>")),
      ("script", try part(page, from: "<script type=\"module\">", to: "</script>")),
    ] {
      let digits = sha256(Array(content.utf8))
      let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
      #expect(policy.contains("\(name)-src 'sha256-\(Data(bytes).base64EncodedString())'"))
    }
  }

  @Test func thePagesScriptMakesNoMarkup() throws {
    let page = try page(AndeanDigest.graph, text: nil)
    let script = try part(page, from: "<script type=\"module\">", to: "</script>")
    for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"]
    {
      #expect(!script.contains(word), "\(word)")
    }
  }

  @Test func nothingIsAPageToo() throws {
    let chunks = try ExportFormat.html.export([], merged: try GraphSet(merging: []))
    #expect(try data(String(decoding: chunks[0].bytes, as: UTF8.self))["title"] as? String == "0 documents")
  }

  /// Offsets beyond the text, as a faulty result may have them, cost their highlight and nothing else.
  @Test func wrongOffsetsAreSurvived() throws {
    var document = AndeanDigest.graph
    for index in document.mentions.indices { document.mentions[index].end += 1_000_000 }
    for index in document.items.indices { document.items[index].end = 1_000_000 - index }
    for index in document.relations.indices {
      document.relations[index].evidence[0].start = 500_000
      document.relations[index].evidence[0].trigger = Span(0, 900_000)
    }
    let data = try data(try page(document, text: AndeanDigest.text))
    let relations = try #require(data["relations"] as? [[String: Any]])
    let evidence = try #require(relations[0]["evidence"] as? [[String: Any]])
    #expect(evidence[0]["text"] as? String == document.relations[0].evidence[0].text)
  }
}
