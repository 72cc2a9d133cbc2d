import Dispatch
import Foundation
import Ledger
import StageKit
import Testing

@testable import Runner

@Suite struct PipelineRunTests {
  private func run(_ plan: Plan) -> RunReport {
    PipelineRun(plan, observer: SilentObserver()).run()
  }

  private func source(_ texts: [(String, String)]) -> FakeSource {
    var source = FakeSource()
    source.texts = texts
    return source
  }

  @Test func publishesInTheOrderOfInputsAndCountsEveryDocument() throws {
    let folder = try TemporaryFolder()
    let report = run(
      makePlan(
        source([
          ("a", "one"), ("b", "drop"), ("c", "fail"), ("d", "unloadable"), ("e", "invalid"),
          ("f", "unwritable"), ("g", "unlistable"), ("h", "two"),
        ]), folder))
    #expect(report.problem == nil)
    #expect(report.listed == 8)
    #expect(report.counts == [.written: 2, .filtered: 1, .quarantined: 5])
    #expect(report.pending == 0)
    #expect(report.exitCode == .someFailed)
    #expect(try folder.read("out.txt") == "a|one|\nh|two|\n")
    #expect(
      Set(report.causes.map { "\($0.outcome) \($0.stage) \($0.reason) \($0.example)" }) == [
        "filtered obey unwanted b", "quarantined obey bad c", "quarantined fake unreadable d",
        "quarantined obey invalid_layer e", "quarantined keep unwritable f",
        "quarantined fake gone g",
      ])
  }

  // More workers than Dispatch has threads must not wait for each other.
  @Test(arguments: [1, 2, 3, 8, 600])
  func publishesTheSameBytesForAnyNumberOfWorkers(_ workers: Int) throws {
    let folder = try TemporaryFolder()
    let texts = (0..<3000).map { number in
      (String(format: "%05d", number), String(repeating: "text \(number) ", count: number % 50))
    }
    let report = run(makePlan(source(texts), folder, workers: workers))
    #expect(report.problem == nil)
    #expect(report.counts == [.written: 3000])
    #expect(try folder.read("out.txt") == texts.map { "\($0)|\($1)|\n" }.joined())
  }

  @Test func skipsAStageWhoseLayersAreMissingAndSaysSo() throws {
    let folder = try TemporaryFolder()
    let report = run(makePlan(source([("a", "one")]), folder, transforms: [NeedyTransform()]))
    #expect(report.counts == [.written: 1])
    #expect(try folder.read("out.txt") == "a|one|stage 'needy' skipped: no tokens\n")
  }

  @Test func publishesNothingWhenListingFails() throws {
    let folder = try TemporaryFolder()
    try folder.write("out.txt", "old")
    var failing = source([("a", "one")])
    failing.listFailure = StageFailure(reason: "root_unreadable", message: "it is away")
    let report = run(makePlan(failing, folder))
    #expect(report.problem == .unlistable(try #require(failing.listFailure)))
    #expect(report.exitCode == .noInput)
    #expect(report.counts[.written, default: 0] + report.pending == 1)
    #expect(folder.files() == ["out.txt"])
    #expect(try folder.read("out.txt") == "old")
  }

  @Test func publishesNothingWithoutInputs() throws {
    let folder = try TemporaryFolder()
    let report = run(makePlan(source([]), folder))
    #expect(report.problem == .noInputs)
    #expect(folder.files() == [])
  }

  @Test func anInterruptStopsCleanlyAndCountsWhatIsPending() throws {
    let folder = try TemporaryFolder()
    let run = Guarded<PipelineRun?>(nil)
    var source = source((0..<20_000).map { (String($0 + 100_000), "text") })
    source.willList = { number in
      if number == 7_000 { run.withLock { $0?.interrupt(signal: 2) } }
    }
    let started = PipelineRun(makePlan(source, folder), observer: SilentObserver())
    run.withLock { $0 = started }
    let report = started.run()
    run.withLock { $0 = nil }
    #expect(report.problem == .interrupted(signal: 2))
    #expect(report.exitCode == .interrupted)
    #expect(report.listed == 7_000)
    #expect(report.counts[.written, default: 0] + report.pending == 7_000)
    #expect(folder.files() == [])
  }

  @Test func twoRunsAtOnceAreRefused() throws {
    let folder = try TemporaryFolder()
    let inner = Guarded<RunReport?>(nil)
    var source = source([("a", "one")])
    let other = makePlan(self.source([("b", "two")]), folder)
    source.willList = { _ in
      inner.withLock { $0 = PipelineRun(other, observer: SilentObserver()).run() }
    }
    let outer = run(makePlan(source, folder))
    #expect(outer.problem == nil)
    let report = try #require(inner.withLock { $0 })
    #expect(report.problem == .locked(path: folder.path + "/state/lock"))
    #expect(report.exitCode == .locked)
  }

  @Test func writesSeveralOutputsAtOnce() throws {
    let folder = try TemporaryFolder()
    let report = run(
      makePlan(
        source([("a/b.txt", "one"), ("c.txt", "two")]), folder,
        outputs: [
          .file(path: folder.path + "/deep/er/all.txt"),
          .folder(path: folder.path + "/tree", ending: ".out"),
        ]))
    #expect(report.problem == nil)
    #expect(
      folder.files() == [
        "deep/er/all.txt", "tree/.wireroom-files", "tree/a/b.txt.out", "tree/c.txt.out",
      ])
    #expect(try folder.read("tree/a/b.txt.out") == "a/b.txt|one|\n")
  }

  @Test func replacesAFolderOfItsOwnAndRefusesAForeignFile() throws {
    let folder = try TemporaryFolder()
    let outputs = [OutputLayout.folder(path: folder.path + "/tree", ending: "")]
    _ = run(makePlan(source([("a", "one"), ("b/c", "two")]), folder, outputs: outputs))
    let second = run(makePlan(source([("a", "three")]), folder, outputs: outputs))
    #expect(second.problem == nil)
    #expect(folder.files() == ["tree/.wireroom-files", "tree/a"])
    try folder.write("tree/sub/mine.txt", "precious")
    let third = run(makePlan(source([("a", "four")]), folder, outputs: outputs))
    #expect(third.problem == .foreignFile(folder: folder.path + "/tree", file: "sub/mine.txt"))
    #expect(try folder.read("tree/a") == "a|three|\n")
    #expect(try folder.read("tree/sub/mine.txt") == "precious")
  }

  @Test func refusesAnOutputWhosePlaceIsTaken() throws {
    let folder = try TemporaryFolder()
    try folder.write("out.txt/file", "x")
    let report = run(makePlan(source([("a", "one")]), folder))
    #expect(report.problem == .outputOccupied(path: folder.path + "/out.txt"))
    #expect(report.exitCode == .usage)
  }

  @Test func aStateFolderThatCannotBeMadeIsAProblemOfTheRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("state", "a file in the way")
    let report = run(makePlan(source([("a", "one")]), folder))
    #expect(report.exitCode == .systemFailure)
    #expect(report.problem?.message.contains("/state") == true)
  }

  @Test func leavesTheLedgerWithTheCountsOfTheLastLine() throws {
    let folder = try TemporaryFolder()
    _ = run(makePlan(source([("a", "one"), ("b", "drop"), ("c", "fail")]), folder))
    let ledger = try Ledger(path: folder.path + "/state/ledger.sqlite")
    #expect(try ledger.counts() == [.written: 1, .filtered: 1, .quarantined: 1])
  }
}

