/// The forms of an English verb: what the table does not give is formed by rule.
struct VerbForms {
  var all: [(String, WordClass)] = []

  init(base: String, third: String?, past: [String], participle: [String], gerund: String?) {
    let regularPast = VerbForms.past(of: base)
    let pasts = past.isEmpty ? [regularPast] : past
    all.append((base, .verbBase))
    all.append((third ?? pluralOfLastWord(base), .verbThird))
    all.append(contentsOf: pasts.map { ($0, .verbPast) })
    all.append(contentsOf: (participle.isEmpty ? pasts : participle).map { ($0, .verbParticiple) })
    all.append((gerund ?? VerbForms.gerund(of: base), .verbGerund))
  }

  /// walk - walked, agree - agreed, carry - carried; doubled consonants stand in the table.
  static func past(of base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if base.hasSuffix("y"), !endsInVowelAndY(base) { return base.dropLast() + "ied" }
    return base + "ed"
  }

  /// walk - walking, make - making, agree - agreeing, die - dying.
  static func gerund(of base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), !base.hasSuffix("oe") { return base.dropLast() + "ing" }
    return base + "ing"
  }
}

/// plant - plants, company - companies, church - churches, power station - power stations.
func pluralOfLastWord(_ text: String) -> String {
  if text.hasSuffix("y"), !endsInVowelAndY(text) { return text.dropLast() + "ies" }
  for ending in ["s", "x", "z", "ch", "sh"] where text.hasSuffix(ending) { return text + "es" }
  return text + "s"
}

private func endsInVowelAndY(_ text: String) -> Bool {
  guard let before = text.dropLast().last else { return false }
  return "aeiou".contains(before)
}
