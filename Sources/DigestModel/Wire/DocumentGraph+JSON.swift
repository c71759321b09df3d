extension DocumentGraph {
  /// The wire form `digest-graph/1` in UTF-8: the same value gives the same bytes, keys in the schema's order.
  ///
  /// ``derivations`` are not part of it. Offsets are written as they are; ``DocumentInfo/offsets`` says what they count.
  /// - Parameter pretty: `false` gives one line (without a line break at its end), `true` an indented text.
  /// - Complexity: linear in the size of the result; needs no Foundation.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer)
    return writer.bytes
  }

  /// The wire form on one line, with the line feed that ends it.
  package func jsonLine() -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    writer.lineFeed()
    return writer.bytes
  }

  /// Reads the wire form; unknown fields are passed over, a schema other than ``schema`` is refused.
  ///
  /// Offsets stay in the unit that the bytes declare.
  /// - Throws: ``JSONError`` with the place at which the bytes stop being `digest-graph/1`.
  public init(json bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try Self.read(from: &reader)
    try reader.finish()
  }
}

extension GraphSet {
  /// The wire form `digest-graph-set/1` in UTF-8.
  ///
  /// - Parameter pretty: `false` gives one line, `true` an indented text.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer)
    return writer.bytes
  }

  /// Reads the wire form; unknown fields are passed over, a schema other than ``schema`` is refused.
  ///
  /// - Throws: ``JSONError`` with the place at which the bytes stop being `digest-graph-set/1`.
  public init(json bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try Self.read(from: &reader)
    try reader.finish()
  }
}
