/// Writes the fields of an object; valid only while its pointers are.
struct FieldWriter<Root>: WireFields {
  let root: UnsafePointer<Root>
  let writer: UnsafeMutablePointer<JSONWriter>

  @inline(__always)
  func required<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value>) {
    writer.pointee.key(name)
    root.pointee[keyPath: path].write(to: &writer.pointee)
  }

  @inline(__always)
  func optional<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value?>) {
    guard let value = root.pointee[keyPath: path] else { return }
    writer.pointee.key(name)
    value.write(to: &writer.pointee)
  }

  @inline(__always)
  func schema(_ schema: String) {
    writer.pointee.key("schema")
    writer.pointee.string(schema)
  }
}
