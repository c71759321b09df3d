import DigestExport
import DigestGraph
import DigestTestSupport
import Foundation
import Testing

struct DotTests {
  private func dot(_ graph: MergedGraph) -> String {
    var exporter = DotExporter()
    var output = ExportOutput()
    exporter.end(GraphSet(documents: [], graph: graph), to: &output)
    return String(decoding: output.take().flatMap(\.bytes), as: UTF8.self)
  }

  /// Runs Graphviz; `nil` where it is not installed.
  private func graphviz(_ text: String) throws -> (status: Int32, svg: String)? {
    guard
      let path = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"].first(
        where: FileManager.default.isExecutableFile)
    else { return nil }
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).dot")
    let target = source.appendingPathExtension("svg")
    defer {
      try? FileManager.default.removeItem(at: source)
      try? FileManager.default.removeItem(at: target)
    }
    try Data(text.utf8).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-Tsvg", source.path, "-o", target.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, (try? String(contentsOf: target, encoding: .utf8)) ?? "")
  }

  @Test func aDigestAsAPicture() throws {
    let text = dot(try GraphSet(merging: [AndeanDigest.graph]).graph)
    #expect(goldenFault(text, "andes.dot") == nil)
    #expect(try graphviz(text).map(\.status) ?? 0 == 0)
  }

  @Test func hostileNamesStayNames() throws {
    let names = ["\" ; evil [", "a\\", "line\nbreak", "<b>x</b>", "\u{0}\u{1B}", "شخص", "👩🏽‍🚀", "\\N", "", "a -> b"]
    let entities = names.enumerated().map {
      Entity(id: "id\"\\\($0.offset)", type: EntityType.allCases[$0.offset % 9], name: $0.element, basis: .text)
    }
    let edges = entities.dropFirst().map {
      Edge(source: entities[0].id, target: $0.id, type: "met-with", relations: ["r1"], weight: 2)
    }
    let result = try graphviz(dot(MergedGraph(entities: entities, edges: edges)))
    guard let result else { return }
    #expect(result.status == 0)
    #expect(result.svg.components(separatedBy: "class=\"node\"").count - 1 == entities.count)
    #expect(result.svg.components(separatedBy: "class=\"edge\"").count - 1 == edges.count)
  }

  @Test func anEmptyGraphIsOne() throws {
    let result = try graphviz(dot(MergedGraph()))
    #expect(result.map(\.status) ?? 0 == 0)
  }
}
