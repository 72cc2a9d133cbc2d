import Ledger
import PipelineFile
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// What follows upon the work: whether it adds up and may be published, and the publishing.
extension PipelineRun {
  /// Makes sure that every listed document is accounted for.
  func count(into report: inout RunReport) throws {
    let progress = self.progress
    report.listed = progress.listed
    report.unchanged = progress.unchanged
    report.vanished = progress.vanished
    report.counts = progress.counts
    report.inputBytes = progress.inputBytes
    report.deadlineHasPassed =
      state.withLock { $0.deadlineHasPassed } && (report.pending > 0 || !progress.isListingDone)
    // Only a run that was stopped may leave something undone.
    guard state.withLock({ !$0.isStopped }), report.pending != 0 else { return }
    throw RunProblem.unbalanced(listed: report.listed, accounted: report.listed - report.pending)
  }

  /// Makes sure that what was done may be published.
  func check(_ report: inout RunReport, _ ledger: Ledger, run: Int) throws {
    guard report.listed > 0 || plan.settings.allowEmpty || report.deadlineHasPassed else {
      throw RunProblem.noInputs
    }
    if report.vanished > 0, !report.counts.isEmpty {
      report.renamed = try ledger.renamedCount(run: run)
      report.vanished -= report.renamed
    }
    if report.vanished > 0 {
      // Counting takes time with the size of the ledger; the lister has mostly done it on its way.
      let known = try state.withLock { $0.knownCount } ?? ledger.documentCount()
      try checkVanished(report.vanished, of: known)
    }
    try checkFailures(ledger)
  }

  /// Failures of earlier runs count as well: what is published lacks those documents too.
  private func checkFailures(_ ledger: Ledger) throws {
    guard let rule = plan.failureRule else { return }
    let counts = try ledger.countsOfWhatIsLeft()
    let failed = counts[.quarantined, default: 0]
    let known = counts.values.reduce(0, +)
    if rule.isBroken(failed: failed, of: known) {
      throw RunProblem.tooManyFailed(failed: failed, of: known)
    }
  }

  /// A great part of the inputs gone at once is a failed mount, not news.
  private func checkVanished(_ vanished: Int, of known: Int) throws(RunProblem) {
    // What came through a pipe the last time is not expected to come again.
    guard !plan.replacesInputs, plan.chain.source.rootPaths != ["-"],
      Double(vanished) > plan.settings.vanishLimit * Double(known),
      plan.settings.onVanish == .remove
    else { return }
    throw .vanished(count: vanished, known: known)
  }

  /// Compares the run with the last ones.
  ///
  /// - Returns: what the documents are like that are about to be published; `nil` if none are new.
  func checkHealth(_ report: inout RunReport) throws -> RunMeasures? {
    guard let ledger = try LedgerReader(path: Ledger.path(in: plan.stateDirectory)) else {
      return nil
    }
    let measures = try RunMeasures(unpublishedIn: ledger)
    guard let settings = plan.settings.health, !plan.acceptsHealth else { return measures }
    let check = HealthCheck(settings: settings, history: try HealthHistory(ledger))
    // A run that ends early has not seen all articles.
    let articles =
      report.deadlineHasPassed ? nil : report.counts[.written, default: 0] + report.unchanged
    let result = check.compare(articles: articles, measures)
    report.warnings += result.warnings.map { "health: \($0)" }
    if !result.failures.isEmpty { throw RunProblem.unhealthy(result.failures) }
    return measures
  }

  func publish(from ledger: Ledger, chain: Int, _ report: inout RunReport) throws {
    // Records of two chains do not belong in one output.
    if report.deadlineHasPassed, try ledger.chains().keys.contains(where: { $0 != chain }) {
      return
    }
    state.withLock { $0.progress.phase = .publishing }
    let publication = Publication(
      ledger: ledger, spool: Spool(directory: plan.stateDirectory),
      quarantine: QuarantineStore(stateDirectory: plan.stateDirectory),
      journal: Journal(directory: plan.stateDirectory),
      manifest: Manifest(
        pipeline: plan.name, identity: plan.identity, directory: plan.outputDirectory),
      layouts: plan.chain.sinks.map(\.output),
      parts: RecordParts(plan.identity, sinkCount: plan.chain.sinks.count),
      roots: plan.rootsInState)
    // What could not be read before, and is gone now, is not in the report.
    let isUnchanged = try report.counts.isEmpty && !ledger.hasVanished()
    if try isUnchanged && publication.isCurrent() {
      report.outputs = plan.outputs
      return
    }
    let published = try publication.publish { done throws(RunProblem) in
      let problem = self.state.withLock { state in
        state.progress.published = done
        return state.problem
      }
      if let problem { throw problem }
    }
    report.outputBytes = published.byteCount
    report.outputs = plan.outputs
    for (path, count) in zip(plan.outputs, published.missing) where count > 0 {
      report.warnings.append(
        "'\(path)' lacks \(count) documents whose inputs are gone or cannot be read: they were made "
          + "before the pipeline wrote such records")
    }
  }

  func summary(of report: RunReport) -> RunSummary {
    var summary = RunSummary(ended: time(nil), exitCode: Int(report.exitCode.rawValue))
    summary.written = report.counts[.written, default: 0]
    summary.unchanged = report.unchanged
    summary.filtered = report.counts[.filtered, default: 0]
    summary.quarantined = report.counts[.quarantined, default: 0]
    summary.pending = report.pending
    summary.vanished = report.vanished
    summary.renamed = report.renamed
    summary.bytes = report.inputBytes
    summary.nanoseconds = progress.nanoseconds
    summary.stages = state.withLock { state in
      var bytes: [UInt8] = []
      bytes.append(
        json: .object(
          zip(plan.chain.labels, state.stageNanoseconds).map {
            Value.Member($0, .integer($1))
          }))
      return String(decoding: bytes, as: UTF8.self)
    }
    return summary
  }
}
