/// How far a long run is, in one line on standard error that is written over and over; silent where standard error is no
/// terminal, or where results are written to the same one.
struct Progress {
  private let isOn: Bool
  private let documents: Int?
  private let bytes: Int?
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var isVisible = false
  private var documentsDone = 0
  private var bytesDone = 0

  /// - Parameters:
  ///   - isQuiet: whether the user wants none.
  ///   - isFile: whether the results go to a file.
  ///   - documents: how many documents there are, where that is known.
  ///   - bytes: how much there is to read, where that is known.
  init(isQuiet: Bool, isFile: Bool, documents: Int?, bytes: Int?) {
    isOn = !isQuiet && isatty(STDERR_FILENO) == 1 && (isFile || isatty(STDOUT_FILENO) == 0)
    self.documents = documents
    self.bytes = bytes
  }

  /// Counts one document; the line is renewed a few times a second, and first after one second.
  mutating func add(bytes: Int) {
    documentsDone += 1
    bytesDone += bytes
    guard isOn else { return }
    let now = ContinuousClock.now
    if now - shown < (isVisible ? .milliseconds(200) : .seconds(1)) { return }
    shown = now
    isVisible = true
    let line = line(after: seconds(now - start))
    // A line that is wider than the terminal could not be taken away.
    Console.show("\r\u{1B}[K" + line.prefix((Console.columns(of: STDERR_FILENO) ?? 80) - 1))
  }

  /// Takes the line away.
  mutating func clear() {
    if isVisible { Console.show("\r\u{1B}[K") }
    isVisible = false
  }

  /// "1200 of 4000 documents, 12.3 of 41.0 MB, 3.2 MB/s, 9 s left".
  func line(after seconds: Double) -> String {
    let megabytes = Double(bytesDone) / 1e6
    var facts = [
      documents.map { "\(documentsDone) of \($0) documents" }
        ?? "\(documentsDone) document\(documentsDone == 1 ? "" : "s")"
    ]
    facts.append(
      bytes.map { "\(Self.tenths(megabytes)) of \(Self.tenths(Double($0) / 1e6)) MB" } ?? "\(Self.tenths(megabytes)) MB"
    )
    guard seconds > 0, bytesDone > 0 else { return facts.joined(separator: ", ") }
    let rate = megabytes / seconds
    facts.append(rate < 1 ? "\(Int((rate * 1000).rounded())) kB/s" : "\(Self.tenths(rate)) MB/s")
    if let bytes, bytes >= bytesDone {
      facts.append("\(Self.time(seconds / Double(bytesDone) * Double(bytes - bytesDone))) left")
    }
    return facts.joined(separator: ", ")
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func tenths(_ value: Double) -> String { ((value * 10).rounded() / 10).description }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.rounded(.up), 1e9))
    if seconds < 100 { return "\(seconds) s" }
    return seconds < 6000 ? "\((seconds + 59) / 60) min" : "\((seconds + 3599) / 3600) h"
  }
}
