import Foundation

/// Where the documents come from: files, folders and standard input, in order.
struct Inputs {
  /// What a file holds.
  enum Kind: String, CaseIterable {
    case text, jsonl

    /// Which files of a folder are read.
    var suffixes: [String] { self == .text ? ["txt", "text"] : ["jsonl", "ndjson"] }
  }

  /// The files, folders resolved; `-` is standard input.
  private(set) var paths: [String] = []
  /// What can't be read, with what to do about it.
  private(set) var troubles: [Trouble] = []

  /// Resolves the names that a user gave; none means standard input.
  init(_ names: [String], kind: Kind) {
    for name in names.isEmpty ? ["-"] : names {
      var isFolder: ObjCBool = false
      if name == "-" {
        paths.append(name)
      } else if !FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
        troubles.append(Trouble("\(name): no such file or folder: check the name"))
      } else if isFolder.boolValue {
        addFolder(name, kind)
      } else {
        paths.append(name)
      }
    }
  }

  /// Adds the texts of a folder and of the folders in it, by path; hidden files and linked folders are left out.
  private mutating func addFolder(_ folder: String, _ kind: Kind) {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let found = names.filter { name in
      let parts = name.split(separator: "/")
      let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return kind.suffixes.contains(suffix) && !parts.contains { $0.hasPrefix(".") }
    }
    if found.isEmpty {
      let wanted = kind.suffixes.map { "*." + $0 }.joined(separator: " or ")
      troubles.append(Trouble("\(folder): no \(wanted) in this folder: name the files, or another folder"))
    }
    paths += found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(root)/\($0)" }
  }
}
