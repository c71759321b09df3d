@testable import DigestExport
import DigestGraph
import DigestModel
import DigestTestSupport
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

struct SVGTests {
  private func svg(_ graph: MergedGraph) throws -> String {
    let chunks = try ExportFormat.svg.export([], merged: GraphSet(documents: [], graph: graph))
    return String(decoding: chunks[0].bytes, as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

  /// A graph in which `count` things are met one by one, by the thing whose number is a half of theirs.
  private func tree(_ count: Int, name: (Int) -> String = { "Name \($0)" }) -> MergedGraph {
    let types = EntityType.allCases
    let entities = (0..<count).map {
      Entity(id: "e\($0)", type: types[$0 % types.count], name: name($0), basis: .text)
    }
    let edges = (1..<max(count, 1)).map {
      Edge(source: "e\($0 / 2)", target: "e\($0)", type: "met-with", relations: ["r\($0)"], weight: 1)
    }
    return MergedGraph(entities: entities, relations: [], edges: edges)
  }

  @Test func aDigestAsAPicture() throws {
    let text = try svg(try GraphSet(merging: [AndeanDigest.graph]).graph)
    #expect(goldenFault(text, "andes.svg") == nil)
  }

  @Test(arguments: [0, 1, 2, 5, 30, 300, 450])
  func everyThingAndEdgeIsDrawnOnce(count number: Int) throws {
    let graph = tree(number)
    let text = try svg(graph)
    #expect(try XMLDocument(xmlString: text).rootElement()?.name == "svg")
    // The legend shows each type once more.
    let boxes = count("<tspan", in: text)
    #expect(boxes == (number > 1 ? number : 0))
    #expect(count("class=\"line meeting actual\"", in: text) == graph.edges.count)
  }

  /// A line goes around a box that stands in its way.
  @Test func linesAvoidBoxes() {
    func box(_ x: Double, _ y: Double) -> PictureBox {
      var box = PictureBox(Entity(id: "\(x)", type: .person, name: "Ana", basis: .text))
      (box.x, box.y) = (x, y)
      return box
    }
    var line = PictureLine(link: Link(source: "a", target: "b", type: "met-with"), status: .happened)
    (line.source, line.target) = (0, 1)
    #expect(PictureBends([box(0, 0), box(300, 0), box(150, 90)]).bend(of: line) == 0)
    let boxes = [box(0, 0), box(300, 0), box(150, 4)]
    line.bend = PictureBends(boxes).bend(of: line)
    #expect(line.bend != 0)
    let curve = PictureCurve(line, boxes)
    for place in 1..<50 {
      let point = curve.point(Double(place) / 50)
      #expect(abs(point.x - 150) > boxes[2].width / 2 || abs(point.y - 4) > boxes[2].height / 2)
    }
  }

  @Test(arguments: [5, 30, 300])
  func noBoxCoversAnother(count: Int) {
    let picture = Picture(tree(count))
    for (index, a) in picture.boxes.enumerated() {
      #expect(a.x - a.width / 2 >= 0 && a.x + a.width / 2 <= picture.width)
      #expect(a.y - a.height / 2 >= 0 && a.y + a.height / 2 <= picture.height)
      for b in picture.boxes[(index + 1)...] {
        let isApart =
          abs(a.x - b.x) >= (a.width + b.width) / 2 || abs(a.y - b.y) >= (a.height + b.height) / 2
        #expect(isApart, "\(a.entity.id) and \(b.entity.id)")
      }
    }
  }

  @Test func whatDidNotHappenIsDashed() throws {
    let entities = [("e0", EntityType.person), ("e1", .person)].map {
      Entity(id: $0.0, type: $0.1, name: $0.0, basis: .text)
    }
    for (status, stroke) in [(Status.planned, "open"), (.negated, "denied"), (.happened, "actual")] {
      let relation = Relation(
        id: "r1", type: .met, arguments: [Argument(.participant, entity: "e0"), Argument(.participant, entity: "e1")],
        status: status, evidence: [])
      let graph = MergedGraph(entities: entities, relations: [relation], edges: EdgeBuilder.edges(from: [relation]))
      #expect(try svg(graph).contains("class=\"line meeting \(stroke)\""))
    }
  }

  @Test func hostileNamesStayNames() throws {
    let names = [
      "</text><script>alert(1)</script>", "\" onload=\"x", "]]>", "&amp;", "\u{0}\u{1B}\u{FFFE}", "شخص", "👩🏽‍🚀", "",
      "line\nbreak", String(repeating: "W", count: 300),
    ]
    let text = try svg(tree(names.count) { names[$0] })
    let document = try XMLDocument(xmlString: text)
    #expect(try document.nodes(forXPath: "//*[local-name()='script']").isEmpty)
    #expect(try document.nodes(forXPath: "//@onload").isEmpty)
    #expect(count("<tspan", in: text) >= names.count)
  }
}
