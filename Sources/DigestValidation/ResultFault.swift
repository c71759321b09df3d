/// One thing that is wrong with a result file.
public struct ResultFault: Hashable, Sendable, CustomStringConvertible {
  /// The line in the file, counted from 1.
  public var line: Int
  /// Where in the value: a JSON Pointer (RFC 6901), empty for the whole.
  public var pointer: String
  /// What is wrong and what would be right, in a sentence for a person.
  public var message: String

  /// Makes a fault.
  public init(line: Int, pointer: String, message: String) {
    self.line = line
    self.pointer = pointer
    self.message = message
  }

  /// The fault with its place.
  public var description: String { "\(line): \(pointer.isEmpty ? "" : pointer + ": ")\(message)" }
}
