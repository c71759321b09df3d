import DigestExport
import Foundation

/// The terminal: messages on standard error, and how standard output looks.
enum Console {
  /// Writes a line to standard error.
  static func say(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  /// The look of text for people: colours on a terminal only, the width from `COLUMNS` or the terminal.
  ///
  /// - Parameter isFile: whether the text goes to a file of the user's.
  static func options(isFile: Bool) -> ExportOptions {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = !isFile && isatty(STDOUT_FILENO) == 1
    var options = ExportOptions()
    options.isColored = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      options.width = columns
    } else if isTerminal, let columns = terminalColumns() {
      // Longer lines are hard to read.
      options.width = min(columns, 120)
    }
    return options
  }

  private static func terminalColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
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
