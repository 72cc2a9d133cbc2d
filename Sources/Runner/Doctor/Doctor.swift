import Ledger
import PipelineFile
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One thing that was looked at before a pipeline is left to cron.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable { case ok, warning, error }

  public let severity: Severity
  /// What was looked at, in a word or two.
  public let subject: String
  /// How it is; where something is wrong also what to do.
  public let message: String

  public init(_ severity: Severity, _ subject: String, _ message: String) {
    self.severity = severity
    self.subject = subject
    self.message = message
  }

  /// The line that is shown.
  public var line: String { "\(severity.rawValue): \(subject): \(message)" }
}

/// Looks for what would make runs of a pipeline fail, above all under cron. Beside a file that is
/// made and removed at once to see whether a folder can be written, nothing is changed.
public struct Doctor {
  let plan: Plan

  public init(_ plan: Plan) {
    self.plan = plan
  }

  /// All findings about the pipeline, in the order in which a run would meet them.
  public func findings() -> [Finding] {
    checkInputs() + checkPlaces() + checkState()
  }

  // MARK: Inputs

  func checkInputs() -> [Finding] {
    let roots = plan.chain.source.rootPaths
    let names = roots.map { "'\($0)'" }.joined(separator: ", ")
    if roots.contains("-") {
      return [
        Finding(
          .warning, "inputs", "standard input is read, which is empty under cron; name files")
      ]
    }
    var first: ListedInput?
    do throws(StageFailure) {
      try plan.chain.source.list { listed in
        first = listed
        return false
      }
    } catch {
      return [
        Finding(
          .error, "inputs", "\(error.message); make it readable for the user that cron runs as")
      ]
    }
    switch first {
    case .item(let item):
      return [Finding(.ok, "inputs", "\(names) can be read; first comes '\(item.key.identifier)'")]
    case .failure(let key, let failure):
      return [Finding(.warning, "inputs", "'\(key.identifier)' cannot be had: \(failure.message)")]
    case nil:
      return [
        Finding(
          plan.settings.allowEmpty ? .warning : .error, "inputs",
          "\(names) holds nothing to read; check the 'paths', 'include' and 'exclude' of the "
            + "source stage")
      ]
    }
  }

  // MARK: State

  func checkState() -> [Finding] {
    checkLock() + checkLedger() + [checkClock()]
  }

  private func checkLock() -> [Finding] {
    let path = plan.stateDirectory + "/lock"
    do throws(SystemError) {
      return try ProcessLock.isHeld(path)
        ? [
          Finding(
            .warning, "lock", "a run is under way and holds '\(path)'; wait for it to end")
        ]
        : [Finding(.ok, "lock", "free; no run is under way")]
    } catch {
      return [Finding(.error, "lock", "cannot \(error.operation) '\(path)': \(error.explanation)")]
    }
  }

  private func checkLedger() -> [Finding] {
    let path = Ledger.path(in: plan.stateDirectory)
    do throws(LedgerError) {
      guard let ledger = try LedgerReader(path: path) else {
        return [Finding(.ok, "ledger", "none yet; the first run makes it")]
      }
      if let damage = try ledger.damages().first { return [damaged(path, damage)] }
      return [Finding(.ok, "ledger", "sound"), checkSpool(try ledger.segmentSizes())]
    } catch {
      return [Finding(.error, "ledger", RunProblem(error).message)]
    }
  }

  private func damaged(_ path: String, _ damage: String) -> Finding {
    Finding(
      .error, "ledger",
      "'\(path)' is damaged (\(damage)); move it aside, and the next run does everything anew")
  }

  private func checkSpool(_ segments: [(segment: Int, byteCount: Int)]) -> Finding {
    let spool = Spool(directory: plan.stateDirectory)
    for (segment, byteCount) in segments {
      var status = stat()
      let path = spool.path(segment)
      let size = stat(path, &status) == 0 ? Int(status.st_size) : nil
      if size ?? 0 >= byteCount { continue }
      return Finding(
        .error, "spool",
        "'\(path)' \(size == nil ? "is missing" : "is shorter than the ledger says"), so that "
          + "publishing will fail; run once with --fresh")
    }
    return Finding(
      .ok, "spool", "complete, \(segments.count) segment\(segments.count == 1 ? "" : "s")")
  }

  private func checkClock() -> Finding {
    // A ledger that cannot be read is a finding of its own.
    let ledger = try? LedgerReader(path: Ledger.path(in: plan.stateDirectory))
    let lastRun = try? ledger?.runs(limit: 1).first
    return SystemChecks.clock(
      now: time(nil), lastRun: lastRun.map { $0.summary?.ended ?? $0.started })
  }
}
