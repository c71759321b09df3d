public import DigestModel
import DigestSchema

/// Checks results that were written before, whoever wrote them: against the JSON Schema of `digest-graph/1`, for ids and
/// references that lead nowhere, and against the texts that they were read from.
///
/// ```swift
/// let validator = ResultValidator()
/// let report = validator.validate(bytes) { document in texts[document.id] }
/// for fault in report.faults { print(fault) }
/// ```
public struct ResultValidator: Sendable {
  /// The JSON Schema (2020-12) of `digest-graph/1` and `digest-graph-set/1`, in UTF-8.
  public static let schema: [UInt8] = {
    var size = 0
    let bytes = digest_graph_schema(&size)
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }()

  /// What was found out about one result.
  public struct Report: Hashable, Sendable {
    /// What is wrong; empty for a good result.
    public var faults: [ResultFault]
    /// The ids of the documents in it.
    public var documents: [String]
    /// The ids of documents whose words could not be compared with their text, since the text was not at hand.
    public var unverified: [String]
  }

  /// Makes a validator.
  public init() {}

  /// Checks one result.
  ///
  /// - Parameters:
  ///   - bytes: one `digest-graph/1` or `digest-graph-set/1` object.
  ///   - firstLine: the number of its first line, for the lines of faults.
  ///   - source: gives the input bytes from which a document was read, or `nil` where they are not at hand. They are
  ///     the right ones only if they have the SHA-256 that the result names.
  /// - Complexity: O(n) in the size of the result and of the sources.
  public func validate(
    _ bytes: [UInt8], firstLine: Int = 1, source: (DocumentInfo) -> [UInt8]? = { _ in nil }
  ) -> Report {
    var report = Report(faults: [], documents: [], unverified: [])
    let node: JSONNode
    do {
      node = try JSONNode.read(bytes)
    } catch {
      report.faults = [ResultFault(line: firstLine + error.line - 1, pointer: "", message: error.message)]
      return report
    }
    let lines = LineNumbers(bytes, first: firstLine)
    if let name = node["schema"]?.string, name != DocumentGraph.schema, name != GraphSet.schema {
      let known = "'\(DocumentGraph.schema)' and '\(GraphSet.schema)'"
      let message = "the schema is '\(name)'; this version knows \(known): take a newer one"
      report.faults = [ResultFault(line: firstLine, pointer: "/schema", message: message)]
      return report
    }
    report.faults = Self.faults(of: node).map { fault in
      ResultFault(line: lines.line(of: fault.offset), pointer: fault.pointer, message: fault.message)
    }
    if !report.faults.isEmpty { return report }
    do {
      var checker = ReferenceChecker()
      if node["schema"]?.string == GraphSet.schema {
        let set = try GraphSet(json: bytes)
        for (index, document) in set.documents.enumerated() {
          Self.check(document, at: "/documents/\(index)", source, &checker, &report, lines.line(of: node.offset))
        }
        checker.check(set.graph, of: set.documents, at: "/graph")
      } else {
        let graph = try DocumentGraph(json: bytes)
        Self.check(graph, at: "", source, &checker, &report, lines.line(of: node.offset))
      }
      report.faults += checker.faults.map { fault in
        let place = node.node(at: fault.pointer) ?? node
        return ResultFault(line: lines.line(of: place.offset), pointer: fault.pointer, message: fault.message)
      }
    } catch {
      report.faults = [ResultFault(line: firstLine + error.line - 1, pointer: "", message: error.message)]
    }
    return report
  }

  /// What the schema says; patterns are compiled for each result, since they can't be shared between threads.
  private static func faults(of node: JSONNode) -> [(pointer: String, offset: Int, message: String)] {
    do {
      return try SchemaChecker(schema).faults(of: node)
    } catch {
      fatalError("the embedded schema can't be read: \(error)")
    }
  }

  private static func check(
    _ graph: DocumentGraph, at pointer: String, _ source: (DocumentInfo) -> [UInt8]?,
    _ checker: inout ReferenceChecker, _ report: inout Report, _ line: Int
  ) {
    let id = graph.document.id
    report.documents.append(id)
    var text: SourceText?
    if let bytes = source(graph.document) {
      if sha256(bytes) == graph.document.sha256 {
        text = SourceText(bytes, unit: graph.document.offsets)
      } else {
        let message = "the text of '\(id)' has another SHA-256: it was changed since, or is another text"
        report.faults.append(
          ResultFault(line: line, pointer: "\(pointer)/document/sha256", message: message))
      }
    } else {
      report.unverified.append(id)
    }
    checker.check(graph, at: pointer, source: text)
  }
}

/// The lines of a text.
private struct LineNumbers {
  private let breaks: [Int]
  private let first: Int

  init(_ bytes: [UInt8], first: Int) {
    breaks = bytes.indices.filter { bytes[$0] == 0x0A }
    self.first = first
  }

  /// The line in which an offset lies.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return first + low
  }
}

extension JSONNode {
  /// The nearest node on the way to a pointer's place.
  fileprivate func node(at pointer: String) -> JSONNode? {
    var node = self
    for part in pointer.split(separator: "/") {
      if let member = node[String(part)] {
        node = member
      } else if let index = Int(part), node.elements.indices.contains(index) {
        node = node.elements[index]
      } else {
        return node
      }
    }
    return node
  }
}
