import DigestModel
import DigestText
import Testing

@testable import DigestEntities

struct EntityCaseTests {
  @Test(arguments: EntityCase.all())
  func marked(_ entityCase: EntityCase) throws {
    let reader = try #require(EntityReader.shared)
    let (text, read) = reader.read(entityCase.text, date: entityCase.date)
    for mark in entityCase.marks { check(mark, text, read) }
    for forbidden in entityCase.forbidden {
      let found = read.mentions.first {
        text.string($0.tokens) == forbidden.words && (forbidden.type == nil || $0.type.rawValue == forbidden.type)
      }
      #expect(found == nil, "\(forbidden.words) is read as \(found.map { "\($0.type) by \($0.rule)" } ?? "")")
    }
    checkLayout(entityCase, read)
  }

  private func check(_ mark: EntityCase.Mark, _ text: SegmentedText, _ read: EntityText) {
    let here = read.mentions.filter { text.byteRange($0.tokens) == mark.start..<mark.end }
    let words = String(decoding: text.bytes[mark.start..<mark.end], as: UTF8.self)
    let typed = here.filter { $0.type.rawValue == mark.type && (mark.form == nil || $0.form.rawValue == mark.form) }
    #expect(!typed.isEmpty, "no \(mark.type) «\(words)»; there: \(here.map { "\($0.type).\($0.form) \($0.rule)" })")
    guard !mark.entity.isEmpty, !typed.isEmpty else { return }
    let names = typed.map { mention in
      let numbers = mention.group.isEmpty ? mention.entity.map { [$0] } ?? [] : mention.group
      return (names: Set(numbers.map { read.entities[$0].name }), ids: Set(numbers.map { read.entities[$0].id }))
    }
    let wanted = mark.entity == "-" ? [] : Set(mark.entity.split(separator: "+").map(String.init))
    #expect(names.contains { $0.names == wanted || $0.ids == wanted }, "«\(words)» is \(names), wanted \(wanted)")
  }

  private func checkLayout(_ entityCase: EntityCase, _ read: EntityText) {
    if let outlets = entityCase.outlets {
      let found =
        Set(read.attributions.compactMap(\.outlet).map { read.entities[$0].name })
        .union(read.layout.items.compactMap(\.outlet).map { read.entities[$0].name })
      if outlets.isEmpty { #expect(found.isEmpty) } else { #expect(found.isSuperset(of: outlets)) }
    }
    if let items = entityCase.items { #expect(read.layout.items.count == items) }
    if let date = entityCase.foundDate { #expect(read.layout.date == date) }
  }
}
