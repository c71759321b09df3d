// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who uses the library never fetches what only its measuring needs.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "DigestGraph", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    .target(name: "NewsCorpus"),
    .executableTarget(name: "make-corpus", dependencies: ["NewsCorpus"]),
    .target(
      name: "Workloads",
      dependencies: [
        "NewsCorpus",
        .product(name: "DigestStages", package: "DigestGraph"),
        .product(name: "DigestFigures", package: "DigestGraph"),
        .product(name: "DigestGraph", package: "DigestGraph"),
        .product(name: "DigestExport", package: "DigestGraph"),
      ]),
    .executableTarget(name: "measure", dependencies: ["Workloads"]),
    .executableTarget(
      name: "Engine",
      dependencies: ["Workloads", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Engine",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
