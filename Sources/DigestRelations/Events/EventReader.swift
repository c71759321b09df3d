internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// Reads the events that the verbs and nouns of one sentence state.
final class EventReader {
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
  /// The meeting and the visit that the item spoke of last.
  let events: EventScope
  /// The occasion that the item spoke of last.
  let occasion: Range<Int>?
  /// The project that the item spoke of last.
  let project: Int?
  /// The document's date (EDTF), by which a present tense with a later date is a plan.
  let today: String?

  init(
    reader: ClauseReader, fillers: FillerReader, status: StatusReader, nouns: NounKinds, frames: FrameTable,
    lexicon: Lexicon, mentions: [MentionDraft], mentionsHere: Range<Int>, figures: FigureText, events: EventScope,
    occasion: Range<Int>?, project: Int?, today: String?
  ) {
    self.reader = reader
    self.fillers = fillers
    self.status = status
    self.nouns = nouns
    self.frames = frames
    self.lexicon = lexicon
    self.mentions = mentions
    self.mentionsHere = mentionsHere
    self.figures = figures
    self.events = events
    self.occasion = occasion
    self.project = project
    self.today = today
  }

  var chunks: [Chunk] { reader.chunks }

  /// The events of the sentence, in text order; the triggers that stated none go to `misses`, where that is kept.
  func read(misses: inout [NearMiss]?) -> [RelationDraft] {
    var drafts: [RelationDraft] = []
    for index in chunks.indices {
      switch chunks[index].kind {
      case .verb:
        guard let verb = chunks[index].verb, verb.verb >= 0 else { continue }
        for frame in frames.byVerb[verb.verb].map({ frames.frames[$0] }) {
          let found = attempt(frame, verb.head..<verb.head + 1, &misses) { () throws(FailedCondition) in
            try verbal(index, verb, frame)
          }
          drafts += found
          // A call is no face-to-face meeting besides, words on the sidelines are no other talk.
          if !found.isEmpty, ["phone", "sidelines"].contains(frame.kind) { break }
        }
      case .noun:
        guard let trigger = nouns.triggers(chunks[index].head) else { continue }
        for row in trigger.rows where frames.byRow[row] >= 0 {
          let frame = frames.frames[frames.byRow[row]]
          drafts += attempt(frame, trigger.tokens, &misses) { () throws(FailedCondition) in
            try nominal(index, trigger.tokens, frame)
          }
        }
      default: continue
      }
    }
    return drafts
  }

  /// What a trigger states; where a condition fails, nothing, and the condition is noted.
  private func attempt(
    _ frame: Frame, _ trigger: Range<Int>, _ misses: inout [NearMiss]?,
    _ read: () throws(FailedCondition) -> [RelationDraft]
  ) -> [RelationDraft] {
    do {
      return try read()
    } catch {
      misses?.append(
        NearMiss(sentence: reader.sentence.sentence, trigger: trigger, frame: frame.id, condition: error))
      return []
    }
  }

  // MARK: Verbs

  func verbal(_ index: Int, _ verb: VerbGroup, _ frame: Frame) throws(FailedCondition) -> [RelationDraft] {
    try checkCue(frame, index)
    var found: [Argument] = []
    var clause = read(index, isPassive: verb.isPassive, frame, &found)
    // A headline drops the auxiliary: "ties elevated to a partnership", "leader honoured with order".
    if let failure = failure(found, frame) {
      guard !verb.isPassive, clause[.object].isEmpty, canBeParticiple(verb) else { throw failure }
      found = []
      clause = read(index, isPassive: true, frame, &found)
      if self.failure(found, frame) != nil { throw failure }
    }
    if hasOtherSense(frame, clause) { throw .otherSense }
    var eventStatus = clause[.object].contains { chunks[$0].isNegated } ? .negated : status.status(ofVerb: index)
    if eventStatus == .happened {
      if frame.kind == "proposed" { eventStatus = .proposed }
      if frame.kind == "expected" { eventStatus = .expected }
      if frame.kind == "abroad", isSetAhead(index) { eventStatus = .planned }
      if frame.kind == "abroad", eventStatus == .happened, !verb.isPast { eventStatus = .ongoing }
    }
    return drafts(
      frame, found, clause, status: eventStatus, trigger: verb.head..<verb.head + 1, chunk: index)
  }

  /// "will join them": those who met in the sentence before.
  private func joinsThem(_ verb: Int) -> Bool {
    guard !events.meeting.isEmpty, verb + 1 < chunks.count, let object = chunks[verb + 1].mention else { return false }
    return mentions[object].form == .pronoun && mentions[object].group.count > 1
  }

