/// Invented names of people, companies and projects, the best known first.
///
/// No name stands inside another, and none of the last words is the start of another, so that a search for bytes finds
/// as many as a search for words.
public struct NameList: Sendable {
  /// Names, no two alike.
  public let names: [String]

  /// Makes `count` names; the first of a longer list are those of a shorter one.
  public init(count: Int) {
    var random = SeededGenerator(seed: 20_250_509)
    let words = NameWords(&random)
    var seen = Set<String>(minimumCapacity: count)
    var names: [String] = []
    names.reserveCapacity(count)
    while names.count < count {
      let name = words.name(&random)
      if seen.insert(name).inserted { names.append(name) }
    }
    self.names = names
  }

  /// The names as a table of people, the format of `Lexicons/people.tsv`.
  public var table: [UInt8] {
    var table = Array("# Invented names\n# source: made for measuring\n# licence: CC0-1.0\n# as-of: 2026-01-01\n".utf8)
    table += Array("id\tname\taliases\tshort\tgender\tcountry\twikidata\tsource\n".utf8)
    for (index, name) in names.enumerated() {
      table += Array("person:n\(index)\t\(name)\t\t\t\t\t\town\n".utf8)
    }
    return table
  }
}

/// The parts of which names are made.
struct NameWords: Sendable {
  private let given: [String]
  private let surnames: [String]
  private let stems: [String]

  private static let starts =
    "ba be bi bo da de di do fa ga ge gu ha he ka ke ki ko la le li lo ma me mi mo na ne ni no "
    + "pa pe ra re ri ro sa se si so ta te ti to al an ar er il in or ul am em im"
  private static let ends =
    "bek mat rat lan mir dar nur gul zhan kul tan ras kin man dov vin ler ner son ton berg mann "
    + "stein ford well ham ley ski yan dze shvili oglu uly kyzy enko escu ini ano etti ard eau ier aud ssen gaard vik "
    + "strom holm jee pur dra vati moto saki yama"
  private static let marked =
    "Ayşe Çağla Ömer Björn Søren Zoë José María François Élodie Đức Nguyễn Trần Phạm Võ László "
    + "Ştefan Łukasz Žarko Chloë Min-jun Ji-woo Seo-yeon Aygül"
  private static let markedSurnames =
    "O’Branagh D’Amelio Saint-Perrault Yılmazer Öztürkan Müllerson Núñezal Garcíades "
    + "Šimićan Đặngvan"
  private static let sectors =
    "Energy Mining Steel Rail Port Logistics Grain Uranium Copper Cement Telecom Aviation "
    + "Water Hydrogen Solar Wind Chemical Insurance Pipeline Fertilizer"
  private static let forms = "Corporation Holding Group Consortium Partners Technologies Works Agency Institute Chamber"
  private static let works = "Railway Highway Refinery Smelter Terminal Bridge Reservoir Substation"

  init(_ random: inout SeededGenerator) {
    given = Self.split(Self.marked) + Self.words(1_200, parts: 0...1, &random)
    surnames = Self.split(Self.markedSurnames) + Self.words(16_000, parts: 1...2, &random)
    stems = Self.words(6_000, parts: 2...2, &random)
  }

  func name(_ random: inout SeededGenerator) -> String {
    switch random.skewed(100) {
    case ..<40: person(given[random.skewed(given.count)], &random)
    case ..<60: person("\(given[random.skewed(given.count)]) \(Self.initial(&random)).", &random)
    case ..<85:
      "\(stems[random.skewed(stems.count)]) \(Self.pick(Self.sectors, &random)) \(Self.pick(Self.forms, &random))"
    default:
      "\(stems[random.skewed(stems.count)]) \(Self.pick(Self.works, &random))"
    }
  }

  /// A person of whom no list knows: the surname has a letter that no listed one starts with.
  func unknownPerson(_ random: inout SeededGenerator) -> String {
    "\(given[random.skewed(given.count)]) V\(surnames[random.skewed(surnames.count)].lowercased())"
  }

  private func person(_ first: String, _ random: inout SeededGenerator) -> String {
    "\(first) \(surnames[random.skewed(surnames.count)])"
  }

  private static func initial(_ random: inout SeededGenerator) -> Character {
    Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(random.next() % 26)))
  }

  private static func pick(_ words: String, _ random: inout SeededGenerator) -> String {
    split(words).randomElement(using: &random)!
  }

  private static func split(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  /// Words of syllables, none the start of another.
  private static func words(_ count: Int, parts: ClosedRange<Int>, _ random: inout SeededGenerator) -> [String] {
    let starts = split(starts)
    let ends = split(ends)
    var made = Set<String>()
    while made.count < count {
      let syllables = (0..<Int.random(in: parts, using: &random)).map { _ in starts.randomElement(using: &random)! }
      let word = syllables.joined() + starts.randomElement(using: &random)! + ends.randomElement(using: &random)!
      made.insert(word.prefix(1).uppercased() + word.dropFirst())
    }
    let sorted = made.sorted()
    let kept = zip(sorted, sorted.dropFirst() + ["~"]).filter { !$1.hasPrefix($0) }.map(\.0)
    return kept.shuffled(using: &random)
  }
}
