/// The name (IRI) of a thing in the semantic formats: a URN of its own, or its page in Wikidata.
///
/// Ids stand in it with everything but ASCII letters, digits and `-._~:/` percent-encoded, so that two ids never give one
/// name and none can become syntax.
struct ResourceName: Hashable, Sendable {
  /// The IRI: ASCII without spaces, quotes, brackets and backslashes.
  let iri: String

  private init(_ iri: String) { self.iri = iri }

  /// An entity: `urn:digest-graph:entity:country:PE`.
  static func entity(_ id: String) -> ResourceName { ResourceName("urn:digest-graph:entity:\(encoded(id))") }

  /// A document: `urn:digest-graph:document:digest.txt`.
  static func document(_ id: String) -> ResourceName { ResourceName("urn:digest-graph:document:\(encoded(id))") }

  /// Something in a document, by its id there: `...#r1`.
  func part(_ id: String) -> ResourceName { ResourceName("\(iri)#\(Self.encoded(id))") }

  /// A piece of something in a document, by what it is and its position: `...#r1.evidence-1`.
  func piece(_ kind: StaticString, _ position: Int) -> ResourceName { ResourceName("\(iri).\(kind)-\(position + 1)") }

  /// A release of this library with its tables.
  static func producer(version: String, lexicons: String) -> ResourceName {
    ResourceName("urn:digest-graph:producer:\(encoded(version))/\(encoded(lexicons))")
  }

  /// The property of an edge's type: `urn:digest-graph:edge:met-with`.
  static func edgeType(_ type: String) -> ResourceName { ResourceName("urn:digest-graph:edge:\(encoded(type))") }

  /// The Wikidata entity with this id; `nil` where it is none.
  static func wikidata(_ id: String) -> ResourceName? {
    let digits = id.utf8.dropFirst()
    guard id.utf8.first == UInt8(ascii: "Q"), !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    return ResourceName("http://www.wikidata.org/entity/\(id)")
  }

  static let eventScheduled = ResourceName("https://schema.org/EventScheduled")
  static let eventCancelled = ResourceName("https://schema.org/EventCancelled")

  private static func encoded(_ id: String) -> String {
    if id.utf8.allSatisfy(isPlain) { return id }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in id.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: ":"),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true  // from - to : stand - . / 0-9 :
    default: false
    }
  }
}
