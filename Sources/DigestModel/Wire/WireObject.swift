/// A value that is written as an object, by a description of its fields.
///
/// The description is the format: its order is the order of the keys, and reading and writing both follow it.
protocol WireObject: WireValue {
  /// A value to read the fields into; required fields are always overwritten.
  static var blank: Self { get }
  /// Names the fields, in wire order. What they are told is inlined into it, so that writing a field is writing its
  /// name and its value, and no more.
  static func describe(_ fields: inout some WireFields<Self>)
  /// Whether it stays on one line when pretty.
  static var isInline: Bool { get }
}

/// What is told the fields of an object: one that writes them, one that reads them.
protocol WireFields<Root> {
  associatedtype Root

  /// A field that is always there.
  mutating func required<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value>)

  /// A field that is left out where the value is `nil`; `null` reads as `nil`.
  mutating func optional<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value?>)

  /// The name of the schema, which must be the one that this version reads.
  mutating func schema(_ schema: String)
}

extension WireObject {
  static var isInline: Bool { true }

  func write(to writer: inout JSONWriter) {
    writer.object(inline: Self.isInline) { writer in
      withUnsafeMutablePointer(to: &writer) { writer in
        withUnsafePointer(to: self) { root in
          var fields = FieldWriter(root: root, writer: writer)
          Self.describe(&fields)
        }
      }
    }
  }

  static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    var value = Self.blank
    var seen: UInt64 = 0
    try reader.object { (name, reader) throws(JSONError) in
      let (field, failure) = readField(name, of: &value, &reader)
      if let failure { throw failure }
      guard let field else { return try reader.skip() }
      seen |= 1 << field
    }
    var required = RequiredFields<Self>(seen: seen)
    describe(&required)
    if let name = required.missing { throw reader.error("the object that ends here has no \"\(name)\"") }
    return value
  }

  /// Reads the field with this name, where there is one, and tells its place among the fields.
  private static func readField(
    _ name: String, of value: inout Self, _ reader: inout JSONReader
  ) -> (field: UInt64?, failure: JSONError?) {
    withUnsafeMutablePointer(to: &value) { root in
      withUnsafeMutablePointer(to: &reader) { reader in
        var fields = FieldReader(name: name, root: root, reader: reader)
        Self.describe(&fields)
        return (fields.found, fields.failure)
      }
    }
  }
}
