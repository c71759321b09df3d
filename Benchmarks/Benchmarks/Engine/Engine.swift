import Benchmark
import NewsCorpus
import Workloads

/// `swift package benchmark`: CPU time and throughput of each stage over two megabytes of invented digests.
let benchmarks: @Sendable () -> Void = {
  let corpus = NewsCorpus(bytes: 2_000_000, names: NameList(count: 100_000))
  let texts = corpus.documents.map(\.text)
  let configuration = Benchmark.Configuration(
    metrics: [.cpuTotal, .wallClock, .throughput, .peakMemoryResident], warmupIterations: 1,
    maxDuration: .seconds(5), maxIterations: 20)

  let stages =
    Workloads.boundaries + Workloads.matching(corpus)
    + [Workloads.figures, Workloads.extraction, Workloads.pipeline]
  for stage in stages {
    Benchmark(stage.name, configuration: configuration) { benchmark in
      let count = try stage.prepare()
      for _ in benchmark.scaledIterations {
        benchmark.startMeasurement()
        let found = texts.reduce(0) { $0 + count($1) }
        benchmark.stopMeasurement()
        precondition(stage.expected == nil || stage.expected == found, "\(stage.name) found \(found)")
      }
    }
  }
}
