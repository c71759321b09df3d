extension DocumentGraph {
  /// The same result with its offsets counted in another unit.
  ///
  /// - Parameters:
  ///   - unit: what the offsets shall count.
  ///   - text: the text that was read, after UTF-8 repair. Offsets beyond its end become its end.
  /// - Complexity: O(n + k) for n bytes of text and k spans; a text in ASCII costs one look at each byte.
  public func converting(to unit: OffsetUnit, text: [UInt8]) -> DocumentGraph {
    var result = self
    result.convert(to: unit, text: text)
    return result
  }

  /// Counts the offsets in another unit, in place; see ``converting(to:text:)``.
  package mutating func convert(to unit: OffsetUnit, text: [UInt8]) {
    let from = document.offsets
    if unit == from { return }
    document.offsets = unit
    let map = OffsetMap(text)
    mapOffsets { map.offset(utf8: map.utf8($0, in: from), in: unit) }
  }

  private mutating func mapOffsets(_ convert: (Int) -> Int) {
    items.mapSpans(convert)
    for index in items.indices { items[index].headline?.map(convert) }
    mentions.mapSpans(convert)
    figures.mapSpans(convert)
    for index in relations.indices { relations[index].mapOffsets(convert) }
    for index in diagnostics.indices {
      diagnostics[index].start = diagnostics[index].start.map(convert)
      diagnostics[index].end = diagnostics[index].end.map(convert)
    }
    nearMisses.mapSpans(convert)
    for index in nearMisses.indices { nearMisses[index].triggers.mapSpans(convert) }
  }
}

extension Relation {
  fileprivate mutating func mapOffsets(_ convert: (Int) -> Int) {
    for index in arguments.indices {
      arguments[index].start = arguments[index].start.map(convert)
      arguments[index].end = arguments[index].end.map(convert)
    }
    if var place {
      place.start = place.start.map(convert)
      place.end = place.end.map(convert)
      self.place = place
    }
    evidence.mapSpans(convert)
    for index in evidence.indices { evidence[index].trigger?.map(convert) }
  }
}

extension Span {
  fileprivate mutating func map(_ convert: (Int) -> Int) {
    start = convert(start)
    end = convert(end)
  }
}

extension Array where Element: Spanned {
  fileprivate mutating func mapSpans(_ convert: (Int) -> Int) {
    for index in indices {
      self[index].start = convert(self[index].start)
      self[index].end = convert(self[index].end)
    }
  }
}
