import DigestModel

/// Where statements go: one notation of RDF.
protocol RDFSink {
  associatedtype Fields: RDFFields

  /// Writes what is said of one thing; several calls may speak of the same thing.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - classes: what it is, with prefixes; at least one.
  ///   - body: writes its properties, each property at most once.
  mutating func resource(_ name: ResourceName, _ classes: [String], _ body: (inout Fields) -> Void)
}

/// Where the properties of one thing go.
protocol RDFFields {
  /// Writes the literals of a property, by its ``RDFTerm/Kind`` as text or as the lexical form of its datatype.
  mutating func literals(_ term: RDFTerm, _ values: [String])
  /// Writes a whole number.
  mutating func integer(_ term: RDFTerm, _ value: Int)
  /// Writes links to other things.
  mutating func links(_ property: RDFProperty, _ names: [ResourceName])
}

/// A property that links two things.
enum RDFProperty {
  case term(RDFTerm)
  /// The part that an entity plays in a relation.
  case role(Role)
  /// The type of an edge, which is open.
  case edge(ResourceName)
}

extension RDFFields {
  mutating func text(_ term: RDFTerm, _ value: String?) {
    if let value { literals(term, [value]) }
  }

  mutating func texts(_ term: RDFTerm, _ values: [String]?) {
    if let values, !values.isEmpty { literals(term, values.unique) }
  }

  mutating func whole(_ term: RDFTerm, _ value: Int?) {
    if let value { integer(term, value) }
  }

  /// What is no number (infinite, not a number) is left out.
  mutating func number(_ term: RDFTerm, _ value: Double?) {
    if let value, value.isFinite { literals(term, [value.description]) }
  }

  mutating func link(_ term: RDFTerm, _ name: ResourceName?) {
    if let name { links(.term(term), [name]) }
  }

  mutating func link(_ term: RDFTerm, entity: String?) {
    if let entity { links(.term(term), [.entity(entity)]) }
  }

  mutating func span(_ span: Span?, _ start: RDFTerm = .start, _ end: RDFTerm = .end) {
    whole(start, span?.start)
    whole(end, span?.end)
  }
}

extension Array where Element: Hashable {
  /// The values in order, each once.
  var unique: [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
