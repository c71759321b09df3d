import DigestModel
import DigestText

/// The text from which a result was read, sliced in the result's own unit.
struct SourceText {
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  private let map: OffsetMap

  /// Repairs the text as extraction does.
  init(_ input: [UInt8], unit: OffsetUnit) {
    bytes = RepairedText(input).bytes
    map = OffsetMap(bytes)
    self.unit = unit
  }

  /// How many units it has.
  var count: Int { map.offset(utf8: bytes.count, in: unit) }

  /// The words of a span that lies in the text.
  func slice(_ span: Span) -> String {
    String(decoding: bytes[map.utf8(span.start, in: unit)..<map.utf8(span.end, in: unit)], as: UTF8.self)
  }
}
