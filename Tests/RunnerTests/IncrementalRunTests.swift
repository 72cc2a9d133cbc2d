import Foundation
import Ledger
import StageKit
import Testing
import TextKit

@testable import Runner

/// Runs that follow other runs.
@Suite struct IncrementalRunTests {
  /// What a run did, in short: its report, and the texts that were loaded.
  private func run(
    _ texts: [(String, String)], _ folder: TemporaryFolder, touch: Int = 0, version: Int = 1,
    vanishLimit: Double = 1, isFresh: Bool = false, workers: Int = 2
  ) -> (report: RunReport, loaded: [String]) {
    let loaded = Guarded<[String]>([])
    var source = FakeSource()
    source.texts = texts
    source.touch = touch
    source.willLoad = { text in loaded.withLock { $0.append(text) } }
    var plan = makePlan(
      source, folder, workers: workers, version: version, vanishLimit: vanishLimit)
    plan.isFresh = isFresh
    let report = PipelineRun(plan, observer: SilentObserver()).run()
    return (report, loaded.withLock { $0.sorted() })
  }

  private let texts = [("a", "one"), ("b", "drop"), ("c", "fail"), ("d", "two")]

  @Test func aSecondRunDoesNothing() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let output = folder.path + "/out.txt"
    let before = try FileManager.default.attributesOfItem(atPath: output)
    let (report, loaded) = run(texts, folder)
    #expect(loaded == [])
    #expect(report.unchanged == 4 && report.counts == [:] && report.pending == 0)
    // What failed in an earlier run is no failure of this one.
    #expect(report.exitCode == .done)
    let after = try FileManager.default.attributesOfItem(atPath: output)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test func doesOnlyWhatIsNewOrChanged() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let (report, loaded) = run(
      [("a", "one"), ("b", "drop"), ("c", "mended"), ("ca", "new"), ("d", "changed")], folder)
    #expect(loaded == ["changed", "mended", "new"])
    #expect(report.unchanged == 2 && report.counts == [.written: 3])
    #expect(try folder.read("out.txt") == "a|one|\nc|mended|\nca|new|\nd|changed|\n")
  }

  @Test func aFileThatWasOnlyTouchedIsReadButNotRedone() throws {
    let folder = try TemporaryFolder()
    _ = run([("a", "one"), ("b", "two")], folder)
    let (report, loaded) = run([("a", "one"), ("b", "two")], folder, touch: 5)
    #expect(loaded == ["one", "two"])
    #expect(report.unchanged == 2 && report.counts == [:])
    #expect(run([("a", "one"), ("b", "two")], folder, touch: 5).loaded == [])
  }

  @Test func theRecordOfAVanishedFileLeavesTheOutput() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let (report, _) = run([("b", "drop"), ("d", "two")], folder)
    #expect(report.vanished == 2 && report.unchanged == 2 && report.exitCode == .done)
    #expect(try folder.read("out.txt") == "d|two|\n")
    #expect(run([("b", "drop"), ("d", "two")], folder).report.vanished == 0)
  }

  @Test func tooManyVanishedFilesStopThePublishing() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let (report, _) = run([("d", "two")], folder, vanishLimit: 0.2)
    #expect(report.problem == .vanished(count: 3, known: 4))
    #expect(report.exitCode == .noInput)
    #expect(try folder.read("out.txt") == "a|one|\nd|two|\n")
    // When they are back, nothing has to be done for them again.
    let (later, loaded) = run(texts, folder, vanishLimit: 0.2)
    #expect(later.problem == nil && loaded == [])
  }

  @Test func aChangedStageRedoesWhatWentThroughIt() throws {
    let folder = try TemporaryFolder()
    let texts = texts + [("e", "unloadable")]
    _ = run(texts, folder)
    let (report, loaded) = run(texts, folder, version: 2)
    // What failed before it came to the stage is not concerned.
    #expect(loaded == ["drop", "fail", "one", "two"])
    #expect(report.unchanged == 1)
    #expect(run(texts, folder, version: 2).loaded == [])
  }

  @Test func whatFailedForAPassingReasonIsTriedAgain() throws {
    let folder = try TemporaryFolder()
    _ = run([("a", "busy"), ("b", "fail"), ("c", "one")], folder)
    let (report, loaded) = run([("a", "busy"), ("b", "fail"), ("c", "one")], folder)
    #expect(loaded == ["busy"])
    #expect(report.exitCode == .someFailed && report.unchanged == 2)
  }

  @Test func whatCannotBeListedForTheSameReasonIsNoNews() throws {
    let folder = try TemporaryFolder()
    let texts = [("a", "one"), ("b", "unlistable")]
    #expect(run(texts, folder).report.exitCode == .someFailed)
    let (report, _) = run(texts, folder)
    #expect(report.exitCode == .done && report.unchanged == 2)
    #expect(run(texts, folder, isFresh: true).report.exitCode == .someFailed)
    #expect(run([("a", "one"), ("b", "two")], folder).report.counts == [.written: 1])
  }

  @Test func aFreshRunDoesEverything() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let (report, loaded) = run(texts, folder, isFresh: true)
    #expect(loaded.count == 4 && report.unchanged == 0)
    #expect(try folder.read("out.txt") == "a|one|\nd|two|\n")
  }

  @Test func aLostOutputIsPublishedAgainWithoutWork() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    try FileManager.default.removeItem(atPath: folder.path + "/out.txt")
    let (report, loaded) = run(texts, folder)
    #expect(loaded == [] && report.problem == nil)
    #expect(try folder.read("out.txt") == "a|one|\nd|two|\n")
  }

  @Test func aDamagedRecordIsNoticedAndDoneAgain() throws {
    let folder = try TemporaryFolder()
    _ = run(texts, folder)
    let spool = folder.path + "/state/spool/1"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: spool))
    bytes[2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: spool))
    try folder.write("out.txt", "spoilt")
    let (report, _) = run(texts, folder)
    #expect(report.problem == .damagedSpool(path: spool, offset: 0))
    #expect(try folder.read("out.txt") == "spoilt")
    let (later, loaded) = run(texts, folder)
    #expect(later.problem == nil && loaded.count == 1)
    #expect(try folder.read("out.txt") == "a|one|\nd|two|\n")
  }

  /// Also where many records are read at once, and the spool ends among the first of them.
  @Test(arguments: [(400, 2), (400, 1), (40, 1)])
  func onlyTheDamagedRecordsAreDoneAgain(_ count: Int, _ workers: Int) throws {
    let folder = try TemporaryFolder()
    let many = (0..<count).map { (String($0 + 1000), String(repeating: "word ", count: $0)) }
    _ = run(many, folder, workers: workers)
    let published = try folder.read("out.txt")
    let spool = folder.path + "/state/spool/1"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: spool))
    bytes[bytes.count / 2] ^= 1
    bytes.removeLast()
    try bytes.write(to: URL(fileURLWithPath: spool))
    try folder.write("out.txt", "spoilt")
    let (report, _) = run(many, folder)
    guard case .damagedSpool(spool, _) = report.problem else {
      Issue.record("\(String(describing: report.problem))")
      return
    }
    let (later, loaded) = run(many, folder)
    #expect(later.problem == nil && loaded.count == 2)
    #expect(try folder.read("out.txt") == published)
  }

  @Test(arguments: [false, true])
  func anInterruptedRunIsContinued(_ isFresh: Bool) throws {
    let folder = try TemporaryFolder()
    let many = (0..<5000).map { (String($0 + 10_000), "text \($0)") }
    // What is to be done anew is the same whether there is something old.
    if isFresh { _ = run(many, folder) }
    let running = Guarded<PipelineRun?>(nil)
    var source = FakeSource()
    source.texts = many
    source.willList = { number in
      if number == 4000 { running.withLock { $0?.interrupt(signal: 15) } }
    }
    var plan = makePlan(source, folder)
    plan.isFresh = isFresh
    let first = PipelineRun(plan, observer: SilentObserver())
    running.withLock { $0 = first }
    let done = first.run().counts[.written, default: 0]
    running.withLock { $0 = nil }
    let (report, loaded) = run(many, folder)
    #expect(report.problem == nil)
    #expect(loaded.count == 5000 - done)
    #expect(report.unchanged == done)
    #expect(try folder.read("out.txt") == many.map { "\($0)|\($1)|\n" }.joined())
  }

  @Test func anyHistoryOfRunsPublishesWhatOneRunWould() throws {
    var random = SystemRandomNumberGenerator()
    let folder = try TemporaryFolder()
    var current: [String: String] = [:]
    for round in 0..<30 {
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let name = ["a", "b/c", "b/d", "b", "e", "f/g/h", "i"][
          Int.random(in: 0..<7, using: &random)]
        if Bool.random(using: &random) {
          current[name] =
            ["drop", "fail", "x\(round)", "busy", "y"][
              Int.random(in: 0..<5, using: &random)]
        } else {
          current[name] = nil
        }
      }
      current["z"] = "always"
      let texts = current.map { ($0.key, $0.value) }
        .sorted { InputKey(path: Array($0.0.utf8)) < InputKey(path: Array($1.0.utf8)) }
      let (report, _) = run(texts, folder, version: Int.random(in: 1...2, using: &random))
      let scratch = try TemporaryFolder()
      _ = run(texts, scratch)
      #expect(report.problem == nil)
      #expect(try folder.read("out.txt") == scratch.read("out.txt"))
    }
  }
}

