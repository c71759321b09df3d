internal import DigestText

/// The head and the directory of an image, read with care: the sections are inside the image, aligned, and whole
/// numbers of their elements long.
struct ImageDirectory {
  private let bytes: UnsafeRawBufferPointer
  private var ranges: [Range<Int>] = []

  /// Why bytes are no image that can be used.
  struct Refusal: Error {
    var rule: String
    var message: String
  }

  /// Reads head and directory.
  ///
  /// - Parameter checksum: whether all bytes are read to compare the checksum, as must be where they are a stranger's;
  ///   the program's own image is not even asked for all names behind its numbers but in debug builds.
  init(_ storage: ByteStorage, checksum: Bool) throws(Refusal) {
    bytes = storage.bytes
    try readHead()
    try compareSchema(whole: checksum)
    if checksum { try compareChecksum() }
    for section in ImageFormat.Section.allCases { ranges.append(try range(of: section)) }
    try checkElements()
  }

  /// The elements of a section.
  func view<Element>(_ section: ImageFormat.Section) -> UnsafeBufferPointer<Element> {
    UnsafeRawBufferPointer(rebasing: bytes[ranges[section.rawValue]]).bindMemory(to: Element.self)
  }

  private func number(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.load(fromByteOffset: offset, as: UInt64.self))
  }

  private func readHead() throws(Refusal) {
    let sectionCount = ImageFormat.Section.allCases.count
    guard bytes.count >= 8, bytes.prefix(8).elementsEqual(ImageFormat.magic) else {
      throw Refusal(rule: "not-a-lexicon", message: "the file is no compiled lexicon")
    }
    guard bytes.count >= ImageFormat.directory + 16 * sectionCount else {
      throw Refusal(rule: "truncated", message: "the file ends before its directory")
    }
    let marks = number(at: 8)
    guard marks >> 32 == ImageFormat.byteOrder, UInt32(truncatingIfNeeded: marks) == ImageFormat.version else {
      throw Refusal(
        rule: "other-version",
        message: "the file has format \(UInt32(truncatingIfNeeded: marks)) where \(ImageFormat.version) is read")
    }
    guard number(at: 24) == UInt64(bytes.count) else {
      throw Refusal(
        rule: "truncated", message: "the file has \(bytes.count) bytes where \(number(at: 24)) were written")
    }
  }

  private func compareSchema(whole: Bool) throws(Refusal) {
    var isWhole = whole
    #if DEBUG
      isWhole = true
    #endif
    guard number(at: 40) == UInt64(ImageFormat.Section.allCases.count), number(at: 48) == ImageFormat.counts,
      !isWhole || number(at: 32) == ImageFormat.schema
    else { throw Refusal(rule: "other-version", message: "another version of the program compiled the file") }
  }

  private func compareChecksum() throws(Refusal) {
    let sum = ImageFormat.checksum(UnsafeRawBufferPointer(rebasing: bytes[ImageFormat.checkedFrom...]))
    if sum != number(at: ImageFormat.checksumOffset) {
      throw Refusal(rule: "damaged", message: "the checksum does not fit the bytes")
    }
  }

  private func range(of section: ImageFormat.Section) throws(Refusal) -> Range<Int> {
    let entry = ImageFormat.directory + 16 * section.rawValue
    guard let start = Int(exactly: number(at: entry)), let count = Int(exactly: number(at: entry + 8)),
      start <= bytes.count, count <= bytes.count - start, start % ImageFormat.alignment == 0
    else { throw Refusal(rule: "damaged", message: "section '\(section)' lies outside the file") }
    return start..<(start + count)
  }

  private func checkElements() throws(Refusal) {
    for section in ImageFormat.Section.allCases where ranges[section.rawValue].count % section.stride != 0 {
      throw Refusal(rule: "damaged", message: "section '\(section)' ends inside an element")
    }
  }
}

extension ImageFormat.Section {
  /// The size of an element.
  var stride: Int {
    switch self {
    case .pool, .traits, .strings, .cells: 1
    case .wordStarts, .stateWords, .stringStarts, .cellStarts, .places, .idSlots, .orders: 4
    case .wordSlots: 8
    case .words: MemoryLayout<ImageFormat.WordRecord>.stride
    case .classSets: MemoryLayout<WordClassSet>.stride
    case .senses: MemoryLayout<WordSense>.stride
    case .states: MemoryLayout<NameTrie.State>.stride
    case .entries: MemoryLayout<NameEntry>.stride
    case .personKeys: MemoryLayout<PersonKey>.stride
    case .tables: MemoryLayout<ImageFormat.TableRecord>.stride
    }
  }
}
