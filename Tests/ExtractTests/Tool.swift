import Foundation

/// Runs the built tool in a folder of its own.
struct Tool {
  /// What a run gave.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The built binary beside the tests.
  static let binary: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("extract")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent(".build/debug/extract")
  }()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("extract-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) -> String? { try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

  /// Runs the tool in the folder.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Result {
    try start(Self.binary, arguments, input, environment)
  }

  /// Runs a command line in which `extract` is the tool.
  func shell(_ command: String) throws -> Result {
    let script = "extract() { '\(Self.binary.path)' \"$@\"; }; " + command
    return try start(URL(fileURLWithPath: "/bin/sh"), ["-c", script], "", [:])
  }

  private func start(_ program: URL, _ arguments: [String], _ input: String, _ environment: [String: String]) throws
    -> Result
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    try write(".stdin", input)
    let streams = [".stdout", ".stderr"]
    for name in streams { try write(name, "") }
    process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent(".stdin"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent(streams[0]))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent(streams[1]))
    try process.run()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: read(streams[0]) ?? "", errors: read(streams[1]) ?? "")
  }
}
