import DigestExport
import DigestGraph
import DigestModel
import DigestText

/// One document that is to be read.
enum Work: Sendable {
  /// A text file; `-` is standard input.
  case file(String)
  /// A line of a JSON Lines file.
  case line([UInt8], file: String, number: Int)
}

/// What became of it.
struct Outcome: Sendable {
  enum Reading: Sendable {
    case document(ExportDocument)
    /// A document of a format that writes each by itself.
    case written([ExportOutput.Chunk])
  }

  /// The document, or what went wrong.
  var result: Result<Reading, Trouble>
  /// How many bytes of the input it was.
  var bytes: Int
}

/// Hands out the documents of all inputs, one after the other; keeps one line or name at a time.
struct WorkList {
  private var paths: ArraySlice<String>
  private let kind: Inputs.Kind
  private var lines: (input: ByteInput, name: String)?
  private var number = 0

  init(_ inputs: Inputs, kind: Inputs.Kind) {
    paths = inputs.paths[...]
    self.kind = kind
  }

  /// The next documents, so many that handing them out costs little beside reading them; `nil` after the last.
  ///
  /// - Parameter failed: gets what went wrong with a file.
  mutating func batch(failed: (any Error) -> Void) -> [Work]? {
    var works: [Work] = []
    var size = 0
    while works.count < 32, size < 1 << 15 {
      do {
        guard let work = try next() else { break }
        works.append(work)
        if case .line(let bytes, _, _) = work { size += bytes.count } else { break }
      } catch {
        failed(error)
      }
    }
    return works.isEmpty ? nil : works
  }

  /// The next document; `nil` after the last. A file that can't be read throws, and the next call goes on behind it.
  mutating func next() throws -> Work? {
    while true {
      if let lines, let work = try nextLine(of: lines.input, lines.name) { return work }
      lines = nil
      guard let path = paths.popFirst() else { return nil }
      if kind == .text { return .file(path) }
      lines = (try ByteInput(path), path == "-" ? "stdin" : path)
      number = 0
    }
  }

  /// The next line that is not blank.
  private mutating func nextLine(of input: ByteInput, _ name: String) throws -> Work? {
    do {
      while let line = try input.line() {
        number += 1
        if line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) {
          return .line(line, file: name, number: number)
        }
      }
      return nil
    } catch {
      lines = nil
      throw error
    }
  }
}

/// Reads documents one at a time; many tasks share it.
struct DocumentReader: Sendable {
  let extractor: Extractor
  /// The date of documents that have none of their own.
  let date: String?
  /// A format that writes each document by itself: that is done here, and not by the one who puts them in order.
  let format: ExportFormat?

  func read(_ works: [Work]) -> [Outcome] { works.map { read($0) } }

  private func read(_ work: Work) -> Outcome {
    var size = 0
    do {
      switch work {
      case .file(let path):
        let bytes = try ByteInput(path).all()
        size = bytes.count
        let reading = try reading(document(bytes, id: path == "-" ? "stdin" : path, date: date))
        return Outcome(result: .success(reading), bytes: size)
      case .line(let bytes, let file, let number):
        size = bytes.count + 1
        return Outcome(result: .success(try reading(line(bytes, "\(file):\(number)"))), bytes: size)
      }
    } catch {
      return Outcome(result: .failure(error as? Trouble ?? Trouble("\(error)")), bytes: size)
    }
  }

  private func reading(_ document: ExportDocument) throws -> Outcome.Reading {
    guard let format else { return .document(document) }
    return .written(try format.write(document))
  }

  private func line(_ bytes: [UInt8], _ place: String) throws -> ExportDocument {
    let line: DocumentLine
    do {
      line = try DocumentLine(json: bytes)
    } catch {
      throw Trouble("\(place): \(error.message) (column \(error.offset + 1))")
    }
    // A date in words is the extractor's to read; one that it can't read costs the date, never the text.
    let own = line.date.map { DocumentDate($0)?.edtf ?? $0 }
    return document(line.text, id: line.id, date: own ?? date, title: line.title)
  }

  private func document(_ bytes: [UInt8], id: String, date: String?, title: String? = nil) -> ExportDocument {
    ExportDocument(
      extractor.extract(utf8: bytes, id: id, date: date), title: title, text: RepairedText(bytes).bytes)
  }
}
