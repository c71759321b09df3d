internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Events that nouns state: "talks between A and B", "A held talks", "his visit".
extension EventReader {
  func nominal(_ index: Int, _ trigger: Range<Int>, _ frame: Frame) throws(FailedCondition) -> [RelationDraft] {
    var clause = Clause()
    // "a round of talks": the first noun is the one that is held.
    let first = chunks[...index].lastIndex { $0.tokens.lowerBound <= trigger.lowerBound } ?? index
    let top = reader.lightStart(first)
    let governor = governor(ofNoun: top)
    clause.governor = governor
    reader.readRight(of: index, into: &clause, object: nil)
    if let governor, let (slot, group) = reader.relativePhrase(of: governor) { clause.fill(slot, group) }
    if let governor, governor < top {
      reader.readLeft(of: governor, subjects: reader.subjects(of: governor), into: &clause)
    }
    if let after = status.verbAfter(top), carries(after) {
      reader.readRight(of: after, into: &clause, object: nil)
    }
    clause.dates += reader.datesBefore(index)
    // "On Monday A held talks with B": the verb that carries the noun stands between it and the date.
    if let governor, governor < top, isCarrier(governor, of: top) { clause.dates += reader.datesBefore(governor) }
    var found = arguments(frame, clause)
    addInside(index, frame, &found)
    if top != index { addInside(top, frame, &found) }
    addAgent(top, governor, frame, &found)
    addPredicate(index, governor, frame, &found)
    addOccasion(frame, &found)
    complete(&found, frame, trigger: index)
    addDiscourseSubject(top, governor, frame, &found)
    var eventStatus = status.status(ofNoun: top, governor: governor)
    if let failure = failure(found, frame) {
      let again = again(frame, clause, found, status: eventStatus, trigger: trigger, chunk: index)
      if again.isEmpty { throw failure }
      return again
    }
    if eventStatus == .happened, let governor, governor == top - 2, isCopula(governor),
      chunks[governor].verb?.isPast == false
    {
      eventStatus = .ongoing
    }
    var frame = frame
    if frame.type == .milestone, eventStatus == .happened, isSubjectMatter(index) { eventStatus = .planned }
    if frame.kind == "works" { (frame.kind, eventStatus) = works(index, governor, eventStatus) }
    return drafts(frame, found, clause, status: eventStatus, trigger: trigger, chunk: index)
  }

  /// "An agreement on the expansion of the plant": what a document is about has not taken place by being named.
  func isSubjectMatter(_ index: Int) -> Bool {
    let start = reader.startOfChain(index)
    guard start > 1, reader.isGoverned(start), chunks[start - 2].kind == .noun else { return false }
    return nouns.kind(chunks[start - 2].head).contains(.agreement)
  }

  /// "Construction began" is a start; "projects include the construction of a plant" only announces it.
  func works(_ index: Int, _ governor: Int?, _ eventStatus: Status) -> (String, Status) {
    let carrier = status.verbAfter(index) ?? governor
    let isUnderWay = carrier.map { status.kinds($0).contains(.light) } ?? false
    if isUnderWay { return ("started", eventStatus) }
    return ("announced", eventStatus == .happened ? .planned : eventStatus)
  }

  /// Whether what stands behind the verb belongs to the noun before it: "talks were held in Muscat".
  func carries(_ verb: Int) -> Bool {
    let kinds = status.kinds(verb)
    return !kinds.isDisjoint(with: [.light, .plan, .expect, .cancel, .postpone, .share])
  }

  /// The verb group that governs a noun group: the one before it in the clause, else the main verb behind.
  func governor(ofNoun index: Int) -> Int? {
    var scan = index - 1
    while scan >= 0 {
      switch chunks[scan].kind {
      case .verb: return scan
      case .subordinator, .relative, .colon, .stop, .dash: return nil
      default: scan -= 1
      }
    }
    guard reader.isGoverned(reader.startOfChain(index)) else { return nil }
    return chunks.indices.first { $0 > index && chunks[$0].verb?.form == .finite }
  }

