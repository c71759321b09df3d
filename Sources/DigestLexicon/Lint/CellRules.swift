internal import DigestText

/// What no cell may hold: texts that look right and do not match.
struct CellRules {
  private let table: SourceTable

  init(_ table: SourceTable) { self.table = table }

  func faults() -> [LexiconError.Fault] {
    var faults: [LexiconError.Fault] = []
    if table.bytes.contains(0x0D) {
      faults.append(
        .init(
          file: table.file, line: 0, rule: "line-ends", message: "lines end in CR LF", cure: "save it with LF line ends"
        ))
    }
    table.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<table.rowCount {
        for column in table.columns.indices {
          let cell = UnsafeBufferPointer(rebasing: bytes[table.range(row, column)])
          if !cell.isEmpty { check(cell, row, column, &faults) }
        }
      }
    }
    return faults
  }

  private func check(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ column: Int, _ faults: inout [LexiconError.Fault]
  ) {
    func add(_ rule: String, _ message: String, cure: String) {
      faults.append(table.fault(row: row, column: table.columns[column], rule: rule, message, cure: cure))
    }
    if let stray = Self.stray(in: cell) { add("stray-space", stray, cure: "delete it") }
    if cell.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      add("control-character", "the cell holds a control character", cure: "delete it")
    }
    guard cell.contains(where: { $0 >= 0x80 }) else { return }
    if !isNormalFormC(cell) {
      add("not-nfc", "marks stand apart from their letters", cure: "save the cell in Unicode normal form C")
    }
    let text = String(decoding: cell, as: UTF8.self)
    if let scalar = text.unicodeScalars.first(where: { Self.invisible.contains($0.value) }) {
      add("stray-space", "it holds U+\(String(scalar.value, radix: 16, uppercase: true))", cure: "write a plain space")
    }
    // Symbols of units are as they are: μm.
    if table.columns[column] == "symbols" { return }
    for word in text.split(whereSeparator: { " |-".contains($0) }) where Self.mixesScripts(word) {
      add("mixed-scripts", "'\(word)' has letters of several alphabets", cure: "type it anew in one alphabet")
    }
  }

  /// Spaces that are easily overlooked: no-break, thin, zero-width, byte order mark.
  private static let invisible: Set<UInt32> = Set([0xA0, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]).union(0x2000...0x200F)

  /// What is wrong with the spaces and bars of a cell.
  private static func stray(in cell: UnsafeBufferPointer<UInt8>) -> String? {
    let space = UInt8(ascii: " ")
    let bar = UInt8(ascii: "|")
    if cell.first == space || cell.last == space { return "a space stands at the edge of the cell" }
    if cell.count > 1, cell.first == bar || cell.last == bar { return "a '|' stands at the edge of the cell" }
    for (first, second) in zip(cell, cell.dropFirst()) where [space, bar].contains(first) {
      if second == space && first == space { return "two spaces stand together" }
      if second == space || (second == bar && first == bar) { return "something is missing behind a '|'" }
      if second == bar { return "a space stands before a '|'" }
    }
    return nil
  }

  /// Whether Latin letters stand beside Cyrillic or Greek ones in one word.
  private static func mixesScripts(_ word: Substring) -> Bool {
    var scripts: Set<Int> = []
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: scripts.insert(0)
      case 0x370...0x3FF, 0x1F00...0x1FFF: scripts.insert(1)
      case 0x400...0x52F: scripts.insert(2)
      default: break
      }
    }
    return scripts.count > 1
  }
}
