import DigestText
import Foundation
import Testing

@testable import DigestLexicon

struct BundledLexiconTests {
  /// Reads the tables as `Scripts/make-lexicon` does.
  @Test func theImageIsWhatTheTablesGive() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Lexicons")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
    let tables = try names.map { (name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
    let compiled = try Lexicon(layers: [.tables(tables)], overBundled: false)
    #expect(
      try Lexicon.bundled.get().fingerprint == compiled.fingerprint, "run Scripts/make-lexicon and commit the image")
  }

  @Test func bundledTablesCompile() throws {
    let lexicon = try Lexicon.bundled.get()
    #expect(lexicon.is(lexicon.word("met"), .verbPast))
    #expect(lexicon.is(lexicon.word("The"), .starter))
  }

  @Test func tokensAndSentences() throws {
    let lexicon = try Lexicon.bundled.get()
    let segmenter = Segmenter(words: lexicon.segmentation)
    let text = segmenter.segment(
      Array(
        "Mr. K. Oli met U.S. officials of Orda Build Co., Ltd. on Oct. 12.According to them, $8bn came. It’s Oman’s."
          .utf8))
    #expect(
      text.sentences.map { text.string($0) } == [
        "Mr. K. Oli met U.S. officials of Orda Build Co., Ltd. on Oct. 12.", "According to them, $8bn came.",
        "It’s Oman’s.",
      ])
  }
}
