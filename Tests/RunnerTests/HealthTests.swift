import Foundation
import Ledger
import PipelineFile
import StageKit
import Testing

@testable import Runner

/// Noticing that a run differs from those before it.
@Suite struct HealthTests {
  private func measures(
    texts: Int = 100, empty: Int = 0, bytes: Int = 2000, german: Int = 0, entities: Int = 80
  ) throws -> RunMeasures {
    var measures = RunMeasures()
    for number in 0..<texts {
      measures.add(
        DocumentMeasures(
          textBytes: bytes, language: number < german ? "de" : "en", tokens: 1000,
          entities: entities))
    }
    let text = measures.description.replacing("\"empty\":0", with: "\"empty\":\(empty)")
    return try #require(RunMeasures(description: text))
  }

  private func check(
    _ settings: HealthSettings, articles: [Double] = [], _ history: [RunMeasures] = []
  ) -> HealthCheck {
    var past = HealthHistory()
    past.articles = articles
    past.measures = history
    return HealthCheck(settings: settings, history: past)
  }

  private func factor(_ warn: Double?, _ fail: Double?) -> FactorLimits {
    var limits = FactorLimits()
    limits.warn = warn
    limits.fail = fail
    return limits
  }

  private func share(_ warn: Double?, _ fail: Double?) -> ShareLimits {
    var limits = ShareLimits()
    limits.warn = warn
    limits.fail = fail
    return limits
  }