@Suite struct BoundedQueueTests {
  @Test func keepsOrderAndEndsWhenClosedAndEmpty() {
    let queue = BoundedQueue<Int>(budget: 1000)
    for number in 0..<600 { #expect(queue.push(number, cost: 1)) }
    queue.close()
    #expect(!queue.push(1, cost: 1))
    for number in 0..<600 { #expect(queue.pop() == number) }
    #expect(queue.pop() == nil)
  }

  @Test func boundsWhatWaits() {
    let queue = BoundedQueue<Int>(budget: 100)
    let most = Guarded(0)
    let waiting = Guarded(0)
    DispatchQueue(label: "producer").async {
      for number in 0..<2000 {
        _ = queue.push(number, cost: 30)
        let now = waiting.withLock { value in
          value += 1
          return value
        }
        most.withLock { $0 = max($0, now) }
      }
      queue.close()
    }
    var expected = 0
    while let number = queue.pop() {
      waiting.withLock { $0 -= 1 }
      #expect(number == expected)
      expected += 1
    }
    #expect(expected == 2000)
    #expect(most.withLock { $0 } <= 5)
  }

  @Test func admitsAnElementLargerThanTheBudgetAlone() {
    let queue = BoundedQueue<Int>(budget: 10)
    #expect(queue.push(1, cost: 1000))
    #expect(queue.pop() == 1)
  }
}
