import DigestModel
import DigestTestSupport
import Foundation
import Testing

struct WireTests {
  @Test(arguments: 0..<150)
  func whatIsWrittenReadsBackEqual(seed: UInt64) throws {
    var model = RandomModel(seed: seed)
    let document = model.document()
    for pretty in [false, true] {
      #expect(try DocumentGraph(json: document.json(pretty: pretty)) == document)
    }
  }

  @Test(arguments: 0..<60)
  func foundationReadsTheSame(seed: UInt64) throws {
    var model = RandomModel(seed: seed)
    let document = model.document()
    for pretty in [false, true] {
      let decoded = try JSONDecoder().decode(DocumentGraph.self, from: Data(document.json(pretty: pretty)))
      #expect(decoded == document)
    }
  }

  @Test(arguments: 0..<40)
  func whatFoundationWritesIsRead(seed: UInt64) throws {
    var model = RandomModel(seed: seed)
    let set = GraphSet(
      documents: [model.document(), model.document()],
      graph: MergedGraph(entities: model.document().entities, relations: model.document().relations, edges: []))
    #expect(try GraphSet(json: Array(JSONEncoder().encode(set))) == set)
    #expect(try GraphSet(json: set.json()) == set)
  }

  @Test func theWireFormIsStable() {
    #expect(
      goldenFault(String(decoding: AndeanDigest.graph.json(pretty: true), as: UTF8.self) + "\n", "andes.json") == nil)
  }

  @Test func aLineHasNoLineBreak() {
    var model = RandomModel(seed: 7)
    for _ in 0..<50 { #expect(!model.document().json().contains { $0 < 0x20 || $0 == 0x7F }) }
  }

  @Test(arguments: [
    (1.0, "1"), (-3.0, "-3"), (1_500_000.0, "1500000"), (0.1, "0.1"), (1e21, "1e+21"), (2.5e-7, "2.5e-07"), (-0.0, "0"),
    (.infinity, "null"), (.nan, "null"), (9_007_199_254_740_991, "9007199254740991"),
  ])
  func numbersAreShort(value: Double, expected: String) {
    var writer = JSONWriter()
    writer.number(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func stringsAreEscaped() {
    var writer = JSONWriter()
    writer.string("\"\\/\u{0}\u{8}\t\n\u{C}\r\u{1B}\u{7F}\u{85}\u{2028}\u{2029}é\u{A0}‧👩")
    let expected = #""\"\\/\u0000\b\t\n\f\r\u001b\u007f\u0085\u2028\u2029é"# + "\u{A0}‧👩\""
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func anotherSchemaIsRefused() {
    var text = String(decoding: AndeanDigest.graph.json(), as: UTF8.self)
    text = text.replacingOccurrences(of: "digest-graph/1", with: "digest-graph/2")
    let error = #expect(throws: JSONError.self) { try DocumentGraph(json: Array(text.utf8)) }
    #expect(error?.message.contains("update the reader") == true)
  }

  @Test func aMissingFieldIsNamed() {
    let error = #expect(throws: JSONError.self) {
      try DocumentGraph(json: Array(#"{"schema":"digest-graph/1","#.utf8) + Array(#""producer":{"version":"1"}}"#.utf8))
    }
    #expect(error?.message == #"the object that ends here has no "lexicons""#)
  }

  @Test func unknownFieldsArePassedOver() throws {
    let text = String(decoding: AndeanDigest.graph.json(), as: UTF8.self)
    let more = #"{"new":[{"a":[1,{"b":null}],"c":"\""}],"# + text.dropFirst()
    #expect(try DocumentGraph(json: Array(more.utf8)).entities == AndeanDigest.graph.entities)
  }

  @Test func speed() throws {
    let document = AndeanDigest.graph
    let bytes = document.json()
    let clock = ContinuousClock()
    var sink = 0
    let writing = clock.measure { for _ in 0..<200 { sink += document.json().count } }
    let reading = try clock.measure { for _ in 0..<200 { sink += try DocumentGraph(json: bytes).mentions.count } }
    print("wire: \(bytes.count) bytes, writing \(writing / 200), reading \(reading / 200) a document", sink > 0)
  }
}
