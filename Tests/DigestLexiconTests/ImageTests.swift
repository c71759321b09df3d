import DigestText
import Testing

@testable import DigestLexicon

/// The image: the same from the same tables, and safe whatever its bytes are.
struct ImageTests {
  private func small() throws -> [UInt8] { try Lexicon(files: TestTables.all).image.copy }

  /// Whether bytes load; then everything in them is read.
  private func loads(_ bytes: [UInt8], checksum: Bool = true) -> Bool {
    let storage = ByteStorage(copying: bytes)
    if checksum { return (try? Lexicon(compiled: storage, name: "test")).map(readAll) != nil }
    guard let directory = try? ImageDirectory(storage, checksum: false) else { return false }
    let image = LexiconImage(storage: storage, directory: directory)
    if ImageCheck(image).problem() != nil { return false }
    readAll(Lexicon(image: image))
    return true
  }

  private func readAll(_ lexicon: Lexicon) {
    for word in 0..<lexicon.vocabulary.count {
      _ = lexicon.vocabulary.spelling(Word(word))
      _ = lexicon.classes(of: Word(word))
      for sense in lexicon.senses(of: Word(word)) { _ = sense.wordClass }
    }
    for kind in TableKind.allCases {
      let table = lexicon.table(kind)
      _ = table.header.count + table.columns.count
      for row in 0..<table.rowCount {
        _ = table.line(ofRow: row) + table.file(ofRow: row).count
        for column in table.columns { _ = table.cell(row, column) }
        _ = table.row(id: table.cell(row, "id"))
      }
    }
    _ = TestTables.ids("The mayor, Ana María Quispe, met Nino Beridze in Georgia and a Peruvian.", lexicon)
  }

  @Test func theSameTablesGiveTheSameImage() throws {
    #expect(try small() == small())
    let reversed = try Lexicon(files: TestTables.all.reversed())
    #expect(try small() == reversed.image.copy)
  }

  @Test func aCompiledLexiconReadsAsItself() throws {
    let bytes = try small()
    let lexicon = try Lexicon(compiled: ByteStorage(copying: bytes), name: "test")
    #expect(lexicon.asOf == "2025-02-02")
    #expect(
      TestTables.ids("Nino Beridze", lexicon) == ["Nino Beridze=person:nino-beridze", "Beridze=person:nino-beridze"])
    #expect(lexicon.is(lexicon.word("The"), .article))
    #expect(lexicon.table(.countries).headerValue("as-of") == "2025-01-01")
    let copy = try Lexicon(
      files: TableKind.allCases.compactMap { kind in TestTables.all.first { $0.name == kind.fileName } })
    #expect(copy.fingerprint == lexicon.fingerprint)
  }

  @Test func layersOfACompiledLexiconAreThoseOfItsTables() throws {
    let compiled = try Lexicon(files: TestTables.all)
    let upper = TestTables.layer(["people.tsv": "id\tname\nperson:x\tXu Yi\n"])
    let one = try Lexicon(layers: [.compiled(compiled.image.storage, name: "test"), .tables(upper)])
    let other = try Lexicon(layers: [.tables(TestTables.all), .tables(upper)], overBundled: false)
    #expect(one.fingerprint == other.fingerprint)
  }

  /// What is refused names the file and what to do.
  @Test func refusalsNameFileAndCure() throws {
    var flipped = try small()
    flipped[flipped.count / 2] ^= 4
    var older = try small()
    older[8] = 1
    for bytes in [try Array(small().dropLast(100)), flipped, older, Array("id\tname\n".utf8)] {
      do {
        _ = try Lexicon(compiled: ByteStorage(copying: bytes), name: "mine.lexicon")
        Issue.record("accepted")
      } catch {
        #expect(error.faults.map(\.file) == ["mine.lexicon"])
        #expect(error.faults[0].cure.contains("extract lexicon compile"))
      }
    }
  }

  /// Every section of the bundled image, hurt at random places that are the same in every run: read without harm, or refused.
  @Test func hurtSectionsOfTheBundledImageDoNoHarm() throws {
    let image = try Lexicon.bundled.get().image
    var bytes = image.copy
    var seed: UInt64 = 7
    for section in ImageFormat.Section.allCases {
      let entry = ImageFormat.directory + 16 * section.rawValue
      let (start, count) = bytes.withUnsafeBytes {
        ($0.load(fromByteOffset: entry, as: UInt64.self), $0.load(fromByteOffset: entry + 8, as: UInt64.self))
      }
      for _ in 0..<1 where count > 0 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let at = Int(start + (seed >> 20) % count)
        bytes[at] ^= UInt8(truncatingIfNeeded: seed >> 13) | 1
        let storage = ByteStorage(copying: bytes)
        #expect((try? Lexicon(compiled: storage, name: "test")) == nil, "the checksum tells")
        let hurt = LexiconImage(storage: storage, directory: try ImageDirectory(storage, checksum: false))
        if ImageCheck(hurt).problem() == nil {
          _ = TestTables.ids("Tokayev met Xi Jinping in Astana on the Peruvian side.", Lexicon(image: hurt))
        }
        bytes[at] ^= UInt8(truncatingIfNeeded: seed >> 13) | 1
      }
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try small()
    for count in 0..<bytes.count { #expect(!loads(Array(bytes[..<count]))) }
    #expect(!loads(bytes + [0]))
  }

  @Test func everyFlippedByteIsRefused() throws {
    var bytes = try small()
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        bytes[index] ^= mask
        #expect(!loads(bytes), "byte \(index)")
        bytes[index] ^= mask
      }
    }
    #expect(loads(bytes))
  }

  /// With a right checksum over wrong bytes: what is accepted can be read without harm.
  @Test func wrongReferencesDoNoHarm() throws {
    var bytes = try small()
    var accepted = 0
    let masks: [UInt8] = [0x01, 0x10, 0x80, 0xFF]
    for index in stride(from: ImageFormat.checkedFrom, to: bytes.count, by: 3) {
      let mask = masks[index / 3 % 4]
      bytes[index] ^= mask
      if loads(bytes, checksum: false) { accepted += 1 }
      bytes[index] ^= mask
    }
    #expect(accepted > 0 && accepted < bytes.count)
  }

  @Test func foreignFilesAreRefused() {
    for text in ["", "id\tname\n", "\u{89}PNG\r\n\u{1a}\n", String(repeating: "x", count: 5000)] {
      #expect(!loads(Array(text.utf8)))
    }
    #expect(!loads(ImageFormat.magic + [UInt8](repeating: 0xFF, count: 4000)))
  }
}
