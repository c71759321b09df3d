/// Reads the field with one name of an object; valid only while its pointers are.
struct FieldReader<Root>: WireFields {
  let name: String
  let root: UnsafeMutablePointer<Root>
  let reader: UnsafeMutablePointer<JSONReader>
  /// The place of the field with the name among the fields.
  private(set) var found: UInt64?
  private(set) var failure: JSONError?
  private var place: UInt64 = 0

  init(name: String, root: UnsafeMutablePointer<Root>, reader: UnsafeMutablePointer<JSONReader>) {
    self.name = name
    self.root = root
    self.reader = reader
  }

  mutating func required<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value>) {
    field(name) { (root, reader) throws(JSONError) in root[keyPath: path] = try Value.read(from: &reader) }
  }

  mutating func optional<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value?>) {
    field(name) { (root, reader) throws(JSONError) in
      root[keyPath: path] = reader.null() ? nil : try Value.read(from: &reader)
    }
  }

  mutating func schema(_ schema: String) {
    field("schema") { (_, reader) throws(JSONError) in
      let found = try reader.string()
      guard found == schema else {
        throw reader.error("schema is '\(found)'; this version reads '\(schema)': update the reader")
      }
    }
  }

  @inline(__always)
  private mutating func field(
    _ name: StaticString, _ read: (inout Root, inout JSONReader) throws(JSONError) -> Void
  ) {
    defer { place += 1 }
    guard found == nil, name.matches(self.name) else { return }
    found = place
    do throws(JSONError) {
      try read(&root.pointee, &reader.pointee)
    } catch {
      failure = error
    }
  }
}

/// Finds the first required field of an object that was not read.
struct RequiredFields<Root>: WireFields {
  /// Bit i: the field at place i was read. No object has more than 64 fields.
  let seen: UInt64
  private(set) var missing: String?
  private var place: UInt64 = 0

  init(seen: UInt64) { self.seen = seen }

  mutating func required<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value>) {
    require("\(name)")
  }

  mutating func optional<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value?>) { place += 1 }

  mutating func schema(_ schema: String) { require("schema") }

  private mutating func require(_ name: @autoclosure () -> String) {
    if missing == nil, seen & (1 << place) == 0 { missing = name() }
    place += 1
  }
}

extension StaticString {
  fileprivate func matches(_ text: String) -> Bool {
    guard text.utf8.count == utf8CodeUnitCount else { return false }
    return text.utf8.elementsEqual(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}
