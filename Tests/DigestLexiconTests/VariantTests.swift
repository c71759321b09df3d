import DigestText
import Testing

@testable import DigestLexicon

/// Names in other spellings than those that tables list.
struct VariantTests {
  private static let rules = """
    # group-steppe: KZ|KG
    id\trank\tfrom\tto\tbefore\tafter\tboth\twords\tcountries\ttables
    apostrophe\t10\t'\t\t\t\t\t\t\t
    ye-e\t20\tye\te\tvowel\tconsonant\t1\t\tsteppe\t
    zh-j\t30\tzh\tj\t\t\t1\t\tsteppe\t
    hyphen\t40\t-\t\t\t\t\t\tsteppe\tpeople
    mohammed\t50\t\t\t\t\t\tmohammed|muhammad\t\tpeople
    ue\t60\tü\tue\t\t\t\t\tDE\t
    """
  private static let people = """
    id\tname\taliases\tshort\tcountry
    person:a\tErzhan-Bek Sadybayev\t\tSadybayev\tKZ
    person:b\tMohammed Sana'i\t\t\tPE
    person:c\tMaria Müller\t\t\tDE
    person:d\tDeniz Müldür\t\t\tTR
    person:e\tOmar Sadybaev\t\t~Talayev\tKG
    """

  private func lexicon(_ extra: [String: String] = [:]) throws -> Lexicon {
    try Lexicon(
      files: TestTables.layer(
        ["variants.tsv": Self.rules, "people.tsv": Self.people].merging(extra) { $1 }))
  }

  @Test(arguments: [
    ("Sadybayev", "a"), ("Erjan-Bek Sadybaev", "a"), ("Erjan Bek Sadybayev", "a"), ("Erzhanbek Sadybayev", "a"),
    ("ERZHANBEK SADYBAYEV", "a"), ("Muhammad Sana’i", "b"), ("Mohammed Sanai", "b"), ("Maria Mueller", "c"),
    ("Deniz Muldur", "d"), ("Omar Sadybayev", "e"),
  ])
  func spelling(_ name: String, of person: String) throws {
    #expect(TestTables.ids(name, try lexicon()).contains("\(name)=person:\(person)"), "\(name)")
  }

  @Test(arguments: ["Deniz Mueldür", "Mohammed-Sanai", "Erzhanbek", "sadybaev", "Sadyba Yev"])
  func noSpelling(_ name: String) throws { #expect(TestTables.ids(name, try lexicon()) == []) }

  @Test func aListedNameIsNoVariantOfAnother() throws {
    let countries = "id\tname\taliases\tdemonyms\ncountry:XX\tSadybaev\t\t\ncountry:KZ\tTalaev\t\t\n"
    let lexicon = try lexicon(["countries.tsv": countries])
    #expect(TestTables.ids("Sadybaev", lexicon) == ["Sadybaev=country:XX"])
    #expect(TestTables.ids("Talaev", lexicon) == ["Talaev=country:KZ"])
  }

  @Test func aWordOfTheLanguageIsNoVariant() throws {
    let lexicon = try lexicon(["words.tsv": "class\tvalue\tstarter\twords\narticle\t\t1\tthe|sadybaev\n"])
    #expect(TestTables.ids("Sadybaev", lexicon) == [])
  }

  @Test func aVariantIsAsWeakAsItsName() throws {
    let lexicon = try lexicon()
    #expect(Lookup("Talaev", in: lexicon).candidates.map(\.isWeak) == [true])
    #expect(Lookup("Sadybaev", in: lexicon).candidates.map(\.isWeak) == [false])
  }

  @Test func variantsAreShown() throws {
    let lexicon = try lexicon()
    let shown = lexicon.variants(of: .people, row: 0)
    #expect(shown.contains { $0.spelling == "Sadybaev" && $0.name == "Sadybayev" && $0.rules == ["ye-e"] })
    #expect(shown.contains { $0.spelling == "Erjan Bek Sadybaev" && $0.rules == ["ye-e", "zh-j"] })
    #expect(!shown.contains { $0.spelling == "Sadybayev" })
    #expect(Lookup("Sadybaev", in: lexicon).candidates.map(\.variant?.name) == ["Sadybayev"])
    #expect(Lookup("Sadybayev", in: lexicon, spellings: true).candidates[0].spellings == shown)
  }

  @Test func brokenRulesAreFaults() {
    let rules =
      "id\tfrom\tto\tbefore\twords\tcountries\ttables\na\tx\ty\tmiddle\t\t\t\nb\t\t\t\tone\t\t\nc\tx\tz\t\t\tnorth\tawards\n"
    do {
      _ = try Lexicon(files: TestTables.layer(["variants.tsv": rules]))
      Issue.record("no fault")
    } catch {
      #expect(
        error.faults.map { "\($0.line) \($0.column ?? "")" } == ["2 before", "3 words", "4 countries", "4 tables"])
    }
  }

  /// All spellings that the compiler made of the bundled names, but of long tables a part.
  @Test(arguments: [TableKind.people, .places])
  func everyVariantIsFound(_ kind: TableKind) throws {
    let lexicon = try Lexicon.bundled.get()
    let segmenter = Segmenter(words: lexicon.segmentation)
    var finder = VariantFinder(lexicon)
    var count = 0
    for row in stride(from: 0, to: lexicon.table(kind).rowCount, by: 7) {
      for variant in finder.variants(of: kind, row) {
        count += 1
        // What ends in a full stop is an abbreviation: "Bol'shoy Begichev I."
        for ending in variant.spelling.hasSuffix(".") ? [""] : ["", "’s", "'s"] {
          let before = "zzz ( "
          let text = segmenter.segment(Array((before + variant.spelling + ending + " ) zzz").utf8))
          let found = lexicon.matches(in: text).names.contains { match in
            text.byteRange(match.tokens).lowerBound == before.utf8.count
              && text.byteRange(match.tokens).count == variant.spelling.utf8.count
          }
          #expect(found, "'\(variant.spelling)\(ending)' of '\(variant.name)' by \(variant.rules)")
        }
      }
    }
    #expect(count > 200)
  }
}