  /// Possessor and modifiers: "Omarova's visit", "their meeting", "Kazakh-Omani talks", "the Muscat summit".
  func addInside(_ index: Int, _ frame: Frame, _ found: inout [Argument]) {
    for (slot, role) in frame.slots {
      let need = frame.need(role) ?? .any
      switch slot {
      case .possessor:
        let owners =
          (chunks[index].possessor.map { [$0] } ?? [])
          + chunks[index].modifiers.filter { mentions[$0].form == .pronoun }
        for owner in owners { append(fillers.fillers(mention: owner, need: need), role, &found, side: .subject) }
        if chunks[index].hasPossessive, !found.contains(where: { $0.role == role }) {
          append(nearestPerson(before: index), role, &found, side: .subject)
        }
      case .modifier:
        for modifier in chunks[index].modifiers
        where mentions[modifier].form != .pronoun && chunks[index].possessor != modifier {
          append(fillers.fillers(mention: modifier, need: need), role, &found, side: .mutual)
        }
      case .trigger:
        append([fillers.group(index)], role, &found)
      default: continue
      }
    }
  }

  /// For "his visit" without an antecedent: the person named last in the sentence.
  func nearestPerson(before index: Int) -> [Filler] {
    for chunk in chunks[..<index].indices.reversed() where chunks[chunk].kind == .noun {
      let people = fillers.fillers(chunk, need: .person)
      if !people.isEmpty { return people }
    }
    return []
  }

  /// The subject of the verb that carries the noun, or of the clause to which the noun is an adjunct, where the noun's
  /// own phrases leave a part open.
  func addAgent(_ index: Int, _ governor: Int?, _ frame: Frame, _ found: inout [Argument]) {
    guard let governor else { return }
    let slots = frame.slots
    if let role = slots.first(where: { $0.slot == .recipient })?.role, isTaken(index, by: governor) {
      for subject in reader.subjects(of: governor) {
        append(fillers.fillers(subject, need: frame.need(role) ?? .any), role, &found, side: .subject)
      }
      return
    }
    let isCarried = governor < index && isCarrier(governor, of: index)
    let adjunct = slots.first { $0.slot == .clause } ?? slots.first { $0.slot == .agent }
    guard let role = isCarried ? slots.first(where: { $0.slot == .agent })?.role : adjunct?.role else { return }
    // "Oman hosted talks between A and B"
    if frame.isSymmetric, found.count(where: { $0.role == role && $0.side == .mutual }) > 1 { return }
    let isOpen = !found.contains { $0.role == role } || (frame.isSymmetric && count(found, role) < 2)
    guard isOpen || (isCarried && frame.isSymmetric), isCarried || isAdjunct(index, frame) else { return }
    let need = isCarried ? frame.need(role) ?? .any : FillerKind.person
    for subject in reader.subjects(of: governor) {
      append(fillers.fillers(subject, need: need), role, &found, side: .subject)
    }
    if frame.isSymmetric, !isCarried, count(found, role) == 1 { addHearer(governor, role, &found) }
  }

  /// "During the talks, A told B": whom a verb of saying has as its object is there and hears it.
  private func addHearer(_ verb: Int, _ role: Role, _ found: inout [Argument]) {
    guard status.kinds(verb).contains(.tell), chunks[verb].verb?.isPassive == false, chunks[verb].verb?.form == .finite,
      verb + 1 < chunks.count, chunks[verb + 1].kind == .noun
    else { return }
    append(fillers.fillers(verb + 1, need: .person).filter { !$0.isUnknown }, role, &found, side: .object)
  }

  /// "accepted an invitation", "was granted an audience": whether the subject of the verb gets what the noun names.
  private func isTaken(_ index: Int, by governor: Int) -> Bool {
    guard governor < index, !chunks[(governor + 1)..<index].contains(where: { $0.kind == .preposition }) else {
      return false
    }
    let kinds = status.kinds(governor)
    return chunks[governor].verb?.isPassive == true ? kinds.contains(.light) : kinds.contains(.take)
  }

