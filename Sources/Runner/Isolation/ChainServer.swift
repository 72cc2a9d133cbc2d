import Dispatch
import Ledger
import PipelineFile
import StageKit
import StageProtocol
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// The end of a run in a process of its own, which carries single documents through the chain, so that
/// what goes wrong with one of them costs that one only.
public struct ChainServer {
  private let plan: Plan

  /// - Parameter plan: made from the same file and arguments as that of the run.
  public init(_ plan: Plan) {
    self.plan = plan
  }

  /// Serves a run over standard input and output until that ends. Returns what to exit with.
  public func serve() -> Int32 {
    // What a stage or a library prints must not come between the answers.
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard output >= 0 else { return ExitCode.systemFailure.rawValue }
    dup2(STDERR_FILENO, STDOUT_FILENO)
    limitMemory()
    endWithTheRun()
    let watchdog = StageWatchdog(plan.stageTimeouts, output: output)
    let worker = ChainWorker(
      plan.chain, retries: plan.settings.retries, spool: Spool(directory: plan.stateDirectory),
      watchdog: watchdog)
    var coder = DocumentCoder()
    do throws(MessageProblem) {
      try RequestServer(output: output).serve { _ in
        [Value.Member("chain", .string(plan.identity.description))]
      } answer: { request, members in
        if let number = request["seq"]?.integer { watchdog?.begin(request: number) }
        answer(request, worker, &coder, &members)
      }
      return ExitCode.done.rawValue
    } catch {
      return ExitCode.usage.rawValue
    }
  }

  private func answer(
    _ request: Value, _ worker: ChainWorker, _ coder: inout DocumentCoder,
    _ members: inout [UInt8]
  ) {
    guard let assignment = ChainMessage.assignment(request) else {
      members.append(text: ",\"failure\":\"this is no request\"")
      return
    }
    if let stage = request["before"]?.integer {
      guard let document = worker.document(of: assignment, before: stage) else {
        members.append(text: ",\"failure\":\"it does not come so far\"")
        return
      }
      var bytes: [UInt8] = []
      coder.encode(document, into: &bytes)
      members.append(text: ",\"document\":")
      members.append(exactly: ChainMessage.value(bytes))
      return
    }
    var batch = CompletedBatch(stageCount: plan.chain.labels.count)
    if let resumption = ChainMessage.resumption(request, of: assignment.item.key) {
      worker.carry(resumption, assignment.item, into: &batch)
    } else {
      worker.carry(assignment, into: &batch)
    }
    let hasFailed = batch.entries.first?.outcome == .quarantined
    let before = hasFailed ? worker.encodedDocumentBeforeFailure() : nil
    ChainMessage.append(batch, before: before, to: &members)
  }

  /// Beyond this, memory is refused, which ends the process and not the machine.
  private func limitMemory() {
    #if !canImport(Darwin)
      _ = limit_data(UInt(plan.settings.isolationMemory))
      // Where the whole machine has none left, it is better that this process ends than the run.
      if let handle = try? FileHandle("/proc/self/oom_score_adj", O_WRONLY) {
        try? handle.write(Array("1000".utf8))
      }
    #endif
  }

  /// A stage in an endless loop never reads that the run is gone.
  private func endWithTheRun() {
    let watcher = DispatchQueue(label: "wireroom.lifeline")
    watcher.async {
      while true {
        var lifeline = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
        let count = poll(&lifeline, 1, -1)
        if count > 0 { _exit(0) }
        if count < 0, errno != EINTR { return }
      }
    }
  }
}
