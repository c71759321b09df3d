/// What segmentation must know of some words of the vocabulary.
package struct SegmentationWords: @unchecked Sendable {
  /// The traits of a word.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// An abbreviation whose full stop never ends a sentence: Mr., Gen., Oct.
    package static let abbreviation = Traits(rawValue: 1)
    /// An abbreviation whose full stop may also end a sentence: Co., Inc., U.S., a.m.
    package static let finalAbbreviation = Traits(rawValue: 2)
    /// A word that, with a capital, starts a sentence rather than a name: The, In, He.
    package static let starter = Traits(rawValue: 4)
    /// A currency's code that is written before a number without a space: USD115, RM42.
    package static let currencyCode = Traits(rawValue: 8)
  }

  package let vocabulary: Vocabulary
  /// By word number; words beyond the end have no trait.
  private let traits: UnsafeBufferPointer<UInt8>
  private let owner: ByteStorage

  /// A view of traits that `owner` keeps.
  package init(vocabulary: Vocabulary, traits: UnsafeBufferPointer<UInt8>, owner: ByteStorage) {
    self.vocabulary = vocabulary
    self.traits = traits
    self.owner = owner
  }

  /// A copy of traits, by word number.
  package init(vocabulary: Vocabulary = Vocabulary(), traits: [Traits] = []) {
    let storage = ByteStorage(copying: traits.map(\.rawValue))
    self.init(vocabulary: vocabulary, traits: storage.bytes.bindMemory(to: UInt8.self), owner: storage)
  }

  func traits(of word: Word) -> Traits {
    withExtendedLifetime(owner) { Int(word) < traits.count ? Traits(rawValue: traits[Int(word)]) : [] }
  }
}
