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
  /// The size of all files together; `nil` where it is not known beforehand.
  private(set) var bytes: Int? = 0
  /// What can't be read, with what to do about it.
  private(set) var troubles: [Trouble] = []

  /// Resolves the names that a user gave; none means standard input.
  init(_ names: [String], kind: Kind) {
    for name in names.isEmpty ? ["-"] : names {
      var status = stat()
      if name == "-" {
        paths.append(name)
        bytes = nil
      } else if stat(name, &status) != 0 {
        troubles.append(Trouble("\(name): no such file or folder: check the name"))
      } else if status.st_mode & S_IFMT == S_IFDIR {
        addFolder(name, kind)
      } else {
        paths.append(name)
        count(status)
      }
    }
  }

  /// Adds the size of a file; that of a pipe or device is not known.
  private mutating func count(_ status: stat) {
    bytes = status.st_mode & S_IFMT == S_IFREG ? bytes.map { $0 + Int(status.st_size) } : nil
  }

  /// Adds the texts of a folder and of the folders in it, by path; hidden files and linked folders are left out.
  private mutating func addFolder(_ folder: String, _ kind: Kind) {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    var found: [String] = []
    var folders = [root]
    while let folder = folders.popLast() {
      for name in Self.names(inFolder: folder) where !name.hasPrefix(".") {
        let path = folder + name
        var (link, status) = (stat(), stat())
        guard lstat(path, &link) == 0, stat(path, &status) == 0 else { continue }
        if link.st_mode & S_IFMT == S_IFDIR {
          folders.append(path + "/")
        } else if status.st_mode & S_IFMT != S_IFDIR,
          kind.suffixes.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
        {
          found.append(path)
          count(status)
        }
      }
    }
    if found.isEmpty {
      let wanted = kind.suffixes.map { "*." + $0 }.joined(separator: " or ")
      troubles.append(Trouble("\(folder): no \(wanted) in this folder: name the files, or another folder"))
    }
    paths += found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a folder holds, in no order.
  private static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        })
    }
    return names
  }
}
