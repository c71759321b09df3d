import DigestExport
import DigestModel
import DigestTestSupport
import Testing

struct FormatTests {
  private func export(_ name: String, _ documents: [DocumentGraph]) throws -> String {
    let format = try #require(ExportFormat.named(name))
    let chunks = try format.export(
      documents.map { ExportDocument($0) }, merged: GraphSet(documents: documents, graph: MergedGraph()))
    return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self)
  }

  @Test func namesAreUnique() {
    #expect(Set(ExportFormat.all.map(\.name)).count == ExportFormat.all.count)
    #expect(ExportFormat.named("nothing") == nil)
  }

  @Test func jsonIsADocumentOrASet() throws {
    let one = try export("json", [AndeanDigest.graph])
    #expect(try DocumentGraph(json: Array(one.utf8)) == AndeanDigest.graph)
    for count in [0, 2] {
      let several = try export("json", Array(repeating: AndeanDigest.graph, count: count))
      #expect(try GraphSet(json: Array(several.utf8)).documents.count == count)
    }
  }

  @Test func jsonLinesHaveOneLineEach() throws {
    let lines = try export("jsonl", [AndeanDigest.graph, AndeanDigest.graph]).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try DocumentGraph(json: Array(line.utf8)) == AndeanDigest.graph) }
  }
}
