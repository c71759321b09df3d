package import DigestText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Tables that a user gives, or a lexicon compiled of them.
package enum LexiconLayer: Sendable {
  case tables([(name: String, bytes: [UInt8])])
  case compiled(ByteStorage, name: String)

  /// Whether it is a compiled lexicon, which is whole.
  var isCompiled: Bool {
    if case .compiled = self { return true }
    return false
  }

  /// Reads a folder of tables, a single table, or a compiled lexicon, which is mapped and not read.
  ///
  /// A compiled lexicon must not be written to while it is in use; a file that takes its place does no harm.
  /// - Throws: ``LexiconError`` where there is nothing to read.
  package init(path: String) throws(LexiconError) {
    let file = try OpenFile(path)
    if file.isFolder {
      self = .tables(try Self.tables(inFolder: path))
    } else if file.starts(with: ImageFormat.magic) {
      self = .compiled(try file.map(), name: path)
    } else {
      self = .tables([(path, try file.read())])
    }
  }

  private static func tables(inFolder path: String) throws(LexiconError) -> [(name: String, bytes: [UInt8])] {
    let names = OpenFile.names(inFolder: path).filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }
    if names.isEmpty {
      throw LexiconError(faults: [
        .init(
          file: path, line: 0, rule: "no-tables", message: "the folder has no *.tsv",
          cure: "name the folder in which the tables stand")
      ])
    }
    var tables: [(name: String, bytes: [UInt8])] = []
    for name in names.sorted() {
      // Of the folder in which one stands, the bare names.
      let file = path == "." ? name : path.hasSuffix("/") ? path + name : path + "/" + name
      tables.append((file, try OpenFile(file).read()))
    }
    return tables
  }
}

/// A file or folder that is open for reading.
private final class OpenFile {
  private let path: String
  private let descriptor: Int32
  private let count: Int
  let isFolder: Bool

  init(_ path: String) throws(LexiconError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw Self.unreadable(path)
    }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Whether the file starts with these bytes.
  func starts(with bytes: [UInt8]) -> Bool {
    var start = [UInt8](repeating: 0, count: bytes.count)
    return pread(descriptor, &start, start.count, 0) == bytes.count && start == bytes
  }

  /// The whole file.
  func read() throws(LexiconError) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = part.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count)) }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw Self.unreadable(path) }
      if got == 0 { return bytes }
      bytes += part[..<got]
    }
  }

  /// The file's pages, which other processes share.
  func map() throws(LexiconError) -> ByteStorage {
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw Self.unreadable(path)
    }
    return ByteStorage(UnsafeRawBufferPointer(start: address, count: count)) {
      _ = munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }

  /// What a folder holds, in no order.
  static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  private static func unreadable(_ path: String) -> LexiconError {
    LexiconError(faults: [
      .init(
        file: path, line: 0, rule: "unreadable", message: String(cString: strerror(errno)),
        cure: "check the name and the right to read it")
    ])
  }
}
