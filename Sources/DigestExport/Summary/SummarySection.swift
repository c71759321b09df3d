import DigestModel

/// Under which heading a relation is told.
enum SummarySection: String {
  case meeting, act, project, office, report
}

extension RelationType {
  /// The heading under which relations of this type are told.
  var section: SummarySection {
    switch self {
    case .met, .received, .visited, .called, .negotiated, .mediated, .attended: .meeting
    case .invited, .agreed, .signed, .issued, .upgradedRelations, .awarded, .appointed: .act
    case .holdsPosition, .represents, .memberOf: .office
    case .reportedBy: .report
    default: .project
    }
  }
}
