/// A value with a place in the wire format.
protocol WireValue: Sendable {
  /// Writes it as JSON.
  func write(to writer: inout JSONWriter)
  /// Reads it from JSON.
  static func read(from reader: inout JSONReader) throws(JSONError) -> Self
  /// Whether a list of such values stays on one line when pretty.
  static var isSmall: Bool { get }
}

extension WireValue {
  static var isSmall: Bool { false }
}

extension String: WireValue {
  static var isSmall: Bool { true }
  func write(to writer: inout JSONWriter) { writer.string(self) }
  static func read(from reader: inout JSONReader) throws(JSONError) -> String { try reader.string() }
}

extension Int: WireValue {
  func write(to writer: inout JSONWriter) { writer.integer(self) }
  static func read(from reader: inout JSONReader) throws(JSONError) -> Int { try reader.integer() }
}

extension Double: WireValue {
  func write(to writer: inout JSONWriter) { writer.number(self) }
  static func read(from reader: inout JSONReader) throws(JSONError) -> Double { try reader.number() }
}

extension Array: WireValue where Element: WireValue {
  func write(to writer: inout JSONWriter) {
    writer.array(inline: Element.isSmall) { writer in
      for element in self {
        writer.element()
        element.write(to: &writer)
      }
    }
  }

  static func read(from reader: inout JSONReader) throws(JSONError) -> [Element] {
    var elements: [Element] = []
    try reader.array { (reader) throws(JSONError) in elements.append(try Element.read(from: &reader)) }
    return elements
  }
}

/// An enumeration that is written as its raw value; a value that this version does not know is an error.
protocol WireEnum: WireValue, RawRepresentable where RawValue == String {}

extension WireEnum {
  func write(to writer: inout JSONWriter) { writer.string(rawValue) }

  static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    let text = try reader.string()
    guard let value = Self(rawValue: text) else { throw reader.error("'\(text)' is not a value of this field") }
    return value
  }
}

extension OffsetUnit: WireEnum {}
extension EntityType: WireEnum {}
extension MentionForm: WireEnum {}
extension Entity.Basis: WireEnum {}
extension Figure.Kind: WireEnum {}
extension Figure.Bound: WireEnum {}
extension Figure.Anchor.Origin: WireEnum {}
extension Change.Direction: WireEnum {}
extension RelationType: WireEnum {}
extension Role: WireEnum {}
extension Status: WireEnum {}
extension Confidence: WireEnum {}
