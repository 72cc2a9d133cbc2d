public import Ledger

/// What a run did, as its last line tells it.
public struct RunReport: Sendable {
  /// Documents with the same fate for the same reason.
  public struct Cause: Sendable, Equatable {
    public var outcome: Outcome
    public var stage: String
    public var reason: String
    public var count: Int
    /// The identifier of one of them, the first that was met.
    public var example: String
    /// The message of that one.
    public var message: String?
  }

  /// Why the run stopped without publishing; `nil` if it published.
  public internal(set) var problem: RunProblem?
  /// Whether the run was left out because another one was under way, and that is in order.
  public internal(set) var isSkipped = false
  /// Whether the deadline ended the work early.
  public internal(set) var deadlineHasPassed = false
  /// The documents that the source found, records of larger files counted one by one.
  public internal(set) var listed = 0
  /// What became of the documents that were worked on.
  public internal(set) var counts: [Outcome: Int] = [:]
  /// The documents whose earlier result stands.
  public internal(set) var unchanged = 0
  /// The documents of earlier runs whose inputs are gone; they are not among those listed.
  public internal(set) var vanished = 0
  /// The documents of earlier runs whose inputs stand under another path now; neither are they among
  /// those vanished.
  public internal(set) var renamed = 0
  /// The size of the documents' raw bytes, after decompression.
  public internal(set) var inputBytes = 0
  /// The bytes that were published, all outputs together.
  public internal(set) var outputBytes = 0
  /// From the start of the run to the end of publishing.
  public internal(set) var nanoseconds = 0
  public internal(set) var workers = 0
  /// The time spent in each stage by all workers, in the order of the chain.
  public internal(set) var stageNanoseconds: [(label: String, nanoseconds: Int)] = []
  /// The most frequent first.
  public internal(set) var causes: [Cause] = []
  /// The absolute paths of what was published.
  public internal(set) var outputs: [String] = []
  /// What went wrong beside the run and does not change how it ended.
  public internal(set) var warnings: [String] = []

  /// Documents that were found but not finished.
  public var pending: Int { listed - unchanged - counts.values.reduce(0, +) }

  public var exitCode: ExitCode {
    if let problem { return problem.exitCode }
    if deadlineHasPassed { return .deadline }
    return counts[.quarantined, default: 0] > 0 ? .someFailed : .done
  }
}

/// How far a run is.
public struct RunProgress: Sendable {
  public enum Phase: Sendable { case working, publishing }

  public internal(set) var phase = Phase.working
  /// The documents found so far.
  public internal(set) var listed = 0
  /// Whether all inputs have been found.
  public internal(set) var isListingDone = false
  public internal(set) var counts: [Outcome: Int] = [:]
  public internal(set) var unchanged = 0
  public internal(set) var vanished = 0
  public internal(set) var inputBytes = 0
  /// The documents whose records have been put into the output.
  public internal(set) var published = 0
  /// Nanoseconds since the start.
  public internal(set) var nanoseconds = 0

  public var done: Int { unchanged + counts.values.reduce(0, +) }
}
