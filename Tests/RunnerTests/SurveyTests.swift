import Foundation
import PipelineFile
import StageKit
import Testing

@testable import Runner

/// What a run would do, told before it.
@Suite struct SurveyTests {
  private func plan(
    _ texts: [(String, String)], _ folder: TemporaryFolder, touch: Int = 0, version: Int = 1
  ) -> Plan {
    var source = FakeSource()
    source.texts = texts
    source.touch = touch
    return makePlan(source, folder, version: version)
  }

  private func survey(_ plan: Plan) throws -> (items: [String], survey: Survey) {
    var items: [String] = []
    let survey = try Survey(of: plan) { item in
      let word =
        switch item.decision {
        case .unchanged: "unchanged"
        case .unavailable(let message): "unavailable (\(message))"
        case .work(let reason): reason
        case .vanished: "vanished"
        case .renamed(let key): "renamed from \(key.identifier)"
        }
      items.append("\(item.key.identifier): \(word)")
    }
    return (items, survey)
  }

  @Test func everythingIsNewBeforeTheFirstRunAndNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    let (items, survey) = try survey(plan([("a", "one"), ("b", "unlistable")], folder))
    #expect(items == ["a: new", "b: unavailable (it is gone)"])
    #expect(survey.workCount == 1 && survey.estimatedNanoseconds == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }

  @Test func tellsForEveryDocumentWhatWouldBeDoneAndWhy() throws {
    let folder = try TemporaryFolder()
    let before = [("a", "one"), ("b", "two"), ("c", "busy"), ("d", "gone"), ("e", "fail")]
    _ = PipelineRun(plan(before, folder), observer: SilentObserver()).run()
    let after = [("a", "one"), ("b", "changed"), ("c", "busy"), ("e", "fail"), ("f", "new")]
    let (items, found) = try survey(plan(after, folder))
    #expect(
      items == [
        "a: unchanged", "b: bytes changed", "c: failed before", "e: unchanged", "f: new",
        "d: vanished",
      ])
    #expect(found.workCount == 3 && found.unchangedCount == 2 && found.vanishedCount == 1)
    #expect(try survey(plan(before, folder, touch: 1)).items.contains("a: unchanged"))
    #expect(try survey(plan(before, folder, version: 2)).items.contains("a: obey 1 → 2"))
  }

  @Test func aRenamedInputIsKnownByItsBytes() throws {
    let folder = try TemporaryFolder()
    let before = (0..<10).map { ("old/\($0)", "text \($0)") }
    _ = PipelineRun(plan(before, folder), observer: SilentObserver()).run()
    var next = plan((0..<9).map { ("new/\($0)", "text \($0)") }, folder)
    next.settings.vanishLimit = 0.2
    let (items, found) = try survey(next)
    #expect(items.first == "new/0: renamed from old/0" && items.last == "old/9: vanished")
    #expect(found.counts == ["renamed": 9] && found.vanishedCount == 1)
    // All paths are gone, but only one document.
    let report = PipelineRun(next, observer: SilentObserver()).run()
    #expect(report.problem == nil && report.renamed == 9 && report.vanished == 1)
    #expect(try folder.read("out.txt").hasPrefix("new/0|text 0|\n"))
  }

  @Test func whatIsKeptOfVanishedInputsCounts() throws {
    let folder = try TemporaryFolder()
    _ = PipelineRun(
      plan([("a", "one"), ("b", "two")], folder), observer: SilentObserver()
    ).run()
    var next = plan([("a", "one")], folder)
    next.settings.onVanish = .keep
    let (items, survey) = try survey(next)
    #expect(items == ["a: unchanged"])
    #expect(survey.unchangedCount == 2 && survey.vanishedCount == 0)
  }

  @Test func aRunDoesJustWhatWasTold() throws {
    let folder = try TemporaryFolder()
    let texts = [("a", "one"), ("b", "two"), ("c", "drop")]
    _ = PipelineRun(plan(texts, folder), observer: SilentObserver()).run()
    let next = plan([("a", "one"), ("b", "three"), ("d", "four")], folder)
    let told = try survey(next).survey
    let report = PipelineRun(next, observer: SilentObserver()).run()
    #expect(report.counts.values.reduce(0, +) == told.workCount)
    #expect(report.unchanged == told.unchangedCount && report.vanished == told.vanishedCount)
  }
}
