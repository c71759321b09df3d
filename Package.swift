// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where CI is set; a user's build is never broken by a newer compiler's warning.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

// The tables. Lexicons/tables.c embeds the image that Scripts/make-lexicon makes of them.
let tables = [
  "abbreviations", "agreements", "awards", "countries", "currencies", "frames", "given-names", "measures", "nouns",
  "numbers", "occasions", "offices", "organizations", "outlets", "particles", "people", "places", "positions",
  "projects", "surnames", "time-words", "units", "variants", "verbs", "words",
]

// The scripts of the HTML page, embedded by Sources/DigestPage/page.c.
let scripts = ["data", "dom", "filters", "details", "graph", "pointer", "text", "tables", "timeline", "main"]

// The targets stand in the order in which data flows through them; none imports one that stands below it.
let package = Package(
  name: "DigestGraph",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "DigestGraph", targets: ["DigestGraph"]),
    .library(name: "DigestModel", targets: ["DigestModel"]),
    .library(name: "DigestFigures", targets: ["DigestFigures"]),
    .library(name: "DigestExport", targets: ["DigestExport"]),
    .library(name: "DigestValidation", targets: ["DigestValidation"]),
    // For Benchmarks/ alone; it promises nothing.
    .library(name: "DigestStages", targets: ["DigestStages"]),
    .executable(name: "extract", targets: ["extract"]),
  ],
  traits: [
    .trait(name: "SQLite", description: "The tool writes SQLite databases (--format sqlite); needs libsqlite3.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-uc",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CDigestICU", dependencies: ["CSystemICU"]),
    .target(
      name: "DigestTables", path: "Lexicons", exclude: ["README.md", "lexicon.image"] + tables.map { "\($0).tsv" },
      sources: ["tables.c"]
    ),
    .target(name: "DigestModel", swiftSettings: settings),
    .target(name: "DigestText", dependencies: ["CDigestICU", "DigestModel"], swiftSettings: settings),
    .target(
      name: "DigestLexicon", dependencies: ["DigestTables", "DigestText", "DigestModel"], swiftSettings: settings),
    .target(
      name: "DigestFigures", dependencies: ["DigestLexicon", "DigestText", "DigestModel"], swiftSettings: settings),
    .target(
      name: "DigestEntities", dependencies: ["DigestFigures", "DigestLexicon", "DigestText", "DigestModel"],
      swiftSettings: settings),
    .target(
      name: "DigestRelations",
      dependencies: ["DigestEntities", "DigestFigures", "DigestLexicon", "DigestText", "DigestModel"],
      swiftSettings: settings),
    .target(
      name: "DigestGraph",
      dependencies: [
        "DigestRelations", "DigestEntities", "DigestFigures", "DigestLexicon", "DigestText", "DigestModel",
      ],
      swiftSettings: settings),
    .target(name: "DigestStages", dependencies: ["DigestLexicon", "DigestText"], swiftSettings: settings),
    .target(name: "DigestSchema", exclude: ["digest-graph-1.schema.json"]),
    .target(
      name: "DigestValidation", dependencies: ["DigestSchema", "DigestText", "DigestModel"], swiftSettings: settings),
    .target(name: "DigestPage", exclude: ["page.html", "page.css"] + scripts.map { "\($0).js" }),
    .target(name: "DigestExport", dependencies: ["DigestPage", "DigestModel"], swiftSettings: settings),
    .target(
      name: "DigestStore",
      dependencies: [
        "DigestGraph", "DigestExport", "DigestModel",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "extract",
      dependencies: [
        "DigestGraph", "DigestStore", "DigestExport", "DigestValidation", "DigestLexicon", "DigestText", "DigestModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "DigestTestSupport", dependencies: ["DigestExport", "DigestGraph", "DigestModel"],
      path: "Tests/DigestTestSupport", swiftSettings: settings),
    .testTarget(
      name: "DigestExportTests",
      dependencies: ["DigestExport", "DigestGraph", "DigestModel", "DigestTestSupport", "DigestValidation"],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "DigestGraphMergeTests", dependencies: ["DigestGraph", "DigestModel", "DigestTestSupport"],
      swiftSettings: settings),
    .testTarget(name: "ExtractTests", dependencies: ["extract", "DigestModel"], swiftSettings: settings),
    .testTarget(
      name: "DigestValidationTests", dependencies: ["DigestValidation", "DigestGraph", "DigestModel"],
      swiftSettings: settings),
    .testTarget(name: "DigestModelTests", dependencies: ["DigestModel"], swiftSettings: settings),
    .testTarget(name: "DigestTextTests", dependencies: ["DigestText", "CDigestICU"], swiftSettings: settings),
    .testTarget(
      name: "DigestLexiconTests", dependencies: ["DigestLexicon", "DigestText"], swiftSettings: settings),
    .testTarget(
      name: "DigestFiguresTests", dependencies: ["DigestFigures", "DigestLexicon", "DigestText", "DigestModel"],
      swiftSettings: settings),
    .testTarget(
      name: "DigestEntitiesTests",
      dependencies: ["DigestEntities", "DigestFigures", "DigestLexicon", "DigestText", "DigestModel"],
      swiftSettings: settings),
    .testTarget(
      name: "DigestGraphTests", dependencies: ["DigestGraph", "DigestLexicon", "DigestModel", "DigestTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DigestRelationsTests",
      dependencies: [
        "DigestRelations", "DigestEntities", "DigestFigures", "DigestLexicon", "DigestText", "DigestModel",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
