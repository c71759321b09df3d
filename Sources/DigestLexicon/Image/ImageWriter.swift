internal import DigestText

/// Lays what the compiler collected out as an image.
struct ImageWriter {
  private var sections: [(section: ImageFormat.Section, bytes: [UInt8])] = []

  // The tables, while they are written.
  private var records: [ImageFormat.TableRecord] = []
  private var strings: [UInt8] = []
  private var stringStarts: [UInt32] = [0]
  private var cells: [UInt8] = []
  private var cellStarts: [UInt32] = [0]
  private var places: [UInt32] = []
  private var idSlots: [UInt32] = []
  private var orders: [UInt32] = []

  init(
    words: WordCollector, names: NameTrieBuilder, tables: [TableKind: SourceTable], indices: [TableKind: RowIndex]
  ) {
    let vocabulary = words.vocabulary
    add(.pool, vocabulary.pool)
    add(.wordStarts, vocabulary.starts)
    add(.wordSlots, vocabulary.slots)
    add(.traits, words.traits.map(\.rawValue))
    let trie = names.layout(wordCount: vocabulary.count)
    let sets = words.classSets()
    let senses = words.sortedSenses()
    add(
      .words,
      (0...vocabulary.count).map { word in
        ImageFormat.WordRecord(
          classSet: word < vocabulary.count ? sets.index[word] : 0,
          root: word < vocabulary.count ? trie.roots[word] : 0,
          firstSense: senses.starts[word])
      })
    add(.classSets, sets.sets)
    add(.senses, senses.senses)
    add(.states, trie.states)
    add(.stateWords, trie.words)
    add(.entries, trie.entries)
    for kind in TableKind.allCases {
      if let table = tables[kind] { add(table, indices[kind]) }
    }
    add(.tables, records)
    add(.strings, strings)
    add(.stringStarts, stringStarts)
    add(.cells, cells)
    add(.cellStarts, cellStarts)
    add(.places, places)
    add(.idSlots, idSlots)
    add(.orders, orders)
    add(.personKeys, tables[.people].map(PersonKey.all) ?? [])
  }

  private mutating func add<Element>(_ section: ImageFormat.Section, _ elements: [Element]) {
    sections.append((section, elements.withUnsafeBytes(Array.init)))
  }

  // MARK: Tables

  private mutating func add(_ table: SourceTable, _ index: RowIndex?) {
    let slots = index?.slots ?? []
    records.append(
      ImageFormat.TableRecord(
        kind: UInt32(table.kind.rawValue), columnCount: UInt32(table.columns.count),
        rowCount: UInt32(table.rowCount), headerCount: UInt32(table.header.count),
        fileCount: UInt32(table.files.count), firstString: UInt32(stringStarts.count - 1),
        firstCell: UInt32(cellStarts.count - 1), firstPlace: UInt32(places.count), firstSlot: UInt32(idSlots.count),
        slotCount: UInt32(slots.count), firstOrder: UInt32(orders.count)))
    for string in table.columns + table.header.flatMap({ [$0.key, $0.value] }) + table.files { add(string) }
    table.bytes.withUnsafeBufferPointer { bytes in
      for at in stride(from: 0, to: table.bounds.count, by: 2) {
        cells.append(contentsOf: bytes[Int(table.bounds[at])..<Int(table.bounds[at + 1])])
        cellStarts.append(UInt32(cells.count))
      }
    }
    places += table.places.map(\.code)
    idSlots += slots
    for column in table.kind.indexedColumns { orders += table.rows(by: column) }
  }

  private mutating func add(_ string: String) {
    strings += string.utf8
    stringStarts.append(UInt32(strings.count))
  }

  // MARK: Layout

  /// The image.
  func write() -> ByteStorage {
    var offsets: [Int] = []
    var end = Self.aligned(ImageFormat.directory + 16 * sections.count)
    for section in sections {
      offsets.append(end)
      end = Self.aligned(end + section.bytes.count)
    }
    return ByteStorage(count: end) { room in
      for (index, section) in sections.enumerated() {
        let entry = ImageFormat.directory + 16 * section.section.rawValue
        Self.store(UInt64(offsets[index]), at: entry, in: room)
        Self.store(UInt64(section.bytes.count), at: entry + 8, in: room)
        section.bytes.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(rebasing: room[offsets[index]..<(offsets[index] + $0.count)]).copyMemory(
            from: $0)
        }
      }
      writeHead(room)
    }
  }

  private func writeHead(_ room: UnsafeMutableRawBufferPointer) {
    room.copyBytes(from: ImageFormat.magic)
    Self.store(UInt64(ImageFormat.byteOrder) << 32 | UInt64(ImageFormat.version), at: 8, in: room)
    Self.store(UInt64(room.count), at: 24, in: room)
    Self.store(ImageFormat.schema, at: 32, in: room)
    Self.store(UInt64(sections.count), at: 40, in: room)
    Self.store(ImageFormat.counts, at: 48, in: room)
    let checked = UnsafeRawBufferPointer(rebasing: room[ImageFormat.checkedFrom...])
    Self.store(ImageFormat.checksum(checked), at: ImageFormat.checksumOffset, in: room)
  }

  private static func store(_ value: UInt64, at offset: Int, in room: UnsafeMutableRawBufferPointer) {
    room.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + ImageFormat.alignment - 1) / ImageFormat.alignment * ImageFormat.alignment
  }
}
