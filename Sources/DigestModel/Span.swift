/// A half-open range of a document's text.
///
/// Extraction counts UTF-8 bytes of the text after repair (one U+FFFD for each maximal broken part of the input).
/// The wire form may count UTF-16 units or Unicode scalars instead: see ``OffsetUnit``.
public struct Span: Hashable, Sendable, Codable, Comparable {
  /// The offset of the first unit.
  public var start: Int
  /// The offset behind the last unit.
  public var end: Int

  /// Makes a span from two offsets; `end` is never below `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of units covered.
  public var count: Int { end - start }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share a unit.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders by start, longer spans first among equals, so that an enclosing span precedes what it encloses.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}

/// What the offsets of a result count.
public enum OffsetUnit: String, Hashable, Sendable, Codable, CaseIterable {
  /// UTF-8 bytes, as in Swift's `String.utf8` and in Rust or Go.
  case utf8
  /// UTF-16 code units, as in JavaScript, Java and `NSString`.
  case utf16
  /// Unicode scalars (code points), as in Python and the W3C Web Annotation selectors.
  case scalar
}

/// A thing with a place in the text.
public protocol Spanned {
  /// Where it starts, in the document's ``OffsetUnit``.
  var start: Int { get set }
  /// Where it ends (exclusive), in the document's ``OffsetUnit``.
  var end: Int { get set }
}

extension Spanned {
  /// Its range of the document's text.
  public var span: Span { Span(start, end) }
}
