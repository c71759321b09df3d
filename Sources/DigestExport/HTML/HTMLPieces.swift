import DigestModel

/// A document's words in the pieces in which a page shows them: one an item, and what stands between items.
///
/// Of a document without text there are the sentences that support its relations.
struct HTMLPieces {
  struct Piece {
    /// Its place in the document, in the document's unit.
    var span: Span
    var text: String
    var item: Item?
  }

  /// A place in one of the pieces, in UTF-16 units from its start.
  struct Place: Hashable {
    var piece: Int
    var start: Int
    var end: Int
  }

  private(set) var pieces: [Piece] = []
  private let unit: OffsetUnit
  private let map: OffsetMap?

  init(_ document: DocumentGraph, text: [UInt8]?) {
    unit = document.document.offsets
    map = text.map(OffsetMap.init)
    if let text, let map {
      pieces = Self.items(document, text, map)
    } else {
      pieces = Self.sentences(document)
    }
  }

  private static func items(_ document: DocumentGraph, _ text: [UInt8], _ map: OffsetMap) -> [Piece] {
    let unit = document.document.offsets
    var pieces: [Piece] = []
    var position = 0
    func add(until end: Int, _ item: Item?) {
      let words = String(decoding: text[map.utf8(position, in: unit)..<map.utf8(end, in: unit)], as: UTF8.self)
      if words.contains(where: { !$0.isWhitespace }) {
        pieces.append(Piece(span: Span(position, end), text: words, item: item))
      }
      position = end
    }
    let end = map.offset(utf8: text.count, in: unit)
    for item in document.items.sorted(by: { $0.start < $1.start }) {
      let start = min(max(item.start, position), end)
      if start > position { add(until: start, nil) }
      if item.end > start { add(until: min(item.end, end), item) }
    }
    if position < end { add(until: end, nil) }
    return pieces
  }

  private static func sentences(_ document: DocumentGraph) -> [Piece] {
    var pieces: [Piece] = []
    for evidence in document.relations.flatMap(\.evidence).sorted(by: { $0.span < $1.span })
    where evidence.start >= (pieces.last?.span.end ?? 0) {
      pieces.append(Piece(span: evidence.span, text: evidence.text, item: nil))
    }
    return pieces
  }

  /// Where a span of the document is shown; `nil` where no piece holds it.
  ///
  /// - Complexity: O(log n) in the number of pieces, and O(1) with the text or O(m) in the length of a sentence without.
  func place(_ span: Span) -> Place? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, span.start < span.end, span.end <= pieces[low - 1].span.end else { return nil }
    let piece = pieces[low - 1]
    guard let start = utf16(span.start, in: piece), let end = utf16(span.end, in: piece) else { return nil }
    return Place(piece: low - 1, start: start, end: end)
  }

  private func utf16(_ offset: Int, in piece: Piece) -> Int? {
    if unit == .utf16 { return offset - piece.span.start }
    guard let map else { return piece.text.utf16Offset(of: offset - piece.span.start, unit) }
    func whole(_ offset: Int) -> Int { map.offset(utf8: map.utf8(offset, in: unit), in: .utf16) }
    return whole(offset) - whole(piece.span.start)
  }
}

extension String {
  /// The offset in UTF-16 units of an offset that counts `unit`; `nil` beyond the end.
  func utf16Offset(of offset: Int, _ unit: OffsetUnit) -> Int? {
    if offset < 0 { return nil }
    let index: Index? =
      switch unit {
      case .utf8: utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex)
      case .utf16: utf16.index(startIndex, offsetBy: offset, limitedBy: endIndex)
      case .scalar: unicodeScalars.index(startIndex, offsetBy: offset, limitedBy: endIndex)
      }
    return index.map { utf16.distance(from: startIndex, to: $0) }
  }
}
