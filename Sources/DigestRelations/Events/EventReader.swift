internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads the events that the verbs and nouns of one sentence state.
struct EventReader {
  let reader: ClauseReader
  let fillers: FillerReader
  let status: StatusReader
  let nouns: NounKinds
  let frames: FrameTable
  let lexicon: Lexicon
  let mentions: [MentionDraft]
  /// The mentions of this sentence, by number.
  let mentionsHere: Range<Int>
  let figures: FigureText
  /// The occasion that the item spoke of last.
  let occasion: Range<Int>?
  /// The project that the item spoke of last.
  let project: Int?
  /// The document's date (EDTF), by which a present tense with a later date is a plan.
  let today: String?

  private var chunks: [Chunk] { reader.chunks }

  /// The events of the sentence, in text order.
  func events() -> [RelationDraft] {
    var events: [RelationDraft] = []
    for index in chunks.indices {
      switch chunks[index].kind {
      case .verb:
        guard let verb = chunks[index].verb, verb.verb >= 0 else { continue }
        for frame in frames.byVerb[verb.verb] {
          let found = verbal(index, verb, frames.frames[frame])
          events += found
          // A call is no face-to-face meeting besides.
          if !found.isEmpty, frames.frames[frame].kind == "phone" { break }
        }
      case .noun:
        guard let trigger = nouns.triggers(chunks[index].head) else { continue }
        for row in trigger.rows where frames.byRow[row] >= 0 {
          events += nominal(index, trigger.tokens, frames.frames[frames.byRow[row]])
        }
      default: continue
      }
    }
    return events
  }

  // MARK: Verbs

  private func verbal(_ index: Int, _ verb: VerbGroup, _ frame: Frame) -> [RelationDraft] {
    if frame.kind == "phone", !hasCue(.phone, behind: index) { return [] }
    if frame.kind == "sidelines", !hasCue(.sideline, behind: index) { return [] }
    var found: [Argument] = []
    var clause = read(index, isPassive: verb.isPassive, frame, &found)
    // A headline drops the auxiliary: "ties elevated to a partnership", "leader honoured with order".
    if !verb.isPassive, clause[.object].isEmpty, canBeParticiple(verb), !satisfies(found, frame) {
      found = []
      clause = read(index, isPassive: true, frame, &found)
    }
    guard satisfies(found, frame) else { return [] }
    var eventStatus = status.status(ofVerb: index)
    if eventStatus == .happened {
      if frame.kind == "proposed" { eventStatus = .proposed }
      if frame.kind == "abroad", !verb.isPast { eventStatus = .ongoing }
    }
    return drafts(
      frame, found, clause, status: eventStatus, trigger: verb.head..<verb.head + 1, chunk: index)
  }

  private func canBeParticiple(_ verb: VerbGroup) -> Bool {
    verb.tokens.count == 1 && lexicon.is(reader.text.tokens[verb.head].word, .verbParticiple)
  }

  /// Reads what stands round a verb into the frame's roles.
  private func read(_ index: Int, isPassive: Bool, _ frame: Frame, _ found: inout [Argument]) -> Clause {
    var clause = Clause()
    let subjects = reader.subjects(of: index)
    if isPassive {
      clause.fill(.object, subjects)
      reader.readRight(of: index, into: &clause, object: nil)
      // "was awarded the Order": the second of two objects.
      if frame.type == .awarded, index + 1 < chunks.count, chunks[index + 1].kind == .noun {
        clause.fill(.with, [index + 1])
      }
      clause.fill(.subject, clause[.by])
    } else {
      clause.fill(.subject, subjects)
      reader.readRight(of: index, into: &clause, object: .object)
      if clause[.object].isEmpty { clause.fill(.object, reader.relativeObject(of: index, subjects: subjects)) }
      fillSecondObject(index, &clause, frame)
    }
    clause.dates += reader.datesBefore(index)
    found = arguments(frame, clause)
    complete(&found, frame, trigger: index)
    return clause
  }

  /// "awarded B the Order": the second of two objects.
  private func fillSecondObject(_ index: Int, _ clause: inout Clause, _ frame: Frame) {
    guard frame.type == .awarded, let first = clause[.object].first else { return }
    let next = reader.endOfChain(first)
    guard next < chunks.count, chunks[next].kind == .noun else { return }
    clause.fill(.with, [next])
  }

