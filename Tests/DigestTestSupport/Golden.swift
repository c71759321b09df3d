import Foundation

/// Compares a text with the file that holds what it ought to be; gives what is wrong, `nil` where nothing is.
///
/// With `RECORD=1` in the environment the file is rewritten. A file that is missing is written, and that is a fault
/// all the same, so that somebody looks at it. Goldens stand in `Goldens` beside the test's file.
package func goldenFault(_ text: String, _ name: String, file: String = #filePath) -> String? {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
  let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
  let golden = try? String(contentsOf: url, encoding: .utf8)
  if isRecording || golden == nil {
    do {
      try Data(text.utf8).write(to: url)
    } catch {
      return "\(name) can't be written: \(error)"
    }
    return isRecording ? nil : "\(name) was missing and is recorded now: look at it"
  }
  guard let golden, text != golden else { return nil }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, expected.count)
  let found = line < lines.count ? String(lines[line]) : "(the end)"
  let wanted = line < expected.count ? String(expected[line]) : "(the end)"
  return "\(name), line \(line + 1): \(found)\ninstead of: \(wanted)\nRECORD=1 rewrites it"
}
