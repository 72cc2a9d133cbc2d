import Dispatch
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends a process that carries documents for a run when a stage takes longer for one of them than its
/// `timeout` allows, and says before which stage that was.
///
/// The one thread that carries documents tells where it is; another one looks at the clock.
final class StageWatchdog: Sendable {
  private struct Watched: Sendable {
    /// The number of the request that is worked on.
    var request = 0
    /// The index of the stage at work.
    var stage = 0
    /// When it has to be done, on the monotonic clock; `nil` where no stage with a limit is at work.
    var deadline: Int?
  }

  /// How often the clock is looked at. Limits are whole seconds.
  private static let microsecondsBetweenLooks: useconds_t = 50_000

  private let nanoseconds: [Int?]
  private let output: Int32
  private let watched = Guarded(Watched())

  /// - Parameters:
  ///   - seconds: the limit of each stage of the chain.
  ///   - output: where answers are written.
  /// - Returns: `nil` where no stage has a limit.
  init?(_ seconds: [Int?], output: Int32) {
    guard seconds.contains(where: { $0 != nil }) else { return nil }
    nanoseconds = seconds.map { $0.map { $0 * 1_000_000_000 } }
    self.output = output
    DispatchQueue(label: "wireroom.watchdog").async { self.watch() }
  }

  /// The documents to come belong to this request.
  func begin(request: Int) { watched.withLock { $0.request = request } }

  /// A stage begins with a document.
  func enter(_ stage: Int) {
    let limit = nanoseconds.indices.contains(stage) ? nanoseconds[stage] : nil
    watched.withLock { watched in
      watched.stage = stage
      watched.deadline = limit.map { monotonicNanoseconds() + $0 }
    }
  }

  /// No stage is at work.
  func leave() { watched.withLock { $0.deadline = nil } }

  private func watch() {
    while true {
      usleep(Self.microsecondsBetweenLooks)
      watched.withLock { watched in
        guard let deadline = watched.deadline, monotonicNanoseconds() >= deadline else { return }
        // The lock is never given back: the stage at work cannot come to its end meanwhile, and so
        // nobody else writes an answer.
        var line: [UInt8] = []
        line.append(text: "{\"seq\":")
        line.append(decimal: watched.request)
        line.append(text: ",\"\(ChainMessage.lateKey)\":")
        line.append(decimal: watched.stage)
        line.append(text: "}\n")
        _ = line.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
        _exit(ExitCode.systemFailure.rawValue)
      }
    }
  }
}
