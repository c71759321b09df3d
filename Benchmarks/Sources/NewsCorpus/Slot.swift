/// What a template leaves open.
enum Slot: String {
  case name, title, country, demonym, city, capitals, outlet, adjective, noun, verb
  case date, weekday, period, number, money, quantity, percent, year

  /// One of its values.
  func value(_ random: inout SeededGenerator) -> String {
    switch self {
    case .name: preconditionFailure("names are the writer's")
    case .title: Self.pick(Phrases.titles, &random)
    case .country: Self.pick(Phrases.countries, &random)
    case .demonym: Self.pick(Phrases.demonyms, &random)
    case .city: Self.pick(Phrases.cities, &random)
    case .capitals: Self.pick(Phrases.cities, &random).uppercased()
    case .outlet: Self.pick(Phrases.outlets, &random)
    case .adjective: Self.pick(Phrases.adjectives, &random)
    case .noun: Self.pick(Phrases.nouns, &random)
    case .verb: Self.pick(Phrases.verbs, &random)
    case .weekday: Self.pick(Phrases.weekdays, &random)
    case .period: Self.pick(Phrases.periods, &random)
    case .date: Self.date(&random)
    case .number: Self.number(&random)
    case .money: Self.pick(Phrases.currencies, &random) + Self.amount(&random)
    case .quantity: Self.number(&random) + " " + Self.pick(Phrases.units, &random)
    case .percent: "\(random.next() % 99 + 1).\(random.next() % 10)%"
    case .year: "\(2005 + random.next() % 31)"
    }
  }

  private static func pick(_ words: [String], _ random: inout SeededGenerator) -> String {
    words[random.skewed(words.count)]
  }

  private static func date(_ random: inout SeededGenerator) -> String {
    let month = Phrases.months.randomElement(using: &random)!
    let day = random.next() % 14 + 1
    switch random.next() % 10 {
    case ..<4: return "\(month) \(day)"
    case ..<6: return "\(month) \(day), \(2019 + random.next() % 8)"
    case ..<7: return "\(month) \(day)–\(day + 9)"
    case ..<8: return "\(day + 9) \(month)"
    default: return "\(month.prefix(3)). \(day)"
    }
  }

  private static func number(_ random: inout SeededGenerator) -> String {
    switch random.next() % 10 {
    case ..<3: return "\(random.next() % 900 + 2),\(100 + random.next() % 900)"
    case ..<6:
      return "\(random.next() % 98 + 1).\(random.next() % 9 + 1) \(random.next() % 2 == 0 ? "million" : "billion")"
    case ..<8: return "\(random.next() % 990 + 2)"
    default: return ["two", "three", "five", "ten", "a dozen"].randomElement(using: &random)!
    }
  }

  private static func amount(_ random: inout SeededGenerator) -> String {
    "\(random.next() % 900 + 1)" + [" million", " billion", ".5 billion", ",000", "m"].randomElement(using: &random)!
  }
}