  /// "is due in Muscat", "is set for Lima"
  private func isSetAhead(_ verb: Int) -> Bool {
    verb + 1 < chunks.count && lexicon.is(reader.text.tokens[chunks[verb + 1].head].word, .planWord)
  }

  /// Whether the words stand behind the verb without which it has another sense.
  private func checkCue(_ frame: Frame, _ index: Int) throws(FailedCondition) {
    let hasCue =
      switch frame.kind {
      case "talks": hasMeetingNoun(behind: index) || joinsThem(index)
      case "phone": self.hasCue(.phone, behind: index)
      case "sidelines": self.hasCue(.sideline, behind: index)
      default: true
      }
    if !hasCue { throw .noCue(frame.kind) }
  }

  /// Whether a noun group can be what the verb of the frame has as its object.
  private func offersObject(_ chunk: Int, _ frame: Frame) -> Bool {
    guard let role = frame.slots.first(where: { $0.slot == .object })?.role else { return true }
    return !fillers.fillers(chunk, need: frame.need(role) ?? defaultNeed(role)).isEmpty
  }

  /// "called the plan a mistake", "called him to the stage", "called on B to resign": what stands behind the object says
  /// that the verb does not mean what the frame states.
  private func hasOtherSense(_ frame: Frame, _ clause: Clause) -> Bool {
    guard frame.kind == "bare" || frame.kind == "whole", let object = clause[.object].first else { return false }
    let next = reader.conjuncts(startingAt: object).end
    guard next < chunks.count else { return false }
    switch chunks[next].kind {
    case .verb: return frame.kind == "whole" && chunks[next].verb?.form == .infinitive
    case .noun, .quote: return frame.kind == "bare"
    case .preposition:
      guard frame.kind == "bare", let slot = reader.slot(ofPreposition: next) else { return false }
      return [.to, .into, .as, .of, .for].contains(slot)
    default: return false
    }
  }

  func canBeParticiple(_ verb: VerbGroup) -> Bool {
    verb.tokens.count == 1 && reader.classes[verb.head].contains(.verbParticiple)
  }

  /// Reads what stands round a verb into the frame's roles.
  func read(_ index: Int, isPassive: Bool, _ frame: Frame, _ found: inout [Argument]) -> Clause {
    var clause = Clause()
    let subjects = reader.subjects(of: index)
    if isPassive {
      clause.fill(.object, reader.participleHead(index, subjects) { offersObject($0, frame) })
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
      if let (slot, group) = reader.relativePhrase(of: index) { clause.fill(slot, group) }
      if let first = subjects.first, first < index { reader.readLeft(of: index, subjects: subjects, into: &clause) }
    }
    // "a memorandum between A and B was signed"
    if frame.needs.contains(where: { $0.role == .agreement }), let paper = clause[.object].first {
      reader.readRight(of: reader.endOfChain(paper) - 1, into: &clause, object: nil)
    }
    clause.dates += reader.datesBefore(index)
    if let complement = reader.complement(of: index) { clause.complement = complement }
    found = arguments(frame, clause)
    if let object = clause[.object].first, reader.isReciprocal(object) {
      for index in found.indices.dropFirst() where found[index].side == .subject { found[index].side = .object }
    }
    complete(&found, frame, trigger: index)
    return clause
  }

  /// "awarded B the Order": the second of two objects.
  func fillSecondObject(_ index: Int, _ clause: inout Clause, _ frame: Frame) {
    guard frame.type == .awarded, let first = clause[.object].first else { return }
    let next = reader.endOfChain(first)
    guard next < chunks.count, chunks[next].kind == .noun else { return }
    clause.fill(.with, [next])
  }

  /// Whether a meeting is named behind the verb: "joined B for the talks".
  func hasMeetingNoun(behind index: Int) -> Bool {
    for chunk in chunks[(index + 1)...].prefix(12) where chunk.kind == .noun {
      guard let trigger = nouns.triggers(chunk.head) else { continue }
      if trigger.rows.contains(where: { frames.byRow[$0] >= 0 && frames.frames[frames.byRow[$0]].isSymmetric }) {
        return true
      }
    }
    return false
  }

  /// Whether a word of the class stands behind the verb: "spoke by phone", "spoke on the sidelines".
  func hasCue(_ wordClass: WordClass, behind index: Int) -> Bool {
    chunks[index...].prefix(12).contains { chunk in
      chunk.tokens.contains { reader.classes[$0].contains(wordClass) }
    }
  }

}

extension Frame {
  /// Whether somebody may take part of whom only words are known.
  var isMeeting: Bool { isSymmetric || type == .received }

  /// Whether all take part alike, so that there must be two.
  var isSymmetric: Bool {
    switch type {
    case .met, .negotiated, .called: true
    default: false
    }
  }
}