  /// Whether a word of the class stands behind the verb: "spoke by phone", "spoke on the sidelines".
  private func hasCue(_ wordClass: WordClass, behind index: Int) -> Bool {
    chunks[index...].prefix(12).contains { chunk in
      chunk.tokens.contains { lexicon.is(reader.text.tokens[$0].word, wordClass) }
    }
  }

  // MARK: Nouns

  private func nominal(_ index: Int, _ trigger: Range<Int>, _ frame: Frame) -> [RelationDraft] {
    var clause = Clause()
    let governor = governor(ofNoun: index)
    clause.governor = governor
    reader.readRight(of: index, into: &clause, object: nil)
    if let after = status.verbAfter(index), carries(after) {
      reader.readRight(of: after, into: &clause, object: nil)
    }
    clause.dates += reader.datesBefore(index)
    var found = arguments(frame, clause)
    addInside(index, frame, &found)
    addAgent(index, governor, frame, &found)
    addPredicate(index, governor, frame, &found)
    addOccasion(frame, &found)
    complete(&found, frame, trigger: index)
    guard satisfies(found, frame) else { return [] }
    var frame = frame
    var eventStatus = status.status(ofNoun: index, governor: governor)
    if frame.kind == "works" { (frame.kind, eventStatus) = works(index, governor, eventStatus) }
    return drafts(frame, found, clause, status: eventStatus, trigger: trigger, chunk: index)
  }

  /// "Construction began" is a start; "projects include the construction of a plant" only announces it.
  private func works(_ index: Int, _ governor: Int?, _ eventStatus: Status) -> (String, Status) {
    let carrier = status.verbAfter(index) ?? governor
    let isUnderWay = carrier.map { status.kinds($0).contains(.light) } ?? false
    if isUnderWay { return ("started", eventStatus) }
    return ("announced", eventStatus == .happened ? .planned : eventStatus)
  }

  /// Whether what stands behind the verb belongs to the noun before it: "talks were held in Muscat".
  private func carries(_ verb: Int) -> Bool {
    let kinds = status.kinds(verb)
    return !kinds.isDisjoint(with: [.light, .plan, .expect, .cancel, .postpone])
  }

