package import DigestModel

/// Random results, to prove what must hold for any.
package struct RandomModel {
  package var generator: SeededGenerator

  package init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let pieces = [
    "a", "Tokayev", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}",
    "\u{2029}", "é",
    "ẽ\u{301}", "Қазақ", "中国", "👩🏽‍🚀", "\u{10FFFF}", "\u{FEFF}", "\u{202E}", "</script>", "=1+1", "{}", "\u{8}\u{C}\r",
  ]

  package mutating func text() -> String { generator.some(6) { $0.one(of: Self.pieces) }.joined() }

  package mutating func number() -> Double {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: Double(Int.random(in: -1000...1000, using: &generator))
    case 1: Double.random(in: -1...1, using: &generator)
    case 2: generator.one(of: [0.1, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 0x1p53, 1.5e6])
    case 3: Double(sign: .plus, exponent: Int.random(in: -1000...1000, using: &generator), significand: 1.37)
    default: Double(Int.random(in: 0...9_000_000_000_000_000, using: &generator))
    }
  }

  package mutating func span() -> Span {
    let start = Int.random(in: 0...5000, using: &generator)
    return Span(start, start + Int.random(in: 0...300, using: &generator))
  }

  private mutating func maybeText() -> String? { generator.chance(50) ? text() : nil }

  private mutating func list<Value>(_ limit: Int, _ make: (inout RandomModel) -> Value) -> [Value] {
    (0..<Int.random(in: 0...limit, using: &generator)).map { _ in make(&self) }
  }

  private mutating func maybe<Value>(_ make: (inout RandomModel) -> Value) -> Value? {
    generator.chance(50) ? make(&self) : nil
  }

  /// A result without sense in which every field is there in some.
  package mutating func document() -> DocumentGraph {
    DocumentGraph(
      producer: Producer(version: text(), lexicons: text(), asOf: text(), icu: text()),
      document: DocumentInfo(
        id: text(), date: maybeText(), language: text(), sha256: text(), offsets: one(OffsetUnit.self)),
      items: list(3) {
        Item(
          id: $0.text(), span: $0.span(), headline: $0.maybe { $0.span() }, outlet: $0.maybeText(),
          reported: $0.maybeText())
      },
      mentions: list(4) { $0.mention() }, entities: list(4) { $0.entity() }, figures: list(4) { $0.figure() },
      changes: list(3) { $0.change() }, relations: list(4) { $0.relation() },
      edges: list(3) {
        Edge(
          source: $0.text(), target: $0.text(), type: $0.text(), relations: $0.list(3) { $0.text() },
          weight: $0.span().end)
      },
      diagnostics: list(2) { Diagnostic(code: $0.text(), message: $0.text(), span: $0.maybe { $0.span() }) })
  }

  private mutating func one<Value: CaseIterable>(_ type: Value.Type) -> Value {
    generator.one(of: Array(Value.allCases))
  }

  private mutating func mention() -> Mention {
    Mention(
      id: text(), span: span(), text: text(), type: one(EntityType.self), form: one(MentionForm.self),
      entity: maybeText(),
      group: maybe { $0.list(3) { $0.text() } }, country: maybeText(), rule: text())
  }

  private mutating func entity() -> Entity {
    Entity(
      id: text(), type: one(EntityType.self), subtype: maybeText(), name: text(),
      aliases: maybe { $0.list(3) { $0.text() } }, country: maybeText(), wikidata: maybeText(),
      basis: generator.one(of: [.lexicon, .text]))
  }

  private mutating func figure() -> Figure {
    var figure = Figure(id: text(), span: span(), text: text(), kind: one(Figure.Kind.self), rule: text())
    figure.timex = maybeText()
    figure.edtf = maybeText()
    figure.mod = maybeText()
    figure.anchor = maybe { Figure.Anchor(date: $0.text(), from: $0.generator.one(of: [.document, .item, .text])) }
    figure.value = maybe { $0.number() }
    figure.low = maybe { $0.number() }
    figure.high = maybe { $0.number() }
    figure.bound = maybe { $0.one(Figure.Bound.self) }
    figure.unit = maybeText()
    figure.ucum = maybeText()
    figure.currency = maybeText()
    figure.of = maybeText()
    figure.equivalent = maybeText()
    return figure
  }

  private mutating func change() -> Change {
    Change(
      id: text(), from: maybeText(), to: maybeText(), by: maybeText(),
      direction: generator.one(of: [.up, .down, .unchanged]), ratio: maybe { $0.number() },
      difference: maybe { $0.number() }, computed: list(2) { $0.text() }, measure: maybeText(), rule: text())
  }

  private mutating func relation() -> Relation {
    Relation(
      id: text(), type: one(RelationType.self), arguments: list(4) { $0.argument() },
      time: maybe { RelationTime(edtf: $0.text(), timex: $0.text(), figure: $0.maybeText()) },
      place: maybe { RelationPlace(entity: $0.maybeText(), span: $0.maybe { $0.span() }) },
      status: one(Status.self), reason: maybeText(), evidence: list(3) { $0.evidence() },
      conflicts: maybe { $0.list(2) { $0.text() } }, confidence: one(Confidence.self))
  }

  private mutating func argument() -> Argument {
    Argument(
      one(Role.self), entity: maybeText(), figure: maybeText(), change: maybeText(), text: maybeText(),
      span: maybe { $0.span() }, country: maybeText())
  }

  private mutating func evidence() -> Evidence {
    Evidence(
      document: maybeText(), item: maybeText(), span: span(), text: text(), trigger: maybe { $0.span() },
      attribution: maybe { Attribution(outlet: $0.maybeText(), date: $0.maybeText(), speaker: $0.maybeText()) },
      rule: text())
  }
}
