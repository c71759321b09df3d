/// Does work in parallel and hands out the results in the order of the work.
///
/// At most `jobs` pieces are worked on at a time, and at most four times as many are held, so that memory stays bounded
/// however many pieces there are. The results are the same whatever `jobs` is. A piece that is the only one is worked on
/// here: other threads would take longer to start than a short text to read.
nonisolated(nonsending) func inOrder<Work: Sendable, Result: Sendable>(
  jobs: Int, next: () -> Work?, do process: @escaping @Sendable (Work) -> Result, emit: (Result) throws -> Void
) async throws {
  var upcoming = next()
  guard let first = upcoming else { return }
  upcoming = next()
  if upcoming == nil { return try emit(process(first)) }
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    group.addTask { (0, process(first)) }
    var submitted = 1
    var emitted = 0
    var running = 1
    var ready: [Int: Result] = [:]
    while true {
      while let work = upcoming, running < jobs && submitted - emitted < jobs * 4 {
        let index = submitted
        group.addTask { (index, process(work)) }
        submitted += 1
        running += 1
        upcoming = next()
      }
      guard let (index, result) = try await group.next() else { return }
      running -= 1
      ready[index] = result
      while let result = ready.removeValue(forKey: emitted) {
        try emit(result)
        emitted += 1
      }
    }
  }
}
