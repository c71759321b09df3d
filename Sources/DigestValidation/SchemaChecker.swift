import DigestModel

/// Checks JSON values against a JSON Schema (2020-12).
///
/// Knows the keywords that the schema of `digest-graph/1` uses and refuses a schema with any other one, so that no
/// keyword is silently passed over.
struct SchemaChecker {
  private static let notes: Set = ["$schema", "$id", "$defs", "title", "description"]

  private let root: JSONNode
  private let definitions: [String: JSONNode]
  private let patterns: [String: Regex<AnyRegexOutput>]

  /// Reads a schema.
  init(_ schema: [UInt8]) throws {
    root = try JSONNode.read(schema)
    definitions = Dictionary(
      (root["$defs"]?.members ?? []).map { ("#/$defs/" + $0.name, $0.node) }, uniquingKeysWith: { first, _ in first })
    var patterns: [String: Regex<AnyRegexOutput>] = [:]
    var open = [root] + definitions.values
    while let schema = open.popLast() {
      for (name, node) in schema.members {
        switch name {
        case "type", "required", "enum", "const", "additionalProperties", "minItems", "minimum": break
        case _ where Self.notes.contains(name): break
        case "$ref":
          guard let target = node.string, definitions[target] != nil else { throw SchemaError("no definition \(node)") }
        case "properties": open += node.members.map(\.node)
        case "items", "if", "then", "else": open.append(node)
        case "pattern": if let pattern = node.string { patterns[pattern] = try Regex(pattern) }
        default: throw SchemaError("the keyword '\(name)' is not known here")
        }
      }
    }
    self.patterns = patterns
  }

  /// What is wrong with a value, in the order in which it stands; empty where it fits.
  func faults(of node: JSONNode) -> [(pointer: String, offset: Int, message: String)] {
    var faults: [(pointer: String, offset: Int, message: String)] = []
    check(node, root, "") { faults.append(($0, $1, $2)) }
    return faults
  }

  private typealias Report = (_ pointer: String, _ offset: Int, _ message: String) -> Void

  private func check(_ node: JSONNode, _ schema: JSONNode, _ pointer: String, _ report: Report) {
    for (keyword, rule) in schema.members {
      switch keyword {
      case "$ref": if let target = rule.string.flatMap({ definitions[$0] }) { check(node, target, pointer, report) }
      case "type":
        if let type = rule.string, !node.value.is(type) {
          return report(pointer, node.offset, "this is \(node.value.kind); \(type.withArticle) belongs here")
        }
      case "const":
        if !node.value.equals(rule.value) { report(pointer, node.offset, "only \(rule.value.text) may stand here") }
      case "enum":
        if !rule.elements.contains(where: { node.value.equals($0.value) }) {
          let values = rule.elements.map(\.value.text).joined(separator: ", ")
          report(pointer, node.offset, "\(node.value.text) is not one of \(values)")
        }
      case "pattern":
        if let text = node.string, let pattern = rule.string, let regex = patterns[pattern],
          (try? regex.firstMatch(in: text)) == nil
        {
          report(pointer, node.offset, "'\(text)' does not match \(pattern)")
        }
      case "minimum":
        if let number = node.number, let least = rule.number, number < least {
          report(pointer, node.offset, "\(node.value.text) is less than \(rule.value.text)")
        }
      case "minItems":
        if case .array(let elements) = node.value, let least = rule.number, Double(elements.count) < least {
          report(pointer, node.offset, "\(rule.value.text) or more elements belong here, not \(elements.count)")
        }
      case "items":
        for (index, element) in node.elements.enumerated() { check(element, rule, "\(pointer)/\(index)", report) }
      case "if":
        var fits = true
        check(node, rule, pointer) { _, _, _ in fits = false }
        if let branch = schema[fits ? "then" : "else"] { check(node, branch, pointer, report) }
      default: break
      }
    }
    if case .object(let members) = node.value { check(members, of: node, schema, pointer, report) }
  }

  private func check(
    _ members: [(name: String, node: JSONNode)], of node: JSONNode, _ schema: JSONNode, _ pointer: String,
    _ report: Report
  ) {
    let names = members.map(\.name)
    for required in schema["required"]?.elements ?? [] {
      if let name = required.string, !names.contains(name) { report(pointer, node.offset, "\"\(name)\" is missing") }
    }
    let properties = schema["properties"]
    let isClosed = if case .bool(false)? = schema["additionalProperties"]?.value { true } else { false }
    for (index, member) in members.enumerated() {
      let place = "\(pointer)/\(member.name.escapedForPointer)"
      if isClosed && names[..<index].contains(member.name) { report(place, member.node.offset, "stands here twice") }
      if let property = properties?[member.name] {
        check(member.node, property, place, report)
      } else if isClosed {
        report(place, member.node.offset, "no such member is known here")
      }
    }
  }
}

/// Why a schema can't be used.
struct SchemaError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension JSONNode.Value {
  /// Whether this is of a type that JSON Schema names; `3.0` is an integer.
  fileprivate func `is`(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }

  fileprivate func equals(_ other: JSONNode.Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }

  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  fileprivate var text: String {
    switch self {
    case .bool(let value): "\(value)"
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .string(let text): "'\(text)'"
    default: kind
    }
  }
}

extension String {
  fileprivate var withArticle: String { ["array", "object", "integer"].contains(self) ? "an \(self)" : "a \(self)" }

  /// The name as a part of a JSON Pointer.
  fileprivate var escapedForPointer: String {
    contains { $0 == "~" || $0 == "/" }
      ? flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.reduce(into: "") { $0.append($1) } : self
  }
}
