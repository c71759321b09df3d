internal import DigestModel

extension Reading {
  /// The mentions in text order, the entities that they use in order of first mention.
  func result() -> EntityText {
    var result = EntityText()
    result.layout = layout
    var order: [Int] = []
    var newNumber = [Int](repeating: -1, count: registry.entities.count)
    func renumber(_ number: Int?) -> Int? {
      guard let number else { return nil }
      if newNumber[number] >= 0 { return newNumber[number] }
      newNumber[number] = order.count
      order.append(number)
      return order.count - 1
    }
    result.mentions = inTextOrder(mentions)
    for index in result.mentions.indices {
      result.mentions[index].entity = renumber(result.mentions[index].entity)
      result.mentions[index].group = result.mentions[index].group.compactMap { renumber($0) }
      result.mentions[index].body = renumber(result.mentions[index].body)
    }
    result.attributions = attributions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for index in result.attributions.indices {
      result.attributions[index].outlet = renumber(result.attributions[index].outlet)
      result.attributions[index].speaker = renumber(result.attributions[index].speaker)
    }
    for index in result.layout.items.indices {
      result.layout.items[index].outlet = renumber(result.layout.items[index].outlet)
    }
    result.entities = order.map { registry[$0] }
    return result
  }

  /// By where they start, enclosing ones first; what has lost its tokens is left out.
  private func inTextOrder(_ mentions: [MentionDraft]) -> [MentionDraft] {
    // Numbers are sorted, not the large values themselves.
    let order = mentions.indices.filter { !mentions[$0].tokens.isEmpty }.sorted { left, right in
      let (a, b) = (mentions[left].extent, mentions[right].extent)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.upperBound != b.upperBound { return a.upperBound > b.upperBound }
      let (c, d) = (mentions[left].tokens, mentions[right].tokens)
      if c.lowerBound != d.lowerBound { return c.lowerBound < d.lowerBound }
      if c.upperBound != d.upperBound { return c.upperBound > d.upperBound }
      return mentions[left].rule < mentions[right].rule
    }
    return order.map { mentions[$0] }
  }
}
