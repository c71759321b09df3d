internal import DigestModel

extension Reading {
  /// The mentions in text order, the entities that they use in order of first mention.
  func result() -> EntityText {
    var result = EntityText()
    result.layout = layout
    var order: [Int] = []
    var newNumber: [Int: Int] = [:]
    func renumber(_ number: Int?) -> Int? {
      guard let number else { return nil }
      if let known = newNumber[number] { return known }
      newNumber[number] = order.count
      order.append(number)
      return order.count - 1
    }
    result.mentions = mentions.filter { !$0.tokens.isEmpty }.sorted {
      ($0.extent.lowerBound, -$0.extent.upperBound, $0.tokens.lowerBound, -$0.tokens.upperBound, $0.rule)
        < ($1.extent.lowerBound, -$1.extent.upperBound, $1.tokens.lowerBound, -$1.tokens.upperBound, $1.rule)
    }
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
}
