internal import Testing

@testable internal import DigestText

/// The whole segmentation, by tables and by ICU.
@Suite struct SegmenterTests {
  @Test func sameTokensWithoutFastPaths() {
    let words = Self.words()
    let fast = Segmenter(words: words)
    let slow = Segmenter(words: words, method: .icu)
    var random = SeededGenerator(5)
    let parts = [
      "Oman", "Oman's", "Oman\u{2019}s", "region.According", "U.S", ".", ".", "Co", "Gen", "K", "13.5mn", "2nd",
      "500MW",
      "the", "The", "a", "in", "USD115.5", ",", ")", " ", " ", " ", " ", "\n", "\u{2028}", "\u{85}", "\r\n", "\r", "-",
      "Bogotá", "ÇELİK", "\u{201C}", "\u{2013}", "中文", "שלום", "e\u{301}", "👩‍🚀", "`", "_", "?!", "...", "\u{A0}",
      "internationalisation", "1,200,000", "",
    ]
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &random) { text += parts.randomElement(using: &random)! }
      let bytes = Array(text.utf8)
      let one = fast.segment(bytes)
      let other = slow.segment(bytes)
      #expect(
        one.tokens == other.tokens && one.sentences == other.sentences && one.lines == other.lines,
        "\(text.debugDescription)")
    }
  }

  @Test func tokensHaveTheirShapeAndWord() {
    let words = Self.words()
    let text = Segmenter(words: words).segment(Array("The U.S. and OMAN's 13.5mn, Gen. K. Oli. Ürümqi’s 2 x.".utf8))
    for token in text.tokens.indices {
      let bytes = text.bytes[text.tokens[token].bytes]
      var key: [UInt8] = []
      bytes.withUnsafeBufferPointer {
        Folding.shared.append($0, to: &key, droppingStops: text.tokens[token].shape.contains(.dotted))
      }
      #expect(text.tokens[token].word == key.withUnsafeBufferPointer(words.vocabulary.word))
    }
    #expect(
      text.tokens.indices.map(text.string) == [
        "The", "U.S.", "and", "OMAN", "'s", "13.5", "mn", ",", "Gen.", "K.", "Oli", ".", "Ürümqi", "’s", "2", "x", ".",
      ])
    #expect(
      text.tokens.indices.filter { text.tokens[$0].shape.contains(.allCaps) }.map(text.string) == ["U.S.", "OMAN"])
  }

  @Test(arguments: ["abc.Def", "a.", ". ", "1 ", "x", "\u{2019}", "Co. ", "\u{4E00}", "\n", "A.", "\u{301}"])
  func longTextsOfOneKindEnd(part: String) {
    let text = String(repeating: part, count: 20_000)
    let segmented = Segmenter(words: Self.words()).segment(Array(text.utf8))
    #expect(segmented.tokens.last.map { Int($0.end) } ?? 0 <= text.utf8.count)
  }

  private static func words() -> SegmentationWords {
    var vocabulary = VocabularyBuilder()
    let traits: [(String, SegmentationWords.Traits)] = [
      ("co", .finalAbbreviation), ("us", .finalAbbreviation), ("gen", .abbreviation), ("the", .starter),
      ("in", .starter), ("usd", .currencyCode), ("oman", []), ("bogota", []), ("internationalisation", []), ("and", []),
      ("13.5", []), ("'s", []), ("urumqi", []),
    ]
    var marked: [SegmentationWords.Traits] = [[]]
    for (text, trait) in traits {
      #expect(Int(vocabulary.insert(Array(text.utf8))) == marked.count)
      marked.append(trait)
    }
    return SegmentationWords(vocabulary: vocabulary.vocabulary(), traits: marked)
  }
}
