internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestModel
internal import DigestText

/// From what stands round a trigger to the arguments of its relation.
extension EventReader {
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

  func arguments(_ frame: Frame, _ clause: Clause) -> [Argument] {
    var found: [Argument] = []
    for (slot, role) in frame.slots where role != .place {
      let need = frame.need(role) ?? defaultNeed(role)
      if role == .destination, found.contains(where: { $0.role == role }) { continue }
      if slot == .complement, let tokens = clause.complement, !found.contains(where: { $0.role == role }) {
        found.append(Argument(role: role, filler: Filler(tokens: tokens, kind: .any), side: .object))
      }
      if slot == .by, frame.isSymmetric, !isShared(clause) { continue }
      for chunk in clause[slot] {
        let those = fillers.fillers(chunk, need: need).filter { !$0.isUnknown || frame.isMeeting }
        append(those, role, &found, side: side(slot))
      }
    }
    return found
  }

  /// "Talks attended by A and B", but not "talks brokered by A": whether who stands behind "by" took part.
  private func isShared(_ clause: Clause) -> Bool {
    guard let first = clause[.by].first, first > 1, chunks[first - 2].kind == .verb else { return false }
    return status.kinds(first - 2).contains(.share)
  }

  func defaultNeed(_ role: Role) -> FillerKind {
    switch role {
    case .award: .award
    case .level: .level
    case .subject: .any
    case .position: [.position, .any]
    case .destination, .place: .place
    default: .actor
    }
  }

  func append(_ fillers: [Filler], _ role: Role, _ found: inout [Argument], side: Side = .object) {
    for filler in fillers where !found.contains(where: { same($0.filler, filler) }) {
      found.append(Argument(role: role, filler: filler, side: side))
    }
  }

  func side(_ slot: Slot) -> Side {
    switch slot {
    case .subject: .subject
    case .between, .among, .of, .by, .involving: .mutual
    default: .object
    }
  }

  func same(_ left: Filler, _ right: Filler) -> Bool {
    left.entity != nil ? left.entity == right.entity : left.tokens == right.tokens
  }

  /// Parties of ties that only the ties name: "relations between", "Vietnam - Kazakhstan relations".
  func complete(_ found: inout [Argument], _ frame: Frame, trigger: Int) {
    addProject(frame, &found)
    guard frame.type == .upgradedRelations, count(found, .party) < 2 else { return }
    let ties = chunks.indices.filter { nouns.kind(chunks[$0].head).contains(.relationship) }
    for tie in ties {
      for modifier in chunks[tie].modifiers {
        append(fillers.fillers(mention: modifier, need: .country), .party, &found)
      }
    }
    guard count(found, .party) == 0 else { return }
    // "Oman-Georgia: relations elevated": the only two countries of the sentence.
    let countries = mentionsHere.filter { mentions[$0].type == .country }
    guard Set(countries.compactMap { mentions[$0].entity }).count == 2 else { return }
    for index in countries { append(fillers.fillers(mention: index, need: .country), .party, &found) }
  }

  /// "The bank lends up to $120 million": of the project that the item spoke of last. A supplier without a country says
  /// nothing.
  func addProject(_ frame: Frame, _ found: inout [Argument]) {
    guard frame.type == .involvesCountry || frame.kind == "item" else { return }
    found.removeAll {
      $0.role == .country && $0.filler.country == nil
        && $0.filler.entity.flatMap { fillers.entities[$0].country } == nil
    }
    guard count(found, .project) == 0, let project else { return }
    found.append(
      Argument(
        role: .project,
        filler: Filler(entity: project, tokens: reader.sentence.tokens, kind: .project, isIndirect: true),
        side: .object))
  }

  func count(_ found: [Argument], _ role: Role) -> Int { found.count { $0.role == role } }

  /// The first condition of the frame that the arguments do not meet.
  func failure(_ found: [Argument], _ frame: Frame) -> FailedCondition? {
    for (role, _) in frame.needs where count(found, role) == 0 { return .noFiller(role) }
    // "The ministers met with officials": nobody is known.
    if found.contains(where: \.filler.isUnknown), !found.contains(where: { isKnownActor($0) }) { return .unknownActors }
    if frame.kind == "abroad" { return isAbroad(found) ? nil : .notAbroad }
    guard frame.isSymmetric, let role = frame.needs.first?.role else { return nil }
    let sides = Set(found.filter { $0.role == role }.map(\.side))
    // "Both leaders see the cable as": a verb of this kind needs an object.
    if frame.kind == "direct", !sides.contains(.object) { return .noObject }
    if count(found, role) < 2 { return .oneParticipant }
    // "He met A and B": where the subject is not known, A and B met him, not each other.
    return sides == [.object] ? .unknownSubject : nil
  }

  private func isKnownActor(_ argument: Argument) -> Bool {
    let isActor = !argument.filler.kind.intersection(.actor).isEmpty
    return isActor && !argument.filler.isUnknown && argument.role != .destination && argument.role != .place
  }

  /// Whether a person is known to be in another country than his own: "Omarova was in Cairo".
  func isAbroad(_ found: [Argument]) -> Bool {
    let visitors = found.filter { $0.role == .visitor }.compactMap(\.filler.country)
    let places = found.filter { $0.role == .destination }.compactMap(\.filler.country)
    return !visitors.isEmpty && !places.isEmpty && Set(visitors).isDisjoint(with: places)
  }
}
