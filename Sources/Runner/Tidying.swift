import Dispatch

/// Removes what nobody needs any more while other work goes on: large files take the system a while.
final class Tidying: Sendable {
  private let queue = DispatchQueue(label: "wireroom.tidying")
  private let problem = Guarded<SystemError?>(nil)

  /// Removes the segments of a spool that no document refers to.
  func removeSegments(of spool: Spool, except segments: Set<Int>) {
    queue.async { [problem] in
      do throws(SystemError) {
        try spool.removeSegments(except: segments)
      } catch {
        problem.withLock { $0 = error }
      }
    }
  }

  /// Waits until all is done.
  func finish() throws(SystemError) {
    queue.sync {}
    if let problem = problem.withLock({ $0 }) { throw problem }
  }
}
