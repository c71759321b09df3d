import DigestText
import Testing

@testable import DigestLexicon

struct BundledLexiconTests {
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
