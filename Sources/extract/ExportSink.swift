import DigestExport

/// Where a format's bytes go: one stream, or the files of a folder, each of which appears whole or not at all.
///
/// Not `Sendable`.
final class ExportSink {
  private var outputs: [String: ByteOutput] = [:]
  /// A folder that was made for this run and goes again where the run fails.
  private var newFolder: String?

  /// Opens everything before anything is read, so that a wrong path costs no work.
  ///
  /// - Parameter path: a file, or `nil` for standard output; for a format of several files a folder, which is made where
  ///   it does not exist.
  init(_ path: String?, format: ExportFormat) throws {
    guard !format.files.isEmpty else {
      outputs[""] = try ByteOutput(path)
      return
    }
    guard let path, path != "-" else {
      throw Trouble(
        "--format \(format.name) writes \(format.files.joined(separator: ", ")): name their folder with --output")
    }
    try makeFolder(path)
    for file in format.files { outputs[file] = try ByteOutput(path + (path.hasSuffix("/") ? "" : "/") + file) }
  }

  deinit {
    // The temporary files go first; a folder that holds anything else stays.
    outputs = [:]
    if let newFolder { rmdir(newFolder) }
  }

  /// Writes what has been collected.
  func write(_ chunks: [ExportOutput.Chunk]) throws {
    for chunk in chunks {
      guard let file = outputs[chunk.file] else { preconditionFailure("\(chunk.file) is no file of the format") }
      try file.write(chunk.bytes)
    }
  }

  /// Gives the files their names, once all are whole.
  func finish() throws {
    for file in outputs.values { try file.settle() }
    for file in outputs.keys.sorted() { try outputs[file]?.finish() }
    newFolder = nil
  }

  private func makeFolder(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT != S_IFDIR {
        throw Trouble("\(path): this is a file: name a folder for the files of this format")
      }
    } else if mkdir(path, 0o777) == 0 {
      newFolder = path
    } else {
      throw Trouble("\(path): \(Trouble.reason): name a folder that can be made")
    }
  }
}
