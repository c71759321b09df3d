import DigestModel

/// A JSON value and where it stands, so that faults can be shown in their line.
struct JSONNode {
  /// The values that JSON knows.
  enum Value {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([(name: String, node: JSONNode)])
  }

  let value: Value
  /// The offset of its first byte.
  let offset: Int

  /// Reads one whole text.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
    var reader = JSONReader(bytes)
    let node = try read(from: &reader)
    try reader.finish()
    return node
  }

  /// The member of an object.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.node
  }

  /// The string that this is.
  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The number that this is.
  var number: Double? {
    if case .number(let number) = value { number } else { nil }
  }

  /// The elements of an array; none of anything else.
  var elements: [JSONNode] {
    if case .array(let elements) = value { elements } else { [] }
  }

  /// The members of an object; none of anything else.
  var members: [(name: String, node: JSONNode)] {
    if case .object(let members) = value { members } else { [] }
  }

  private static func read(from reader: inout JSONReader) throws(JSONError) -> JSONNode {
    let first = reader.peek()
    let offset = reader.position
    let value: Value
    switch first {
    case UInt8(ascii: "{"):
      var members: [(name: String, node: JSONNode)] = []
      try reader.object { (name, reader) throws(JSONError) in members.append((name, try read(from: &reader))) }
      value = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONNode] = []
      try reader.array { (reader) throws(JSONError) in elements.append(try read(from: &reader)) }
      value = .array(elements)
    case UInt8(ascii: "\""): value = .string(try reader.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try reader.skip()
      value = .bool(first == UInt8(ascii: "t"))
    default: value = reader.null() ? .null : .number(try reader.number())
    }
    return JSONNode(value: value, offset: offset)
  }
}
