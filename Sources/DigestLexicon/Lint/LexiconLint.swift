internal import DigestText

/// Finds what is wrong with tables, or will be wrong when somebody trusts them.
package struct LexiconLint {
  typealias Fault = LexiconError.Fault

  /// The tables that are looked at.
  private let tables: [SourceTable]
  /// These and what they lie over.
  private let stack: TableStack
  private let readingFaults: [Fault]

  /// Takes tables by file name; what they refer to may also stand in `base`.
  package init(files: [(name: String, bytes: [UInt8])], over base: Lexicon? = nil) {
    var alone = TableStack()
    alone.add(files)
    tables = alone.ordered
    var stack = base.map { TableStack($0.image) } ?? TableStack()
    stack.add(files)
    self.stack = stack
    readingFaults = stack.faults
  }

  /// Takes the tables of a lexicon that could be compiled.
  package init(_ lexicon: Lexicon) {
    stack = TableStack(lexicon.image)
    tables = stack.ordered
    readingFaults = []
  }

  /// Every fault, by file and line.
  ///
  /// - Complexity: O(n log n).
  package func faults() -> [LexiconError.Fault] {
    var faults = readingFaults
    let references = References(stack.tables)
    for table in tables {
      faults += HeadRules(table).faults()
      faults += CellRules(table).faults()
      faults += RowRules(table).faults()
      for row in 0..<table.rowCount { faults += references.faults(table, row) }
    }
    if readingFaults.isEmpty { faults += nameFaults() }
    return Self.sorted(faults)
  }

  /// What only the compiled tables show.
  private func nameFaults() -> [Fault] {
    var compiler = LexiconCompiler(stack.tables)
    do throws(LexiconError) {
      let lexicon = try Lexicon(trusted: try compiler.compile())
      let files = Set(tables.flatMap(\.files))
      return SharedNames(lexicon).faults(files: files) + tables.flatMap { CutNames(lexicon, $0).faults() }
    } catch {
      return error.faults
    }
  }

  /// By file and line, each once.
  private static func sorted(_ faults: [Fault]) -> [Fault] {
    let sorted = faults.sorted {
      ($0.file, $0.line, $0.column ?? "", $0.rule, $0.message) < (
        $1.file, $1.line, $1.column ?? "", $1.rule, $1.message
      )
    }
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
  }
}
