public import DigestModel

extension ExportFormat {
  /// RDF as JSON-LD.
  public static let jsonLD = ExportFormat(
    name: "jsonld", abstract: "RDF as JSON-LD with its context inside: the same statements as turtle", isMerged: false
  ) { _ in JSONLDExporter() }
}

/// Writes RDF as JSON-LD 1.1, with the same statements as ``TurtleExporter``; keeps no document.
///
/// One object: `@context`, which stands in the file, so that nothing is fetched, and `@graph`, one object a line. A thing
/// that several documents name has several objects, which a processor joins by `@id`.
/// - Note: Source: W3C, JSON-LD 1.1.
public struct JSONLDExporter: GraphExporter {
  private var isFirst = true

  /// Makes an exporter.
  public init() {}

  /// Writes the context.
  public mutating func begin(_ output: inout ExportOutput) {
    output.write("{\"@context\":")
    output.write(Self.context)
    output.write(",\n\"@graph\":[")
  }

  /// Writes what was read from one document.
  public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
    var sink = JSONLDSink(isFirst: isFirst)
    RDFMapping(document).write(to: &sink)
    isFirst = sink.isFirst
    output.write(sink.bytes)
  }

  /// Closes the object.
  public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) {
    output.write("\n]}\n")
  }

  /// Prefixes, and for each property what its values are.
  private static let context: [UInt8] = {
    var writer = JSONWriter()
    writer.object { writer in
      for prefix in RDFPrefix.allCases {
        writer.key(prefix.rawValue)
        writer.string(prefix.iri)
      }
      for term in RDFTerm.all {
        define(term.compact, type: term.kind == .link ? "@id" : term.kind.datatype, in: &writer)
      }
      for role in Role.allCases { define("role:\(role.rawValue)", type: "@id", in: &writer) }
    }
    return writer.bytes
  }()

  private static func define(_ name: String, type: String?, in writer: inout JSONWriter) {
    guard let type else { return }
    writer.key(name)
    writer.object { writer in
      writer.key("@id")
      writer.string(name)
      writer.key("@type")
      writer.string(type)
    }
  }
}

/// The objects of `@graph`.
private struct JSONLDSink: RDFSink {
  struct Fields: RDFFields {
    fileprivate var members: [Member] = []
  }

  private(set) var bytes: [UInt8] = []
  private(set) var isFirst: Bool

  init(isFirst: Bool) { self.isFirst = isFirst }

  mutating func resource(_ name: ResourceName, _ classes: [String], _ body: (inout Fields) -> Void) {
    var fields = Fields()
    body(&fields)
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("@id", name.iri)
      writer.strings("@type", classes)
      for member in fields.members { writer.write(member) }
    }
    bytes += isFirst ? "\n".utf8 : ",\n".utf8
    isFirst = false
    bytes += writer.bytes
  }
}

/// A property of one thing, by its name.
private enum Member {
  case strings(String, [String])
  case integer(String, Int)
  /// Links of a property that the context does not declare.
  case links(String, [ResourceName])
}

extension JSONLDSink.Fields {
  mutating func literals(_ term: RDFTerm, _ values: [String]) { members.append(.strings(term.compact, values)) }

  mutating func integer(_ term: RDFTerm, _ value: Int) { members.append(.integer(term.compact, value)) }

  mutating func links(_ property: RDFProperty, _ names: [ResourceName]) {
    switch property {
    case .term(let term): members.append(.strings(term.compact, names.map(\.iri)))
    case .role(let role): members.append(.strings("role:\(role.rawValue)", names.map(\.iri)))
    case .edge(let type): members.append(.links(type.iri, names))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ member: Member) {
    switch member {
    case .strings(let name, let values): strings(name, values)
    case .integer(let name, let value):
      key(name)
      integer(value)
    case .links(let name, let names):
      key(name)
      array { writer in
        for name in names {
          writer.element()
          writer.object { $0.field("@id", name.iri) }
        }
      }
    }
  }

  /// A member with one string, or with a list of them.
  fileprivate mutating func strings(_ name: String, _ values: [String]) {
    if values.count == 1 { return field(name, values[0]) }
    list(name, values)
  }
}
