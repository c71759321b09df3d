#if SQLite
  public import DigestExport
  public import DigestModel
  import Foundation
  import GRDB

  extension ExportFormat {
    /// One SQLite database: documents, items, entities, mentions, figures, relations, evidence, and the merged events
    /// and edges, with foreign keys, indexes and full-text search over the sentences (`sentence`).
    public static let sqlite = ExportFormat(
      name: "sqlite", abstract: "one SQLite database, with full-text search over the sentences", isMerged: true
    ) { _ in SQLiteExporter() }
  }

  /// Writes an SQLite database. It is built in a temporary file, since a database is not written from front to back.
  public struct SQLiteExporter: GraphExporter {
    private var titles: [String: String] = [:]

    /// Makes an exporter.
    public init() {}

    /// Keeps the title.
    public mutating func add(_ document: ExportDocument, to output: inout ExportOutput) {
      titles[document.graph.document.id] = document.title
    }

    /// Writes the database.
    ///
    /// - Throws: what SQLite says where the temporary file can't be written.
    public mutating func end(_ set: GraphSet?, to output: inout ExportOutput) throws {
      guard let set else { return }
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("digest-graph-\(UUID()).sqlite")
      defer { try? FileManager.default.removeItem(at: file) }
      do {
        let database = try DatabaseQueue(path: file.path)
        defer { try? database.close() }
        try database.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON")
          try database.inTransaction {
            try StoreWriter(database: database, titles: titles).write(set)
            return .commit
          }
          try database.execute(sql: "PRAGMA user_version = 1; PRAGMA optimize; VACUUM")
        }
      }
      output.write([UInt8](try Data(contentsOf: file)))
    }
  }
#endif