  @Test func comparesTheNumberOfArticlesWithTheMedian() {
    var settings = HealthSettings()
    settings.articles = factor(1.5, 4)
    let check = check(settings, articles: [100, 90, 1000, 110])
    for (articles, warnings, failures) in [
      (105, 0, 0), (157, 0, 0), (158, 1, 0), (421, 0, 1), (70, 0, 0), (69, 1, 0), (26, 0, 1),
    ] {
      let result = check.compare(articles: articles, nil)
      #expect(result.warnings.count == warnings && result.failures.count == failures, "\(articles)")
    }
    #expect(
      check.compare(articles: 0, nil).failures.map(\.description)
        == ["the number of articles is 0, usually 105"])
    #expect(check.compare(articles: nil, nil).failures.isEmpty)
    // Two runs make nothing usual, and without limits nothing is remarkable.
    #expect(self.check(settings, articles: [100, 100]).compare(articles: 0, nil).failures.isEmpty)
    #expect(
      self.check(HealthSettings(), articles: [1, 1, 1]).compare(articles: 0, nil).failures.isEmpty)
  }

  @Test func comparesWhatTheTextsAreLike() throws {
    var settings = HealthSettings()
    settings.textLength = factor(1.5, 3)
    settings.empty = share(0.05, 0.2)
    settings.languages = share(0.1, 0.3)
    settings.entities = factor(2, 5)
    let usual = try measures(german: 10)
    let check = check(settings, [usual, usual, usual])
    #expect(check.compare(articles: nil, usual).warnings.isEmpty)
    let odd = try measures(texts: 70, empty: 30, bytes: 1200, german: 35, entities: 12)
    let result = check.compare(articles: nil, odd)
    #expect(
      result.failures.map(\.description) == [
        "the share of documents without text is 30.0 %, usually 0.0 %",
        "the share of texts in 'de' is 50.0 %, usually 10.0 %",
        "the share of texts in 'en' is 50.0 %, usually 90.0 %",
        "the number of entities for each 1,000 tokens is 12.0, usually 80.0",
      ])
    #expect(
      result.warnings.map(\.description) == [
        "the median length of texts is 1216 bytes, usually 1984 bytes"
      ])
    // All empty: the languages of no text are no news of their own.
    #expect(
      check.compare(articles: nil, try measures(texts: 0, empty: 50)).failures.map(\.name)
        == ["the share of documents without text"])
    // Too few documents tell nothing, neither now nor as a measure.
    let few = try measures(texts: 19, bytes: 9)
    #expect(check.compare(articles: nil, few).failures.isEmpty)
    #expect(
      self.check(settings, [usual, usual, few]).compare(articles: nil, odd).failures.isEmpty)
  }

  @Test func measuresSurviveTheLedger() throws {
    let some = try measures(texts: 30, empty: 3, german: 7)
    #expect(some.documents == 33)
    #expect(RunMeasures(description: some.description) == some)
    for text in ["", "{}", "[]", #"{"texts":1}"#, some.description.replacing("{\"", with: "[")] {
      #expect(RunMeasures(description: text) == nil)
    }
  }

  @Test func tellsMediansOfManyLengthsWithinSixPercent() throws {
    var random = Seeded(state: 7)
    for _ in 0..<200 {
      var histogram = LengthHistogram()
      let limit = 1 << Int.random(in: 1...40, using: &random)
      let lengths = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Int.random(in: 0..<limit, using: &random)
      }.sorted()
      for length in lengths { histogram.add(length) }
      let exact = Double(lengths[(lengths.count - 1) / 2])
      let told = try #require(histogram.median)
      #expect(abs(told - exact) <= exact * 0.0626, "\(told) for \(exact)")
      #expect(LengthHistogram(value: histogram.value) == histogram)
    }
    #expect(LengthHistogram().median == nil)
    var largest = LengthHistogram()
    largest.add(.max)
    #expect(LengthHistogram(value: largest.value) == largest && largest.median ?? 0 > 8e18)
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  // MARK: Runs

  private func run(
    _ texts: [(String, String)], _ folder: TemporaryFolder,
    _ change: (inout Plan) -> Void = { _ in }
  ) -> RunReport {
    var source = FakeSource()
    source.texts = texts
    var plan = makePlan(source, folder)
    var health = HealthSettings()
    health.textLength = factor(nil, 2)
    health.articles = factor(3, nil)
    plan.settings.health = health
    change(&plan)
    return PipelineRun(plan, observer: SilentObserver()).run()
  }

  /// What a source holds after so many days of 25 documents each; the last day may be rubbish.
  private func days(_ count: Int, lastText: String? = nil) -> [(String, String)] {
    (0..<count * 25).map { number in
      let isLast = number >= (count - 1) * 25
      return (String(format: "%05d", number), isLast ? lastText ?? "a long text" : "a long text")
    }
  }

  @Test func rubbishIsNotPublishedNotEvenByTheRunAfterwards() throws {
    let folder = try TemporaryFolder()
    for day in 1...3 { #expect(run(days(day), folder).exitCode == .done) }
    let before = try folder.read("out.txt")
    let rubbish = run(days(4, lastText: "nav"), folder)
    #expect(rubbish.exitCode == .notPublished)
    #expect(
      rubbish.problem?.message
        == "this run differs from the last ones by more than 'run.health' allows: the median length "
        + "of texts is 3 bytes, usually 11 bytes; nothing was published. Look at the inputs; if they "
        + "are right, run once with '--accept-health', which makes this the new measure")
    #expect(try folder.read("out.txt") == before)
    // Nothing is left to do, but what was done is still not fit to be published.
    let again = run(days(4, lastText: "nav"), folder)
    #expect(again.unchanged == 100 && again.exitCode == .notPublished)
    #expect(try folder.read("out.txt") == before)
    // Once the inputs are mended, all is well.
    #expect(run(days(4), folder).exitCode == .done)
    #expect(try folder.read("out.txt").split(separator: "\n").count == 100)
  }

  @Test func whatIsAcceptedBecomesTheNewMeasure() throws {
    let folder = try TemporaryFolder()
    for day in 1...3 { #expect(run(days(day), folder).exitCode == .done) }
    let accepted = run(days(4, lastText: "brief"), folder) { $0.acceptsHealth = true }
    #expect(accepted.exitCode == .done && accepted.warnings.isEmpty)
    // The three long days before do not count any more.
    let briefly = days(4, lastText: "brief") + (0..<25).map { ("9\($0 + 1000)", "brief") }
    #expect(run(briefly, folder).exitCode == .done)
  }

  @Test func aWarningChangesNothing() throws {
    let folder = try TemporaryFolder()
    for _ in 1...3 { #expect(run(days(1), folder).exitCode == .done) }
    let grown = run(days(4), folder)
    #expect(grown.exitCode == .done)
    #expect(grown.warnings == ["health: the number of articles is 100, usually 25"])
    #expect(try folder.read("out.txt").split(separator: "\n").count == 100)
  }

  @Test func theLedgerKeepsWhatThePublishedDocumentsAreLike() throws {
    let folder = try TemporaryFolder()
    _ = run(days(2), folder)
    _ = run(days(2), folder)
    let ledger = try #require(try LedgerReader(path: folder.path + "/state/ledger.sqlite"))
    let kept = try ledger.runs(limit: 2).map { $0.summary?.measures }
    // The second run published nothing new.
    #expect(kept[0] == nil)
    #expect(
      kept[1]
        == #"{"texts":50,"empty":0,"lengths":{"11":50},"languages":{"-":50},"tokens":0,"entities":0}"#
    )
  }
}
