import Testing

@testable import DigestModel
@testable import DigestValidation

/// The published schema says what the reader and the writer do.
struct SchemaTests {
  private let schema: JSONNode

  init() throws { schema = try JSONNode.read(ResultValidator.schema) }

  @Test func theSchemaCanBeRead() throws { _ = try SchemaChecker(ResultValidator.schema) }

  @Test func everyObjectHasTheFieldsOfTheWireTables() throws {
    try check("span", Span.fields)
    try check("producer", Producer.fields)
    try check("document", DocumentInfo.fields)
    try check("item", Item.fields)
    try check("mention", Mention.fields)
    try check("entity", Entity.fields)
    try check("anchor", Figure.Anchor.fields)
    try check("figure", Figure.fields)
    try check("change", Change.fields)
    try check("argument", Argument.fields)
    try check("relationTime", RelationTime.fields)
    try check("relationPlace", RelationPlace.fields)
    try check("attribution", Attribution.fields)
    try check("evidence", Evidence.fields)
    try check("relation", Relation.fields)
    try check("edge", Edge.fields)
    try check("diagnostic", Diagnostic.fields)
    try check("graph", DocumentGraph.fields)
    try check("mergedGraph", MergedGraph.fields)
    try check("set", GraphSet.fields)
  }

  @Test func everyEnumerationHasTheValuesOfTheModel() throws {
    try check("offsetUnit", OffsetUnit.allCases)
    try check("entityType", EntityType.allCases)
    try check("mentionForm", MentionForm.allCases)
    try check("basis", Entity.Basis.allCases)
    try check("figureKind", Figure.Kind.allCases)
    try check("bound", Figure.Bound.allCases)
    try check("anchorOrigin", Figure.Anchor.Origin.allCases)
    try check("direction", Change.Direction.allCases)
    try check("relationType", RelationType.allCases)
    try check("role", Role.allCases)
    try check("status", Status.allCases)
    try check("confidence", Confidence.allCases)
  }

  @Test func everyFieldIsDescribed() throws {
    for (name, definition) in try #require(schema["$defs"]).members {
      #expect(definition["description"]?.string?.isEmpty == false, "\(name)")
      for (field, node) in definition["properties"]?.members ?? [] where field != "schema" {
        #expect(node["description"]?.string?.isEmpty == false, "\(name).\(field)")
      }
    }
  }

  private func definition(_ name: String) throws -> JSONNode {
    try #require(schema["$defs"]?[name], "no definition is called \(name)")
  }

  private func check<Root>(_ name: String, _ fields: [WireField<Root>]) throws {
    let definition = try definition(name)
    #expect(definition["properties"]?.members.map(\.name) == fields.map(\.name), "\(name)")
    #expect(definition["required"]?.elements.compactMap(\.string) == fields.filter(\.isRequired).map(\.name), "\(name)")
    guard case .bool(false)? = definition["additionalProperties"]?.value else {
      Issue.record("\(name) is open")
      return
    }
  }

  private func check<Case: RawRepresentable>(_ name: String, _ cases: [Case]) throws where Case.RawValue == String {
    #expect(try definition(name)["enum"]?.elements.compactMap(\.string) == cases.map(\.rawValue), "\(name)")
  }
}
