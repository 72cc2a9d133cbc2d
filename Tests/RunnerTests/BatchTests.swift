import Dispatch
import Foundation
import Ledger
import PipelineFile
import StageKit
import Testing
import TextKit

@testable import Runner

/// Marks each document with how many it came with at most, and obeys the texts.
private struct FakeBatchTransform: BatchTransformStage {
  static let descriptor = StageDescriptor(
    name: "together", summary: "takes several documents", role: .transform, version: 1,
    reads: [.text], writes: [.extra])

  let batchSize: Int
  /// What is given back in place of what was to be.
  var spoil: @Sendable (inout [Document], inout [Result<Verdict, StageFailure>]) -> Void = {
    _, _ in
  }
  var willProcess: @Sendable ([Document]) -> Void = { _ in }

  init(batchSize: Int) { self.batchSize = batchSize }
  init(options: NoOptions, context: StageContext) throws(OptionProblem) { batchSize = 1 }

  func process(
    _ documents: inout [Document], _ scratch: inout Void
  ) -> [Result<Verdict, StageFailure>] {
    willProcess(documents)
    var results = documents.indices.map { index -> Result<Verdict, StageFailure> in
      switch documents[index].text {
      case "drop together": return .success(.drop(reason: "unwanted"))
      case "fail together": return .failure(StageFailure(reason: "bad", message: "it is bad"))
      case "busy together":
        return .failure(StageFailure(reason: "busy", message: "it is busy", isTransient: true))
      case "invalid together":
        documents[index].paragraphs = []
        return .success(.keep)
      default:
        documents[index].setExtra("seen", .string(documents[index].text))
        return .success(.keep)
      }
    }
    spoil(&documents, &results)
    return results
  }
}

/// Stages that take several documents at once, as runs use them.
@Suite struct BatchTests {
  private static let texts = (0..<700).map { number -> (path: String, text: String) in
    let kinds = [
      "drop", "fail", "invalid", "unloadable", "unwritable", "unlistable", "drop together",
      "fail together", "invalid together", "busy together",
    ]
    let text = number % 7 == 3 ? kinds[number / 7 % kinds.count] : "text \(number)"
    return (String(format: "%05d", number), text)
  }

  private func plan(
    _ folder: TemporaryFolder, _ transforms: [any TransformStage],
    texts: [(path: String, text: String)] = texts, workers: Int = 2
  ) -> Plan {
    var source = FakeSource()
    source.texts = texts
    return makePlan(source, folder, transforms: transforms, workers: workers)
  }

  private func run(_ plan: Plan) -> RunReport {
    PipelineRun(plan, observer: SilentObserver()).run()
  }

  @Test(arguments: [1, 2, 3, 8], [1, 2, 7, 64, 1024])
  func outputAndCountsAreTheSameForEveryBatchSize(_ workers: Int, _ batchSize: Int) throws {
    let folder = try TemporaryFolder()
    let report = run(
      plan(
        folder,
        [
          FakeTransform(), FakeBatchTransform(batchSize: batchSize), FakeTransform(),
          FakeBatchTransform(batchSize: 5),
        ], workers: workers))
    #expect(report.problem == nil)
    #expect(report.pending == 0)
    // A hundred of the texts are commands, ten of each kind.
    #expect(report.counts == [.written: 600, .filtered: 20, .quarantined: 80])
    let expected = Self.texts.filter { $0.text.hasPrefix("text") }
      .map { "\($0.path)|\($0.text)|\n" }.joined()
    #expect(try folder.read("out.txt") == expected)
    #expect(
      Set(report.causes.map { "\($0.stage) \($0.reason) \($0.count)" }) == [
        "obey unwanted 10", "obey bad 10", "obey invalid_layer 10", "fake unreadable 10",
        "keep unwritable 10", "fake gone 10", "together unwanted 10", "together bad 10",
        "together undeclared_layer 10", "together busy 10",
      ])
  }

  @Test func stagesGetAsManyDocumentsAsTheyTake() throws {
    let folder = try TemporaryFolder()
    let sizes = Guarded<[Int]>([])
    let gate = DispatchSemaphore(value: 0)
    var stage = FakeBatchTransform(batchSize: 20)
    stage.willProcess = { documents in
      let isFirst = sizes.withLock { sizes in
        sizes.append(documents.count)
        return sizes.count == 1
      }
      // While the only worker waits, all the others are listed.
      if isFirst { gate.wait() }
    }
    var source = FakeSource()
    source.texts = (0..<500).map { (String($0 + 1000), "text \($0)") }
    source.willList = { number in if number == 499 { gate.signal() } }
    let report = run(makePlan(source, folder, transforms: [stage], workers: 1))
    #expect(report.counts == [.written: 500])
    let seen = sizes.withLock { $0 }
    #expect(seen.reduce(0, +) == 500)
    #expect(seen.max() == 20)
    #expect(seen.filter { $0 == 20 }.count > 15)
  }

  @Test(arguments: ["fewer documents", "fewer results", "another order"])
  func aStageThatMixesUpItsDocumentsCostsThemAndIsNamed(_ how: String) throws {
    let folder = try TemporaryFolder()
    var stage = FakeBatchTransform(batchSize: 4)
    stage.spoil = { documents, results in
      switch how {
      case "fewer documents": documents.removeLast()
      case "fewer results": results.removeLast()
      default: documents.reverse()
      }
    }
    let report = run(
      plan(folder, [stage], texts: (0..<40).map { (String($0 + 10), "text \($0)") }, workers: 1))
    #expect(report.problem == nil)
    // One that comes alone cannot change places.
    let alone = how == "another order" ? report.counts[.written, default: 0] : 0
    #expect(report.counts[.quarantined] == 40 - alone)
    #expect(report.causes.allSatisfy { $0.stage == "together" && $0.reason == "mixed_batch" })
  }

  @Test func whatMayPassIsTriedAgainAlone() throws {
    let folder = try TemporaryFolder()
    let tries = Guarded(0)
    var stage = FakeBatchTransform(batchSize: 8)
    stage.spoil = { documents, results in
      let isLast = tries.withLock { tries in
        if documents.contains(where: { $0.text == "busy together" }) { tries += 1 }
        return tries == 3
      }
      if isLast, documents.count == 1 { results[0] = .success(.keep) }
    }
    var plan = plan(folder, [stage], texts: [("a", "one"), ("b", "busy together"), ("c", "two")])
    plan.settings.retries = 3
    let report = run(plan)
    #expect(report.counts == [.written: 3])
    #expect(tries.withLock { $0 } == 3)
    #expect(try folder.read("out.txt") == "a|one|\nb|busy together|\nc|two|\n")
  }

  @Test func allThatWasInHandIsASuspect() throws {
    let folder = try TemporaryFolder()
    let log = FlightLog(stateDirectory: folder.path)
    let keys = (0..<20).map { InputKey(root: "r", path: Array("a\n\($0)".utf8), record: $0) }
    #expect(log.slot(1)?.begin(keys) == 20)
    #expect(log.slot(0)?.begin(keys.prefix(1)) == 1)
    #expect(try log.read() == [keys[0]] + keys)
    log.slot(1)?.end()
    #expect(try log.read() == [keys[0]])
    // No more than there is room for.
    let long = (0..<40).map { InputKey(path: [UInt8](repeating: 97, count: 4000) + [UInt8($0)]) }
    let count = try #require(log.slot(1)?.begin(long))
    #expect(count > 10 && count < 20)
    #expect(try log.read().count == 1 + count)
  }
}
