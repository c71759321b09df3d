import Testing

@testable import DigestModel
@testable import DigestValidation

/// The published schema says what the reader and the writer do.
struct SchemaTests {
  private let schema: JSONNode

  init() throws { schema = try JSONNode.read(ResultValidator.schema) }

  @Test func theSchemaCanBeRead() throws { _ = try SchemaChecker(ResultValidator.schema) }

  @Test func everyObjectHasTheFieldsOfTheWireTables() throws {
    try check("span", Span.self)
    try check("producer", Producer.self)
    try check("document", DocumentInfo.self)
    try check("item", Item.self)
    try check("mention", Mention.self)
    try check("entity", Entity.self)
    try check("anchor", Figure.Anchor.self)
    try check("figure", Figure.self)
    try check("change", Change.self)
    try check("argument", Argument.self)
    try check("relationTime", RelationTime.self)
    try check("relationPlace", RelationPlace.self)
    try check("attribution", Attribution.self)
    try check("evidence", Evidence.self)
    try check("relation", Relation.self)
    try check("edge", Edge.self)
    try check("diagnostic", Diagnostic.self)
    try check("graph", DocumentGraph.self)
    try check("mergedGraph", MergedGraph.self)
    try check("set", GraphSet.self)
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

  private func check<Object: WireObject>(_ name: String, _ object: Object.Type) throws {
    let definition = try definition(name)
    var fields = FieldNames<Object>()
    object.describe(&fields)
    #expect(definition["properties"]?.members.map(\.name) == fields.all, "\(name)")
    #expect(definition["required"]?.elements.compactMap(\.string) == fields.required, "\(name)")
    guard case .bool(false)? = definition["additionalProperties"]?.value else {
      Issue.record("\(name) is open")
      return
    }
  }

  private func check<Case: RawRepresentable>(_ name: String, _ cases: [Case]) throws where Case.RawValue == String {
    #expect(try definition(name)["enum"]?.elements.compactMap(\.string) == cases.map(\.rawValue), "\(name)")
  }
}

/// The names of an object's fields.
private struct FieldNames<Root>: WireFields {
  var all: [String] = []
  var required: [String] = []

  mutating func required<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value>) {
    all.append("\(name)")
    required.append("\(name)")
  }

  mutating func optional<Value: WireValue>(_ name: StaticString, _ path: WritableKeyPath<Root, Value?>) {
    all.append("\(name)")
  }

  mutating func schema(_ schema: String) {
    all.append("schema")
    required.append("schema")
  }
}
