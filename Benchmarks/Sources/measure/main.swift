// measure [MEGABYTES [NAMES]]: prints a JSON object a line for each stage: its name, megabytes of text a second of CPU
// time (the median of the rounds), what it found. All stages take turns in one run, so that their ratios hold whatever else
// the machine does. Ends with status 1 where a stage does not find what it must.
import NewsCorpus
import Workloads

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seconds of CPU time that this process has used.
func cpuTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func complain(_ words: String) { _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) } }

/// Counts over all documents, and how long that took.
func run(_ count: ([UInt8]) -> Int, over texts: [[UInt8]]) -> (found: Int, seconds: Double) {
  let start = cpuTime()
  let found = texts.reduce(0) { $0 + count($1) }
  return (found, cpuTime() - start)
}

let megabytes = CommandLine.arguments.count > 1 ? Double(CommandLine.arguments[1]) ?? 5 : 5
let limit = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 100_000 : 100_000
let corpus = NewsCorpus(bytes: Int(megabytes * 1e6), names: NameList(count: 100_000))
let all =
  Workloads.boundaries + Workloads.matching(corpus, upTo: limit)
  + [Workloads.figures, Workloads.extraction, Workloads.pipeline]
let prepared = try all.map { ($0, try $0.prepare()) }

let texts = corpus.documents.map(\.text)
let part = Array(texts.prefix(max(1, texts.count / 5)))

var times = [[Double]](repeating: [], count: prepared.count)
var found = [Int](repeating: 0, count: prepared.count)
for round in 0...5 {
  for (index, (workload, count)) in prepared.enumerated() {
    let result = run(count, over: workload.isSlow ? part : texts)
    found[index] = result.found
    // The first round warms caches and is not counted.
    if round > 0 { times[index].append(result.seconds) }
  }
}

var failed = false
for (index, (workload, _)) in prepared.enumerated() {
  let bytes = (workload.isSlow ? part : texts).reduce(0) { $0 + $1.count }
  let rate = Double(bytes) / 1e6 / times[index].sorted()[times[index].count / 2]
  let rounded = (rate * 1000).rounded() / 1000
  print("{\"name\":\"\(workload.name)\",\"mbps\":\(rounded),\"found\":\(found[index]),\"bytes\":\(bytes)}")
  let twin = workload.name.split(separator: " (").first.map(String.init)
  let must = workload.expected ?? prepared.firstIndex { $0.0.name == twin }.map { found[$0] }
  if let must, must != found[index] {
    complain("measure: \(workload.name) found \(found[index]) and must find \(must)\n")
    failed = true
  }
}
exit(failed ? 1 : 0)
