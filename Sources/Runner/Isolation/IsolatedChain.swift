import Ledger
import PipelineFile
import StageKit
import StageProtocol
import TextKit

/// Processes that carry documents through the chain of a run. Started when the first is needed.
final class IsolatedChain: Sendable {
  /// How long a suspect may take where the pipeline file sets no limit: it may be one in which a stage
  /// never comes to an end.
  private static let secondsOfASuspect = 600
  /// How many processes may die of a document before that is set aside.
  private static let deaths = 3
  static let documentsPerRequest = 8

  private let plan: Plan
  private let command: ChildCommand
  private let pool = Guarded<ProcessPool?>(nil)

  /// - Returns: `nil` if nobody has said how to start such processes.
  init?(_ plan: Plan) {
    guard let command = plan.isolationCommand else { return nil }
    self.plan = plan
    self.command = command
  }

  /// What became of a document: an entry in the batch, and the document before the failing stage, if
  /// it failed.
  struct Answer {
    var entry: LedgerEntry?
    var document: [UInt8]?
  }

  /// Carries documents through the chain and adds what became of them to the batch.
  ///
  /// - Returns: one answer for each, in order.
  /// - Throws: why no process can be had.
  func carry(
    _ assignments: ArraySlice<Assignment>, into batch: inout CompletedBatch
  ) throws(RunProblem) -> [Answer] {
    let pool = try runningPool()
    let requests = assignments.map { assignment in
      var members: [UInt8] = []
      ChainMessage.append(assignment, to: &members)
      return ProcessPool.Request(document: assignment.item.key.identifier, members: members)
    }
    var answers: [Answer] = []
    for (assignment, result) in zip(assignments, pool.ask(requests)) {
      switch result {
      case .success(let answer):
        let count = batch.entries.count
        switch ChainMessage.read(answer, of: assignment, into: &batch) {
        case .success(let document):
          let entry = batch.entries.count > count ? batch.entries.last : nil
          answers.append(Answer(entry: entry, document: document))
        case .failure(let problem): throw .isolation(message: "\(problem)")
        }
      case .failure(let failure) where failure.reason == "cannot_start":
        throw .isolation(message: failure.message)
      case .failure(let failure):
        answers.append(setAside(assignment, failure, pool, into: &batch))
      }
    }
    return answers
  }

  /// Adds an entry for a document that no process has survived.
  private func setAside(
    _ assignment: Assignment, _ failure: StageFailure, _ pool: ProcessPool,
    into batch: inout CompletedBatch
  ) -> Answer {
    let (index, document) = lastStageReached(assignment, pool)
    let stage = plan.chain.labels[index]
    var entry = LedgerEntry(
      key: assignment.item.key, stamp: assignment.item.stamp, outcome: .quarantined, stage: stage,
      attempts: assignment.earlierAttempts + 1)
    // Every stage up to that one counts as applied: a change of any may help.
    entry.applied = (UInt64(2) << UInt64(min(index, 62))) - 1
    entry.reached = index
    if let document {
      var coder = DocumentCoder()
      entry.sha256 = coder.decode(document.span)?.source.sha256 ?? ""
    }
    if entry.sha256.isEmpty { entry.sha256 = rawDigest(assignment.item) }
    if failure.reason == "timeout" {
      entry.reason = "timeout"
      entry.message =
        "it was not done within \(seconds) s; if it only needs more time, raise 'run.timeout'"
    } else {
      entry.reason = "poisonous"
      entry.attempts += Self.deaths - 1
      entry.message =
        "\(Self.deaths) processes in a row have ended while they worked on it alone; the last one "
        + failure.message
    }
    batch.entries.append(entry)
    return Answer(entry: entry, document: document)
  }

  /// Finds out how far a document comes by asking for it as it comes to each stage.
  private func lastStageReached(
    _ assignment: Assignment, _ pool: ProcessPool
  ) -> (index: Int, document: [UInt8]?) {
    var document: [UInt8]?
    for index in 1...plan.chain.transforms.count + 1 {
      var members: [UInt8] = []
      ChainMessage.append(assignment, before: index, to: &members)
      let request = ProcessPool.Request(
        document: assignment.item.key.identifier, members: members)
      guard case .success(let answer)? = pool.ask([request]).first,
        let bytes = answer["document"].flatMap(ChainMessage.bytes)
      else { return (index - 1, document) }
      document = bytes
    }
    // The sinks remain; they are not told apart.
    return (plan.chain.transforms.count + 1, document)
  }

  /// A digest of an input that never became a document, by which a touch is told from a change.
  private func rawDigest(_ item: InputItem) -> String {
    var digest = Digest()
    if let payload = item.payload {
      digest.update(payload[...])
    } else if let path = plan.chain.source.filePath(of: item.key) {
      do {
        try FileHandle(path).forEachBlock { block in digest.update(Array(block)[...]) }
      } catch {
        return "unknown"
      }
    }
    return digest.finish()
  }

  private var seconds: Int { plan.settings.timeout ?? Self.secondsOfASuspect }

  private func runningPool() throws(RunProblem) -> ProcessPool {
    try pool.withLock { pool throws(RunProblem) in
      if let pool { return pool }
      var settings = ProcessPool.Settings()
      settings.processes = plan.workers
      settings.attempts = Self.deaths
      settings.answerMilliseconds =
        plan.settings.timeout == nil && plan.isIsolated ? nil : seconds * 1000
      let made: ProcessPool
      do throws(StageFailure) {
        made = try ProcessPool(
          command, name: "the process", greeting: [], settings: settings, onError: { _, _ in })
      } catch {
        throw .isolation(message: error.message)
      }
      guard made.greeting["chain"]?.string == plan.identity.description else {
        throw .isolation(
          message: "the pipeline file, or a file that it names, has changed since the run began")
      }
      pool = made
      return made
    }
  }
}
