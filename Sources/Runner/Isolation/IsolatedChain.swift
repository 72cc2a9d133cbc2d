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
  /// - Parameter resumption: where a single document is to be carried on from, if not from its input.
  /// - Returns: one answer for each, in order.
  /// - Throws: why no process can be had.
  func carry(
    _ assignments: ArraySlice<Assignment>, from resumption: Resumption? = nil,
    into batch: inout CompletedBatch
  ) throws(RunProblem) -> [Answer] {
    let pool = try runningPool()
    let requests = assignments.map { assignment in
      var members: [UInt8] = []
      ChainMessage.append(assignment, to: &members)
      if let resumption { ChainMessage.append(resumption, to: &members) }
      return ProcessPool.Request(document: assignment.item.key.identifier, members: members)
    }
    var answers: [Answer] = []
    var deaths = requests.map { _ in 0 }
    let results = pool.ask(requests) { deaths[$0] += 1 }
    for ((assignment, result), deaths) in zip(zip(assignments, results), deaths) {
      switch result {
      case .success(let answer):
        if let stage = answer[ChainMessage.lateKey]?.integer,
          plan.chain.labels.indices.contains(stage)
        {
          let reached = (stage, resumption == nil ? document(assignment, before: stage, pool) : nil)
          answers.append(setAside(assignment, .late(plan, stage), reached, into: &batch))
          continue
        }
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
        let reached =
          resumption.map { ($0.stage + 1, nil) } ?? lastStageReached(assignment, pool)
        let ending: Ending =
          failure.reason == LedgerEntry.timeout
          ? .late(seconds) : .poisonous(deaths: deaths, last: failure.message)
        answers.append(setAside(assignment, ending, reached, into: &batch))
      }
    }
    return answers
  }

  /// How the work on a document came to an end that is not that of the chain.
  private struct Ending {
    var reason: String
    var message: String
    var attempts = 1

    static func late(_ seconds: Int) -> Ending {
      Ending(
        reason: LedgerEntry.timeout,
        message:
          "it was not done within \(seconds) s; if it only needs more time, raise 'run.timeout'")
    }

    static func late(_ plan: Plan, _ stage: Int) -> Ending {
      let label = plan.chain.labels[stage]
      let seconds = plan.stageTimeouts[stage].map { "within \($0) s" } ?? "in time"
      return Ending(
        reason: LedgerEntry.timeout,
        message: "stage '\(label)' was not done \(seconds); if it only needs more time, raise the "
          + "'timeout' beside it")
    }

    static func poisonous(deaths: Int, last: String) -> Ending {
      let processes = deaths == 1 ? "a process has" : "\(deaths) processes in a row have"
      return Ending(
        reason: LedgerEntry.poisonous,
        message: "\(processes) ended while working on it alone; the last one: \(last)",
        attempts: max(1, deaths))
    }
  }

  /// Adds an entry for a document that no process has brought to an end.
  ///
  /// - Parameter reached: the stage that it came to, and the document as it was before that.
  private func setAside(
    _ assignment: Assignment, _ ending: Ending, _ reached: (stage: Int, document: [UInt8]?),
    into batch: inout CompletedBatch
  ) -> Answer {
    let index = reached.stage
    var entry = LedgerEntry(
      key: assignment.item.key, stamp: assignment.item.stamp, outcome: .quarantined,
      stage: plan.chain.labels[index], reason: ending.reason, message: ending.message,
      attempts: assignment.earlierAttempts + ending.attempts)
    // Every stage up to that one counts as applied: a change of any may help.
    entry.applied = (UInt64(2) << UInt64(min(index, 62))) - 1
    entry.reached = index
    if let document = reached.document {
      var coder = DocumentCoder()
      entry.sha256 = coder.decode(document.span)?.source.sha256 ?? ""
    }
    if entry.sha256.isEmpty { entry.sha256 = rawDigest(assignment.item) }
    batch.entries.append(entry)
    return Answer(entry: entry, document: reached.document)
  }

  /// Finds out how far a document comes by asking for it as it comes to each stage.
  private func lastStageReached(
    _ assignment: Assignment, _ pool: ProcessPool
  ) -> (stage: Int, document: [UInt8]?) {
    var document: [UInt8]?
    for index in 1...plan.chain.transforms.count + 1 {
      guard let next = self.document(assignment, before: index, pool) else {
        return (index - 1, document)
      }
      document = next
    }
    // The sinks remain; they are not told apart.
    return (plan.chain.transforms.count + 1, document)
  }

  /// A document as it comes to a stage, encoded; `nil` if it does not come so far.
  private func document(
    _ assignment: Assignment, before stage: Int, _ pool: ProcessPool
  ) -> [UInt8]? {
    guard stage > 0 else { return nil }
    var members: [UInt8] = []
    // To the sinks, a document comes as it comes to the first of them.
    ChainMessage.append(
      assignment, before: min(stage, plan.chain.transforms.count + 1), to: &members)
    let request = ProcessPool.Request(
      document: assignment.item.key.identifier, members: members)
    guard case .success(let answer)? = pool.ask([request]).first else { return nil }
    return answer["document"].flatMap(ChainMessage.bytes)
  }

  /// A digest of an input that never became a document, by which a touch is told from a change.
  private func rawDigest(_ item: InputItem) -> String {
    var digest = Digest()
    if let payload = item.payload {
      digest.update(payload.span)
    } else if let path = plan.chain.source.filePath(of: item.key) {
      do {
        try FileHandle(path).forEachBlock { digest.update($0) }
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
