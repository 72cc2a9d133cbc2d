public import Ledger
public import StageKit

/// Tries documents in quarantine again, without changing anything: from the failing stage on where the
/// document before it was kept, else from the input on.
public final class Replay {
  public struct Result: Sendable {
    /// What became of it this time.
    public var entry: LedgerEntry
    /// What the sinks made of it.
    public var records: [[UInt8]]
  }

  private let plan: Plan
  private let worker: ChainWorker
  /// `nil` where no other processes can be had.
  private let isolatedChain: IsolatedChain?

  public init(_ plan: Plan) {
    self.plan = plan
    worker = ChainWorker(plan.chain)
    isolatedChain = IsolatedChain(plan)
  }

  /// - Throws: why it cannot be tried.
  public func replay(_ document: QuarantinedDocument) throws(StageFailure) -> Result {
    let entry = document.entry
    let copies = document.copies
    var item = InputItem(key: entry.key, stamp: entry.stamp, tag: copies?.tag ?? 0)
    var batch = CompletedBatch(stageCount: plan.chain.labels.count)
    let resumption = try resumption(document)
    if resumption == nil {
      guard let copies else {
        throw StageFailure(
          reason: "no_copy",
          message: "nothing was kept of it; 'requeue' has the next run try it again")
      }
      if copies.isRecord { item.payload = try contents(of: copies.rawPath) }
    }
    let assignment = Assignment(item: item, knownSHA256: nil)
    if entry.isDangerous || plan.isIsolated {
      try carryIsolated(assignment, resumption, into: &batch)
    } else if let resumption {
      worker.carry(resumption, item, into: &batch)
    } else {
      worker.carry(assignment, into: &batch)
    }
    guard let result = batch.entries.last else {
      throw StageFailure(reason: "no_result", message: "it came to nothing")
    }
    var records: [[UInt8]] = []
    var start = result.location?.start ?? 0
    for length in (result.location?.lengths ?? []).prefix(plan.chain.sinks.count) {
      records.append(Array(batch.bytes[start..<start + length]))
      start += length
    }
    return Result(entry: result, records: records)
  }

  /// What has ended a process would end this one.
  private func carryIsolated(
    _ assignment: Assignment, _ resumption: Resumption?, into batch: inout CompletedBatch
  ) throws(StageFailure) {
    do throws(RunProblem) {
      guard let isolatedChain else {
        throw .isolation(message: "this program cannot start them")
      }
      _ = try isolatedChain.carry([assignment], from: resumption, into: &batch)
    } catch {
      throw StageFailure(reason: "no_process", message: error.message)
    }
  }

  private func resumption(
    _ document: QuarantinedDocument
  ) throws(StageFailure) -> Resumption? {
    guard let path = document.copies?.documentPath, let label = document.entry.stage else {
      return nil
    }
    guard let index = plan.chain.labels.firstIndex(of: label), index > 0 else {
      throw StageFailure(
        reason: "no_stage", message: "the pipeline has no stage '\(label)' any more")
    }
    let bytes = try contents(of: path)
    var coder = DocumentCoder()
    guard var before = coder.decode(bytes.span) else {
      throw StageFailure(reason: "damaged_copy", message: "'\(path)' cannot be read back")
    }
    before.source.key = document.entry.key
    let earlier = (UInt64(1) << UInt64(min(index, 63))) - 1
    return Resumption(
      document: before, stage: index - 1, applied: document.entry.applied & earlier)
  }

  private func contents(of path: String?) throws(StageFailure) -> [UInt8] {
    guard let path, let bytes = try? FileSystem.contents(of: path) else {
      throw StageFailure(reason: "no_copy", message: "the copy of it is gone")
    }
    return bytes
  }
}
