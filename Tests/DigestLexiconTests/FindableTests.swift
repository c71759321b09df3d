import DigestText
import Testing

@testable import DigestLexicon

/// Every name of every row is found where it stands, and what is found is that name.
struct FindableTests {
  /// One row in `step` of each table is tried; the whole of small ones.
  @Test(arguments: TableKind.allCases.filter { !$0.nameColumns.isEmpty && $0 != .frames })
  func names(_ kind: TableKind) throws {
    let lexicon = try Lexicon.bundled.get()
    let segmenter = Segmenter(words: lexicon.segmentation)
    let table = lexicon.table(kind)
    let step = max(1, table.rowCount / 500)
    for column in kind.nameColumns {
      for row in stride(from: 0, to: table.rowCount, by: step) {
        for name in table.list(row, column.column) {
          try expectFound(name.hasPrefix("~") ? String(name.dropFirst()) : name, kind, row, lexicon, segmenter)
        }
      }
    }
  }

  private func expectFound(
    _ name: String, _ kind: TableKind, _ row: Int, _ lexicon: Lexicon, _ segmenter: Segmenter
  ) throws {
    let before = "zzz ( "
    let text = segmenter.segment(Array((before + name + " ) zzz").utf8))
    // A full stop inside the name that ends a sentence is the table's fault: lint finds it ("cut-name").
    guard text.sentences.count == segmenter.segment(Array((before + "x ) zzz").utf8)).sentences.count else { return }
    let matches = lexicon.matches(in: text)
    let all = matches.names + matches.titles + matches.terms
    let found = all.first { match in
      matches.entries(of: match).contains { $0.table == kind && Int($0.row) == row }
        && text.byteRange(match.tokens) == before.utf8.count..<(before.utf8.count + name.utf8.count)
    }
    #expect(found != nil, "\(kind.fileName):\(lexicon.table(kind).line(ofRow: row)) '\(name)' is not found in a text")
  }
}
