/// One way of naming one row.
///
/// Sixteen bytes, laid out as in a compiled lexicon; the codes of a lexicon that was loaded are known to be good.
public struct NameEntry: Sendable, Hashable {
  /// The row that it names.
  public let row: UInt32
  @usableFromInline let tableCode: UInt8
  @usableFromInline let formCode: UInt8
  /// Bit 0: weak; bit 1: a variant.
  @usableFromInline let flags: UInt8
  /// The class's number + 1; 0 = none.
  @usableFromInline let classCode: UInt8
  /// Bit i: token i must have a capital.
  let capitals: UInt32
  /// Bit i: token i must be in capitals throughout.
  let allCaps: UInt32

  init(
    table: TableKind, row: UInt32, form: NameForm, isWeak: Bool, isVariant: Bool = false, wordClass: WordClass? = nil,
    capitals: UInt32 = 0, allCaps: UInt32 = 0
  ) {
    self.row = row
    tableCode = table.rawValue
    formCode = form.rawValue
    flags = (isWeak ? 1 : 0) | (isVariant ? 2 : 0)
    classCode = wordClass.map { $0.rawValue + 1 } ?? 0
    self.capitals = capitals
    self.allCaps = allCaps
  }

  /// A country's name that needs no context.
  package init(country row: Int, form: NameForm) {
    self.init(table: .countries, row: UInt32(row), form: form, isWeak: false)
  }

  /// The row's table.
  @inlinable public var table: TableKind { TableKind(rawValue: tableCode) ?? .countries }

  /// How it names the row.
  @inlinable public var form: NameForm { NameForm(rawValue: formCode) ?? .name }

  /// Whether the name needs context: it is also a common word, or another thing's name.
  @inlinable public var isWeak: Bool { flags & 1 != 0 }

  /// Whether no table lists the name: it is another spelling of one, by the rules of `variants.tsv`.
  package var isVariant: Bool { flags & 2 != 0 }

  /// For entries of word tables: the class.
  @inlinable public var wordClass: WordClass? { classCode == 0 ? nil : WordClass(rawValue: classCode &- 1) }

  /// Whether the text's letters are as the name asks.
  @inline(__always) func accepts(capitals: UInt32, allCaps: UInt32) -> Bool {
    self.capitals & ~capitals == 0 && self.allCaps & ~allCaps == 0
  }
}
