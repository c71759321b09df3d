/// Writes one digest after the other.
struct DigestWriter {
  private let names: [String]
  private let words: NameWords
  private let templates: [[Piece]]
  private let headlines: [[Piece]]
  private var random: SeededGenerator
  private var text: [UInt8] = []
  private var named: [Int] = []

  /// A template's part: words as they are, or a slot to fill.
  private enum Piece {
    case words([UInt8])
    case slot(Slot)
  }

  init(names: [String], seed: UInt64) {
    var wordRandom = SeededGenerator(seed: 20_250_509)
    words = NameWords(&wordRandom)
    self.names = names
    templates = Phrases.sentences.map(Self.pieces)
    headlines = Phrases.headlines.map(Self.pieces)
    random = SeededGenerator(seed: seed)
  }

  mutating func document() -> NewsCorpus.Document {
    text.removeAll(keepingCapacity: true)
    named = []
    let length = Int.random(in: 3_300...5_400, using: &random)
    fill(Self.pieces(Phrases.opening))
    while text.count < length {
      append("\n\n")
      fill(headlines.randomElement(using: &random)!)
      append("\n\n")
      for paragraph in 0..<Int.random(in: 1...3, using: &random) {
        if paragraph > 0 { append("\n\n") }
        for sentence in 0..<Int.random(in: 1...4, using: &random) {
          if sentence > 0 { append(" ") }
          fill(templates[random.skewed(templates.count)])
        }
      }
    }
    append("\n")
    return NewsCorpus.Document(text: text, names: named)
  }

  private mutating func append(_ words: String) { text.append(contentsOf: words.utf8) }

  private mutating func fill(_ template: [Piece]) {
    for piece in template {
      switch piece {
      case .words(let words): text.append(contentsOf: words)
      case .slot(.name): name()
      case .slot(let slot): append(slot.value(&random))
      }
    }
  }

  /// Five of six names are of the list.
  private mutating func name() {
    guard Int.random(in: 0..<6, using: &random) > 0 else { return append(words.unknownPerson(&random)) }
    let index = random.skewed(names.count)
    named.append(index)
    append(names[index])
  }

  /// `met {name} in {city}` as its parts.
  private static func pieces(_ template: String) -> [Piece] {
    template.split(separator: "{", omittingEmptySubsequences: false).enumerated().flatMap { index, part -> [Piece] in
      guard index > 0, let end = part.firstIndex(of: "}") else { return [.words(Array(part.utf8))] }
      guard let slot = Slot(rawValue: String(part[..<end])) else { preconditionFailure("no slot {\(part[..<end])}") }
      return [.slot(slot), .words(Array(part[part.index(after: end)...].utf8))]
    }
  }
}
