/// The temporary files that go with the process when a signal ends it (Ctrl-C, `kill`, a closed pipe).
///
/// One task adds and removes; the handler only reads a fixed table and unlinks, which a signal handler may do.
enum Interruption {
  /// More files than any format writes; those beyond would stay behind.
  private static let most = 64
  private nonisolated(unsafe) static let names = {
    let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: most)
    names.initialize(repeating: nil, count: most)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { signal(number, remove) }
    return names
  }()

  /// Adds a file.
  static func add(_ path: String) {
    if let free = (0..<most).first(where: { names[$0] == nil }) { names[free] = strdup(path) }
  }

  /// Forgets a file that is in its place, or gone. Its name is kept in memory, since a handler may be reading it.
  static func remove(_ path: String) {
    for index in 0..<most where names[index].map({ strcmp($0, path) == 0 }) ?? false { names[index] = nil }
  }

  /// Unlinks the files and ends the process as the signal would have.
  private static let remove: @convention(c) (Int32) -> Void = { number in
    for index in 0..<most {
      if let name = names[index] { unlink(name) }
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
