/// Why bytes could not be read as JSON, or not as the values they ought to hold.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what would be right, in a sentence for a person.
  public var message: String
  /// The offset of the byte at which reading stopped.
  public var offset: Int
  /// Its line, counted from 1.
  public var line: Int

  /// Makes an error.
  public init(message: String, offset: Int, line: Int) {
    self.message = message
    self.offset = offset
    self.line = line
  }

  /// The message with its place.
  public var description: String { "line \(line), byte \(offset): \(message)" }
}
