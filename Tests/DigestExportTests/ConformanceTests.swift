import DigestExport
import DigestModel
import DigestTestSupport
import DigestValidation
import Foundation
import Testing

/// Every exporter with every hard graph.
struct ConformanceTests {
  @Test(arguments: ExportFormat.all.map(\.name), HardGraph.all)
  func everyFormatBearsEveryGraph(format: String, graph: HardGraph) throws {
    let format = try #require(ExportFormat.named(format))
    let faults = try ExporterConformance.faults(format, graph)
    #expect(faults.isEmpty, "\(faults)")
  }

  /// The kit's own graphs are good, so that what a reader finds wrong is the exporter's fault.
  @Test(arguments: HardGraph.all.filter { $0.name != "10000-edges" }) func theGraphsAreGood(graph: HardGraph) throws {
    let validator = ResultValidator()
    for document in graph.documents {
      // Nothing large stands in the expectations, which would be taken apart for their messages.
      let bytes = document.graph.json()
      let isSame = try DocumentGraph(json: bytes) == document.graph
      let faults = validator.validate(bytes) { _ in document.text }.faults
      #expect(isSame && faults.isEmpty, "\(faults)")
    }
  }

  /// The checks can fail.
  @Test func aBadExporterIsFound() throws {
    let graph = try #require(HardGraph.all.first { $0.name == "quotes" })
    for (name, text) in [
      ("jsonl", "{"), ("jsonl", "{}\u{2028}\n"), ("json", "{} {}"), ("svg", "<a>"), ("graphml", "<a>\u{1}</a>"),
      ("csv", "a,b\r\n=1,2\r\n"), ("csv", "a,b\r\n1\r\n"), ("csv", "\"a\r\n"), ("csv", "a\"b\r\n"), ("jsonl", "{}\n"),
    ] {
      let format = ExportFormat(name: name, abstract: "", isMerged: false, files: name == "csv" ? ["x"] : []) { _ in
        FixedExporter(text: text)
      }
      let isGood = try ExporterConformance.faults(format, graph).isEmpty
      #expect(isGood == (text == "{}\n"), "\(name) \(text)")
    }
  }

  /// With `HARD_GRAPHS=FOLDER` the graphs are written there as JSON Lines, for `Scripts/test-readers`.
  @Test func forReaders() throws {
    guard let folder = ProcessInfo.processInfo.environment["HARD_GRAPHS"] else { return }
    for graph in HardGraph.all where !graph.documents.isEmpty {
      let lines = graph.documents.map { document in
        document.graph.converting(to: .scalar, text: document.text ?? []).json() + [0x0A]
      }
      let url = URL(fileURLWithPath: folder).appendingPathComponent("\(graph.name).jsonl")
      try Data(lines.joined()).write(to: url)
    }
  }
}

/// Writes the same for every document.
private struct FixedExporter: GraphExporter {
  var text: String

  mutating func end(_ set: GraphSet?, to output: inout ExportOutput) { output.write(text) }
}
