internal import DigestLexicon
internal import DigestText
/// Objects, attached phrases and dates round a verb or a noun.
extension ClauseReader {
  /// Fills prepositional slots from phrases before the subject, where they open the clause: "In Lima, A met B", "With the
  /// minister, A discussed".
  func readLeft(of verb: Int, subjects: [Int], into clause: inout Clause) {
    guard let first = subjects.first, first > 1, first < verb else { return }
    var start = first
    scanning: while start > 0 {
      switch chunks[start - 1].kind {
      case .noun, .preposition, .date, .comma, .adverb, .open, .masked: start -= 1
      case .coordinator where start > 1 && chunks[start - 2].kind == .noun && chunks[start].kind == .noun: start -= 1
      case .colon, .dash, .quote, .subordinator, .stop: break scanning
      default: return
      }
    }
    var index = start
    while index + 1 < first {
      guard chunks[index].kind == .preposition, chunks[index + 1].kind == .noun, let slot = slot(ofPreposition: index),
        [.in, .at, .with, .alongside].contains(slot)
      else {
        index += 1
        continue
      }
      let (group, end) = conjuncts(startingAt: index + 1)
      guard end <= first else { return }
      clause.fill(slot, group)
      if slot == .in || slot == .at { clause.places += group }
      index = end
    }
  }

  /// Fills object, prepositional slots and dates from the chunks behind `index`.
  func readRight(of index: Int, into clause: inout Clause, object slot: Slot?) {
    var next = index + 1
    var mayBeObject = slot
    while next < chunks.count {
      switch chunks[next].kind {
      case .adverb, .open, .quote, .other, .masked: next += 1
      case .date:
        clause.dates.append(next)
        next += 1
      case .noun:
        let (group, end) = conjuncts(startingAt: next)
        if let object = mayBeObject {
          clause.fill(object, group)
          mayBeObject = nil
        } else if next > index + 1, chunks[next - 1].kind != .coordinator, chunks[next - 1].kind != .comma {
          return
        }
        next = end
      case .preposition:
        mayBeObject = nil
        next = readPreposition(next, into: &clause)
      case .comma:
        // "in Muscat, on Monday" goes on; anything else ends the clause.
        guard next + 1 < chunks.count else { return }
        switch chunks[next + 1].kind {
        case .preposition, .date, .adverb, .masked: next += 1
        // "the meeting, held in Muscat on Monday"
        case .verb where next == index + 1 && slot == nil && chunks[next + 1].verb?.form == .participle: next += 2
        case .noun:
          // "presented the award, one of the highest honours, to B"
          guard let behind = behindApposition(next) else { return }
          next = behind
        default: return
        }
      case .coordinator:
        guard next + 1 < chunks.count, chunks[next + 1].kind == .preposition || chunks[next + 1].kind == .date else {
          return
        }
        next += 1
      case .verb where chunks[next].verb?.form == .participle && chunks[next - 1].kind == .noun:
        // "at a ceremony held in Muscat on Monday": the occasion's place and day are the event's.
        mayBeObject = nil
        next += 1
      default: return
      }
    }
  }

  /// Behind an apposition between two commas that a preposition follows.
  private func behindApposition(_ comma: Int) -> Int? {
    for index in comma + 1..<min(comma + 8, chunks.count) {
      switch chunks[index].kind {
      case .noun, .adverb, .open: continue
      case .preposition where isPreposition(index, words.of): continue
      case .comma:
        return index + 1 < chunks.count && chunks[index + 1].kind == .preposition ? index + 1 : nil
      default: return nil
      }
    }
    return nil
  }

  private func readPreposition(_ index: Int, into clause: inout Clause) -> Int {
    let next = index + 1
    guard next < chunks.count else { return next }
    if chunks[next].kind == .date {
      clause.dates.append(next)
      return next + 1
    }
    guard chunks[next].kind == .noun else { return next }
    let (group, end) = conjuncts(startingAt: next)
    if let slot = slot(ofPreposition: index) {
      clause.fill(slot, group)
      if slot == .in || slot == .at { clause.places += group }
    }
    return end
  }

  /// The slot of a preposition: of a set phrase only "together with" and its like have one.
  func slot(ofPreposition index: Int) -> Slot? {
    let tokens = chunks[index].tokens
    let last = words.slots[text.tokens[tokens.upperBound - 1].word]
    if tokens.count == 3, [words.honour, words.honor].contains(text.tokens[tokens.lowerBound + 1].word) { return .for }
    return tokens.count == 1 || last == .with ? last : nil
  }

  /// Dates before the trigger in the same clause: "On Monday, A met B".
  func datesBefore(_ index: Int) -> [Int] {
    var dates: [Int] = []
    var next = index - 1
    while next >= 0 {
      switch chunks[next].kind {
      case .date: dates.append(next)
      case .verb where chunks[next].verb?.form == .finite: return dates
      case .stop, .colon, .subordinator: return dates
      default: break
      }
      next -= 1
    }
    return dates
  }
}
