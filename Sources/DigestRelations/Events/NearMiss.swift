package import DigestModel

/// A trigger that stated no relation, and the first condition of its frame that failed.
package struct NearMiss: Sendable, Hashable {
  package var sentence: Int
  /// The trigger's tokens.
  package var trigger: Range<Int>
  /// The id of the row of `frames.tsv`.
  package var frame: String
  package var condition: FailedCondition
}

/// What a frame asks for and the sentence does not give. Where one is thrown, the relation is not stated.
package enum FailedCondition: Error, Sendable, Hashable {
  /// A word that must stand behind the verb is missing: "by phone", "on the sidelines", a word for talks.
  case noCue(String)
  /// Nothing that the role needs stands in its places.
  case noFiller(Role)
  /// Nobody who takes part is known.
  case unknownActors
  /// Who takes part must be two.
  case oneParticipant
  /// Those who stand behind the trigger met somebody whom the sentence does not name in front of it.
  case unknownSubject
  /// The verb states the relation only with an object.
  case noObject
  /// What stands behind the verb says that it has another sense: "called the plan a mistake", "called on A to resign".
  case otherSense
  /// Where somebody is does not lie in another country than his own, as far as is known.
  case notAbroad
}

extension FailedCondition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noCue(let kind): "no word for '\(kind)' stands behind it"
    case .noFiller(let role): "nothing that can be its \(role.rawValue) stands in the places of the frame"
    case .unknownActors: "those found are words for people, and nobody is known"
    case .oneParticipant: "only one participant was found, and it takes two"
    case .unknownSubject: "those found stand behind it, and whom they met is not known"
    case .noObject: "it has no object, and states the relation with one only"
    case .otherSense: "what stands behind it gives it another sense"
    case .notAbroad: "that the place lies in another country than the person's own is not known"
    }
  }
}