  /// "Talks with B are set for Thursday": the other side is whom the item is about.
  func addDiscourseSubject(_ index: Int, _ governor: Int?, _ frame: Frame, _ found: inout [Argument]) {
    guard frame.isSymmetric, let role = frame.needs.first?.role, count(found, role) == 1,
      found.contains(where: { $0.role == role && $0.side == .object }), !reader.isGoverned(index),
      governor == nil || governor! > index, let person = fillers.subject.neighbour
    else { return }
    var other = person
    other.isIndirect = true
    append([other], role, &found, side: .subject)
  }

  /// "Among the guests was A", "A was among the guests": what the copula ties to the noun.
  func addPredicate(_ index: Int, _ governor: Int?, _ frame: Frame, _ found: inout [Argument]) {
    guard let role = frame.slots.first(where: { $0.slot == .predicate })?.role else { return }
    for other in predicate(index, governor) {
      append(fillers.fillers(other, need: frame.need(role) ?? .any), role, &found)
    }
  }

  func predicate(_ index: Int, _ governor: Int?) -> [Int] {
    if reader.isGoverned(index) {
      guard let governor, isCopula(governor), reader.isPreposition(index - 1, reader.words.among) else { return [] }
      return governor < index ? reader.subjects(of: governor) : nounsBehind(governor)
    }
    // "Owners are A and B", "A is the builder".
    if let after = status.verbAfter(index), isCopula(after) { return nounsBehind(after) }
    if let governor, governor == index - 1, isCopula(governor) { return reader.subjects(of: governor) }
    return []
  }

  func isCopula(_ verb: Int) -> Bool { reader.classes[chunks[verb].head].contains(.toBe) }

  func nounsBehind(_ verb: Int) -> [Int] {
    guard verb + 1 < chunks.count, chunks[verb + 1].kind == .noun else { return [] }
    return reader.conjuncts(startingAt: verb + 1).group
  }

  /// The occasion that the item spoke of last, where the sentence names none.
  func addOccasion(_ frame: Frame, _ found: inout [Argument]) {
    guard let occasion, frame.need(.occasion) != nil, count(found, .occasion) == 0, count(found, .attendee) > 0 else {
      return
    }
    found.append(
      Argument(role: .occasion, filler: Filler(tokens: occasion, kind: .occasion, isIndirect: true), side: .object))
  }

  /// "held talks", "arrived for talks", "is on a visit".
  func isCarrier(_ governor: Int, of index: Int) -> Bool {
    guard chunks[governor].verb?.isPassive != true else { return false }
    let between = chunks[(governor + 1)..<index]
    if !between.contains(where: { $0.kind == .preposition }) {
      return status.kinds(governor).contains(.light) || status.kinds(governor).governedStatus != nil
    }
    guard reader.isGoverned(index) else { return false }
    let slot = reader.slot(ofPreposition: index - 1)
    // "came to Lima for talks", but "discussed the plans for talks"
    let isFor = slot == .for && (governor == index - 2 || goesSomewhere(governor))
    // "is in talks with B"
    if slot == .in, governor == index - 2, lexicon.is(reader.text.tokens[chunks[governor].head].word, .toBe) {
      return true
    }
    return isFor || (slot == .on && !between.contains { $0.kind == .relative })
  }

  private func goesSomewhere(_ verb: Int) -> Bool {
    status.kinds(verb).contains(.purpose) || lexicon.is(reader.text.tokens[chunks[verb].head].word, .toBe)
  }

  func isAdjunct(_ index: Int, _ frame: Frame) -> Bool {
    let start = reader.startOfChain(index)
    guard reader.isGoverned(start), status.outlook(on: index) == nil else { return false }
    switch reader.slot(ofPreposition: start - 1) {
    case .over: return frame.kind == "meal"
    case .of, .between, .among, .with, .to, .about, .by, .against, .as, .including: return false
    default: return true
    }
  }
}
