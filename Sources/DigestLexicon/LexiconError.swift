/// Why a lexicon could not be loaded: every fault of every table, each with its place and its cure.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  /// One fault.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// The table's file name.
    public var file: String
    /// The line, counted from 1; 0 where the fault is the file's.
    public var line: Int
    /// The column's name, where the fault is in one cell.
    public var column: String?
    /// A stable name of the rule that was broken.
    public var rule: String
    /// What is wrong.
    public var message: String
    /// What to do about it.
    public var cure: String

    /// `people.tsv:12: column 'country': unknown-reference: ...; cure: ...`
    public var description: String {
      let place = line > 0 ? "\(file):\(line)" : file
      let cell = column.map { " column '\($0)':" } ?? ""
      return "\(place):\(cell) \(rule): \(message); cure: \(cure)"
    }

    package init(file: String, line: Int, column: String? = nil, rule: String, message: String, cure: String) {
      self.file = file
      self.line = line
      self.column = column
      self.rule = rule
      self.message = message
      self.cure = cure
    }
  }

  /// All faults found, by file and line.
  public var faults: [Fault]

  package init(faults: [Fault]) { self.faults = faults }

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
