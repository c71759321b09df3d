internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// From arguments to relations: pairs of those who met, kind, date, place and status.
extension EventReader {
  /// One event, or one for each pair where two sides met: "A met B and C" says nothing of B and C.
  func drafts(
    _ frame: Frame, _ found: [Argument], _ clause: Clause, status: Status, trigger: Range<Int>, chunk: Int
  ) -> [RelationDraft] {
    func draft(_ arguments: [Argument]) -> RelationDraft {
      self.draft(frame, arguments, clause, status: status, trigger: trigger, chunk: chunk)
    }
    let projects = found.filter { $0.role == .project }
    if projects.count > 1 {
      let others = found.filter { $0.role != .project }
      return projects.map { draft([$0] + others) }
    }
    guard frame.isSymmetric, let role = frame.needs.first?.role else { return [draft(found)] }
    let left = found.filter { $0.role == role && $0.side == .subject }
    let right = found.filter { $0.role == role && $0.side == .object }
    guard !left.isEmpty, !right.isEmpty, left.count + right.count > 2 else { return [draft(found)] }
    let others = found.filter { $0.role != role }
    let pairs = left.flatMap { one in right.filter { !isHome($0, of: one) }.map { [one, $0] } }
    return pairs.map { draft($0 + others) }
  }

  /// "Chancellor A held talks with officials of both countries": nobody meets the country that sends him.
  private func isHome(_ country: Argument, of person: Argument) -> Bool {
    guard country.filler.kind.contains(.country), person.filler.kind.contains(.person),
      let code = country.filler.country ?? country.filler.entity.flatMap({ fillers.entities[$0].country })
    else { return false }
    return code == person.filler.country ?? person.filler.entity.flatMap { fillers.entities[$0].country }
  }

  func draft(
    _ frame: Frame, _ found: [Argument], _ clause: Clause, status: Status, trigger: Range<Int>, chunk: Int
  ) -> RelationDraft {
    var arguments = found.map {
      ArgumentDraft($0.role, entity: $0.filler.entity, tokens: $0.filler.tokens, country: $0.filler.country)
    }
    if frame.type == .involvesCountry {
      arguments = found.map(countryArgument) + [ArgumentDraft(.part, text: frame.kind)]
    } else if frame.type == .milestone {
      arguments.append(ArgumentDraft(.stage, text: frame.kind))
    } else if let kind = kindToken(chunk) {
      arguments.append(ArgumentDraft(.kind, tokens: kind..<kind + 1))
    }
    // The date of "came on Monday at the invitation of A" is the visit's.
    let isWhole = !frame.slots.contains { $0.slot == .clause }
    let time = isWhole ? date(clause) ?? sameDay(frame, status, chunk) : nil
    let isIndirect = found.contains { $0.filler.isIndirect }
    var draft = RelationDraft(
      frame.type, arguments: arguments, time: time, place: place(clause, frame), status: status,
      evidence: [
        EvidenceDraft(
          sentence: reader.sentence.sentence, trigger: trigger, rule: "relation." + frame.id, rows: [frame.id])
      ],
      confidence: isIndirect ? .medium : .high)
    if draft.status == .happened, let time, isLater(time) { draft.status = .planned }
    return draft
  }

  /// The country of a supplier, lender or buyer is what the project involves.
  func countryArgument(_ argument: Argument) -> ArgumentDraft {
    let filler = argument.filler
    guard argument.role == .country else {
      return ArgumentDraft(argument.role, entity: filler.entity, tokens: filler.tokens)
    }
    let country = filler.country ?? filler.entity.flatMap { fillers.entities[$0].country }
    return ArgumentDraft(
      .country, entity: filler.kind.contains(.country) ? filler.entity : nil, tokens: filler.tokens, country: country)
  }

  func kindToken(_ chunk: Int) -> Int? {
    chunks[chunk].tokens.first { reader.classes[$0].contains(.eventKind) }
  }

  /// The nearest date that is a day, month or year.
  func date(_ clause: Clause) -> Int? {
    for chunk in clause.dates {
      guard let figure = chunks[chunk].figure, figures.figures[figure].figure.edtf != nil else { continue }
      return figure
    }
    return nil
  }

  /// "After the ceremony A was received by B", "C received him too": the day of the event told before.
  private func sameDay(_ frame: Frame, _ status: Status, _ chunk: Int) -> Int? {
    guard frame.isMeeting, status == .happened, let day = events.day, goesOn, !isPerfect(chunk) else { return nil }
    return day
  }

  /// Whether the sentence tells what came with, before or after something told: "after the talks", "also", "too".
  private var goesOn: Bool {
    if chunks.contains(where: { $0.kind == .adverb && reader.words.sequels.contains(reader.text.tokens[$0.head].word) })
    {
      return true
    }
    guard chunks.count > 1, chunks[0].kind == .preposition, chunks[1].kind == .noun,
      let slot = reader.slot(ofPreposition: 0), [.after, .before, .following].contains(slot)
    else { return false }
    return lexicon.is(reader.text.tokens[chunks[1].tokens.lowerBound].word, .definite)
      && (nouns.triggers(chunks[1].head) != nil || nouns.kind(chunks[1].head).contains(.occasion))
  }

  /// "had met", "have met": earlier than what is told.
  private func isPerfect(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .verb else { return false }
    return chunks[chunk].tokens.contains { lexicon.is(reader.text.tokens[$0].word, .toHave) }
  }

  func isLater(_ figure: Int) -> Bool {
    guard let today, let edtf = figures.figures[figure].figure.edtf else { return false }
    var start = edtf.prefix { $0 != "/" }
    // A season's number is no month: spring, 2025-21, is compared by its year.
    if start.utf8.count == 7, start.suffix(2) >= "21" { start = start.prefix(4) }
    return start.utf8.count >= 4 && start.utf8.first != UInt8(ascii: "X") && start > today && !today.hasPrefix(start)
  }

  /// The first place behind "in" or "at", where that is not a part of its own in the frame.
  func place(_ clause: Clause, _ frame: Frame) -> Int? {
    guard !frame.slots.contains(where: { $0.role == .destination && $0.slot == .in }) || frame.type != .visited else {
      return nil
    }
    for chunk in clause.places {
      guard let mention = chunks[chunk].mention else { continue }
      switch mentions[mention].type {
      case .place, .country: return mention
      default: continue
      }
    }
    return nil
  }
}
