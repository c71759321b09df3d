internal import DigestLexicon
internal import DigestModel
internal import DigestText

extension Reading {
  /// Makes one of projects that an item names by the same words before different nouns, or with and without a number:
  /// "Julius Nyerere dam" and "Julius Nyerere hydropower plant", "Kordai wind farm" and "Kordai-2 wind farm".
  func mergeProjects() {
    var named: [ProjectKey: Int] = [:]
    for (index, mention) in mentions.enumerated() where mention.type == .project && !mention.tokens.isEmpty {
      let item = projectItem(mention.tokens.lowerBound)
      projectsOfItem[item, default: []].append(index)
      guard let key = projectKey(mention, item), let entity = mention.entity else { continue }
      if let known = named[key], known != entity {
        mergeProject(index, into: known)
      } else {
        named[key] = entity
      }
    }
  }

  /// The item of a token; the headline over a single article is the article's, a paragraph outside items its own.
  func projectItem(_ token: Int) -> Int {
    if let item = itemOfToken(token) { return item }
    return layout.items.count == 1 ? 0 : -1 - Int(lineOfSentence[text.sentence(of: token)])
  }

  /// An item and the words of a project's name before its noun.
  private struct ProjectKey: Hashable {
    var item: Int
    var name: NameKey
    var subtype: String
  }

  private func projectKey(_ mention: MentionDraft, _ item: Int) -> ProjectKey? {
    guard let entity = mention.entity, let subtype = registry[entity].subtype, subtype != "programme" else {
      return nil
    }
    var end = mention.tokens.upperBound
    while end > mention.tokens.lowerBound, !isNameWord(end - 1) || kinds[end - 1].contains(.project) { end -= 1 }
    // A number behind a hyphen is left out.
    if end - 2 > mention.tokens.lowerBound, shape(end - 1).contains(.digit), marks[end - 2] == .hyphen { end -= 2 }
    let words = (mention.tokens.lowerBound..<end).filter { isNameWord($0) }
    guard !words.isEmpty else { return nil }
    let alike = ["plant", "power"].contains(subtype) ? "plant" : subtype
    return ProjectKey(item: item, name: NameKeys.combine(words.map { key($0) }), subtype: alike)
  }

  private func mergeProject(_ index: Int, into known: Int) {
    guard let own = mentions[index].entity else { return }
    // The tables' entity stays, else the longer name.
    let keepsOwn = registry[own].basis == .lexicon && registry[known].basis == .text
    guard !keepsOwn, registry[own].basis == .text else { return }
    let name = text.string(mentions[index].tokens)
    if registry[known].basis == .text, name.count > registry[known].name.count {
      let short = registry[known].name
      registry[known].name = name
      registry[known].aliases = (registry[known].aliases ?? []) + [short]
    }
    mentions[index].entity = known
    mentions[index].country = mentions[index].country ?? registry[known].country
  }
}
