package import DigestText

extension Lexicon {
  /// Compiles tables given as file names and bytes, and nothing else.
  ///
  /// - Throws: ``LexiconError`` with every fault of every table; nothing is half loaded.
  /// - Complexity: O(size of the tables).
  package init(files: [(name: String, bytes: [UInt8])]) throws(LexiconError) {
    var stack = TableStack()
    stack.add(files, trusted: true)
    try self.init(stack)
  }

  /// Lays tables over each other, the last on top, and compiles them; a compiled lexicon alone is used as it is.
  ///
  /// - Parameters:
  ///   - layers: the user's tables; a compiled lexicon among them must be the first and stands for itself.
  ///   - overBundled: whether the lowest layer is the bundled lexicon.
  /// - Throws: ``LexiconError`` with every fault of every layer.
  /// - Complexity: O(size of all tables); O(size of its head) where there is nothing to compile.
  package init(layers: [LexiconLayer], overBundled: Bool = true) throws(LexiconError) {
    var base: Lexicon?
    if overBundled, !(layers.first?.isCompiled ?? false) { base = try Lexicon.bundled.get() }
    var files: [[(name: String, bytes: [UInt8])]] = []
    for (index, layer) in layers.enumerated() {
      switch layer {
      case .tables(let tables): files.append(tables)
      case .compiled(let storage, let name):
        if index > 0 { throw LexiconError(faults: [Self.compiledAbove(name)]) }
        base = try Lexicon(compiled: storage, name: name)
      }
    }
    if files.isEmpty, let base {
      self = base
      return
    }
    var stack = base.map { TableStack($0.image) } ?? TableStack()
    for tables in files { stack.add(tables) }
    try self.init(stack)
  }

  /// Reads a compiled lexicon of which nothing is known.
  ///
  /// - Throws: ``LexiconError`` where the bytes are damaged, foreign, or another version's.
  /// - Complexity: O(n), a fraction of a second for any size: checksum and references are checked.
  package init(compiled storage: ByteStorage, name: String) throws(LexiconError) {
    do throws(ImageDirectory.Refusal) {
      let image = LexiconImage(storage: storage, directory: try ImageDirectory(storage, checksum: true))
      if let problem = ImageCheck(image).problem() {
        throw ImageDirectory.Refusal(rule: "damaged", message: problem)
      }
      self.init(image: image)
    } catch {
      throw LexiconError(faults: [
        .init(
          file: name, line: 0, rule: error.rule, message: error.message,
          cure: "compile it again: extract lexicon compile FOLDER -o \(name)")
      ])
    }
  }

  private init(_ stack: TableStack) throws(LexiconError) {
    var stack = stack
    if stack.faults.isEmpty { stack.checkReferences() }
    var compiler = LexiconCompiler(stack.tables)
    var faults = stack.faults
    do throws(LexiconError) {
      let storage = try compiler.compile()
      if faults.isEmpty {
        self = try Lexicon(trusted: storage)
        return
      }
    } catch {
      faults += error.faults.filter { !stack.faults.contains($0) }
    }
    throw LexiconError(faults: faults)
  }

  /// Reads an image that this program has made.
  init(trusted storage: ByteStorage) throws(LexiconError) {
    do throws(ImageDirectory.Refusal) {
      self.init(image: LexiconImage(storage: storage, directory: try ImageDirectory(storage, checksum: false)))
    } catch {
      throw LexiconError(faults: [
        .init(
          file: "Lexicons/lexicon.image", line: 0, rule: error.rule, message: error.message,
          cure: "run Scripts/make-lexicon and build again")
      ])
    }
  }

  private static func compiledAbove(_ name: String) -> LexiconError.Fault {
    .init(
      file: name, line: 0, rule: "compiled-above",
      message: "a compiled lexicon is whole and cannot be laid over other tables",
      cure: "name it first, or name the tables it was compiled from")
  }
}