@Suite struct ChainComparisonTests {
  private func stage(
    _ label: String, version: Int = 1, options: Value = [:], when: String? = nil
  ) -> StageIdentity {
    StageIdentity(label: label, name: label, version: version, options: options, condition: when)
  }

  private func reason(
    _ old: [StageIdentity], _ new: [StageIdentity], applied: UInt64 = .max, reached: Int = 9
  ) -> String? {
    let entry = LedgerEntry(
      key: InputKey(path: [0x61]), stamp: FileStamp(), outcome: .written, applied: applied,
      reached: reached)
    return ChainComparison(old: ChainIdentity(stages: old), new: ChainIdentity(stages: new))
      .reason(entry)
  }

  @Test func saysWhatHasChanged() {
    let old = [stage("fetch"), stage("tag", version: 3), stage("sum", options: ["n": 3, "m": 1])]
    #expect(reason(old, old) == nil)
    #expect(reason(old, [old[0], stage("tag", version: 4), old[2]]) == "tag 3 → 4")
    #expect(
      reason(old, [old[0], old[1], stage("sum", options: ["n": 5, "m": 1])]) == "sum.n 3 → 5")
    #expect(
      reason(old, [old[0], stage("tag", version: 3, when: "language == en"), old[2]])
        == "tag.when none → language == en")
    #expect(reason(old, [old[0], old[2]]) == "stage 'tag' → 'sum'")
    #expect(reason(old, [old[0], old[1]]) == "3 → 2 stages")
  }

  /// The ledger keeps JSON: what comes back of it is the same, though not of the same case.
  @Test func aNumberThatTheLedgerHasKeptIsTheSame() throws {
    let now = [
      stage("fetch"), stage("tag", options: ["least": .number(0), "share": .number(0.5)]),
    ]
    let kept = try #require(
      ChainIdentity(description: ChainIdentity(stages: now).description)?.stages)
    #expect(reason(kept, now) == nil)
    let other = [
      stage("fetch"), stage("tag", options: ["least": .number(1), "share": .number(0.5)]),
    ]
    #expect(reason(kept, other) == "tag.least 0 → 1")
  }

  @Test func namesTheFileThatHasChanged() {
    func tag(_ hash: String, _ identity: String) -> [StageIdentity] {
      let file: Value = ["path": "names.tsv", "hash": .string(hash)]
      return [
        stage("fetch"),
        stage(
          "tag",
          options: [
            "gazetteers": [file, ["path": "b", "hash": "1"]],
            "identity": ["version": 1, "mood.py": .string(identity)],
          ]),
      ]
    }
    let old = tag("1a2b3c", "59a1e3d2636b27be")
    #expect(
      reason(old, tag("ffffff", "59a1e3d2636b27be")) == "tag.gazetteers[0] 'names.tsv' changed")
    #expect(reason(old, tag("1a2b3c", "8e745be4172a57e7")) == "tag.mood.py changed")
  }

  @Test func concernsOnlyDocumentsThatWentThroughTheStage() {
    let old = [stage("fetch"), stage("tag", version: 3), stage("sum")]
    let new = [old[0], stage("tag", version: 4), old[2]]
    #expect(reason(old, new, applied: 0b101, reached: 2) == nil)
    #expect(reason(old, new, applied: 0b001, reached: 0) == nil)
    #expect(reason(old, new, applied: 0b111, reached: 2) == "tag 3 → 4")
    // With another condition, a document that came so far may go another way.
    let conditional = [old[0], stage("tag", version: 3, when: "x"), old[2]]
    #expect(reason(old, conditional, applied: 0b101, reached: 2) != nil)
    #expect(reason(old, conditional, applied: 0b001, reached: 0) == nil)
  }

  @Test func comesBackFromItsDescription() {
    let identity = ChainIdentity(stages: [
      stage("fetch"),
      stage("tag", version: 3, options: ["a": [1, "x", nil]], when: "language == en"),
    ])
    #expect(ChainIdentity(description: identity.description) == identity)
    #expect(ChainIdentity(description: "rubbish") == nil)
  }
}
