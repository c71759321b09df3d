/// Standard output, or a file that appears whole or not at all.
///
/// A file is written under a temporary name in the same folder and renamed by ``finish()``; until then a file of that
/// name stays as it was. What is no ordinary file (a pipe, a device) is written to directly. Not `Sendable`.
final class ByteOutput {
  private let name: String
  private let descriptor: Int32
  private var temporary: String?
  private let target: String

  /// Opens the output; `nil` or `-` is standard output.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      (name, descriptor, target) = ("standard output", STDOUT_FILENO, "")
      return
    }
    name = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists && status.st_mode & S_IFMT != S_IFREG {
      (target, descriptor) = (path, open(path, O_WRONLY | O_CLOEXEC))
      if descriptor < 0 { throw Self.cannotWrite(path) }
      return
    }
    // A link stays a link: what it points to is replaced.
    let target = exists ? Self.resolved(path) : path
    self.target = target
    let file = target.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A name may be as long as the system allows; the temporary one must not be longer.
    let hidden = "\(target.dropLast(file.count)).\(String(decoding: file.utf8.prefix(200), as: UTF8.self)).\(getpid())"
    if exists && access(target, W_OK) != 0 { throw Self.cannotWrite(path) }
    let mode = exists ? status.st_mode & 0o777 : 0o666
    descriptor = open(hidden, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    if descriptor < 0 { throw Self.cannotWrite(path) }
    temporary = hidden
    Interruption.add(hidden)
  }

  deinit {
    if let temporary {
      unlink(temporary)
      Interruption.remove(temporary)
    }
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress! + done, bytes.count - done) }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        let cure = temporary == nil ? "what was written is not whole" : "free some space; nothing was replaced"
        throw Trouble("\(name): \(Trouble.reason): \(cure)")
      }
    }
  }

  /// Waits until all bytes are on the disk, where a full one may say so at last.
  func settle() throws {
    if temporary != nil, fsync(descriptor) != 0 { throw Self.cannotWrite(name) }
  }

  /// Gives the file its name.
  func finish() throws {
    guard let temporary else { return }
    try settle()
    guard rename(temporary, target) == 0 else { throw Self.cannotWrite(name) }
    Interruption.remove(temporary)
    self.temporary = nil
  }

  /// A path without links.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func cannotWrite(_ path: String) -> Trouble {
    Trouble("\(path): \(Trouble.reason): choose an output file that can be written")
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
