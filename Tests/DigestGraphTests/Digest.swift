import DigestGraph
import Foundation
import Testing

/// A digest among the project's files.
struct Digest: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String

  var testDescription: String { name }

  /// The date at the end of the file's name, if there is one.
  var date: String? {
    let stem = name.hasSuffix(".txt") ? name.dropLast(4) : name[...]
    let date = stem.suffix(10)
    return date.allSatisfy { $0.isNumber || $0 == "-" } && date.utf8.count == 10 ? String(date) : nil
  }

  static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let root = tests.deletingLastPathComponent()

  static let samples = read("Samples")
  static let marked = read("Tests/Cases/marked")

  /// The extractor that the tests share.
  static let extractor = Result { try Extractor() }

  func graph(by extractor: Extractor? = nil) throws -> DocumentGraph {
    let extractor = try extractor ?? Self.extractor.get()
    return extractor.extract(text, id: name, date: date)
  }

  private static func read(_ folder: String) -> [Digest] {
    let folder = root.appending(path: folder)
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map { Digest(name: file.lastPathComponent, text: $0) }
    }
  }
}