  /// The verb group that governs a noun group: the one before it in the clause, else the main verb behind.
  private func governor(ofNoun index: Int) -> Int? {
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
  private func addInside(_ index: Int, _ frame: Frame, _ found: inout [Argument]) {
    for (slot, role) in frame.slots {
      let need = frame.need(role) ?? .any
      switch slot {
      case .possessor:
        let owners = (chunks[index].possessor.map { [$0] } ?? []) + chunks[index].modifiers.filter { mentions[$0].form == .pronoun }
        for owner in owners { append(fillers.fillers(mention: owner, need: need), role, &found, side: .subject) }
        if chunks[index].hasPossessive, !found.contains(where: { $0.role == role }) {
          append(nearestPerson(before: index), role, &found, side: .subject)
        }
      case .modifier:
        for modifier in chunks[index].modifiers
        where mentions[modifier].form != .pronoun && chunks[index].possessor != modifier {
          append(fillers.fillers(mention: modifier, need: need), role, &found, side: .mutual)
        }
      default: continue
      }
    }
  }

  /// For "his visit" without an antecedent: the person named last in the sentence.
  private func nearestPerson(before index: Int) -> [Filler] {
    for chunk in chunks[..<index].indices.reversed() where chunks[chunk].kind == .noun {
      let people = fillers.fillers(chunk, need: .person)
      if !people.isEmpty { return people }
    }
    return []
  }

  /// The subject of the verb that carries the noun, or of the clause to which the noun is an adjunct, where the noun's
  /// own phrases leave a part open.
  private func addAgent(_ index: Int, _ governor: Int?, _ frame: Frame, _ found: inout [Argument]) {
    guard let governor else { return }
    let isCarried = governor < index && isCarrier(governor, of: index)
    let slots = frame.slots
    let adjunct = slots.first { $0.slot == .clause } ?? slots.first { $0.slot == .agent }
    guard let role = isCarried ? slots.first(where: { $0.slot == .agent })?.role : adjunct?.role else { return }
    let isOpen = !found.contains { $0.role == role } || (frame.isSymmetric && count(found, role) < 2)
    guard isOpen || (isCarried && frame.isSymmetric), isCarried || isAdjunct(index) else { return }
    let need = isCarried ? frame.need(role) ?? .any : FillerKind.person
    for subject in reader.subjects(of: governor) {
      append(fillers.fillers(subject, need: need), role, &found, side: .subject)
    }
  }

  /// "Among the guests was A", "A was among the guests": what the copula ties to the noun.
  private func addPredicate(_ index: Int, _ governor: Int?, _ frame: Frame, _ found: inout [Argument]) {
    guard let role = frame.slots.first(where: { $0.slot == .predicate })?.role else { return }
    for other in predicate(index, governor) {
      append(fillers.fillers(other, need: frame.need(role) ?? .any), role, &found)
    }
  }

  private func predicate(_ index: Int, _ governor: Int?) -> [Int] {
    if reader.isGoverned(index) {
      guard let governor, isCopula(governor), reader.isPreposition(index - 1, reader.words.among) else { return [] }
      return governor < index ? reader.subjects(of: governor) : nounsBehind(governor)
    }
    // "Owners are A and B", "A is the builder".
    if let after = status.verbAfter(index), isCopula(after) { return nounsBehind(after) }
    if let governor, governor == index - 1, isCopula(governor) { return reader.subjects(of: governor) }
    return []
  }

  private func isCopula(_ verb: Int) -> Bool { lexicon.is(reader.text.tokens[chunks[verb].head].word, .toBe) }

  private func nounsBehind(_ verb: Int) -> [Int] {
    guard verb + 1 < chunks.count, chunks[verb + 1].kind == .noun else { return [] }
    return reader.conjuncts(startingAt: verb + 1).group
  }

  /// The occasion that the item spoke of last, where the sentence names none.
  private func addOccasion(_ frame: Frame, _ found: inout [Argument]) {
    guard let occasion, frame.need(.occasion) != nil, count(found, .occasion) == 0, count(found, .attendee) > 0 else {
      return
    }
    found.append(
      Argument(role: .occasion, filler: Filler(tokens: occasion, kind: .occasion, isIndirect: true), side: .object))
  }

  /// "held talks", "arrived for talks", "is on a visit".
  private func isCarrier(_ governor: Int, of index: Int) -> Bool {
    guard chunks[governor].verb?.isPassive != true else { return false }
    let between = chunks[(governor + 1)..<index]
    if !between.contains(where: { $0.kind == .preposition }) {
      return status.kinds(governor).contains(.light) || status.kinds(governor).governedStatus != nil
    }
    guard reader.isGoverned(index) else { return false }
    let slot = reader.slot(ofPreposition: index - 1)
    return slot == .for || (slot == .on && !between.contains { $0.kind == .relative })
  }

  private func isAdjunct(_ index: Int) -> Bool {
    let start = reader.startOfChain(index)
    guard reader.isGoverned(start) else { return false }
    switch reader.slot(ofPreposition: start - 1) {
    case .during, .after, .before, .at, .in, .for, .on: return true
    default: return chunks[start - 1].tokens.count > 1
    }
  }

  // MARK: Arguments

  /// An argument with what the checks must know.
  struct Argument: Hashable {
    var role: Role
    var filler: Filler
    /// On which side of the trigger it stands.
    var side: Side
  }

  /// The sides of a meeting: who meets, who is met, or all alike ("talks between A and B").
  enum Side {
    case subject, object, mutual
  }

  private func arguments(_ frame: Frame, _ clause: Clause) -> [Argument] {
    var found: [Argument] = []
    for (slot, role) in frame.slots where role != .place {
      let need = frame.need(role) ?? defaultNeed(role)
      if role == .destination, found.contains(where: { $0.role == role }) { continue }
      for chunk in clause[slot] { append(fillers.fillers(chunk, need: need), role, &found, side: side(slot)) }
    }
    return found
  }

  private func defaultNeed(_ role: Role) -> FillerKind {
    switch role {
    case .award: .award
    case .level: .level
    case .subject: .any
    case .position: [.position, .any]
    case .destination, .place: .place
    default: .actor
    }
  }

  private func append(_ fillers: [Filler], _ role: Role, _ found: inout [Argument], side: Side = .object) {
    for filler in fillers where !found.contains(where: { same($0.filler, filler) }) {
      found.append(Argument(role: role, filler: filler, side: side))
    }
  }

  private func side(_ slot: Slot) -> Side {
    switch slot {
    case .subject: .subject
    case .between, .among, .of: .mutual
    default: .object
    }
  }

  private func same(_ left: Filler, _ right: Filler) -> Bool {
    left.entity != nil ? left.entity == right.entity : left.tokens == right.tokens
  }

  /// Parties of ties that only the ties name: "relations between", "Vietnam - Kazakhstan relations".
  private func complete(_ found: inout [Argument], _ frame: Frame, trigger: Int) {
    addProject(frame, &found)
    guard frame.type == .upgradedRelations, count(found, .party) < 2 else { return }
    let ties = chunks.indices.filter { nouns.kind(chunks[$0].head).contains(.relationship) }
    for tie in ties {
      for modifier in chunks[tie].modifiers { append(fillers.fillers(mention: modifier, need: .country), .party, &found) }
    }
    guard count(found, .party) == 0 else { return }
    // "Oman-Georgia: relations elevated": the only two countries of the sentence.
    let countries = mentionsHere.filter { mentions[$0].type == .country }
    guard Set(countries.compactMap { mentions[$0].entity }).count == 2 else { return }
    for index in countries { append(fillers.fillers(mention: index, need: .country), .party, &found) }
  }

  /// "The bank lends up to $120 million": of the project that the item spoke of last. A supplier without a country says
  /// nothing.
  private func addProject(_ frame: Frame, _ found: inout [Argument]) {
    guard frame.type == .involvesCountry || frame.kind == "item" else { return }
    found.removeAll {
      $0.role == .country && $0.filler.country == nil && $0.filler.entity.flatMap { fillers.entities[$0].country } == nil
    }
    guard count(found, .project) == 0, let project else { return }
    found.append(
      Argument(
        role: .project, filler: Filler(entity: project, tokens: reader.sentence.tokens, kind: .project, isIndirect: true),
        side: .object))
  }

  private func count(_ found: [Argument], _ role: Role) -> Int { found.count { $0.role == role } }

  private func satisfies(_ found: [Argument], _ frame: Frame) -> Bool {
    for (role, _) in frame.needs where count(found, role) == 0 { return false }
    if frame.kind == "abroad" { return isAbroad(found) }
    if frame.isSymmetric, let role = frame.needs.first?.role {
      // "He met A and B": where the subject is not known, A and B met him, not each other.
      let sides = Set(found.filter { $0.role == role }.map(\.side))
      return count(found, role) >= 2 && sides != [.object]
    }
    return true
  }

  /// Whether a person is known to be in another country than his own: "Omarova was in Cairo".
  private func isAbroad(_ found: [Argument]) -> Bool {
    let visitors = found.filter { $0.role == .visitor }.compactMap(\.filler.country)
    let places = found.filter { $0.role == .destination }.compactMap(\.filler.country)
    return !visitors.isEmpty && !places.isEmpty && Set(visitors).isDisjoint(with: places)
  }

  // MARK: Result

  /// One event, or one for each pair where two sides met: "A met B and C" says nothing of B and C.
  private func drafts(
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
    return left.flatMap { one in right.map { draft([one, $0] + others) } }
  }

  private func draft(
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
    let time = frame.slots.contains { $0.slot == .clause } ? nil : date(clause)
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
  private func countryArgument(_ argument: Argument) -> ArgumentDraft {
    let filler = argument.filler
    guard argument.role == .country else { return ArgumentDraft(argument.role, entity: filler.entity, tokens: filler.tokens) }
    let country = filler.country ?? filler.entity.flatMap { fillers.entities[$0].country }
    return ArgumentDraft(
      .country, entity: filler.kind.contains(.country) ? filler.entity : nil, tokens: filler.tokens, country: country)
  }

  private func kindToken(_ chunk: Int) -> Int? {
    chunks[chunk].tokens.first { lexicon.is(reader.text.tokens[$0].word, .eventKind) }
  }

  /// The nearest date that is a day, month or year.
  private func date(_ clause: Clause) -> Int? {
    for chunk in clause.dates {
      guard let figure = chunks[chunk].figure, figures.figures[figure].figure.edtf != nil else { continue }
      return figure
    }
    return nil
  }

  private func isLater(_ figure: Int) -> Bool {
    guard let today, let edtf = figures.figures[figure].figure.edtf else { return false }
    let start = edtf.prefix { $0 != "/" }
    return start.utf8.count >= 4 && start.utf8.first != UInt8(ascii: "X") && start > today && !today.hasPrefix(start)
  }

  /// The first place behind "in" or "at", where that is not a part of its own in the frame.
  private func place(_ clause: Clause, _ frame: Frame) -> Int? {
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

extension Frame {
  /// Whether all take part alike, so that there must be two.
  var isSymmetric: Bool {
    switch type {
    case .met, .negotiated, .called: true
    default: false
    }
  }
}
