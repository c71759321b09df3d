/// A value that is written as an object, by the table of its fields.
///
/// The table is the format: its order is the order of the keys, and reading and writing both follow it.
protocol WireObject: WireValue {
  /// A value to read the fields into; required fields are always overwritten.
  static var blank: Self { get }
  /// The fields, in wire order.
  static var fields: [WireField<Self>] { get }
  /// Whether it stays on one line when pretty.
  static var isInline: Bool { get }
}

/// One field of an object.
struct WireField<Root: Sendable>: Sendable {
  let name: String
  let isRequired: Bool
  let write: @Sendable (Root, inout JSONWriter) -> Void
  let read: @Sendable (inout Root, inout JSONReader) throws(JSONError) -> Void

  /// A field that is always there.
  static func required<Value: WireValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable
  ) -> WireField {
    WireField(
      name: name, isRequired: true,
      write: { root, writer in
        writer.key(name)
        root[keyPath: path].write(to: &writer)
      },
      read: { (root, reader) throws(JSONError) in root[keyPath: path] = try Value.read(from: &reader) })
  }

  /// A field that is left out where the value is `nil`; `null` reads as `nil`.
  static func optional<Value: WireValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable
  ) -> WireField {
    WireField(
      name: name, isRequired: false,
      write: { root, writer in
        guard let value = root[keyPath: path] else { return }
        writer.key(name)
        value.write(to: &writer)
      },
      read: { (root, reader) throws(JSONError) in
        root[keyPath: path] = reader.null() ? nil : try Value.read(from: &reader)
      })
  }

  /// The name of the schema, which must be the one that this version reads.
  static func schema(_ schema: String) -> WireField {
    WireField(
      name: "schema", isRequired: true,
      write: { _, writer in
        writer.key("schema")
        writer.string(schema)
      },
      read: { (_, reader) throws(JSONError) in
        let found = try reader.string()
        guard found == schema else {
          throw reader.error("schema is '\(found)'; this version reads '\(schema)': update the reader")
        }
      })
  }
}

extension WireObject {
  static var isInline: Bool { true }

  func write(to writer: inout JSONWriter) {
    writer.object(inline: Self.isInline) { writer in
      for field in Self.fields { field.write(self, &writer) }
    }
  }

  static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    let fields = Self.fields
    var value = Self.blank
    var seen = Array(repeating: false, count: fields.count)
    var next = 0
    try reader.object { (name, reader) throws(JSONError) in
      let rest = fields[next...].firstIndex { $0.name == name }
      guard let index = rest ?? fields[..<next].firstIndex(where: { $0.name == name }) else {
        return try reader.skip()
      }
      try fields[index].read(&value, &reader)
      seen[index] = true
      next = index + 1
    }
    if let index = fields.indices.first(where: { fields[$0].isRequired && !seen[$0] }) {
      throw reader.error("the object that ends here has no \"\(fields[index].name)\"")
    }
    return value
  }
}
