import DigestModel

extension ExportFormat {
  /// RDF as Turtle.
  public static let turtle = ExportFormat(
    name: "turtle",
    abstract: "RDF as Turtle: schema.org, PROV-O back to the sentences, Wikidata; one document after the other",
    isMerged: false
  ) { _ in TurtleExporter() }
}

/// Writes RDF as Turtle, with the same statements as ``JSONLDExporter``; keeps no document.
///
/// Entities are named `urn:digest-graph:entity:ID`, documents `urn:digest-graph:document:ID`, what stands in a document
/// `urn:digest-graph:document:ID#r1`. Classes are those of schema.org and PROV-O beside an own small vocabulary
/// (`urn:digest-graph:vocabulary:`), whose terms are the fields of `digest-graph/1`; `owl:sameAs` leads to Wikidata. Dates
/// are EDTF (`edtf:EDTF`), and `xsd:date` where they bound an event.
/// - Note: Source: W3C, RDF 1.1 Turtle; PROV-O; <https://schema.org>; Library of Congress, EDTF datatypes.
public struct TurtleExporter: GraphExporter {
  /// Makes an exporter.
  public init() {}

  /// Writes the prefixes.
  public mutating func begin(_ output: inout ExportOutput) {
    for prefix in RDFPrefix.allCases { output.write("@prefix \(prefix.rawValue): <\(prefix.iri)> .\n") }
  }

  /// Writes what was read from one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    var sink = TurtleSink()
    RDFMapping(document).write(to: &sink)
    output.write(sink.bytes)
  }
}

/// Turtle in bytes.
private struct TurtleSink: RDFSink {
  struct Fields: RDFFields {
    fileprivate(set) var bytes: [UInt8] = []
  }

  private var fields = Fields()

  var bytes: [UInt8] { fields.bytes }

  mutating func resource(_ name: ResourceName, _ classes: [String], _ body: (inout Fields) -> Void) {
    fields.bytes.append(UInt8(ascii: "\n"))
    fields.write(name)
    fields.bytes += " a ".utf8
    for (index, name) in classes.enumerated() {
      if index > 0 { fields.bytes += ", ".utf8 }
      fields.bytes += name.utf8
    }
    body(&fields)
    fields.bytes += " .\n".utf8
  }
}

extension TurtleSink.Fields {
  mutating func literals(_ term: RDFTerm, _ values: [String]) {
    start(term.compact)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      quoted(value)
      guard let datatype = term.kind.datatype else { continue }
      bytes += "^^".utf8
      bytes += datatype.utf8
    }
  }

  mutating func integer(_ term: RDFTerm, _ value: Int) {
    start(term.compact)
    bytes += value.description.utf8
  }

  mutating func links(_ property: RDFProperty, _ names: [ResourceName]) {
    switch property {
    case .term(let term): start(term.compact)
    case .role(let role): start("role:\(role.rawValue)")
    case .edge(let type):
      start("")
      write(type)
      bytes.append(UInt8(ascii: " "))
    }
    for (index, name) in names.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      write(name)
    }
  }

  mutating func write(_ name: ResourceName) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.iri.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func start(_ property: String) {
    bytes += " ;\n  ".utf8
    bytes += property.utf8
    if !property.isEmpty { bytes.append(UInt8(ascii: " ")) }
  }

  /// A string in quotes; control characters as `\uHHHH`.
  private mutating func quoted(_ text: String) {
    let digits = Array("0123456789ABCDEF".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case ..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
