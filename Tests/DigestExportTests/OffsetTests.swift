import DigestModel
import DigestTestSupport
import Testing

struct OffsetTests {
  /// Every character of a random text as a mention, in all units.
  @Test(arguments: 0..<80)
  func offsetsCountWhatTheySay(seed: UInt64) {
    var model = RandomModel(seed: seed)
    let text = (0..<40).map { _ in model.text() }.joined()
    let (graph, ends) = Self.everyScalar(of: text)
    let bytes = Array(text.utf8)
    for unit in OffsetUnit.allCases {
      let converted = graph.converting(to: unit, text: bytes)
      #expect(converted.document.offsets == unit)
      #expect(converted.mentions.map(\.start) == ends[unit]!.map(\.lowerBound))
      #expect(converted.mentions.map(\.end) == ends[unit]!.map(\.upperBound))
      for other in OffsetUnit.allCases {
        #expect(
          converted.converting(to: other, text: bytes).mentions == graph.converting(to: other, text: bytes).mentions)
      }
    }
  }

  private static func everyScalar(of text: String) -> (DocumentGraph, [OffsetUnit: [Range<Int>]]) {
    var graph = DocumentGraph(producer: AndeanDigest.graph.producer, document: AndeanDigest.graph.document)
    var ends: [OffsetUnit: [Range<Int>]] = [.utf8: [], .utf16: [], .scalar: []]
    var (utf8, utf16, scalars) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      let (bytes, units) = (String(scalar).utf8.count, String(scalar).utf16.count)
      graph.mentions.append(
        Mention(id: "", span: Span(utf8, utf8 + bytes), text: "", type: .person, form: .name, rule: ""))
      ends[.utf8]!.append(utf8..<utf8 + bytes)
      ends[.utf16]!.append(utf16..<utf16 + units)
      ends[.scalar]!.append(scalars..<scalars + 1)
      utf8 += bytes
      utf16 += units
      scalars += 1
    }
    return (graph, ends)
  }

  @Test func everySpanIsConverted() {
    let text = Array(AndeanDigest.text.utf8)
    let scalars = AndeanDigest.graph.converting(to: .scalar, text: text)
    let source = Array(AndeanDigest.text.unicodeScalars)
    func slice(_ span: Span) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: source[span.start..<span.end])
      return String(view)
    }
    for evidence in scalars.relations.flatMap(\.evidence) { #expect(slice(evidence.span) == evidence.text) }
    for figure in scalars.figures { #expect(slice(figure.span) == figure.text) }
    for mention in scalars.mentions { #expect(slice(mention.span) == mention.text) }
    #expect(slice(scalars.items[0].headline!) == "Quispe pays state visit to Chile")
    #expect(slice(scalars.relations[1].evidence[0].trigger!) == "received")
    #expect(scalars.converting(to: .utf8, text: text) == AndeanDigest.graph)
  }

  @Test func offsetsBeyondTheTextBecomeItsEnd() {
    let converted = AndeanDigest.graph.converting(to: .utf16, text: Array("é".utf8))
    #expect(converted.mentions.allSatisfy { $0.start == 1 && $0.end == 1 })
  }
}
