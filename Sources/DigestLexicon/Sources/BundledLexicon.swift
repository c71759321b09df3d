internal import DigestTables

extension Lexicon {
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
