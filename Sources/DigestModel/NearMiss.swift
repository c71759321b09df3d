/// A sentence that names two known actors and has a trigger, and stated no relation.
///
/// Kept beside ``DocumentGraph/derivations`` for those who write rules and for `extract explain --why-not`; not part of
/// the wire format.
public struct NearMiss: Spanned, Hashable, Sendable, Codable {
  /// A word that states a relation where the conditions of its frame hold.
  public struct Trigger: Spanned, Hashable, Sendable, Codable {
    /// Where the word starts, in the offsets of the document.
    public var start: Int
    /// Behind its end.
    public var end: Int
    /// The word as written.
    public var text: String
    /// The id of the row of `frames.tsv`.
    public var frame: String
    /// The first condition that failed, in words.
    public var reason: String

    /// Makes a trigger with its reason.
    public init(span: Span, text: String, frame: String, reason: String) {
      start = span.start
      end = span.end
      self.text = text
      self.frame = frame
      self.reason = reason
    }
  }

  /// Where the sentence starts, in the offsets of the document.
  public var start: Int
  /// Behind its end.
  public var end: Int
  /// The sentence as written.
  public var text: String
  /// The ids of the people, countries and organisations that it names, in text order.
  public var actors: [String]
  /// Its triggers, in text order.
  public var triggers: [Trigger]

  /// Makes a near miss.
  public init(span: Span, text: String, actors: [String], triggers: [Trigger]) {
    start = span.start
    end = span.end
    self.text = text
    self.actors = actors
    self.triggers = triggers
  }
}
