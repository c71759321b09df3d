import DigestExport

/// The terminal: messages on standard error, and how standard output looks.
enum Console {
  /// Writes a line to standard error.
  static func say(_ message: String) { show(message + "\n") }

  /// Writes a line to standard output.
  static func print(_ line: String) throws { try ByteOutput(nil).write(Array((line + "\n").utf8)) }

  /// Writes to standard error, which is lost where nobody reads it.
  static func show(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress!, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// The look of text for people: colours on a terminal only, the width from `COLUMNS` or the terminal.
  ///
  /// - Parameters:
  ///   - isFile: whether the text goes to a file of the user's.
  ///   - hasQuotes: whether sentences are quoted.
  static func options(isFile: Bool, hasQuotes: Bool = true) -> ExportOptions {
    let isTerminal = !isFile && isatty(STDOUT_FILENO) == 1
    var options = ExportOptions()
    options.hasQuotes = hasQuotes
    options.isColored = isTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      options.width = columns
    } else if isTerminal, let columns = columns(of: STDOUT_FILENO) {
      // Longer lines are hard to read.
      options.width = min(columns, 120)
    }
    return options
  }

  /// A variable of the environment.
  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// How wide a terminal is.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Something that went wrong with one input or with the output; the message says what to do.
struct Trouble: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }

  /// What the system says of the last call that failed.
  static var reason: String { String(cString: strerror(errno)) }
}
