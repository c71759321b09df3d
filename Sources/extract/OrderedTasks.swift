/// Does work in parallel and hands out the results in the order of the work.
///
/// At most `jobs` pieces are worked on at a time, and at most four times as many are held, so that memory stays bounded
/// however many pieces there are. The results are the same whatever `jobs` is.
func inOrder<Work: Sendable, Result: Sendable>(
  jobs: Int, next: () -> Work?, do process: @escaping @Sendable (Work) -> Result, emit: (Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var submitted = 0
    var emitted = 0
    var running = 0
    var ready: [Int: Result] = [:]
    var isDone = false
    while true {
      while !isDone && running < jobs && submitted - emitted < jobs * 4 {
        guard let work = next() else {
          isDone = true
          break
        }
        let index = submitted
        group.addTask { (index, process(work)) }
        submitted += 1
        running += 1
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
