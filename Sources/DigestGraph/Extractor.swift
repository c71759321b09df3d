internal import DigestEntities
internal import DigestFigures
public import DigestLexicon
@_exported public import DigestModel
internal import DigestRelations
internal import DigestText

/// Reads digest texts into graphs. Build one, keep it, and call it from as many tasks as you like.
///
/// ```swift
/// let extractor = try Extractor()
/// let graph = extractor.extract(text, id: "2025-05-09", date: "2025-05-09")
/// for meeting in graph.meetings where meeting.status.isActual {
///   print(meeting.type, meeting.arguments.compactMap(\.entity), meeting.evidence[0].text)
/// }
/// ```
///
/// The result depends on the text, the id, the date, the options and the lexicons alone: not on the clock, the machine,
/// the number of threads or the order of calls.
public struct Extractor: Sendable {
  /// The version of this library.
  public static let version = "0.1.0"

  private let stages: Stages

  /// Makes an extractor with the bundled lexicons, and your own tables over them.
  ///
  /// - Parameters:
  ///   - options: how texts are read.
  ///   - lexicons: tables that add, override and remove rows; the last lies on top.
  ///   - overBundled: whether the bundled tables lie below; without them, yours must hold the words of English too.
  /// - Throws: ``LexiconError`` with every fault of the tables, each with file, line and cure; nothing is half loaded.
  public init(
    options: ExtractionOptions = ExtractionOptions(), lexicons: [LexiconSource] = [], overBundled: Bool = true
  ) throws(LexiconError) {
    stages = try Stages(options: options, lexicons: lexicons, overBundled: overBundled)
  }

  /// Reads one document.
  ///
  /// Never fails: a text without news gives an empty graph.
  /// - Parameters:
  ///   - text: the document.
  ///   - id: the caller's name for it.
  ///   - date: its date, where the caller knows it: EDTF (`2025-06-03`), or words with a full date; else that of its own
  ///     header or dateline is used. A date that can't be read is left out, and a diagnostic says so.
  /// - Complexity: linear in the length of the text.
  public func extract(_ text: String, id: String = "text", date: String? = nil) -> DocumentGraph {
    extract(utf8: Array(text.utf8), id: id, date: date)
  }

  /// Reads one document from bytes that ought to be UTF-8.
  ///
  /// Never fails: each broken part of the input is read as U+FFFD, and a diagnostic says so. Offsets count the text
  /// after that repair.
  public func extract(utf8 input: [UInt8], id: String, date: String? = nil) -> DocumentGraph {
    let repaired = RepairedText(input)
    let given = date
    let (date, segmented) = stages.segmenters.with { segmenter in
      (given.flatMap { self.date($0, segmenter) }, segmenter.segment(repaired.bytes))
    }
    let text = LexicalText(segmented, lexicon: stages.lexicon)
    let recognised = stages.figures.recognise(text)
    let entityText = stages.entities.recognise(text, figures: recognised, documentID: id, date: date)
    let documentDate = date ?? entityText.layout.date ?? headDate(text.text, recognised)
    let resolved = stages.figures.resolve(
      recognised, in: text, anchors: anchors(text.text, entityText, recognised, document: documentDate))
    var misses: [DigestRelations.NearMiss]? = stages.options.derivations ? [] : nil
    let drafts = stages.relations.recognise(
      text, figures: resolved, entities: entityText, date: documentDate, misses: &misses)
    var graph = DocumentGraph(
      producer: Producer(
        version: Self.version, lexicons: stages.lexicon.fingerprint, asOf: stages.lexicon.asOf, icu: icuVersion),
      document: DocumentInfo(id: id, date: documentDate, sha256: sha256(input)))
    GraphAssembler(
      text: text.text, figures: resolved, entities: entityText, relations: drafts,
      countryName: { stages.countryNames[$0] }
    ).assemble(into: &graph, misses: misses)
    graph.edges = EdgeBuilder.edges(from: graph.relations)
    Diagnoser(text, replacements: repaired.replacements, unreadableDate: date == nil ? given : nil).diagnose(&graph)
    graph.convert(to: stages.options.offsets, text: repaired.bytes)
    return graph
  }

  /// A caller's date as EDTF: as it is where it starts like one, else read as a date in words ("17 December 2016").
  private func date(_ given: String, _ segmenter: Segmenter) -> String? {
    if given.utf8.count >= 4, given.utf8.prefix(4).allSatisfy({ 0x30...0x39 ~= $0 }),
      given.utf8.dropFirst(4).allSatisfy({ 0x2D...0x39 ~= $0 && $0 != 0x2F })
    {
      return given
    }
    let text = LexicalText(segmenter.segment(Array(given.utf8)), lexicon: stages.lexicon)
    return headDate(text.text, stages.figures.recognise(text))
  }

  /// The first full date of the first three lines; of a week its last day.
  private func headDate(_ text: SegmentedText, _ recognised: FigureText) -> String? {
    guard !text.lines.isEmpty else { return nil }
    let head = 0..<text.tokens(ofLine: min(2, text.lines.count - 1)).upperBound
    for figure in recognised.figures where head.contains(figure.tokens.lowerBound) && figure.figure.kind == .date {
      guard let value = stages.figures.date(of: figure, document: nil), let last = value.split(separator: "/").last
      else {
        continue
      }
      if last.utf8.count >= 10, last.utf8.first != UInt8(ascii: "X") { return String(last.prefix(10)) }
    }
    return nil
  }

  /// The dates against which each item's relative dates are resolved: its report's, where one is given.
  private func anchors(
    _ text: SegmentedText, _ entities: EntityText, _ recognised: FigureText, document: String?
  ) -> FigureAnchors {
    FigureAnchors(
      document: document,
      items: entities.layout.items.compactMap { item in
        guard let reported = item.reported,
          let date = stages.figures.date(of: recognised.figures[reported], document: document)
        else { return nil }
        let first = text.tokens(ofLine: item.lines.lowerBound).lowerBound
        return (first..<text.tokens(ofLine: item.lines.upperBound - 1).upperBound, date)
      })
  }
}
