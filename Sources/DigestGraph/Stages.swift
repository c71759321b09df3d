internal import DigestEntities
internal import DigestFigures
internal import DigestLexicon
internal import DigestRelations
internal import DigestText

/// What an ``Extractor`` is made of.
///
/// A class, so that an extractor is one reference to whoever holds it: what the stages store, which clients need not
/// see, may change without them.
final class Stages: Sendable {
  let options: ExtractionOptions
  let lexicon: Lexicon
  let segmenters: SegmenterPool
  let figures: FigureRecogniser
  let entities: EntityRecogniser
  let relations: RelationRecogniser
  /// By ISO 3166-1 alpha-2 code.
  let countryNames: [String: String]

  /// Compiles the rules of all stages for a lexicon.
  init(options: ExtractionOptions, lexicons: [LexiconSource], overBundled: Bool) throws(LexiconError) {
    self.options = options
    lexicon =
      lexicons.isEmpty
      ? try Lexicon.bundled.get() : try LexiconSource.lexicon(lexicons, overBundled: overBundled)
    segmenters = SegmenterPool(words: lexicon.segmentation)
    var figureOptions = FigureOptions()
    figureOptions.dayFirst = options.dayFirst
    figureOptions.timeML = options.timeML
    figureOptions.queries = options.queries
    figureOptions.decimalComma = options.decimalComma
    figures = FigureRecogniser(lexicon: lexicon, options: figureOptions)
    entities = EntityRecogniser(lexicon: lexicon, dates: figures)
    relations = try RelationRecogniser(lexicon: lexicon)
    let countries = lexicon.table(.countries)
    countryNames = Dictionary(
      (0..<countries.rowCount).map { (String(countries.cell($0, "id").dropFirst(8)), countries.cell($0, "name")) },
      uniquingKeysWith: { first, _ in first })
  }
}
