internal import DigestEntities
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Events that the item has told before: "The meeting took place in Lima on Friday", "The visit was called off".
extension EventReader {
  /// What the sentence adds to the event told before, or nothing where the noun does not go back to one.
  func again(
    _ frame: Frame, _ clause: Clause, _ found: [Argument], status: Status, trigger: Range<Int>, chunk: Int
  ) -> [RelationDraft] {
    let known = frame.type == .visited ? events.visit : frame.isSymmetric ? events.meeting : []
    guard found.allSatisfy({ $0.role == .place || $0.role == .destination }), isDefinite(chunk),
      let first = known.first
    else { return [] }
    let (time, place) = (date(clause), place(clause, frame))
    let isOff = status == .cancelled || status == .negated
    // What took place is not called off later; what is planned has not taken place because its hour is named.
    let isSame = status == first.status || (status.isActual && first.status.isActual)
    guard isOff ? !first.status.isActual : (time != nil || place != nil) && (isSame || isCounted(chunk)) else {
      return []
    }
    // "Their first meeting" is another one of the same people.
    let isOther = isCounted(chunk)
    return known.map { event in
      var draft = event
      draft.retells = !isOther
      if isOther { draft.status = status }
      draft.time = time
      draft.place = place
      if isOff { draft.status = status }
      draft.confidence = .medium
      draft.evidence = [
        EvidenceDraft(
          sentence: reader.sentence.sentence, trigger: trigger, rule: "relation.again." + frame.id, rows: [frame.id])
      ]
      return draft
    }
  }

  private func isCounted(_ chunk: Int) -> Bool {
    chunks[chunk].tokens.contains { token in
      lexicon.classes(of: reader.text.tokens[token].word)
        .intersects(WordClassSet(.timeLast, .timeNext, .timeOrdinal, .numberOrdinal))
    }
  }

  /// "The meeting", "this visit", "their talks", with nobody named in the group.
  private func isDefinite(_ chunk: Int) -> Bool {
    let group = chunks[chunk]
    let isNamed = group.modifiers.contains { mentions[$0].form != .pronoun } || group.possessor != nil
    return !isNamed && lexicon.is(reader.text.tokens[group.tokens.lowerBound].word, .definite)
  }
}
