internal import DigestLexicon
internal import DigestText

/// What a noun of `nouns.tsv` can name, by the column `class`.
struct NounKinds: OptionSet, Sendable {
  let rawValue: UInt32
  static let outlet = NounKinds(rawValue: 1 << 0)
  static let organization = NounKinds(rawValue: 1 << 1)
  static let place = NounKinds(rawValue: 1 << 2)
  static let project = NounKinds(rawValue: 1 << 3)
  static let works = NounKinds(rawValue: 1 << 4)
  static let agreement = NounKinds(rawValue: 1 << 5)
  static let award = NounKinds(rawValue: 1 << 6)
  static let occasion = NounKinds(rawValue: 1 << 7)
  static let role = NounKinds(rawValue: 1 << 8)
  static let author = NounKinds(rawValue: 1 << 9)
  static let minister = NounKinds(rawValue: 1 << 10)
  static let kin = NounKinds(rawValue: 1 << 11)
  static let guest = NounKinds(rawValue: 1 << 12)
  static let portfolio = NounKinds(rawValue: 1 << 13)
  static let caption = NounKinds(rawValue: 1 << 14)
  static let credit = NounKinds(rawValue: 1 << 15)
  static let source = NounKinds(rawValue: 1 << 16)
  static let noise = NounKinds(rawValue: 1 << 17)
  static let digest = NounKinds(rawValue: 1 << 18)
  static let government = NounKinds(rawValue: 1 << 19)
  static let leader = NounKinds(rawValue: 1 << 20)
  static let label = NounKinds(rawValue: 1 << 22)
  static let ref = NounKinds(rawValue: 1 << 23)
  static let former = NounKinds(rawValue: 1 << 24)
  static let firm = NounKinds(rawValue: 1 << 26)
  static let roleVerb = NounKinds(rawValue: 1 << 27)
  static let counterpart = NounKinds(rawValue: 1 << 28)
  static let executive = NounKinds(rawValue: 1 << 29)
  static let seat = NounKinds(rawValue: 1 << 30)
  static let profession = NounKinds(rawValue: 1 << 21)

  /// The kinds of one row.
  init(class name: String, subtype: String) {
    switch name {
    case "outlet": self = .outlet
    case "organization": self = subtype == "government" ? [.organization, .government] : .organization
    case "place": self = .place
    case "project": self = .project
    case "works": self = .works
    case "agreement-name": self = .agreement
    case "award-name": self = .award
    case "occasion-name": self = .occasion
    case "role":
      switch subtype {
      case "author": self = [.role, .author]
      case "minister": self = [.role, .minister]
      case "leader": self = [.role, .leader]
      case "profession": self = [.role, .profession]
      case "executive": self = [.role, .executive]
      default: self = .role
      }
    case "kin": self = .kin
    case "guest": self = .guest
    case "portfolio": self = .portfolio
    case "caption": self = .caption
    case "credit": self = .credit
    case "source": self = .source
    case "noise": self = .noise
    case "digest": self = .digest
    case "label": self = .label
    case "seat": self = .seat
    case "role-verb": self = .roleVerb
    case "counterpart": self = [.guest, .counterpart]
    case "firm": self = .firm
    case "ref": self = .ref
    case "former": self = .former
    default: self = []
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The rows of `nouns.tsv`, compiled for look-up by word and by row.
struct NounTable: Sendable {
  /// By row.
  let rowKinds: [NounKinds]
  /// By row.
  let subtypes: [String]
  /// By word: what its singular or plural can name.
  private let wordKinds: [NounKinds]

  init(_ lexicon: Lexicon) {
    let table = lexicon.table(.nouns)
    var rowKinds: [NounKinds] = []
    var subtypes: [String] = []
    for row in 0..<table.rowCount {
      let subtype = table.cell(row, "subtype")
      rowKinds.append(NounKinds(class: table.cell(row, "class"), subtype: subtype))
      subtypes.append(subtype)
    }
    var wordKinds = [NounKinds](repeating: [], count: lexicon.meaningfulWordCount)
    for word in wordKinds.indices {
      for sense in lexicon.senses(of: Word(word)) where sense.wordClass == .noun || sense.wordClass == .nounPlural {
        wordKinds[word].formUnion(rowKinds[Int(sense.value)])
      }
    }
    self.rowKinds = rowKinds
    self.subtypes = subtypes
    self.wordKinds = wordKinds
  }

  /// What a word can name.
  func kinds(_ word: Word) -> NounKinds { Int(word) < wordKinds.count ? wordKinds[Int(word)] : [] }

  /// The subtype that `kind` gives a word.
  func subtype(_ word: Word, of kind: NounKinds, in lexicon: Lexicon) -> String? {
    for sense in lexicon.senses(of: word) where sense.wordClass == .noun || sense.wordClass == .nounPlural {
      let row = Int(sense.value)
      if rowKinds[row].contains(kind), !subtypes[row].isEmpty { return subtypes[row] }
    }
    return nil
  }
}
