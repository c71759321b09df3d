import Foundation
import Testing

/// The binary carries its tables: it may be copied anywhere.
struct RelocationTests {
  @Test func aCopyElsewhereAnswersTheSame() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let copy = tool.folder.appendingPathComponent("bin/moved")
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Tool.binary, to: copy)
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    for file in try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
    where file.pathExtension == "txt" {
      try tool.write("in/\(file.lastPathComponent)", Array(Data(contentsOf: file)))
    }
    let here = try tool.run("--format", "jsonl", "in")
    let there = try tool.shell("bin/moved --format jsonl in")
    #expect(here.status == 0)
    #expect(!here.output.isEmpty)
    #expect(there.status == 0)
    #expect(there.errors == here.errors)
    #expect(there.output == here.output)
  }
}
