public import Ledger
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a pipeline stands, as its state folder tells. May be asked while a run is under way.
public struct PipelineStatus: Sendable {
  /// How many runs before the last one it is compared with.
  static let comparedRuns = 20

  /// A figure of the last complete run beside its median over the complete runs before.
  public struct Comparison: Sendable, Equatable {
    public var last: Double
    public var usual: Double
  }

  /// The last complete run beside those before it.
  public struct Trend: Sendable, Equatable {
    /// How many runs it is compared with.
    public var earlierRuns: Int
    public var documents: Comparison
    /// The failed ones among the documents that were worked on; `nil` where there is nothing to
    /// compare.
    public var quarantinedShare: Comparison?
    /// The time that all stages together took for a document that was worked on; `nil` where there were
    /// none.
    public var nanosecondsPerDocument: Comparison?
  }

  /// The latest first. The first one may be under way.
  public let runs: [RunRecord]
  /// Whether a run is under way.
  public let isRunning: Bool
  /// The documents that the run under way has committed so far.
  public let committedByRunUnderWay: Int
  /// The documents by what became of them.
  public let documents: [Outcome: Int]
  /// Whether the ledger holds documents that the output lacks.
  public let isPublicationPending: Bool
  /// The documents whose last try failed.
  public let failures: [FailureGroup]
  /// `nil` until two runs are complete.
  public let trend: Trend?

  /// Reads the state in a folder; `nil` if the pipeline has not run yet.
  ///
  /// - Parameter runLimit: how many runs are told of.
  public init?(stateDirectory: String, runLimit: Int) throws(RunProblem) {
    do {
      let lock = stateDirectory + "/lock"
      let wasRunning = try ProcessLock.isHeld(lock)
      guard let ledger = try LedgerReader(path: Ledger.path(in: stateDirectory)) else {
        return nil
      }
      runs = try ledger.runs(limit: runLimit)
      // Asked on both sides of the look at the ledger, so that a run which has just begun is not
      // taken for one that was cut off.
      isRunning = try ProcessLock.isHeld(lock) || wasRunning
      if isRunning, let run = runs.first, run.summary == nil {
        committedByRunUnderWay = try ledger.documentCount(ofRun: run.number)
      } else {
        committedByRunUnderWay = 0
      }
      documents = try ledger.counts()
      isPublicationPending = try ledger.fact(Publication.pendingFact) != nil
      failures = try ledger.failures()
      trend = Trend(try ledger.runs(limit: Self.comparedRuns + 1, onlyComplete: true))
    } catch {
      throw RunProblem(error)
    }
  }
}

extension PipelineStatus.Trend {
  /// - Parameter runs: complete runs, the latest first.
  init?(_ runs: [RunRecord]) {
    let summaries = runs.compactMap(\.summary)
    func comparison(
      _ figure: (RunSummary) -> Double?
    ) -> PipelineStatus.Comparison? {
      guard let last = summaries.first.flatMap(figure),
        let usual = median(summaries.dropFirst().compactMap(figure))
      else { return nil }
      return PipelineStatus.Comparison(last: last, usual: usual)
    }
    guard let documents = comparison({ Double($0.documents) }) else { return nil }
    self.earlierRuns = summaries.count - 1
    self.documents = documents
    quarantinedShare = comparison {
      $0.worked > 0 ? Double($0.quarantined) / Double($0.worked) : nil
    }
    nanosecondsPerDocument = comparison {
      guard $0.worked > 0, let nanoseconds = $0.stageNanoseconds else { return nil }
      return Double(nanoseconds) / Double($0.worked)
    }
  }
}

extension RunSummary {
  /// The documents that the run found.
  public var documents: Int { written + unchanged + filtered + quarantined + pending }

  /// Those that it worked on to their end.
  var worked: Int { written + filtered + quarantined }

  /// The time that all stages together took; `nil` where it is not known, as of runs long ago.
  var stageNanoseconds: Int? {
    guard let stages, let value = try? Value(json: Array(stages.utf8).span) else { return nil }
    return value.members?.reduce(0) { $0 + ($1.value.integer ?? 0) }
  }
}

/// The middle one of some numbers, or the mean of the two in the middle; `nil` if there is none.
func median(_ numbers: [Double]) -> Double? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

extension ProcessLock {
  /// Whether a process holds the lock. Looking never keeps a run from starting.
  static func isHeld(_ path: String) throws(SystemError) -> Bool {
    // A folder can be locked too, but no run can.
    if try FileSystem.kind(path) == .folder {
      throw SystemError(operation: "open", path: path, code: EISDIR)
    }
    let handle: FileHandle
    do throws(SystemError) {
      handle = try FileHandle(path, O_RDONLY)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return false }
      throw error
    }
    while flock(handle.descriptor, LOCK_SH | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return true }
      throw SystemError(operation: "look at the lock", path: path, code: errno)
    }
    flock(handle.descriptor, LOCK_UN)
    return false
  }
}
