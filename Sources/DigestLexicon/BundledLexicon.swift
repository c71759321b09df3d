internal import DigestTables

extension Lexicon {
  /// Compiles tables given as file names and bytes.
  ///
  /// - Throws: ``LexiconError`` with every fault of every table; nothing is half loaded.
  /// - Complexity: O(size of the tables), once.
  package init(files: [(name: String, bytes: [UInt8])]) throws(LexiconError) {
    var faults: [LexiconError.Fault] = []
    var tables: [TableKind: Table] = [:]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files.sorted(by: { $0.name < $1.name }) {
      guard let kind = TableKind(rawValue: String(file.name.dropLast(4))), file.name.hasSuffix(".tsv") else {
        faults.append(
          .init(
            file: file.name, line: 0, rule: "unknown-table", message: "no table has this name",
            cure: "use one of: " + TableKind.allCases.map { $0.rawValue + ".tsv" }.joined(separator: ", ")))
        continue
      }
      for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      tables[kind] = Table(name: file.name, bytes: file.bytes, faults: &faults)
    }
    var builder = LexiconBuilder(tables: tables)
    let digits = String(hash, radix: 16)
    let lexicon = builder.build(fingerprint: String(repeating: "0", count: 16 - digits.count) + digits)
    faults += builder.faults
    guard faults.isEmpty else { throw LexiconError(faults: faults) }
    self = lexicon
  }

  /// The bundled tables as file names and bytes.
  package static var bundledFiles: [(name: String, bytes: [UInt8])] {
    (0..<dg_table_count).map { index in
      let table = dg_bundled_tables()[index]
      return (String(cString: table.name), Array(UnsafeBufferPointer(start: table.bytes, count: table.count)))
    }
  }

  /// The bundled lexicon, compiled on first use; the test suite proves that it compiles.
  package static let bundled: Result<Lexicon, LexiconError> = Result { () throws(LexiconError) in
    try Lexicon(files: bundledFiles)
  }
}
