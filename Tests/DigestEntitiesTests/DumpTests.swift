import DigestModel
import DigestText
import Foundation
import Testing

@testable import DigestEntities

/// Prints what is read from the files named in the variable `DIGEST_ENTITIES_DUMP`, for people who write rules.
struct DumpTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DIGEST_ENTITIES_DUMP"] != nil))
  func dump() throws {
    let missing = ProcessInfo.processInfo.environment["DIGEST_ENTITIES_WITHOUT"]?.split(separator: " ").map(String.init)
    let reader = try #require(missing.map { EntityReader.without($0) } ?? EntityReader.shared)
    for path in ProcessInfo.processInfo.environment["DIGEST_ENTITIES_DUMP"]!.split(separator: " ") {
      let string = try String(contentsOfFile: String(path), encoding: .utf8)
      let (text, entities) = reader.read(string, id: String(path.split(separator: "/").last!))
      print("=== \(path) date \(entities.layout.date ?? "-")")
      for (line, role) in entities.layout.roles.enumerated() {
        let item = entities.layout.items.firstIndex { $0.lines.lowerBound == line }
        let outlet = item.flatMap { entities.layout.items[$0].outlet }.map { entities.entities[$0].name } ?? ""
        print(item.map { "ITEM \($0) [\(outlet)]" } ?? "", role, text.string(text.tokens(ofLine: line)).prefix(70))
      }
      for mention in entities.mentions {
        let entity = mention.entity.map { entities.entities[$0].id } ?? "-"
        let group = mention.group.map { entities.entities[$0].id }.joined(separator: "+")
        print(
          mention.type, mention.form, "«\(text.string(mention.tokens))»", entity, group, mention.country ?? "",
          mention.body.map { "body=" + entities.entities[$0].id } ?? "", mention.rule, mention.note ?? "",
          mention.extent == mention.tokens ? "" : "«\(text.string(mention.extent))»")
      }
      for source in entities.attributions {
        print(
          "SOURCE «\(text.string(source.tokens))»", source.outlet.map { entities.entities[$0].id } ?? "-",
          source.speaker.map { entities.entities[$0].id } ?? "", source.sentences)
      }
    }
  }
}
