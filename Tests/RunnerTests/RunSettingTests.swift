import Dispatch
import Foundation
import Ledger
import PipelineFile
import StageKit
import Testing

@testable import Runner

/// What a pipeline file may say of its runs.
@Suite struct RunSettingTests {
  private func run(
    _ texts: [(String, String)], _ folder: TemporaryFolder,
    willLoad: @escaping @Sendable (String) -> Void = { _ in },
    _ change: (inout Plan) -> Void
  ) -> RunReport {
    var source = FakeSource()
    source.texts = texts
    source.willLoad = willLoad
    var plan = makePlan(source, folder)
    change(&plan)
    return PipelineRun(plan, observer: SilentObserver()).run()
  }

  private let half = [("a", "one"), ("b", "fail"), ("c", "drop"), ("d", "fail")]

  @Test(arguments: [
    ("failed > 1", true), ("failed > 2", false), ("failed>49%", true), ("failed > 50%", false),
  ])
  func publishesNothingWhenTooManyFail(_ rule: String, _ isBroken: Bool) throws {
    let folder = try TemporaryFolder()
    let report = run(half, folder) { $0.failureRule = FailureRule(rule) }
    #expect(report.problem == (isBroken ? .tooManyFailed(failed: 2, of: 4) : nil))
    #expect(report.exitCode == (isBroken ? .notPublished : .someFailed))
    #expect(folder.files() == (isBroken ? [] : ["out.txt"]))
  }

  @Test(arguments: [
    "", "failed", "failed > ", "failed > -1", "failed > 101%", "failed > x", "errors > 1",
  ])
  func refusesOtherFailureRules(_ text: String) {
    #expect(FailureRule(text) == nil)
  }

  @Test func stopsAfterAFailureOnRequest() throws {
    let folder = try TemporaryFolder()
    let many = [("a", "fail")] + (0..<5000).map { ("b\($0 + 10_000)", "text") }
    let report = run(many, folder) { $0.settings.onError = .stop }
    #expect(report.problem == .stoppedByFailure(document: "a"))
    #expect(report.exitCode == .notPublished && folder.files() == [])
  }

  @Test func keepsRecordsOfVanishedInputsOnRequest() throws {
    let folder = try TemporaryFolder()
    _ = run([("a", "one"), ("b", "two")], folder) { _ in }
    let report = run([("b", "two"), ("c", "three")], folder) {
      $0.settings.onVanish = .keep
      $0.settings.vanishLimit = 0
    }
    #expect(report.problem == nil && report.vanished == 0)
    #expect(try folder.read("out.txt") == "a|one|\nb|two|\nc|three|\n")
  }

  @Test func mayFindNoInputsOnRequest() throws {
    let folder = try TemporaryFolder()
    let report = run([], folder) { $0.settings.allowEmpty = true }
    #expect(report.exitCode == .done)
    #expect(try folder.read("out.txt") == "")
  }

  @Test func triesAgainAfterAFailureThatMayPass() throws {
    let folder = try TemporaryFolder()
    let tries = Guarded(0)
    let report = run(
      [("a", "busy"), ("b", "fail")], folder,
      willLoad: { text in if text == "busy" { tries.withLock { $0 += 1 } } },
      { $0.settings.retries = 2 })
    #expect(tries.withLock { $0 } == 3)
    #expect(report.counts == [.quarantined: 2])
  }

  @Test func aDeadlinePublishesWhatIsDoneAndTheNextRunGoesOn() throws {
    let folder = try TemporaryFolder()
    let many = (0..<300).map { ("\($0 + 1000)", "text") }
    let first = run(many, folder, willLoad: { _ in usleep(20_000) }, { $0.settings.deadline = 1 })
    #expect(first.problem == nil && first.exitCode == .deadline && first.pending > 0)
    let done = first.counts[.written, default: 0]
    #expect(done > 0 && first.listed == done + first.pending)
    #expect(try folder.read("out.txt").split(separator: "\n").count == done)
    let second = run(many, folder) { _ in }
    #expect(second.exitCode == .done && second.unchanged == done)
    #expect(try folder.read("out.txt").split(separator: "\n").count == 300)
  }

  @Test func waitingForAnotherRunEndsWithTheDeadline() throws {
    let folder = try TemporaryFolder()
    try folder.write("state/lock", "")
    let lock = try ProcessLock.acquire(folder.path + "/state/lock")
    var source = FakeSource()
    source.texts = [("a", "one")]
    var plan = makePlan(source, folder)
    plan.settings.overlap = .wait
    plan.settings.deadline = 1
    let report = PipelineRun(plan, observer: SilentObserver()).run()
    #expect(report.exitCode == .locked)
    #expect((900_000_000..<5_000_000_000).contains(report.nanoseconds))
    _ = consume lock
    #expect(PipelineRun(plan, observer: SilentObserver()).run().exitCode == .done)
  }

  @Test func overlappingRunsFailOrSkipOrWait() throws {
    let folder = try TemporaryFolder()
    let reports = Guarded<[RunReport]>([])
    var inner = FakeSource()
    inner.texts = [("b", "two")]
    var plan = makePlan(inner, folder)
    let outer = run(
      [("a", "one")], folder,
      willLoad: { [plan] _ in
        for rule in [RunSettings.OverlapRule.fail, .skip] {
          var other = plan
          other.settings.overlap = rule
          let report = PipelineRun(other, observer: SilentObserver()).run()
          reports.withLock { $0.append(report) }
        }
      }, { _ in })
    #expect(outer.exitCode == .done)
    let codes = reports.withLock { $0.map(\.exitCode) }
    #expect(codes == [.locked, .done])
    #expect(reports.withLock { $0.map(\.isSkipped) } == [false, true])

    // One that waits begins when the other has ended.
    plan.settings.overlap = .wait
    let waiting = plan
    let ended = DispatchSemaphore(value: 0)
    _ = run([("a", "one")], try TemporaryFolder()) { _ in }
    let holder = run(
      [("b", "two"), ("c", "three")], folder,
      willLoad: { text in
        guard text == "three" else { return }
        DispatchQueue(label: "waiting").async {
          let report = PipelineRun(waiting, observer: SilentObserver()).run()
          reports.withLock { $0.append(report) }
          ended.signal()
        }
        usleep(200_000)
      }, { _ in })
    #expect(holder.exitCode == .done)
    ended.wait()
    #expect(reports.withLock { $0.last?.exitCode } == .done)
    #expect(try folder.read("out.txt") == "b|two|\n")
  }
}
