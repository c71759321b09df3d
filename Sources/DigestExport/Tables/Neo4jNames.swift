import DigestModel

/// How Neo4j's formats name labels and types.
enum Neo4jNames {
  /// The label of an entity's type: `Person`.
  static func label(_ type: EntityType) -> String {
    type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst()
  }

  /// The type of a relationship: `MET_WITH`; what is no ASCII letter or digit becomes `_`.
  static func type(_ edge: String) -> String {
    let name = edge.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar ? Character(scalar) : "_"
    }
    let upper = String(name).uppercased()
    return upper.first.map { $0.isLetter } == true ? upper : "RELATED_" + upper
  }
}
